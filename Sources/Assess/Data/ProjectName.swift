import Words

/// The name of a project, made ready to be looked for in many documents.
struct ProjectName: Sendable {
  /// As it is written.
  let text: String
  /// Folded, so that two spellings of one project are equal.
  let letters: String
  /// Its runs of ASCII letters: a text that names it has all of them.
  let words: [ArraySlice<UInt8>]

  init(_ text: String) {
    self.text = text
    letters = Folding.letters(text)
    words = Self.words(of: text)
  }

  /// The runs of ASCII letters in a text.
  static func words(of text: String) -> [ArraySlice<UInt8>] {
    Array(text.utf8).split { $0 | 0x20 < 0x61 || $0 | 0x20 > 0x7A }
  }
}
