import Intake

extension Rule {
  static let groupsNoLeads = Rule(
    id: "groups/no-leads",
    summary: "a group of the group data without chairs or leads",
    why: "Nobody answers for the group.",
    howToFix: "name a chair, or retire the group",
    examples: [
      Example(
        [
          "sigs.yaml":
            "sigs:\n- name: Network\n  dir: sig-network\n- name: Docs\n  dir: sig-docs\n  leadership:\n    chairs:\n    - {github: ann, name: Ann}\n"
        ],
        finds: ["Network has no chair and no lead"]),
      Example(
        [
          "sigs.yaml":
            "sigs:\n- name: Docs\n  dir: sig-docs\n  leadership:\n    chairs:\n    - {github: ann, name: Ann}\n"
        ],
        finds: []),
    ]
  ) { data, rule in
    // Where no group has leads, the data does not record them.
    guard data.dataGroups.contains(where: { !$0.leads.isEmpty }) else { return [] }
    return data.dataGroups.filter { [.sig, .wg].contains($0.kind) && !$0.leads.contains { $0.role != "emeritus" } }.map
    {
      rule.finding(.note, "\($0.name) has no chair and no lead", key: $0.name, at: [.init(.fact, $0.location)])
    }
  }

  static let subprojectsNoLead = Rule(
    id: "groups/subproject-no-lead",
    summary: "subprojects of the group data without a lead",
    why: "Leadership of subprojects is asked for at graduation.",
    howToFix: "name a lead for each, or say that the group's chairs lead it",
    examples: [
      Example(
        [
          "sigs.yaml":
            "sigs:\n- name: Docs\n  dir: sig-docs\n  subprojects:\n  - name: guide\n    leads:\n    - {github: ann, name: Ann}\n  - name: site\n    owners: [https://example.org/OWNERS]\n"
        ],
        finds: ["1 of 2 subprojects has no lead: site"]),
      Example(
        [
          "sigs.yaml":
            "sigs:\n- name: Docs\n  dir: sig-docs\n  subprojects:\n  - name: guide\n    leads:\n    - {github: ann, name: Ann}\n"
        ],
        finds: []),
    ]
  ) { data, rule in
    let all = data.dataGroups.flatMap(\.subprojects)
    let without = all.filter(\.leads.isEmpty)
    guard !without.isEmpty, without.count < all.count else { return [] }
    return [
      rule.finding(
        .note,
        "\(without.count) of \(all.count) subprojects \(without.count == 1 ? "has" : "have") no lead: "
          + Rows.list(without.map(\.name)),
        key: "subprojects", at: without.map { .init(.fact, $0.location) })
    ]
  }

  static let groupsMissingContact = Rule(
    id: "groups/missing-contact",
    summary: "groups of the group data without a way to reach them",
    why: "All channels are to be listed, those of groups too.",
    howToFix: "add the chat channel or mailing list",
    examples: [
      Example(
        [
          "sigs.yaml":
            "sigs:\n- name: Network\n  dir: sig-network\n- name: Docs\n  dir: sig-docs\n  contact:\n    slack: docs\n"
        ],
        finds: ["1 of 2 groups has no contact: Network"]),
      Example(["sigs.yaml": "sigs:\n- name: Docs\n  dir: sig-docs\n  contact:\n    slack: docs\n"], finds: []),
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

  static let groupsPlaceholder = Rule(
    id: "groups/placeholder",
    summary: "a mission of a group that was never written",
    why: "Readers of the list learn nothing about the group.",
    howToFix: "write the mission in a sentence",
    examples: [
      Example(
        ["sigs.yaml": "sigs:\n- name: Docs\n  dir: sig-docs\n  mission_statement: Lorem Ipsum.\n"],
        finds: ["the mission of Docs is a placeholder: \"Lorem Ipsum.\""]),
      Example(["sigs.yaml": "sigs:\n- name: Docs\n  dir: sig-docs\n  mission_statement: Writes.\n"], finds: []),
    ]
  ) { data, rule in
    let placeholders: Set<String> = ["loremipsum", "todo", "tbd", "tba", "placeholder", "fixme", "missionstatement"]
    return data.dataGroups.compactMap { group in
      guard let mission = group.mission else { return nil }
      let letters = Folding.letters(mission)
      guard placeholders.contains(letters) || letters.hasPrefix("loremipsum") else { return nil }
      var text = mission.split(separator: "\n").first.map(String.init) ?? mission
      if text.utf8.count > 60 { text = String(text.prefix(60)) + "…" }
      return rule.finding(
        .note, "the mission of \(group.name) is a placeholder: \"\(text)\"", key: group.name,
        at: [.init(.fact, group.location)])
    }
  }
}
