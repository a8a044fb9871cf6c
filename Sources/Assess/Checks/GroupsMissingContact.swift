import Intake

extension Rule {
  static let groupsMissingContact = Rule(
    id: "groups/missing-contact",
    summary: "groups of the group data without a way to reach them",
    why: "Communities are asked to list all their channels, including those of groups.",
    howToFix: "add the chat channel or mailing list",
    examples: [
      Example(
        [
          "sigs.yaml":
            "sigs:\n- ↓name: Network\n  dir: sig-network\n- name: Docs\n  dir: sig-docs\n  contact:\n    slack: docs\n"
        ],
        finds: ["1 of 2 groups has no contact: Network"]),
      Example(["sigs.yaml": "sigs:\n- name: Docs\n  dir: sig-docs\n  contact:\n    slack: docs\n"]),
    ]
  ) { data, rule in
    let groups = data.dataGroups.filter { [.sig, .wg, .userGroup, .committee].contains($0.kind) }
    let without = groups.filter { $0.contact?.slack == nil && $0.contact?.mailingList == nil }
    guard !without.isEmpty, without.count < groups.count else { return [] }
    return [
      rule.finding(
        .note,
        "\(without.count) of \(groups.count) groups \(without.count == 1 ? "has" : "have") no contact: "
          + Rows.list(without.map(\.name)),
        key: "groups", at: without.map { .init(.fact, $0.location) })
    ]
  }
}
