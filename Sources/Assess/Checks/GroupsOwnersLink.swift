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
      Example(
        [
          "sitegen.yaml": Samples.workspace, "docs/README.md": "# Docs\n", "docs/guide/OWNERS": "approvers: [ann]\n",
          "docs/sigs.yaml":
            "sigs:\n- name: Docs\n  dir: sig-docs\n  subprojects:\n  - name: guide\n    owners: [https://raw.githubusercontent.com/example/docs/main/guide/OWNERS]\n  - name: site\n    owners: [https://raw.githubusercontent.com/example/site/main/OWNERS]\n",
        ],
        finds: []),
    ]
  ) { data, rule in
    guard !data.community.files.isEmpty else { return [] }
    let links = data.dataGroups.flatMap { group in
      group.subprojects.flatMap { part in part.owners.map { (part, $0, group.location.path) } }
    }
    var here = 0
    let gone = links.compactMap { part, url, path -> (Group.Subproject, String, String)? in
      switch data.resolver.target(of: url, in: path) {
      case .local:
        here += 1
        return nil
      case .absent(let path, let repository, _):
        // A folder that is not here at all may be one that was not copied.
        guard data.community.repositories.first(where: { $0.path == repository })?.isExcerpt == false,
          data.resolver.exists(LinkResolver.folder(of: path))
        else { return nil }
        return (part, url, repository.isEmpty ? path : String(path.dropFirst(repository.count + 1)))
      case .outside: return nil
      }
    }
    // Where most are missing, the repository was not copied whole.
    guard gone.count <= here else { return [] }
    return gone.map { part, url, path in
      rule.finding(
        .note, "\(path) does not exist, but the group data links it for \(part.name)", key: url,
        at: [.init(.claim, data.location(of: url, in: part))], confidence: .medium)
    }
  }
}

extension CommunityData {
  /// The line of a subproject's entry that holds a text.
  fileprivate func location(of text: String, in part: Group.Subproject) -> Location {
    guard let source = document(part.location.path)?.source else { return part.location }
    let line = (part.location.line..<min(part.location.line + 60, source.lineCount + 1)).first {
      source.lineText($0).holds(text)
    }
    return line.map { source.location(line: $0) } ?? part.location
  }
}
