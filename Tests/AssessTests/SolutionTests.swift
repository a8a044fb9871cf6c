import Assess
import Diagnostics
import Testing

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

  @Test(arguments: ["groups/misspelled-frequency", "links/branch-drift"])
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
}
