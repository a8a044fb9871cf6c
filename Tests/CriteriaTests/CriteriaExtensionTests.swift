import Criteria
import Diagnostics
import Testing

/// A file that begins with `extends` changes single criteria of a set, and adds others.
@Suite struct CriteriaExtensionTests {
  private static let set = SourceText(
    path: "set.yaml",
    text: """
      model: m
      title: M
      foundation: F
      revisions: [{date: 2024-01-01}]
      criteria:
      - {id: A-1, section: S, text: T, match: [old words], requirement: [{from: 2024-01-01, is: required}],
         automation: human, why: W, measured: M, fix: F}
      - {id: B-1, section: U, text: T, requirement: [], automation: human, why: W, measured: M, fix: F}

      """)
  private static let new =
    "- {id: A-2, section: S, text: New, requirement: [], automation: human, why: W, measured: M, fix: F}\n"

  private func read(_ text: String) async -> Staged<[CriteriaSet]> {
    await CriteriaReader.sets(of: [SourceText(path: "own.yaml", text: text), Self.set], jobs: 2)
  }

  @Test func replacesTheKeysItNamesAndKeepsTheRest() async throws {
    let read = await read("extends: m\ncriteria:\n- {id: A-1, fix: Do it.}\n\(Self.new)")
    #expect(read.diagnostics == [])
    let set = try #require(read.value.first)
    #expect(read.value.count == 1 && set.criteria.map(\.id) == ["A-1", "A-2", "B-1"])
    let changed = set.criteria[0]
    #expect(changed.howToFix == "Do it." && changed.text == "T" && changed.match == ["old words"])
    #expect(changed.requirement(at: .only, on: try day("2025-01-01")) == .required)
    #expect(changed.location.path == "own.yaml" && set.location.path == "set.yaml")
  }

  @Test(arguments: [
    ("extends: mm\ncriteria: []\n", "1:10 there is no criteria set `mm` to extend / one of m"),
    ("extends: m\ncriterias: []\n", "2:1 unknown key `criterias` / did you mean `criteria`?"),
    ("extends: m\ncriteria:\n- {id: A-3, text: T}\n", "3:3 `section` is missing / Heading of the form it is below."),
    ("extends: m\ncriteria:\n- {id: A-1, parent: A-9}\n", "3:21 no criterion `A-9` here / did you mean `A-1`?"),
  ])
  func saysWhatIsWrongAndLeavesTheSet(text: String, expected: String) async throws {
    let read = await read(text)
    let said = read.diagnostics.map {
      "\($0.location?.line ?? 0):\($0.location?.column ?? 0) \($0.summary) / \($0.help ?? "")"
    }
    #expect(said.contains(expected), "\(said)")
    #expect(read.diagnostics.allSatisfy { $0.kind == .configuration })
    #expect(read.value.first?.criteria.map(\.howToFix) == ["F", "F"])
  }
}
