import Diagnostics
import Intake
import Words

extension Rule {
  static let groupsListDiffers = Rule(
    id: "groups/list-differs",
    summary: "a list of groups that differs from the group data",
    why:
      "Generated lists go stale when the data is edited and nobody regenerates them; readers see the list, not the data.",
    howToFix: "regenerate the list, or correct the row",
    examples: [
      Example(
        ["sigs.yaml": Samples.meetings, "sig-list.md": Samples.groupList(chair: "bob").marked("| [Docs]")],
        finds: ["Docs is led by bob in this list but by ann in sigs.yaml"]),
      Example(["sigs.yaml": Samples.meetings, "sig-list.md": Samples.groupList(chair: "ann")]),
    ]
  ) { data, rule in
    let lists = data.ownDocuments.filter { $0.kind == .groups && $0.markdown != nil && !$0.facts.groups.isEmpty }
    guard !data.dataGroups.isEmpty else { return [] }
    return lists.flatMap { list -> [Finding] in
      let pairs = list.facts.groups.compactMap { row in data.group(like: row).map { (row, $0) } }
      // A page about something else shares few groups with the data.
      guard pairs.count * 2 >= list.facts.groups.count, pairs.count >= 1 else { return [] }
      var findings = pairs.compactMap { row, group -> Finding? in
        let (here, there) = (handles(row), handles(group))
        // A list may name technical leads beside the chairs.
        guard !here.isEmpty, !there.isEmpty, here != there, here != all(group) else { return nil }
        return rule.finding(
          .note,
          "\(row.name) is led by \(Rows.list(here.sorted())) in this list but by "
            + "\(Rows.list(there.sorted())) in \(group.location.path)", key: row.name,
          at: [.init(.claim, row.location), .init(.fact, group.location)],
          confidence: .medium)
      }
      let known = Set(pairs.map { $1.location })
      let missing = data.dataGroups.filter { group in
        !known.contains(group.location) && list.facts.groups.contains { $0.kind == group.kind }
          && !group.name.holds("[") && !DocumentTraits.mentions(list, [group.name])
      }
      if let first = missing.first, pairs.count >= 3 {
        findings.append(
          rule.finding(
            .note, "the list leaves out \(Rows.list(missing.map(\.name)))", key: "missing",
            at: [.init(.claim, list.source.location(line: 1)), .init(.fact, first.location)], confidence: .medium))
      }
      return findings
    }
  }

  /// Accounts of a group's chairs, or, where none is called so, of all who lead it.
  private static func handles(_ group: Group) -> Set<String> {
    let chairs = group.leads.filter { $0.role == "chair" }
    let leads = chairs.isEmpty ? group.leads.filter { $0.role != "emeritus" && $0.role != "liaison" } : chairs
    // A seat that is to be filled is nobody in one file and a word in the other.
    guard
      leads.allSatisfy({ $0.handle.map { !Lexicon.findings.vacant.contains(NameFolding.handle($0)) } ?? false })
    else { return [] }
    return Set(leads.compactMap { $0.handle.map(NameFolding.handle) })
  }

  private static func all(_ group: Group) -> Set<String> {
    Set(group.leads.filter { $0.role != "emeritus" }.compactMap { $0.handle.map(NameFolding.handle) })
  }
}

extension CommunityData {
  /// The group of the data that a row of a list speaks of: the same folder, or the same kind and name.
  func group(like row: Group) -> Group? {
    dataGroups.first { group in
      if let dir = row.dir, let other = group.dir { return Folding.letters(dir) == Folding.letters(other) }
      return group.kind == row.kind && Folding.letters(group.name) == Folding.letters(row.name)
    }
  }
}
