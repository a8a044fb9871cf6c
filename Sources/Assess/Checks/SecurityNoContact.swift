import Diagnostics
import Intake

extension Rule {
  static let securityNoContact = Rule(
    id: "security/no-contact",
    summary: "a security policy without a private way to report",
    why: "Without an address, people report vulnerabilities in public issues.",
    howToFix: "give an email address, or turn on private vulnerability reporting and link the form",
    examples: [
      Example(
        [
          "SECURITY.md":
            "↓# Security Policy\n\nWe take security seriously. Please report problems to the maintainers.\n"
        ],
        finds: ["the policy gives no address and no private form for reports"]),
      Example(["SECURITY.md": "# Security Policy\n\nWrite to security@example.org.\n"]),
      Example(["SECURITY.md": "# Security Policy\n\nSee [our policy](https://example.org/security).\n"]),
    ]
  ) { data, rule in
    data.securityPolicies.compactMap { document in
      // A policy elsewhere may say it: a page that links one is not judged.
      guard !DocumentTraits.givesPrivateContact(document), document.facts.links.isEmpty,
        !document.facts.lostLinks, document.wordCount > 8
      else { return nil }
      return rule.finding(
        .warning, "the policy gives no address and no private form for reports", key: document.path,
        at: [.init(.claim, document.source.location(line: 1))], confidence: .medium)
    }
  }
}

extension CommunityData {
  /// Files in which hosts and readers look for the policy, by their names.
  var securityPolicies: [SourceDocument] {
    ownDocuments.filter { document in
      document.kind == .securityPolicy
        && ["security", "securitymd"].contains(Folding.letters(String(document.path.fileName)))
    }
  }
}
