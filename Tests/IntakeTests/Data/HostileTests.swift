import Diagnostics
import Testing

@testable import Intake

/// Input that wants to exhaust the stack, the memory or the clock.
@Suite struct HostileListTests {
  @Test(arguments: [DocumentKind.maintainers, .adopters, .groups, .readme, .alumni])
  func readsDeepNestingWithoutFailing(_ kind: DocumentKind) {
    let list = String(repeating: "- ", count: 1_000) + "Ada Example @ada-ex\n"
    let quotes = String(repeating: "*a **b ", count: 1_000) + "\n"
    let brackets = "- " + String(repeating: "(", count: 20_000) + "Ada Example @ada-ex\n"
    for text in [list, "- " + quotes, brackets, "| Name | GitHub |\n|---|---|\n| \(quotes.dropLast()) | x |\n"] {
      _ = facts(text, kind: kind, path: "MAINTAINERS.md")
    }
  }

  @Test func readsLongListsInLinearTime() {
    let count = 5_000
    let rules = "# All maintainers\n" + (0..<count).map { "* @user-\($0)\n" }.joined()
    #expect(facts(rules, kind: .codeowners, path: "CODEOWNERS").facts.owners.count == count)
    let table = "| Name | GitHub |\n|---|---|\n" + (0..<count).map { "| Ada Example | @user-\($0) |\n" }.joined()
    #expect(facts(table, kind: .maintainers, path: "MAINTAINERS.md").facts.people.count == count)
    let comments = "# maintainers\n" + (0..<count).map { "# @user-\($0) - Acme\n" }.joined()
    #expect(facts(comments, kind: .codeowners, path: "CODEOWNERS").facts.people.count == count)
  }

  @Test func readsBytesOfAnyKind() {
    var bytes: [UInt8] = Array("Name,GitHub\r\"\u{0}".utf8)
    bytes += (0...255).map { UInt8($0) }
    for kind in DocumentKind.allCases {
      for path in ["a.md", "a.yaml", "a.csv", "OWNERS"] {
        _ = facts(of: SourceText(path: path, bytes: bytes), kind: kind)
      }
    }
  }
}
