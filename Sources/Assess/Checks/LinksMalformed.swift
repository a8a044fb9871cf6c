import Intake

extension Rule {
  static let linksMalformed = Rule(
    id: "links/malformed",
    summary: "a link that cannot lead anywhere as written",
    why: "The reader gets an error page.",
    howToFix: "correct the address",
    examples: [
      Example(
        ["README.md": "# Example\n\nSee [the form](↓https:github.com/example/example).\n"],
        finds: ["`https:github.com/example/example` lacks the slashes after the scheme"]),
      Example(["README.md": "# Example\n\nWrite [us](mailto:project@example.org).\n"], finds: []),
      Example(
        ["README.md": "# Example\n\nWrite [us](↓mailto:project).\n"], finds: ["`mailto:project` is no mail address"]),
    ]
  ) { data, rule in
    data.links.compactMap { resolved in
      let url = resolved.link.destination
      let lower = url.lowercased()
      let problem: String
      if lower.hasPrefix("mailto:") {
        guard !lower.holds("@"), !lower.holds("%40") else { return nil }
        problem = "is no mail address"
      } else if (lower.hasPrefix("https:") && !lower.hasPrefix("https://"))
        || (lower.hasPrefix("http:") && !lower.hasPrefix("http://"))
      {
        problem = "lacks the slashes after the scheme"
      } else {
        return nil
      }
      return rule.finding(
        .note, "`\(url.prefix(80))` \(problem)", key: url, at: [.init(.claim, resolved.link.location)])
    }
  }
}
