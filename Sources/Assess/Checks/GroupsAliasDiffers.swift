import Diagnostics
import Intake

extension Rule {
  static let groupsAliasDiffers = Rule(
    id: "groups/alias-differs",
    summary: "an alias for a group's leads that does not match the group data",
    why: "The alias grants rights, and it goes stale when the group data changes.",
    howToFix: "regenerate the aliases, or correct the group data",
    examples: [
      Example(
        ["sigs.yaml": Samples.meetings, "OWNERS_ALIASES": "aliases:\n  sig-docs-leads:\n  - ↓bob\n"],
        finds: [
          "`sig-docs-leads` does not match the leads of Docs in sigs.yaml: only the alias has bob; only sigs.yaml has ann"
        ]),
      Example(["sigs.yaml": Samples.meetings, "OWNERS_ALIASES": "aliases:\n  sig-docs-leads:\n  - Ann\n"]),
    ]
  ) { data, rule in
    let aliases = data.community.ownDocuments.filter { $0.kind == .ownersAliases }
    return aliases.flatMap { document -> [Finding] in
      let entries = document.facts.owners
      return entries.map(\.list).uniqued().compactMap { alias -> Finding? in
        let suffixes = ["-leads", "-chairs"]
        guard let suffix = suffixes.first(where: { alias.hasSuffix($0) }),
          let group = data.dataGroups.first(where: { $0.dir == String(alias.dropLast(suffix.count)) })
        else { return nil }
        let isLead: (Group.Lead) -> Bool = { lead in
          suffix == "-chairs" ? lead.role == "chair" : lead.role != "emeritus" && lead.role != "liaison"
        }
        let leads = Set(group.leads.filter(isLead).compactMap { $0.handle.map(NameFolding.handle) })
        let members = entries.filter { $0.list == alias }
        let held = Set(members.map { NameFolding.handle($0.name) })
        guard let first = members.first, !leads.isEmpty, leads != held else { return nil }
        let list = group.location.path
        let parts = [("the alias", held.subtracting(leads)), (list, leads.subtracting(held))].compactMap {
          place, names in
          names.isEmpty ? nil : "only \(place) has \(Rows.list(names.sorted()))"
        }
        return rule.finding(
          .note,
          "`\(alias)` does not match the leads of \(group.name) in \(list): \(parts.joined(separator: "; "))",
          key: alias, at: [.init(.claim, first.location), .init(.fact, group.location)], confidence: .medium)
      }
    }
  }
}
