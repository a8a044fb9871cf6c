import Criteria
import Diagnostics
import Intake

extension Rule {
  static let adoptersInterviewed = Rule(
    id: "adopters/interviewed",
    summary: "an interviewed adopter that employs maintainers",
    why: "Interviews are to show use by organizations that do not run the project themselves.",
    howToFix: "interview another adopter, or say that this one is not independent",
    examples: [
      Example(
        applicationEnd:
          "## Adoption\n\n↓### Adopter 1 - Acme / Retail\n\nThey run it.\n\n### Adopter 2 - Stark\n\nThey do, too.\n",
        beside: ["MAINTAINERS.md": Samples.maintainers],
        finds: ["the interviewed adopter Acme employs maintainers: ann"]),
      Example(
        applicationEnd:
          "## Adoption\n\n### Adopter 1 - Retail\n\nThey left Acme.\n\n### Acme - Adopter program\n\nThey do, too.\n",
        beside: ["MAINTAINERS.md": Samples.maintainers]),
      Example(
        applicationEnd:
          "#### Adoption\n\n↓##### Acme\n\n###### Usage\n\nThey run it.\n\n##### Stark\n\n###### Acme\n\nIt sells it.\n"
          + "\n#### Acme\n\nIt makes it.\n",
        beside: ["MAINTAINERS.md": Samples.maintainers],
        finds: ["the interviewed adopter Acme employs maintainers: ann"]),
      // A part of an organization, and maintainers of a committee's list who own the code.
      Example(
        applicationEnd: "## Adoption\n\n↓##### Adopter 1 - Acme Data & AI / Logistics\n\nThey run it.\n",
        beside: [
          "OWNERS": "approvers: [ann, bob]\n",
          "steering/README.md": Samples.maintainers.replacing("Maintainers", with: "Steering Committee Members"),
        ],
        finds: ["the interviewed adopter Acme Data & AI employs maintainers: ann"]),
    ]
  ) { data, rule in
    data.assertingDocuments.flatMap { document in
      interviews(in: document).compactMap { name, line in
        rule.finding(onEmployer: name, "the interviewed adopter \(name)", line: line, of: document, data)
      }
    }
  }

  /// Organizations that tell their stories, by headings: `Adopter 1 - Acme / Retail`, or just `Acme` below `Adoption`.
  private static func interviews(in document: SourceDocument) -> [(name: String, line: Int)] {
    var (adoption, level) = (Int.max, 0)
    return (document.markdown?.headings ?? []).compactMap { heading in
      let letters = heading.text.lowercased()
      if heading.level <= adoption { adoption = letters == "adoption" ? heading.level : .max }
      if heading.level == adoption { level = 0 }
      let isBelow = adoption < heading.level && (level == 0 || level == heading.level)
      if isBelow { level = heading.level }
      let own = isBelow && !letters.holds("adopter") ? organization(heading.text[...]) : nil
      return (numbered(heading.text) ?? own).map { ($0, heading.line) }
    }
  }

  /// The organization of a heading of the form, `Adopter 1 - Acme / Retail`.
  private static func numbered(_ heading: String) -> String? {
    let letters = heading.lowercased()
    guard letters.hasPrefix("adopter"), let digit = letters.dropFirst(7).first(where: { $0 != " " }), digit.isNumber
    else { return nil }
    let parts = heading.split { "-\u{2013}\u{2014}:".contains($0) }
    return parts.count >= 2 ? organization(heading[parts[1].startIndex...]) : nil
  }

  private static func organization(_ text: Substring) -> String? {
    let text = text.replacing(" - ", with: "/").replacing(" \u{2013} ", with: "/")
    let name = text.drop { "-\u{2013}\u{2014}:/ ".contains($0) }.prefix { !"/(,".contains($0) }.split(separator: " ")
    return (1...5).contains(name.count) ? name.joined(separator: " ") : nil
  }
}

extension Rule {
  /// What is said of an adopter that a document names and that employs maintainers; nil for one that employs none.
  /// `subject` is the beginning of the sentence.
  func finding(
    onEmployer name: String, _ subject: String, line: Int, of document: SourceDocument, _ data: CommunityData,
    criterion: CriterionID? = nil
  ) -> Finding? {
    let people = data.maintainers(employedBy: name)
    guard let first = people.first else { return nil }
    return finding(
      data.isPending(document) ? .warning : .note,
      "\(subject) employs maintainers: " + Rows.list(people.map { $0.handle ?? $0.name }), key: name,
      at: [.init(.claim, document.source.location(line: line)), .init(.fact, first.location)],
      confidence: .medium, criterion: criterion)
  }
}

extension CommunityData {
  /// The active maintainers who work for an organization, or for one that has a part of this name: `Acme Data & AI`.
  fileprivate func maintainers(employedBy name: String) -> [Person] {
    let words = name.wordsOfLetters
    return maintainers.filter { person in
      guard let organization = person.organization, Employment(organization) != .independent else { return false }
      return community.organizations.areSame(name, organization) || words.starts(with: organization.wordsOfLetters)
    }
  }
}
