import Intake
import Words

extension Rule {
  static let peopleTopOrganization = Rule(
    id: "people/top-organization",
    summary: "two thirds or more of the maintainers work for one organization",
    why: "If that organization withdraws, the project loses most of its maintainers.",
    howToFix:
      "recruit maintainers from other organizations, and say in the governance how votes are balanced until then",
    examples: [
      Example(
        [
          "MAINTAINERS.md": Samples.maintainers.marked("| Ann")
            + "| Dan Example | [dan](https://github.com/dan) | Acme | docs |\n"
        ],
        finds: ["2 of 3 active maintainers (67%) work for Acme"]),
      Example(
        ["MAINTAINERS.md": mailed("ann@acme.test bob@acme.test cid@gmail.com").marked("| Ann")],
        finds: ["2 of 3 active maintainers (67%) give an address of acme.test, and no row names an organization"]),
      Example(["MAINTAINERS.md": mailed("ann@gmail.com bob@gmail.com cid@acme.test")]),
      Example(["MAINTAINERS.md": Samples.maintainers]),
    ]
  ) { data, rule in
    let total = data.maintainers.count
    guard total >= 3 else { return [] }
    if data.organizations.isEmpty {
      return domain(data).map { [rule.finding(on: $0.name, $0.people, of: total)] } ?? []
    }
    guard data.employersAreKnown, let top = data.organizations.first, top.people.count * 3 >= total * 2 else {
      return []
    }
    let share = Rows.percent(top.people.count, of: total)
    return [
      rule.finding(
        .note, "\(top.people.count) of \(total) active maintainers (\(share)%) work for \(top.name)", key: top.name,
        at: top.people.map { .init(.fact, $0.location) }, actual: "\(share)%")
    ]
  }

  /// The domain of two thirds or more of the addresses in the maintainers' rows; none that anybody can have an address of.
  private static func domain(_ data: CommunityData) -> (name: String, people: [Person])? {
    let own = Folding.letters(data.community.name)
    let domains = data.maintainers.compactMap { person -> (name: String, person: Person)? in
      let source = data.document(person.location.path)?.source
      let addresses = source.map { MailAddresses.all(in: $0.lineText(person.location.line)) } ?? []
      return addresses.first.map { (LinkResolver.split($0, at: "@").1 ?? "", person) }
    }
    let people = Dictionary(grouping: domains, by: \.name).mapValues { $0.map(\.person) }
    guard let top = people.first(where: { $0.value.count * 3 >= data.maintainers.count * 2 }) else { return nil }
    let isOpen =
      Lexicon.organizations.mailHosts.contains { top.key == $0 || top.key.hasSuffix(".\($0)") }
      || Folding.letters(top.key).holds(own)
    return isOpen ? nil : (top.key, top.value)
  }

  private func finding(on domain: String, _ people: [Person], of total: Int) -> Finding {
    let share = Rows.percent(people.count, of: total)
    return finding(
      .note,
      "\(people.count) of \(total) active maintainers (\(share)%) give an address of \(domain), and no row names an "
        + "organization", key: domain, at: people.map { .init(.fact, $0.location) }, confidence: .medium,
      actual: "\(share)%")
  }

  private static func mailed(_ addresses: String) -> String {
    let rows = addresses.split(separator: " ").map {
      "| \($0.prefix(3).capitalized) Example | \($0.prefix(3)) | \($0) |\n"
    }
    return "# Maintainers\n\n| Name | GitHub | Email |\n|---|---|---|\n" + rows.joined()
  }
}
