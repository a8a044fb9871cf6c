import Markdown
import Words

/// Columns of lists of people.
package enum PeopleColumn: String {
  case name, handle, organization, domain, role, status, email, location

  /// The meaning of a heading; nil for an unknown heading.
  static func recognize(_ heading: String) -> PeopleColumn? {
    let words = heading.lowercaseWords
    if let exact = Lexicon.people.columns[words.joined(separator: " ")] { return PeopleColumn(rawValue: exact) }
    if words.contains("github") || words.contains("gitlab") || words.contains("username") || words.contains("handle") {
      let namesAccount =
        words.contains("username") || words.contains("handle") || words.contains("id") || words.contains("login")
      // `GitHub Role`, `GitHub Team`: a place on the code host, no account.
      if !namesAccount, let place = words.first(where: isPlaceOfHost) {
        return place.hasPrefix("repo") ? .domain : nil
      }
      return words.contains("email") ? .email : .handle
    }
    if words.contains("employer") || words.contains("affiliation") || words.contains("company")
      || words.contains("organization") || words.contains("organisation") || words.contains("affiliations")
    {
      return .organization
    }
    if words.contains("email") || words.contains("mail") { return .email }
    if words.contains("name") { return .name }
    if words.contains("responsibilities") || words.contains("responsibility") || words.contains("area")
      || words.contains("areas") || words.contains("domain") || words.contains("domains") || words.contains("expertise")
      || words.contains("focus") || words.contains("scope")
    {
      return .domain
    }
    if words.contains("role") || words.contains("roles") { return .role }
    if words.contains("maintainer") || words.contains("maintainers") { return .name }
    return nil
  }

  private static func isPlaceOfHost(_ word: String) -> Bool {
    word.hasPrefix("role") || word.hasPrefix("team") || word.hasPrefix("group") || word.hasPrefix("permission")
      || word.hasPrefix("repo") || word.hasPrefix("org") || word.hasPrefix("project") || word.hasPrefix("issue")
      || word.hasPrefix("label") || word == "access" || word == "rights" || word == "level"
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
