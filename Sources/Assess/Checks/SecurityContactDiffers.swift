import Diagnostics
import Intake

extension Rule {
  static let securityContactDiffers = Rule(
    id: "security/contact-differs",
    summary: "repositories of one community with different addresses for security reports",
    why: "A report to an address that nobody reads anymore is lost.",
    howToFix: "give the same address in every repository, or link one policy",
    examples: [
      Example(
        [
          "a/README.md": "# A\n", "a/SECURITY.md": "# Security\n\n↓Write to security@example.org.\n",
          "b/README.md": "# B\n", "b/SECURITY.md": "# Security\n\nWrite to old-security@example.org.\n",
        ],
        finds: ["a/SECURITY.md sends reports to security@example.org, but b/SECURITY.md to old-security@example.org"]),
      Example([
        "a/README.md": "# A\n", "a/SECURITY.md": "# Security\n\nWrite to security@example.org.\n",
        "b/README.md": "# B\n",
        "b/SECURITY.md": "# Security\n\nWrite to ann@example.org or Security@example.org.\n",
      ]),
    ]
  ) { data, rule in
    let addresses = data.securityPolicies.map { ($0, MailAddresses.all(in: $0.source)) }.filter { !$0.1.isEmpty }
    guard let (first, known) = addresses.first else { return [] }
    let addressesKnown = Set(known.map(\.address))
    return addresses.dropFirst().filter { addressesKnown.isDisjoint(with: $0.1.map(\.address)) }.map { other, found in
      rule.finding(
        .note, "\(first.path) sends reports to \(known[0].address), but \(other.path) to \(found[0].address)",
        key: other.path,
        at: [
          .init(.fact, first.source.location(line: known[0].line)),
          .init(.fact, other.source.location(line: found[0].line)),
        ], confidence: .medium, expected: known[0].address, actual: found[0].address)
    }
  }
}
