import Diagnostics
import Intake

extension Rule {
  static let ownersDeadPattern = Rule(
    id: "owners/dead-pattern",
    summary: "a path in CODEOWNERS that no longer exists",
    why: "Files that moved away from the path have no owner of their own now.",
    howToFix: "write the current path, or remove the line",
    examples: [
      Example(
        [
          "CODEOWNERS": "* @ann\n/docs/ @bob\n/src/ @ann\n/tools/ @bob\n↓/scripts/ @ann\n", "README.md": "# Example\n",
          "docs/a.md": "# A\n", "src/README.md": "# S\n", "tools/README.md": "# T\n",
          "src/a.go": "package a\n", "src/b.go": "package a\n", "src/c.go": "package a\n",
        ],
        finds: ["`/scripts/` matches no file in the repository"]),
      Example([
        "CODEOWNERS": "* @ann\n/docs/ @bob\n/src/ @ann\n/tools/*.go @bob\n", "README.md": "# Example\n",
        "docs/a.md": "# A\n", "src/README.md": "# S\n",
        "src/a.go": "package a\n", "src/b.go": "package a\n", "src/c.go": "package a\n",
      ]),
    ]
  ) { data, rule in
    guard !data.community.files.isEmpty else { return [] }
    let files = data.community.ownDocuments.filter { $0.kind == .codeowners }
    return files.flatMap { document -> [Finding] in
      guard let repository = data.resolver.repository(of: document.path), data.isWithPrograms(repository) else {
        return []
      }
      let entries = document.facts.owners.uniqued(on: \.list).filter { isPlainPath($0.list) }
      let dead = entries.filter { entry in
        let path = entry.list.pathNames.joined(separator: "/")
        return !data.resolver.exists(LinkResolver.join(repository.path, path))
      }
      // Where much is missing, the repository was not copied whole.
      guard entries.count >= 4, dead.count * 4 <= entries.count else { return [] }
      return dead.map {
        rule.finding(
          .note, "`\($0.list)` matches no file in the repository", key: $0.list, at: [.init(.fact, $0.location)],
          confidence: .medium)
      }
    }
  }

  /// Whether a pattern names one path from the root, without wildcards.
  private static func isPlainPath(_ pattern: String) -> Bool {
    pattern.hasPrefix("/") && pattern.utf8.count > 1
      && !pattern.utf8.contains { "*?[]\\!{}".utf8.contains($0) }
  }
}
