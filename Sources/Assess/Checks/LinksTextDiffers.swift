import Diagnostics
import Intake

extension Rule {
  static let linksTextDiffers = Rule(
    id: "links/text-differs",
    summary: "a link that shows one account or mail address and leads to another",
    why: "Copied rows keep the old target, so mail and mentions reach the wrong person.",
    howToFix: "correct the address of the link",
    examples: [
      Example(
        ["MAINTAINERS.md": "# Maintainers\n\n* Ann Example ([@ann](↓https://github.com/bob))\n"],
        finds: ["`@ann` leads to the account bob"]),
      Example(
        ["MAINTAINERS.md": "# Maintainers\n\n* Ann Example [ann@example.org](↓mailto:bob@example.org)\n"],
        finds: ["`ann@example.org` leads to the address bob@example.org"]),
      Example([
        "MAINTAINERS.md":
          "# Maintainers\n\n* Ann ([@Ann](https://github.com/ann)) [Ann@example.org](mailto:ann@example.org?subject=Hi)\n* [@example/core](https://github.com/orgs/example/teams/core)\n"
      ]),
    ]
  ) { data, rule in
    data.links.compactMap { resolved in
      let link = resolved.link
      let (text, url) = (link.text, link.destination)
      // Few show an account or lead to a mailbox.
      let isMail = url.utf8.first.map { $0 | 0x20 == UInt8(ascii: "m") } ?? false
      guard isMail || text.utf8.first == UInt8(ascii: "@") else { return nil }
      let problem: String
      if text.hasPrefix("@"), !text.holds(" "), !text.holds("/") {
        let parts = url.pathNames
        guard parts.count == 3, parts[1].lowercased() == "github.com" else { return nil }
        let account = parts[2].prefix { $0 != "?" && $0 != "#" }
        guard NameFolding.handle(String(account)) != NameFolding.handle(text) else { return nil }
        problem = "the account \(account)"
      } else if url.hasScheme("mailto"), let shown = MailAddresses.all(in: text).first,
        shown == text.lowercased()
      {
        guard let target = MailAddresses.all(in: String(url.prefix { $0 != "?" })).first, target != shown else {
          return nil
        }
        problem = "the address \(target)"
      } else {
        return nil
      }
      return rule.finding(
        .note, "`\(text)` leads to \(problem)", key: "\(text) \(url)", at: [.init(.claim, link.location)])
    }
  }
}
