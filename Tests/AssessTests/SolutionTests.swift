import Diagnostics
import Testing

@testable import Assess

/// Edits that findings offer can be applied as they are.
@Suite struct SolutionTests {
  /// A text with a stretch of one line replaced.
  private func text(_ text: String, with edit: Replacement) -> String {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    var scalars = Array(lines[edit.location.line - 1].unicodeScalars)
    scalars.replaceSubrange((edit.location.column - 1)..<(edit.location.endColumn - 1), with: edit.text.unicodeScalars)
    lines[edit.location.line - 1] = String(String.UnicodeScalarView(scalars))
    return lines.joined(separator: "\n")
  }

  @Test(arguments: [
    "groups/misspelled-frequency", "links/branch-drift", "links/malformed", "links/not-a-link", "people/handle-case",
    "claim/maintainer-count", "claim/adopter-count", "claim/role-count",
  ])
  func mendWhatTheyAreFor(id: String) async throws {
    let rule = try #require(Rule.named(id))
    let example = try #require(rule.examples.first { !$0.findings.isEmpty })
    func findings(_ files: [String: String]) async -> [Finding] {
      await assess(files).value.flatMap(\.findings).filter { $0.rule == rule.id }
    }
    let edits = await findings(example.files).flatMap(\.solutions).flatMap(\.replacements)
    #expect(edits.count == example.findings.count)
    var files = example.files
    for edit in edits { files[edit.location.path] = text(files[edit.location.path] ?? "", with: edit) }
    #expect(await findings(files) == [])
  }

  /// The edits for links that a document with these lines has, and whether they are safe.
  private func solutions(_ rule: RuleID, _ files: [String: String]) async -> [String] {
    await assess(files).value.flatMap(\.findings).filter { $0.rule == rule }.flatMap(\.solutions).flatMap { solution in
      solution.replacements.map { "\($0.text)\(solution.isSafe ? "" : " if asked for")" }
    }
  }

  @Test func linksLeadToWhereADocumentLiesNow() async {
    var files = Dictionary(
      uniqueKeysWithValues: (["g"] + (1...12).map(String.init)).map { ("docs/\($0).md", "# Page\n") })
    files["README.md"] =
      "# Example\n\n" + files.keys.sorted().map { "[x](\($0))\n" }.joined() + "\n[g](g.md) [r](x/README.md)\n"
    #expect(await solutions("links/broken", files) == ["docs/g.md"])
  }

  @Test func aMistypedNameMayMeanItsNeighborAndNeverAnotherNumber() async {
    var files = Dictionary(
      uniqueKeysWithValues: (["adopters", "release-1"] + (1...24).map(String.init)).map {
        ("docs/\($0).md", "# Page\n")
      })
    files["README.md"] =
      "# Example\n\n" + files.keys.sorted().map { "[x](\($0))\n" }.joined()
      + "\n[a](docs/adpoters.md) [b](docs/release-2.md) [c](docs/x.md)\n"
    #expect(await solutions("links/broken", files) == ["docs/adopters.md if asked for"])
  }

  @Test func anAnchorOfTheSameLettersIsMeantAndANearOneMayBe() async {
    let files = [
      "README.md": "# Example\n\n[a](GUIDE.md#how-to--build) [b](GUIDE.md#releasse)\n",
      "GUIDE.md": "# Guide\n\n## How to build\n\n## Release\n",
    ]
    #expect(await solutions("links/dead-anchor", files) == ["GUIDE.md#how-to-build", "GUIDE.md#release if asked for"])
  }

  @Test func aNameIsNoAccount() {
    let source = SourceText(path: "a.md", text: "| Ann Example | [@Ann](https://github.com/Ann) | Ann-Corp |\n")
    #expect(source.places(ofAccount: "Ann", onLine: 1).map(\.column) == [19, 43])
    #expect(SourceText(path: "OWNERS", text: "- Ann # lead\n").places(ofAccount: "Ann", onLine: 1).map(\.column) == [3])
  }
}
