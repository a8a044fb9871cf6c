import Diagnostics
import Intake

extension Rule {
  static let securityContactDiffers = Rule(
    id: "security/contact-differs",
    summary: "repositories of one community with different addresses for security reports",
    why: "A report to an address that nobody reads any more is lost.",
    howToFix: "give the same address in every repository, or link one policy",
    examples: [
      Example(
        [
          "a/README.md": "# A\n", "a/SECURITY.md": "# Security\n\n↓Write to security@example.org.\n",
          "b/README.md": "# B\n", "b/SECURITY.md": "# Security\n\nWrite to old-security@example.org.\n",
        ],
        finds: ["reports go to security@example.org by a/SECURITY.md and to old-security@example.org by b/SECURITY.md"]),
      Example(
        [
          "a/README.md": "# A\n", "a/SECURITY.md": "# Security\n\nWrite to security@example.org.\n",
          "b/README.md": "# B\n",
          "b/SECURITY.md": "# Security\n\nWrite to ann@example.org or Security@example.org.\n",
        ],
        finds: []),
    ]
  ) { data, rule in
    let policies = data.ownDocuments.filter { document in
      guard document.kind == .securityPolicy else { return false }
      let name = document.path.split(separator: "/").last.map { Folding.letters(String($0)) } ?? ""
      return ["security", "securitymd"].contains(name)
    }
    let addresses = policies.map { ($0, MailAddresses.all(in: $0.source.text)) }.filter { !$0.1.isEmpty }
    guard let (first, known) = addresses.first else { return [] }
    return addresses.dropFirst().filter { Set($0.1).isDisjoint(with: known) }.map { other, found in
      rule.finding(
        .note, "reports go to \(known[0]) by \(first.path) and to \(found[0]) by \(other.path)", key: other.path,
        at: [
          .init(.fact, place(of: known[0], in: first)), .init(.fact, place(of: found[0], in: other)),
        ], confidence: .medium, expected: known[0], actual: found[0])
    }
  }

  private static func place(of address: String, in document: SourceDocument) -> Location {
    let line = (1...document.source.lineCount).first { document.source.lineText($0).lowercased().holds(address) }
    return document.source.location(line: line ?? 1)
  }
}
