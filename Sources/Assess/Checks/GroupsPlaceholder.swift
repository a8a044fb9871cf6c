import Diagnostics
import Intake
import Words

extension Rule {
  static let groupsPlaceholder = Rule(
    id: "groups/placeholder",
    summary: "a mission of a group that was never written",
    why: "Readers of the list learn nothing about the group.",
    howToFix: "write the mission in one sentence",
    examples: [
      Example(
        ["sigs.yaml": "sigs:\n- name: Docs\n  dir: sig-docs\n↓  mission_statement: Lorem Ipsum.\n"],
        finds: ["the mission of Docs is a placeholder: \"Lorem Ipsum.\""]),
      Example(["sigs.yaml": "sigs:\n- name: Docs\n  dir: sig-docs\n  mission_statement: Writes.\n"]),
    ]
  ) { data, rule in
    let placeholders = Lexicon.findings.noMission
    return data.dataGroups.compactMap { group in
      guard let mission = group.mission else { return nil }
      let letters = Folding.letters(mission)
      guard placeholders.contains(letters) || letters.hasPrefix("loremipsum") else { return nil }
      var text = mission.split(separator: "\n").first.map(String.init) ?? mission
      if text.utf8.count > 60 { text = String(text.prefix(60)) + "…" }
      return rule.finding(
        .note, "the mission of \(group.name) is a placeholder: \"\(text)\"", key: group.name,
        at: [.init(.fact, data.line(holding: text, within: 20, from: group.location) ?? group.location)])
    }
  }
}
