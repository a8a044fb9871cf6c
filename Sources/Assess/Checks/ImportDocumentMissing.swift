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
      Example([
        "sitegen.yaml": Samples.workspace, "docs/README.md": "# Docs\n", "docs/GOVERNANCE.md": "# Governance\n",
        "docs/LADDER.md": "# Ladder\n", "docs/.project/project.yaml": Samples.projectFile,
      ]),
    ]
  ) { data, rule in
    let named = data.imports.compactMap { entry -> (entry: ImportedEntry, target: LinkTarget)? in
      guard entry.statement.kind == .document || entry.statement.kind == .assessment else { return nil }
      guard entry.form == .projectFile || entry.form == .securityInsights else { return nil }
      // A path in the project file counts from the root of its repository.
      let isRelative = LinkResolver.isRelative(entry.statement.value)
      let destination = isRelative ? "/" + entry.statement.value : entry.statement.value
      return (entry, data.resolver.target(of: destination, in: entry.statement.location.path))
    }
    return data.missing(named).map { entry, path in
      rule.finding(
        .note, "\(path) does not exist, but \(entry.form.words) names it as \(entry.statement.detail ?? "a document")",
        key: entry.statement.value, at: [.init(.claim, entry.statement.location)], confidence: .medium)
    }
  }
}
