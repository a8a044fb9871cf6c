import Markdown

/// The members of a committee among the people of one document, by their rows and by what stands above these.
struct BodyRoster {
  private let document: SourceDocument
  private let headings: [Heading]
  /// Last lines of paragraphs that introduce a list.
  private let leads: [Int]
  /// Whole names by short ones.
  private let shortNames: [String: String]

  init(_ document: SourceDocument, shortNames: [String: String]) {
    self.document = document
    self.shortNames = shortNames
    headings = document.markdown?.headings ?? []
    leads = (document.markdown?.blocks ?? []).compactMap { block in
      guard case .paragraph = block.kind, block.plainText.hasSuffix(":") else { return nil }
      return block.lines.upperBound
    }
  }

  /// People who are said to be members of a body; nil for fewer than two. A part of the document without any
  /// organization is a list of former ones, or of no use for counting: where most stand in such parts, those that are
  /// left may be the ones whom one group has elected. Where no part has any, one list still says who votes.
  func members(of body: String) -> (people: [Person], haveOrganizations: Bool)? {
    let isOfMembers = document.kind == .membership
    let people = document.facts.people.filter { person in
      guard person.status == .active || person.status == .other && isOfMembers else { return false }
      return (person.role.hasSuffix("member") || person.role.hasPrefix("chair") || person.role.hasPrefix("co-chair"))
        && (person.role.hasPrefix(body) || isListed(person, of: body))
    }
    .map(withVote)
    let parts = Set(people.filter { $0.organization?.isEmpty == false }.map(part))
    guard !parts.isEmpty else {
      return people.count > 1 && Set(people.map(part)).count == 1 ? (people, false) : nil
    }
    let members = people.filter { parts.contains(part(of: $0)) }
    return members.count > 1 && members.count * 2 >= people.count ? (members, true) : nil
  }

  /// People of a list of which the heading right above names a narrower circle: "Core Maintainers".
  func people(below name: String, among people: [Person]) -> [Person] {
    people.filter { person in
      let index = part(of: person)
      return index >= 0 && person.location.path == document.path && NameFolding.name(headings[index].text).holds(name)
    }
  }

  /// The same, with the remark in their role that they have no vote, where their list is introduced or titled so:
  /// "Current non-voting members:".
  private func withVote(_ person: Person) -> Person {
    let line = person.location.line
    let index = part(of: person)
    let lead = leads.last { $0 < line }.flatMap { lead in index < 0 || headings[index].line < lead ? lead : nil }
    let title = lead.map { document.source.lineText($0) } ?? (index < 0 ? "" : headings[index].text)
    let words = NameFolding.name(title)
    guard DecisionLexicon.withoutVote.contains(where: { words.holds($0) }) else { return person }
    var person = person
    person.role += ", without vote"
    return person
  }

  /// The heading nearest above somebody, by number; -1 where there is none.
  private func part(of person: Person) -> Int { headings.lastIndex { $0.line < person.location.line } ?? -1 }

  /// Whether the nearest of the titles above somebody that names a committee names this one; where none does, what opens
  /// the document may say whose members it lists.
  private func isListed(_ person: Person, of body: String) -> Bool {
    var level = Int.max
    for heading in headings.prefix(part(of: person) + 1).reversed() where heading.level < level {
      level = heading.level
      if names(heading.text, body) { return true }
      if namesAnother(heading.text) { return false }
    }
    if names(document.title, body) { return true }
    return opening(before: person.location.line).contains { text in
      let words = NameFolding.name(text)
      return words.holds(" members") && words.holds(body)
    }
  }

  /// The first paragraphs of the document.
  private func opening(before line: Int) -> [String] {
    guard let blocks = document.markdown?.blocks else { return [] }
    return blocks.prefix(5).compactMap { block in
      guard case .paragraph = block.kind, block.lines.upperBound < line else { return nil }
      return block.plainText
    }
  }

  /// Whether a title names a body, by its whole or short name, or with the noun in front: "Committee: Technical
  /// Oversight".
  private func names(_ title: String, _ body: String) -> Bool {
    let folded = NameFolding.name(title)
    if folded.holds(body) { return true }
    let words = folded.split(separator: " ").map(String.init)
    if words.contains(where: { shortNames[$0] == body }) { return true }
    guard let noun = words.first, DecisionLexicon.committeeNouns.contains(noun) else { return false }
    return (words.dropFirst() + [noun]).joined(separator: " ") == body
  }

  private func namesAnother(_ title: String) -> Bool {
    let words = NameFolding.name(title).split(separator: " ").map(String.init)
    guard let noun = words.firstIndex(where: DecisionLexicon.committeeNouns.contains) else {
      return words.contains { shortNames[$0] != nil }
    }
    // "Committee Members" in a committee's own document is no other one.
    return noun > 0
  }
}
