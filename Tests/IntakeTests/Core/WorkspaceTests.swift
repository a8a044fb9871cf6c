import Diagnostics
import StructuredData
import TestSupport
import Testing

@testable import Intake

@Suite struct WorkspaceTests {
  func read(_ text: String) -> Staged<WorkspaceConfiguration> {
    WorkspaceConfiguration.read(SourceText(path: "sitegen.yaml", text: text))
  }

  @Test func readsEveryKey() {
    let staged = read(
      """
      title: Readiness
      base_url: https://example.org/
      as_of: 2026-01-31
      demonstration: true
      communities:
        - id: acme
          name: Acme
          foundation: Example
          summary: One sentence.
          models: [levels]
          holds: Incubating
          applies_for: graduated
          repositories:
            - {path: ./acme/code, url: "https://example.org/code", branch: main, commit: abc, excerpt: true}
      documents:
        - {path: "**/x.md", kind: due-diligence, subject: Acme, level: graduated, date: 2025-01-02}
      organizations:
        Acme Ltd: [ACME, acme]
      exclude: ["old/**"]
      waivers:
        - {criterion: X}
      reviews:
        - criterion: X
          community: acme
          reviewer: Ann
          date: 2026-01-02
          note: All of it.
          claim: "0123456789abcdef"
          evidence: {acme/code/a.md: ["fedcba9876543210"]}
      snapshots: [past/*.json]
      since: 2026-01-01
      """)
    #expect(staged.diagnostics == [])
    let value = staged.value
    #expect(value.title == "Readiness")
    #expect(value.asOf == CalendarDate(year: 2026, month: 1, day: 31))
    #expect(value.isDemonstration)
    #expect(value.communities.first?.holds == "incubating")
    #expect(value.communities.first?.repositories.first?.path == "acme/code")
    #expect(value.communities.first?.repositories.first?.isExcerpt == true)
    #expect(value.documents.first?.kind == .dueDiligence)
    #expect(value.organizations == [.init(name: "Acme Ltd", spellings: ["ACME", "acme"])])
    #expect(value.exclude == ["old/**"])
    #expect(value.waivers?.elements.count == 1)
    let review = value.reviews.first
    #expect(review?.criterion == "X" && review?.community == "acme" && review?.reviewer == "Ann")
    #expect(review?.date.description == "2026-01-02" && review?.note == "All of it.")
    #expect(review?.claim == "0123456789abcdef")
    #expect(review?.evidence == [.init(path: "acme/code/a.md", fingerprints: ["fedcba9876543210"])])
    #expect(review?.location.line == 23 && review?.communityLocation.line == 24)
    #expect(value.snapshots == ["past/*.json"])
    #expect(value.since?.date.description == "2026-01-01" && value.since?.location.line == 31)
  }

  @Test func namesUnknownKeysWithASuggestionAtTheirPlace() {
    let found = read("title: T\ncommunities:\n  - id: a\n    repositries: []\n").diagnostics
    #expect(found.map(\.rule) == ["workspace/unknown-key"])
    #expect(found.first?.location?.line == 4)
    #expect(found.first?.location?.column == 5)
    #expect(found.first?.help == "did you mean `repositories`?")
    #expect(found.first?.kind == .configuration)
  }

  @Test func writesNoKeyThatIsThereAlready() {
    func edits(_ text: String) -> [String] {
      read(text).diagnostics.flatMap(\.solutions).flatMap(\.replacements).map(\.text)
    }
    #expect(edits("titel: U\n") == ["title"])
    #expect(edits("title: T\ntitel: U\n") == [])
  }

  /// Where the same value in the form that is expected is known to the character, it is written out.
  @Test(arguments: [
    ("communities: [{id: Rockets}]\n", "write `rockets`", "rockets"),
    ("exclude: docs/**\n", "write `[docs/**]`", "[docs/**]"),
    ("exclude: \"a, b\"\n", "write `[one, two]`, or each entry on a line of its own behind `- `", nil),
    ("communities: [{id: a, repositories: [.]}]\n", "write `key: value`, each on a line of its own; keys are ", nil),
  ])
  func rewritesAValueOfAnotherForm(text: String, help: String, edit: String?) {
    let found = read(text).diagnostics
    #expect(found.count == 1 && found[0].help?.hasPrefix(help) == true, "\(found.map { $0.help ?? "" })")
    let solution = found.first?.solutions.correction
    #expect(solution?.replacements.map(\.text) == edit.map { [$0] } && solution?.isSafe ?? true)
  }

  @Test func namesEveryWrongValueAtOnce() {
    let found = read(
      """
      as_of: tomorrow
      demonstration: "yes"
      communities: {}
      documents: [{kind: adopter, path: x}]
      exclude: x
      """
    ).diagnostics
    #expect(found.map(\.rule) == Array(repeating: "workspace/wrong-value", count: 5))
    #expect(found.map { $0.location?.line } == [1, 2, 3, 4, 5])
    #expect(found[3].help == "did you mean `adopters`?")
  }

  @Test func refusesPathsOutOfTheSourceAndRepeatedIds() {
    let found = read(
      """
      communities:
        - {id: a, repositories: [{path: ../x}, {path: /etc}, {url: u}]}
        - {id: a}
        - {id: A B}
        - {name: nobody}
      """
    ).diagnostics
    #expect(
      found.map(\.rule) == [
        "workspace/wrong-value", "workspace/wrong-value", "workspace/missing-key", "workspace/wrong-value",
        "workspace/missing-key", "workspace/duplicate-id",
      ])
  }

  @Test(arguments: [
    ("base_url: example.org", "expected an address that begins with https:// or http://, found `example.org`", false),
    ("exclude: docs/**", "expected a list, found `docs/**`", true),
    ("- title: T", "expected a mapping, found a list", true),
    ("as_of: yesterday", "expected a day, written YYYY-MM-DD, found `yesterday`", false),
    ("title: [T]", "expected a text, found a list", false),
  ])
  func saysHowAValueIsWritten(text: String, summary: String, isSpelled: Bool) {
    let found = read(text).diagnostics
    #expect(found.map(\.summary) == [summary])
    #expect(found.first?.help?.hasPrefix("write ") ?? false == isSpelled)
  }

  @Test func brokenYAMLIsAnErrorOfConfiguration() {
    let found = read("title: [").diagnostics
    #expect(found.map(\.kind) == [.configuration])
  }

  @Test func schemaKnowsEveryKeyOfTheReader() {
    func known(_ shape: Shape) -> [String] {
      switch shape {
      case .object(let keys): keys.flatMap { [$0.name] + known($0.shape) }
      case .list(let shape), .map(let shape), .checkedElsewhere(let shape), .named(_, let shape): known(shape)
      default: []
      }
    }
    func published(_ schema: JSONValue) -> [String] {
      guard case .object(let members) = schema else { return [] }
      return members.flatMap { member -> [String] in
        guard member.name == "properties", case .object(let properties) = member.value else {
          return published(member.value)
        }
        return properties.flatMap { [$0.name] + published($0.value) }
      }
    }
    let names = known(WorkspaceSchema.root)
    #expect(names.contains("excerpt") && names.contains("as_of"))
    #expect(published(WorkspaceSchema.jsonSchema) == names)
  }

  @Test func shippedWorkspaceFileIsValid() throws {
    let tree = try #require(SourceTree.disk(root: Shared.packagePath + "/content"))
    let staged = PortfolioReader.workspace(of: tree)
    #expect(staged.diagnostics == [])
    #expect(staged.value.communities.count == 2)
  }
}
