import StructuredData
import Words

/// How long somebody is chosen for, as rows and brackets of lists of people say it.
enum Term {
  /// The last day of the term that a remark names, `term ending February 2026`; nil when it is about something else.
  static func end(in remark: String) -> CalendarDate? {
    let words = remark.lowercaseWords
    guard isAboutTerm(words) || words.contains(where: Lexicon.people.termEnds.contains) else { return nil }
    return last(in: remark, isEnd: words.contains(where: Lexicon.people.termEnds.contains))
  }

  /// The last year of the term that a title is about, `2024-2025 term`; nil when it names more than that.
  static func lastYear(of title: String) -> Int? {
    guard title.utf8.count < 40 else { return nil }
    let words = title.lowercased().runsOfLettersAndNumbers.map(String.init)
    let years = words.compactMap { Int($0) }.filter { (1990...2100).contains($0) }
    guard words.count == years.count + 1, words.contains(where: { Lexicon.people.termColumns.contains($0) }) else {
      return nil
    }
    return years.max()
  }

  /// Whether the words of a heading are about terms.
  static func isAboutTerm(_ words: [String]) -> Bool {
    words.contains { word in Lexicon.people.termColumns.contains(where: word.hasPrefix) }
  }

  /// The column that tells when terms end, and whether its heading says so; nil where none does.
  static func column(_ headings: [String], isFree: (Int) -> Bool) -> (index: Int, isEnd: Bool)? {
    let words = headings.map(\.lowercaseWords)
    func first(_ isMeant: ([String]) -> Bool) -> Int? { words.indices.first { isFree($0) && isMeant(words[$0]) } }
    if let end = first({ isAboutTerm($0) && $0.contains(where: Lexicon.people.termEnds.contains) }) {
      return (end, true)
    }
    return first(isAboutTerm).map { ($0, false) }
  }

  /// The last day that a text names; where nothing says that it is an end, a second date has to.
  static func last(in text: String, isEnd: Bool) -> CalendarDate? {
    let dates = DateScanner.dates(in: text)
    guard let last = dates.last, isEnd || dates.count > 1 || last.first.year != last.last.year else { return nil }
    return last.last
  }
}
