import Diagnostics
import Intake

extension Rule {
  static let peopleOrganizationDiffers = Rule(
    id: "people/organization-differs",
    summary: "one account with different organizations in different files",
    why: "Independence is counted by employers; one of the two files was not updated when the person moved.",
    howToFix: "write the present employer in both files",
    examples: [
      Example(
        [
          "MAINTAINERS.md": Samples.maintainers.marked("| Bob"),
          "sigs.yaml":
            "sigs:\n- name: Docs\n  dir: sig-docs\n  leadership:\n    chairs:\n    - {github: bob, name: Bob Example, company: Hooli}\n",
        ],
        finds: ["bob works for Globex here and for Hooli elsewhere"]),
      Example(
        [
          "MAINTAINERS.md": Samples.maintainers,
          "sigs.yaml":
            "sigs:\n- name: Docs\n  dir: sig-docs\n  leadership:\n    chairs:\n    - {github: Bob, name: Bob Example, company: Globex Inc}\n",
        ],
        finds: []),
    ]
  ) { data, rule in
    var known: [String: Listing] = [:]
    var told: Set<String> = []
    return data.listings.compactMap { listing -> Finding? in
      guard let handle = listing.handle.map(Folding.handle), let organization = listing.organization,
        !Folding.letters(organization).isEmpty
      else { return nil }
      guard let other = known.keepFirst(listing, forKey: handle), let before = other.organization,
        !data.areSame(before, organization), !data.community.organizations.areSame(before, organization),
        told.insert("\(handle) \(Folding.letters(organization))").inserted
      else { return nil }
      return rule.finding(
        .note, "\(handle) works for \(before) here and for \(organization) elsewhere",
        key: "\(handle) \(Folding.letters(organization))",
        at: [.init(.fact, other.location), .init(.fact, listing.location)], confidence: .medium, expected: before,
        actual: organization)
    }
  }
}
