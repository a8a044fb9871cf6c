import Foundation
import TestSupport
import Testing

@testable import SitegenCLI

@Suite struct InputLimitTests {
  @Test func pageOfLimitsIsTheTable() throws {
    let page = try String(contentsOf: Shared.packageRoot.appending(path: "docs/limits.md"), encoding: .utf8)
    #expect(page.contains("\n\n" + InputLimit.markdown + "\n"))
  }
}
