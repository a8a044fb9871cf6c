import Diagnostics
import Intake

extension Rule {
  static let groupsOneOrganization = Rule(
    id: "groups/one-organization",
    summary: "groups whose chairs all work for the same organization",
    why: "A group whose chairs share an employer stops when that employer loses interest.",
    howToFix: "recruit a chair from another organization for some of the groups",
    examples: [
      Example(
        [
          "sigs.yaml": (1...4).map { number in
            "- name: G\(number)\n  dir: sig-\(number)\n  leadership:\n    chairs:\n    - {github: a\(number), name: A, company: Acme}\n    - {github: b\(number), name: B, company: Acme}\n"
          }.reduce("sigs:\n", +).marked("name: G1")
        ],
        finds: ["in all 4 groups with several chairs, all chairs of a group work for the same organization: Acme in 4"]),
      Example([
        "sigs.yaml": (1...4).map { number in
          "- name: G\(number)\n  dir: sig-\(number)\n  leadership:\n    chairs:\n    - {github: a\(number), name: A, company: Acme}\n    - {github: b\(number), name: B, company: Globex}\n"
        }.reduce("sigs:\n", +)
      ]),
    ]
  ) { data, rule in
    let groups = data.dataGroups.compactMap { group -> (Group, String?)? in
      let chairs = group.leads.filter { $0.role == "chair" }
      let names = chairs.compactMap(\.organization).map(data.community.organizations.identity)
      guard chairs.count >= 2, names.count == chairs.count, !names.contains("independent") else { return nil }
      return (group, Set(names).count == 1 ? data.community.organizations.name(for: chairs[0].organization ?? "") : nil)
    }
    let single = groups.filter { $0.1 != nil }
    guard groups.count >= 4, single.count == groups.count else { return [] }
    let names = single.compactMap(\.1)
    let counts = names.uniqued().map { name in (name, names.count { $0 == name }) }
      .enumerated().sorted { ($1.element.1, $0.offset) < ($0.element.1, $1.offset) }.map(\.element)
    return [
      rule.finding(
        .note,
        "in all \(groups.count) groups with several chairs, all chairs of a group work for the same organization: "
          + Rows.list(counts.map { "\($0.0) in \($0.1)" }), key: "chairs",
        at: single.map { .init(.fact, $0.0.location) })
    ]
  }
}
