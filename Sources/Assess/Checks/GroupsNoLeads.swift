import Intake

extension Rule {
  static let groupsNoLeads = Rule(
    id: "groups/no-leads",
    summary: "a group of the group data without chairs or leads",
    why: "Nobody is responsible for the group.",
    howToFix: "name a chair, or retire the group",
    examples: [
      Example(
        [
          "sigs.yaml":
            "sigs:\n- ↓name: Network\n  dir: sig-network\n- name: Docs\n  dir: sig-docs\n  leadership:\n    chairs:\n    - {github: ann, name: Ann}\n"
        ],
        finds: ["Network has no chair or lead"]),
      Example([
        "sigs.yaml":
          "sigs:\n- name: Docs\n  dir: sig-docs\n  leadership:\n    chairs:\n    - {github: ann, name: Ann}\n"
      ]),
    ]
  ) { data, rule in
    // Where no group has leads, the data does not record them.
    guard data.dataGroups.contains(where: { !$0.leads.isEmpty }) else { return [] }
    return data.dataGroups.filter { [.sig, .wg].contains($0.kind) && !$0.leads.contains { $0.role != "emeritus" } }.map
    {
      rule.finding(.note, "\($0.name) has no chair or lead", key: $0.name, at: [.init(.fact, $0.location)])
    }
  }
}
