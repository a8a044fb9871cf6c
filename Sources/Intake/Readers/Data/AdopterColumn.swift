import Words

/// Columns, labels and keys of lists of adopters.
enum AdopterColumn: String {
  case name, type, since, level, url, useCase, contact, logo

  /// The meaning of a heading given as lower-case words; nil for an unknown one.
  static func recognize(_ heading: String) -> AdopterColumn? {
    let words = Lexicon.adopters
    return (words.columns[heading] ?? words.columnWords.first(in: heading)).flatMap(AdopterColumn.init)
  }

}
