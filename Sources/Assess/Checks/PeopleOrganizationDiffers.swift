import Diagnostics
import Intake

extension Rule {
  static let peopleOrganizationDiffers = Rule(
    id: "people/organization-differs",
    summary: "a person with different organizations in different places",
    why: "Independence is counted by employer; one of the two places was not updated when the person moved.",
    howToFix: "write the current employer in both places",
    examples: [
      Example(
        [
          "MAINTAINERS.md": Samples.maintainers.marked("| Bob"),
          "sigs.yaml":
            "sigs:\n- name: Docs\n  dir: sig-docs\n  leadership:\n    chairs:\n    - {github: bob, name: Bob Example, company: Hooli}\n",
        ],
        finds: ["bob works for Globex here but for Hooli in sigs.yaml"]),
      Example(
        [
          "MAINTAINERS.md": Samples.maintainers.marked("| Bob")
            + "| Bob Example | [bob](https://github.com/bob) | Hooli | site |\n"
        ],
        finds: ["bob works for Globex here but for Hooli in line 7"]),
      Example([
        "MAINTAINERS.md": Samples.maintainers,
        "sigs.yaml":
          "sigs:\n- name: Docs\n  dir: sig-docs\n  leadership:\n    chairs:\n    - {github: Bob, name: Bob Example, company: Globex Inc}\n",
      ]),
    ]
  ) { data, rule in
    var known: [String: Listing] = [:]
    var told: Set<String> = []
    return data.listings.compactMap { listing -> Finding? in
      guard let handle = listing.handle.map(NameFolding.handle), let organization = listing.organization,
        !Folding.letters(organization).isEmpty
      else { return nil }
      guard let other = known.keepFirst(listing, forKey: handle), let before = other.organization,
        !data.areSame(before, organization),
        told.insert("\(handle) \(Folding.letters(organization))").inserted
      else { return nil }
      let isHere = other.location.path == listing.location.path
      let place = isHere ? "line \(listing.location.line)" : listing.location.path
      return rule.finding(
        .note, "\(handle) works for \(before) here but for \(organization) in \(place)",
        key: "\(handle) \(Folding.letters(organization))",
        at: [.init(.fact, other.location), .init(.fact, listing.location)], confidence: .medium, expected: before,
        actual: organization)
    }
  }
}
