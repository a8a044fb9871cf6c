import Intake
import StructuredData

extension Rule {
  static let powerAffiliationOutdated = Rule(
    id: "power/affiliation-outdated",
    summary: "two files give a person different organizations for longer than the community's own rule allows",
    why: "Votes are counted by organization, and one of the two files has been wrong for longer than the rule allows.",
    howToFix: "write the present employer in both files",
    examples: [
      Example(
        PowerSamples.moved(to: "Hooli").mapValues { $0.marked("| Bob") },
        after: [.init("2026-06-01", files: PowerSamples.moved(to: "Hooli"))],
        finds: [
          "Bob Example is of Globex here and of Hooli in sigs.yaml, both unchanged for more than the 30 days of the community's own rule"
        ]),
      // The list was changed two weeks ago.
      Example(
        PowerSamples.moved(to: "Hooli"),
        after: [
          .init("2026-06-01", files: PowerSamples.moved(to: "Hooli")),
          .init("2026-11-07", files: ["MAINTAINERS.md": PowerSamples.twoOfThree + "\n"]),
        ]),
      Example(
        PowerSamples.moved(to: "Globex"), after: [.init("2026-06-01", files: PowerSamples.moved(to: "Globex"))]),
    ]
  ) { data, rule in
    let deadlines = data.view.power.affiliation.filter { $0.kind == .updateDeadline && $0.days != nil }
    // Of several the one that allows most.
    guard let deadline = deadlines.max(by: { ($0.days ?? 0) < ($1.days ?? 0) }), let days = deadline.days else {
      return []
    }
    func isOld(_ listing: Listing) -> Bool {
      data.community.changes(of: listing.location.path).first.map { $0.date.days(to: data.asOf) > days } ?? false
    }
    var known: [String: Listing] = [:]
    return data.listings.compactMap { listing -> Finding? in
      guard let handle = listing.handle.map(NameFolding.handle), let organization = listing.organization,
        case .organization = Employment(organization),
        let first = known.keepFirst(listing, forKey: handle), let before = first.organization,
        !data.areSame(before, organization),
        isOld(first), isOld(listing)
      else { return nil }
      return rule.finding(
        .note,
        "\(listing.name) is of \(before) here and of \(organization) in \(listing.location.path), both unchanged "
          + "for more than the \(days) days of the community's own rule", key: handle,
        at: [.init(.fact, first.location), .init(.fact, listing.location), .init(.claim, deadline.location)],
        confidence: .medium)
    }
  }
}
