import Diagnostics
import Intake

extension Rule {
  static let groupsAliasDiffers = Rule(
    id: "groups/alias-differs",
    summary: "an alias for a group's leads that does not hold the leads of the group data",
    why: "The alias gives rights; it was not made again after the data changed.",
    howToFix: "generate the aliases again, or correct the list",
    examples: [
      Example(
        ["sigs.yaml": Samples.meetings, "OWNERS_ALIASES": "aliases:\n  sig-docs-leads:\n  - ↓bob\n"],
        finds: ["`sig-docs-leads` holds bob, the group data names ann as leads of Docs"]),
      Example(
        ["sigs.yaml": Samples.meetings, "OWNERS_ALIASES": "aliases:\n  sig-docs-leads:\n  - Ann\n"], finds: []),
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
        let leads = Set(group.leads.filter(isLead).compactMap { $0.handle.map(Folding.handle) })
        let members = entries.filter { $0.list == alias }
        let held = Set(members.map { NameFolding.handle($0.name) })
        guard let first = members.first, !leads.isEmpty, leads != held else { return nil }
        return rule.finding(
          .note,
          "`\(alias)` holds \(Rows.list(held.subtracting(leads).sorted().ifEmpty("nobody else"))), the group data names "
            + "\(Rows.list(leads.subtracting(held).sorted().ifEmpty("nobody else"))) as leads of \(group.name)",
          key: alias, at: [.init(.claim, first.location), .init(.fact, group.location)], confidence: .medium)
      }
    }
  }
}

extension [String] {
  fileprivate func ifEmpty(_ words: String) -> [String] { isEmpty ? [words] : self }
}
