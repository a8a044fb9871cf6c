import Intake

extension Rule {
  static let groupsSubprojectNoLead = Rule(
    id: "groups/subproject-no-lead",
    summary: "subprojects of the group data without a lead",
    why: "Leadership of subprojects is asked for at graduation.",
    howToFix: "name a lead for each, or say that the group's chairs lead it",
    examples: [
      Example(
        [
          "sigs.yaml":
            "sigs:\n- name: Docs\n  dir: sig-docs\n  subprojects:\n  - name: guide\n    leads:\n    - {github: ann, name: Ann}\n  - ↓name: site\n    owners: [https://example.org/OWNERS]\n"
        ],
        finds: ["1 of 2 subprojects has no lead: site"]),
      Example([
        "sigs.yaml":
          "sigs:\n- name: Docs\n  dir: sig-docs\n  subprojects:\n  - name: guide\n    leads:\n    - {github: ann, name: Ann}\n"
      ]),
    ]
  ) { data, rule in
    let all = data.dataGroups.flatMap(\.subprojects)
    let without = all.filter(\.leads.isEmpty)
    // Where most have none, subprojects are led by their owners.
    guard !without.isEmpty, without.count * 2 <= all.count else { return [] }
    return [
      rule.finding(
        .note,
        "\(without.count) of \(all.count) subprojects \(without.count == 1 ? "has" : "have") no lead: "
          + Rows.list(without.map(\.name)),
        key: "subprojects", at: without.map { .init(.fact, $0.location) })
    ]
  }
}
