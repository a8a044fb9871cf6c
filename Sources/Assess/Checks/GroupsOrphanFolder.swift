import Diagnostics
import Intake
import Words

extension Rule {
  static let groupsOrphanFolder = Rule(
    id: "groups/orphan-folder",
    summary: "a group's folder without an entry in the group data",
    why: "Generated lists leave the group out.",
    howToFix: "add the group to the group data, or remove the folder",
    examples: [
      Example(
        [
          "sigs.yaml": "sigs:\n- name: Network\n  dir: sig-network\n",
          "sig-network/README.md": "# Network\n", "sig-design/charter.md": "↓# Charter of Design\n",
        ],
        finds: ["the folder sig-design has no entry in sigs.yaml"]),
      Example([
        "sigs.yaml": "sigs:\n- name: Network\n  dir: sig-network\n",
        "sig-network/README.md": "# Network\n", "sig-TEMPLATE/charter.md": "# Charter\n",
      ]),
    ]
  ) { data, rule in
    let lists = data.dataGroups.map(\.location.path).uniqued()
    return lists.flatMap { list -> [Finding] in
      let base = list.folderPath
      let groups = data.dataGroups.filter { $0.location.path == list }
      let known = Set(groups.compactMap { $0.dir.map { Folding.letters($0) } })
      // Only prefixes that the data itself uses mark a folder as a group's.
      let prefixes = Lexicon.findings.groupFolders.filter { prefix in
        groups.contains { $0.dir?.hasPrefix(prefix) ?? false }
      }
      return data.groupFolders(in: base).filter { folder, document in
        prefixes.contains { folder.hasPrefix($0) } && !known.contains(Folding.letters(folder))
          && !folder.lowercased().holds("template") && !isFormer(document)
      }.map { folder, document in
        rule.finding(
          .note, "the folder \(folder) has no entry in \(list)", key: folder,
          at: [
            .init(.fact, document.source.location(line: 1)),
            .init(.related, groups.first?.location ?? Location(path: list, line: 1)),
          ])
      }
    }
  }
}

/// Whether a group's page says that the group has ended.
private func isFormer(_ document: SourceDocument) -> Bool {
  DocumentTraits.mentions(document, Lexicon.findings.retired)
}

extension CommunityData {
  /// Folders directly below `base` that hold a charter or README, each with the first such document.
  fileprivate func groupFolders(in base: String) -> [(String, SourceDocument)] {
    community.documents.compactMap { document -> (String, SourceDocument)? in
      guard document.path.isInside(base), document.kind == .charter || document.kind == .readme else { return nil }
      let parts = document.path.below(base).pathNames
      return parts.count == 2 ? (String(parts[0]), document) : nil
    }.uniqued(on: \.0)
  }
}
