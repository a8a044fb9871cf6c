@testable import Assess
import Intake

extension Rule {
  static let groupsSameFolder = Rule(
    id: "groups/same-folder",
    summary: "two groups that name the same folder",
    why: "Their charters and notes are taken for each other's.",
    howToFix: "give each group a folder of its own",
    examples: [
      Example(
        ["sigs.yaml": "sigs:\n- name: Docs\n  dir: sig-docs\n- ↓name: Manuals\n  dir: sig-docs\n"],
        finds: ["Manuals and Docs name the same folder, sig-docs"]),
      Example(["sigs.yaml": "sigs:\n- name: Docs\n  dir: sig-docs\n- name: Manuals\n  dir: sig-manuals\n"]),
    ]
  ) { data, rule in
    var owners: [String: Group] = [:]
    return data.dataGroups.compactMap { group in
      guard let folder = group.dir else { return nil }
      guard let owner = owners[folder] else {
        owners[folder] = group
        return nil
      }
      return rule.finding(
        .warning, "\(group.name) and \(owner.name) name the same folder, \(folder)", key: folder,
        at: [.init(.fact, group.location), .init(.fact, owner.location)])
    }
  }
}
