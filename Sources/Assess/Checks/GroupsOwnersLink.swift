import Diagnostics
import Intake

extension Rule {
  static let groupsOwnersLink = Rule(
    id: "groups/owners-link",
    summary: "a subproject whose OWNERS file is not where the group data says",
    why: "The link is how people look up who may approve changes to a subproject.",
    howToFix: "correct the address, or retire the subproject",
    examples: [
      Example(
        [
          "sitegen.yaml": Samples.workspace, "docs/README.md": "# Docs\n", "docs/guide/OWNERS": "approvers: [ann]\n",
          "docs/site/README.md": "# Site\n",
          "docs/sigs.yaml":
            "sigs:\n- name: Docs\n  dir: sig-docs\n  subprojects:\n  - name: guide\n    owners: [https://raw.githubusercontent.com/example/docs/main/guide/OWNERS]\n  - name: site\n↓    owners: [https://raw.githubusercontent.com/example/docs/main/site/OWNERS]\n",
        ],
        finds: ["site/OWNERS does not exist, but the group data links it for site"]),
      Example([
        "sitegen.yaml": Samples.workspace, "docs/README.md": "# Docs\n", "docs/guide/OWNERS": "approvers: [ann]\n",
        "docs/sigs.yaml":
          "sigs:\n- name: Docs\n  dir: sig-docs\n  subprojects:\n  - name: guide\n    owners: [https://raw.githubusercontent.com/example/docs/main/guide/OWNERS]\n  - name: site\n    owners: [https://raw.githubusercontent.com/example/site/main/OWNERS]\n",
      ]),
    ]
  ) { data, rule in
    let links = data.dataGroups.flatMap { group in
      group.subprojects.flatMap { part in
        part.owners.map { url in (entry: (part, url), target: data.resolver.target(of: url, in: group.location.path)) }
      }
    }
    return data.missing(links).map { entry, path in
      let (part, url) = entry
      return rule.finding(
        .note, "\(path) does not exist, but the group data links it for \(part.name)", key: url,
        at: [.init(.claim, data.line(holding: url, within: 60, from: part.location) ?? part.location)],
        confidence: .medium)
    }
  }
}
