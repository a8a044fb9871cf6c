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

  /// The runs of ASCII letters in a text: one that names a project has all of its name's.
  static func words(of text: String) -> [ArraySlice<UInt8>] {
    Array(text.utf8).split { !$0.isASCIILetter }
  }
}
