import Diagnostics
import Intake

extension Rule {
  static let peopleHandleDiffers = Rule(
    id: "people/handle-differs",
    summary: "a person with different accounts in different files",
    why: "One of the accounts is wrong or out of date, and rights may depend on it.",
    howToFix: "write the current account in every file",
    examples: [
      Example(
        [
          "MAINTAINERS.md": Samples.maintainers.marked("| Ann"),
          "sigs.yaml":
            "sigs:\n- name: Docs\n  dir: sig-docs\n  leadership:\n    chairs:\n    - {github: ann-example, name: Ann Example, company: Acme}\n",
        ],
        finds: ["Ann Example is `ann` here but `ann-example` in sigs.yaml"]),
      Example([
        "MAINTAINERS.md": Samples.maintainers,
        "sigs.yaml":
          "sigs:\n- name: Docs\n  dir: sig-docs\n  leadership:\n    chairs:\n    - {github: Ann, name: Ann Example, company: Acme}\n",
      ]),
    ]
  ) { data, rule in
    var known: [String: Listing] = [:]
    var told: Set<String> = []
    return data.listings.compactMap { listing -> Finding? in
      let name = Folding.letters(listing.name)
      // A single word is a nickname that several people may have.
      guard let handle = listing.handle, listing.name.split(separator: " ").count >= 2, name.utf8.count >= 6 else {
        return nil
      }
      guard let other = known.keepFirst(listing, forKey: name), let before = other.handle,
        NameFolding.handle(before) != NameFolding.handle(handle), other.location.path != listing.location.path,
        told.insert("\(name) \(NameFolding.handle(handle))").inserted
      else { return nil }
      return rule.finding(
        .note, "\(other.name) is `\(before)` here but `\(handle)` in \(listing.location.path)",
        key: "\(name) \(NameFolding.handle(handle))",
        at: [.init(.fact, other.location), .init(.fact, listing.location)], confidence: .medium, expected: before,
        actual: handle)
    }
  }
}
