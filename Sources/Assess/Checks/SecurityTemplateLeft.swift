import Criteria
import Diagnostics
import Intake

extension Rule {
  static let securityTemplateLeft = Rule(
    id: "security/template-left",
    summary: "a security policy that still contains sample text",
    why: "The versions and promises in it are not the project's own.",
    howToFix: "write which versions get fixes, where to report, and how long an answer takes",
    examples: [
      Example(
        [
          "SECURITY.md":
            "# Security Policy\n\n## Supported Versions\n\n↓Use this section to tell people about which versions of your project are\ncurrently being supported with security updates.\n\nWrite to security@example.org.\n"
        ],
        finds: ["“use this section to tell people” is sample text that was never replaced"]),
      Example([
        "SECURITY.md":
          "# Security Policy\n\n## Supported Versions\n\nThe newest two. Write to security@example.org.\n"
      ]),
    ]
  ) { data, rule in
    let phrases = ["use this section to tell people", "tell them where to go, how often they can expect"]
    return data.ownDocuments.filter { $0.kind == .securityPolicy }.flatMap { document in
      phrases.compactMap { phrase -> Finding? in
        guard DocumentTraits.mentions(document, [phrase]) else { return nil }
        let first = phrase.split(separator: " ").prefix(3).joined(separator: " ")
        let line = document.words.line(of: [PhraseMatcher.normalized(first)])
        return rule.finding(
          .note, "“\(phrase)” is sample text that was never replaced", key: phrase,
          at: [.init(.claim, document.source.location(line: line ?? 1))])
      }
    }
  }
}
