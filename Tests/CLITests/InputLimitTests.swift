import Foundation
import TestSupport
import Testing

@testable import SitegenCLI

@Suite struct InputLimitTests {
  @Test func pageOfLimitsIsTheTable() throws {
    let page = try String(contentsOf: Shared.packageRoot.appending(path: "docs/limits.md"), encoding: .utf8)
    let rows = InputLimit.all.map { "| \($0.subject) | \($0.number) \($0.unit) | \($0.beyond) |\n" }.joined()
    #expect(page.contains("\n\n| what | at most | beyond it |\n|---|--:|---|\n\(rows)\n"))
  }
}
