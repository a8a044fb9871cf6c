import Diagnostics
import Testing

/// What was probably meant, and when it is put in the place of what was written.
@Suite struct SolutionTests {
  /// What becomes of a line whose marked word is asked for among names.
  private func mended(
    _ line: String, _ word: String, at column: Int, length: Int? = nil, among names: [String]
  ) -> String {
    let place = Location(
      path: "a.yaml", line: 1, column: column, length: length ?? word.unicodeScalars.count, excerpt: line)
    guard let solution = Solution.meant(by: word, among: names, at: place) else { return "nothing" }
    let edits = solution.replacements.map { edit in
      let scalars = Array(line.unicodeScalars)
      let rest = scalars[(edit.location.endColumn - 1)...].map(Character.init)
      return String(scalars[..<(edit.location.column - 1)].map(Character.init)) + edit.text + String(rest)
    }
    return "\(solution.summary)\(solution.isSafe ? "!" : "") \(edits.joined())"
  }

  @Test func aNearNameIsAskedForAndOneOfTheSameLettersIsWritten() {
    #expect(mended("levl: x", "levl", at: 1, among: ["level", "label"]) == "did you mean `level`? level: x")
    #expect(mended("asOf: x", "asOf", at: 1, among: ["as_of"]) == "did you mean `as_of`?! as_of: x")
    #expect(mended("id: SEC-1", "SEC-1", at: 5, among: ["SEC-2"]) == "did you mean `SEC-2`? id: SEC-2")
    #expect(mended("a: other", "other", at: 4, among: ["level"]) == "nothing")
  }

  @Test func quotationMarksStay() {
    #expect(
      mended("a: \"levl\" # x", "levl", at: 4, length: 6, among: ["level"]) == "did you mean `level`? a: \"level\" # x")
    #expect(mended("a: 'levl'", "levl", at: 4, length: 6, among: ["level"]) == "did you mean `level`? a: 'level'")
  }

  @Test func whatIsNotKnownToTheCharacterIsOnlyAsked() {
    #expect(mended("a: cats", "cats", at: 4, among: ["cat", "cuts"]) == "did you mean `cat`? ", "two are as near")
    #expect(mended("a: \"l\\x65vl\"", "levl", at: 4, length: 6, among: ["level"]) == "did you mean `level`? ")
    #expect(mended("a: levl", "levl", at: 4, among: ["lev:l"]) == "did you mean `lev:l`?! ")
    #expect(Solution.meant(by: "levl", among: ["level"])?.replacements == [])
  }
}
