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
    ]
  ) { data, rule in
    guard data.hasMaintainerList else { return [] }
    return data.assertingDocuments.flatMap { document in
      (document.markdown?.headings ?? []).compactMap { heading -> Finding? in
        guard let name = interviewed(heading.text), data.view.employsMaintainers(name) else { return nil }
        let people = data.maintainers.filter { $0.organization.map { data.areSame(name, $0) } ?? false }
        guard let first = people.first else { return nil }
        return rule.finding(
          data.isPending(document) ? .warning : .note,
          "the interviewed adopter \(name) employs maintainers: "
            + Rows.list(people.map { $0.handle ?? $0.name }), key: name,
          at: [.init(.claim, document.source.location(line: heading.line)), .init(.fact, first.location)],
          confidence: .medium)
      }
    }
  }

  /// The organization of a heading of the form, `Adopter 1 - Acme / Retail`.
  private static func interviewed(_ heading: String) -> String? {
    let letters = heading.lowercased()
    guard letters.hasPrefix("adopter"), let digit = letters.dropFirst(7).first(where: { $0 != " " }), digit.isNumber
    else { return nil }
    let parts = heading.split { "-\u{2013}\u{2014}:".contains($0) }
    guard parts.count >= 2 else { return nil }
    let name = heading[parts[1].startIndex...].prefix { !"/(".contains($0) }.split(separator: " ")
    return (1...5).contains(name.count) ? name.joined(separator: " ") : nil
  }
}
