/// The name of a project, made ready to be looked for in many documents.
struct ProjectName: Sendable {
  /// As it is written.
  let text: String
  /// Folded, so that two spellings of one project are equal.
  let letters: String

  init(_ text: String) {
    self.text = text
    letters = Folding.letters(text)
  }
}
