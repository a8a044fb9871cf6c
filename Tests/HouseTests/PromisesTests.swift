import Foundation
import TestSupport
import Testing

/// Each promise of `docs/promises.md` names what holds it.
@Suite struct PromisesTests {
  @Test func everyPromiseHasItsTest() throws {
    let rows = try text("docs/promises.md").split(separator: "\n").filter { $0.hasPrefix("| ") }.dropFirst()
    #expect(rows.count > 15)
    let tests = try swiftFiles(in: "Tests").map(text).joined()
    for row in rows {
      let name = row.split(separator: "`").dropFirst().last { $0.contains { $0 != " " && $0 != "|" } } ?? ""
      let isFile = name.hasPrefix("Tests/")
      let path = Shared.packageRoot.appending(path: String(name)).path(percentEncoded: false)
      let isThere = isFile ? FileManager.default.fileExists(atPath: path) : tests.contains("func \(name)(")
      #expect(!name.isEmpty && isThere, "no test `\(name)`: \(row)")
    }
  }
}
