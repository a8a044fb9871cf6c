import Criteria
import Diagnostics
import Testing

private func read(_ text: String) -> Staged<CriteriaSet?> {
  CriteriaReader.read(SourceText(path: "criteria.yaml", text: text))
}

/// `line:column rule` of every diagnostic.
private func errors(_ text: String) -> [String] {
  Diagnostic.sorted(read(text).diagnostics).map { "\($0.location?.line ?? 0):\($0.location?.column ?? 0) \($0.rule)" }
}

private let head = """
  model: m
  title: M
  foundation: F
  levels: [one, two]
  revisions: [{date: 2024-01-01}]
  criteria:

  """

private func criterion(_ lines: String) -> String {
  head + "- id: A-1\n  section: S\n  text: T\n  automation: human\n  why: W\n  measured: M\n  fix: F\n" + lines
}

@Suite struct CriteriaReaderTests {
  @Test func readsARequirementAsADatedList() throws {
    let staged = read(
      criterion("  requirement: {two: [{from: 2025-01-01, is: required}, {from: 2026-01-01, is: none}]}\n"))
    let found = try #require(staged.value?.criteria.first)
    #expect(staged.diagnostics.isEmpty)
    #expect(found.requirement(at: "two", on: try day("2024-12-31")) == .none)
    #expect(found.requirement(at: "two", on: try day("2025-01-01")) == .required)
    #expect(found.requirement(at: "two", on: try day("2026-01-01")) == .none)
    #expect(found.requirement(at: "one", on: try day("2025-06-01")) == .none)
  }

  @Test func aKeyGivenTwiceIsNoUnknownKey() {
    let text = criterion("  requirement: {two: [{from: 2025-01-01, is: required}]}\n  fix: Again\n")
    #expect(errors(text) == ["15:3 yaml/duplicate-key"])
  }

  @Test func namesAllErrorsOfAFileAtTheirPlace() {
    let text = criterion(
      """
        requirement: {three: [{from: 2025-13-01, is: required}], two: [{from: 2025-01-01, is: requird}]}
        parent: A-2
        acts: nobody
        max_age: soon
        wy: typo

      """)
    #expect(
      errors(text) == [
        "14:17 criteria/unknown-level", "14:32 criteria/wrong-value", "14:89 criteria/wrong-value",
        "15:11 criteria/unknown-criterion", "16:9 criteria/wrong-value", "17:12 criteria/wrong-value",
        "18:3 criteria/unknown-key",
      ])
  }

  @Test func suggestsTheNearestKey() {
    let help = read(criterion("  requirement: {}\n  mesured: x\n")).diagnostics.first?.help
    #expect(help == "did you mean `measured`?")
  }

  @Test func rejectsADateThatDoesNotExist() {
    let text = criterion("  requirement: {two: [{from: 2025-02-30, is: none}]}\n")
    #expect(errors(text) == ["14:30 criteria/wrong-value"])
  }

  @Test func rejectsAnIdThatOccursTwice() {
    let one = criterion("  requirement: {}\n")
    let two = one + criterion("  requirement: {}\n").dropFirst(head.count)
    #expect(errors(two) == ["15:7 criteria/duplicate-id"])
  }

  @Test func asksForADecidingCheckOfAnAutomaticCriterion() {
    let text = criterion("  requirement: {}\n").replacing("automation: human", with: "automation: auto")
    #expect(errors(text) == ["7:3 criteria/no-deciding-check"])
  }

  @Test func errorsAreOfTheConfigurationKind() {
    for text in ["", "- a", "model: [", "model: {a: b}"] {
      let diagnostics = read(text).diagnostics
      #expect(!diagnostics.isEmpty)
      #expect(diagnostics.allSatisfy { $0.kind == .configuration && $0.severity == .error })
    }
  }

  @Test func aModelWithoutLevelsTakesAPlainList() throws {
    let text = criterion("  requirement: [{from: 2020-01-01, is: required}]\n").replacing(
      "levels: [one, two]\n", with: "")
    let set = try #require(read(text).value)
    #expect(set.criteria[0].requirement(at: .only, on: try day("2020-01-01")) == .required)
  }
}
