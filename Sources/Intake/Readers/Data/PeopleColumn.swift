import Markdown
import Words

package enum PeopleColumn: String {
  case name, handle, organization, domain, role, status, email, location

  /// The meaning of a heading; nil for an unknown heading.
  static func recognize(_ heading: String) -> PeopleColumn? {
    let words = heading.lowercaseWords
    let known = Lexicon.people
    if let exact = known.columns[words.joined(separator: " ")] { return PeopleColumn(rawValue: exact) }
    let meaning = known.columnWords.first { words.contains($0.word) }?.meaning
    guard words.contains(where: known.hostColumns.contains) else { return meaning.flatMap(PeopleColumn.init) }
    // `GitHub Role`, `GitHub Team`: a place on the code host, no account.
    if !words.contains(where: known.accountColumns.contains),
      let place = words.lazy.compactMap({ word in known.hostPlaces.first { word.hasPrefix($0.word) } }).first
    {
      return PeopleColumn(rawValue: place.meaning)
    }
    return meaning == "email" ? .email : .handle
  }
}

extension SourceDocument {
  /// The columns that the table of people around a line has, filled in or not; none where the line is in no table.
  package func peopleColumns(at line: Int) -> Set<PeopleColumn> {
    let blocks = (markdown?.blocks ?? []).filter { $0.lines.contains(line) }
    let table = blocks.lazy.compactMap { HeadedTable($0, recognize: PeopleColumn.recognize) }.first
    return Set(table?.columns.compactMap(\.self) ?? [])
  }
}
