import Diagnostics
import Intake

extension Rule {
  static let importDocumentMissing = Rule(
    id: "import/document-missing",
    summary: "a document that the project file or the security insights name but that does not exist",
    why: "The foundation's tools follow these addresses and report the document as missing.",
    howToFix: "correct the address",
    examples: [
      Example(
        [
          "sitegen.yaml": Samples.workspace, "docs/README.md": "# Docs\n", "docs/GOVERNANCE.md": "# Governance\n",
          "docs/.project/project.yaml": Samples.projectFile.marked("LADDER.md"),
        ],
        finds: ["LADDER.md does not exist, but the project file names it as contributor-ladder"]),
      Example(
        [
          "sitegen.yaml": Samples.workspace, "docs/README.md": "# Docs\n", "docs/GOVERNANCE.md": "# Governance\n",
          "docs/LADDER.md": "# Ladder\n", "docs/.project/project.yaml": Samples.projectFile,
        ],
        finds: []),
    ]
  ) { data, rule in
    guard !data.community.files.isEmpty else { return [] }
    var here = 0
    let gone = data.imports.compactMap { entry -> (ImportedEntry, String)? in
      guard entry.statement.kind == .document || entry.statement.kind == .assessment else { return nil }
      let (path, form) = (entry.statement.location.path, entry.form)
      guard form == .projectFile || form == .securityInsights else { return nil }
      // A path in the project file counts from the root of its repository.
      let isRelative = LinkResolver.isRelative(entry.statement.value)
      let destination = isRelative ? "/" + entry.statement.value : entry.statement.value
      switch data.resolver.target(of: destination, in: path) {
      case .local:
        here += 1
        return nil
      case .absent(let missing, let repository, _):
        guard data.community.repositories.first(where: { $0.path == repository })?.isExcerpt == false,
          data.resolver.exists(LinkResolver.folder(of: missing))
        else { return nil }
        return (entry, repository.isEmpty ? missing : String(missing.dropFirst(repository.count + 1)))
      case .outside: return nil
      }
    }
    // Where most are missing, the repository was not copied whole.
    guard gone.count <= here else { return [] }
    return gone.map { entry, path in
      rule.finding(
        .note, "\(path) does not exist, but \(entry.form.words) names it as \(entry.statement.detail ?? "a document")",
        key: entry.statement.value, at: [.init(.claim, entry.statement.location)], confidence: .medium)
    }
  }
}
