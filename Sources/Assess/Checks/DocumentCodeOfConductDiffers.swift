import Diagnostics
import Intake
import Words

extension Rule {
  static let documentCodeOfConductDiffers = Rule(
    id: "document/code-of-conduct-differs",
    summary: "repositories of one community with different codes of conduct",
    why: "Contributors must know which rules apply, and foundations expect theirs in every repository.",
    howToFix: "link the same code of conduct in every repository",
    examples: [
      Example(
        [
          "community/README.md": "# Community\n",
          "community/CODE_OF_CONDUCT.md":
            "# Code of Conduct\n\nWe follow the [CNCF Code of Conduct](https://github.com/cncf/foundation/blob/main/code-of-conduct.md).\n",
          "tool/README.md": "# Tool\n",
          "tool/CODE_OF_CONDUCT.md":
            "↓# Contributor Covenant Code of Conduct\n\n## Our Pledge\n\nWe pledge to be kind.\n",
        ],
        finds: ["this is not the foundation's code of conduct, which community/CODE_OF_CONDUCT.md adopts"]),
      Example([
        "community/README.md": "# Community\n",
        "community/CODE_OF_CONDUCT.md":
          "# Code of Conduct\n\nWe follow the [CNCF Code of Conduct](https://github.com/cncf/foundation/blob/main/code-of-conduct.md).\n",
        "tool/README.md": "# Tool\n",
        "tool/CODE_OF_CONDUCT.md": "# Code of Conduct\n\nSee the CNCF Code of Conduct.\n",
      ]),
      Example([
        "README.md": "# Community\n",
        "code-of-conduct-reporting-procedure.md":
          "# Reports\n\nTaken from those of the [CNCF Code of Conduct](https://github.com/cncf/foundation).\n",
        "CODE_OF_CONDUCT.md": "# Contributor Covenant Code of Conduct\n\n## Our Pledge\n\nWe pledge to be kind.\n",
      ]),
    ]
  ) { data, rule in
    // How reports are handled is no code of conduct, whatever it is taken from.
    let documents = data.documents(of: .codeOfConduct).filter { document in
      let name = document.path.fileName.lowercased()
      return !Lexicon.findings.conductProcedures.contains(where: name.contains)
    }
    guard let model = documents.first(where: DocumentTraits.namesFoundationConduct) else { return [] }
    return documents.filter {
      !DocumentTraits.namesFoundationConduct($0) && DocumentTraits.mentions($0, ["contributor covenant"])
    }.map {
      rule.finding(
        .note, "this is not the foundation's code of conduct, which \(model.path) adopts", key: $0.path,
        at: [.init(.claim, $0.source.location(line: 1)), .init(.related, model.source.location(line: 1))],
        confidence: .medium)
    }
  }
}
