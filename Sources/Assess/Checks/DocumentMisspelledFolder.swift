import Diagnostics
import Intake
import Words

extension Rule {
  static let documentMisspelledFolder = Rule(
    id: "document/misspelled-folder",
    summary: "a review in a folder whose name is misspelled",
    why: "Reviewers and tools find assessments and reviews by the name of their folder.",
    howToFix: "rename the folder",
    examples: [
      Example(
        ["README.md": "# Example\n", "security-assesment/self-assessment.md": "↓# Self-assessment of Example\n"],
        finds: ["the folder security-assesment is misspelled; reviewers look for security-assessment"]),
      Example(["README.md": "# Example\n", "security-assessment/self-assessment.md": "# Self-assessment of Example\n"]),
    ]
  ) { data, rule in
    let names = Lexicon.findings.folders
    let known = Set(names + Lexicon.findings.otherFolders)
    let folders = data.community.documents.flatMap { document in
      document.path.pathNames.dropLast().map { (name: String($0), document) }
    }
    return folders.uniqued(on: \.name).compactMap { folder, document in
      let name = folder.lowercased()
      guard name.utf8.count >= 9, !known.contains(name),
        let near = Suggestion.nearest(to: name, among: names), near.utf8.first == name.utf8.first
      else { return nil }
      return rule.finding(
        .note, "the folder \(folder) is misspelled; reviewers look for \(near)", key: folder,
        at: [.init(.claim, document.source.location(line: 1))], expected: near, actual: folder)
    }
  }
}
