import Intake
import Words

extension Rule {
  static let peopleEmeritusLead = Rule(
    id: "people/emeritus-lead",
    summary: "a former maintainer who still leads a group in the group data",
    why: "People who want to reach the group write to someone who has left.",
    howToFix: "name the current lead, or take the person off the emeritus list",
    examples: [
      Example(
        [
          "MAINTAINERS.md": Samples.maintainersAndEmeritus,
          "sigs.yaml":
            "sigs:\n- name: Docs\n  dir: sig-docs\n  leadership:\n    chairs:\n    - ↓{github: cid, name: Cid Example}\n",
        ],
        finds: ["cid is a former maintainer but is still chair of Docs"]),
      Example([
        "MAINTAINERS.md": Samples.maintainersAndEmeritus,
        "sigs.yaml":
          "sigs:\n- name: Docs\n  dir: sig-docs\n  leadership:\n    chairs:\n    - {github: ann, name: Ann Example}\n    emeritus_leads:\n    - {github: cid, name: Cid Example}\n",
      ]),
    ]
  ) { data, rule in
    let former = Dictionary(
      firstOf: data.emeritus.filter { data.document($0.location.path)?.kind == .maintainers }.compactMap { person in
        person.handle.map { (NameFolding.handle($0), person) }
      })
    let leads = data.dataGroups.flatMap { group in
      group.leads.map { ($0, group.name) } + group.subprojects.flatMap { part in part.leads.map { ($0, part.name) } }
    }
    return leads.compactMap { lead, group -> Finding? in
      guard Lexicon.findings.leadRoles.contains(lead.role), let handle = lead.handle.map(NameFolding.handle),
        let person = former[handle]
      else { return nil }
      let role = lead.role == "tech-lead" ? "technical lead" : lead.role
      return rule.finding(
        .note, "\(handle) is a former maintainer but is still \(role) of \(group)", key: "\(handle) \(group)",
        at: [.init(.claim, lead.location), .init(.fact, person.location)], confidence: .medium)
    }
  }
}
