import Diagnostics
import Intake
import Words

extension Rule {
  static let repositoryNoLicense = Rule(
    id: "repository/no-license",
    summary: "a repository with source code and no license file at its root",
    why: "Without a license, nobody may use the code, whatever the README says.",
    howToFix: "add the license as LICENSE; a foundation says which one it asks for",
    examples: [
      Example(
        [
          "README.md": "↓# Example\n", "Makefile": "all:\n", "main.go": "package main\n", "go.mod": "module example\n",
          "a.go": "package main\n", "b.go": "package main\n",
        ],
        finds: ["no LICENSE at the root of a repository with 3 source files"]),
      Example([
        "README.md": "# Example\n", "Makefile": "all:\n", "main.go": "package main\n", "go.mod": "module example\n",
        "a.go": "package main\n", "b.go": "package main\n", "LICENSES/Apache-2.0.txt": "Apache License\n",
      ]),
      Example(["README.md": "# Example\n", "docs/a.md": "# A\n"]),
    ]
  ) { data, rule in
    let names = Lexicon.findings.licenseFiles
    let readmes = data.ownDocuments(of: .readme)
    return data.community.repositories.compactMap { repository -> Finding? in
      guard data.isWithPrograms(repository) else { return nil }
      let files = data.community.files(in: repository.path).map { $0.below(repository.path).lowercased() }
      let isLicensed = files.contains { file in names.contains { file.hasPrefix($0) } }
      guard !isLicensed, let readme = readmes[repository.path]?.first else { return nil }
      // Rules with a few scripts beside them are read, not run.
      return rule.finding(
        data.community.isAboutGovernance(repository) ? .note : .warning,
        "no LICENSE at the root of a repository with \(data.programs(in: repository)) source files",
        key: repository.name,
        at: [.init(.fact, readme.source.location(line: 1))], confidence: .medium)
    }
  }
}

extension CommunityData {
  /// How many program files a repository holds.
  func programs(in repository: Repository) -> Int {
    let endings = Lexicon.findings.codeFiles
    return community.files(in: repository.path).count { file in endings.contains { file.hasSuffix($0) } }
  }

  /// Whether a repository's program files lie here, too: then it was copied whole and absence means something. A
  /// collection of its documents alone is not.
  func isWithPrograms(_ repository: Repository) -> Bool {
    repository.isComplete && programs(in: repository) >= 3
  }
}
