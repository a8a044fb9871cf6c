import Words

/// Columns, labels and keys of lists of adopters.
enum AdopterColumn: String {
  case name, type, since, level, url, useCase, contact, logo

  /// The meaning of a heading or label; nil for an unknown one.
  static func recognize(_ heading: String) -> AdopterColumn? {
    let (heading, words) = (heading.lowercaseWords.joined(separator: " "), Lexicon.adopters)
    return (words.columns[heading] ?? words.columnWords.first(in: heading)).flatMap(AdopterColumn.init)
  }
}
