import Diagnostics
import Intake
import Words

extension Rule {
  static let linksChannelName = Rule(
    id: "links/channel-name",
    summary: "the name of a chat channel used as an address",
    why: "The link leads to a missing page of the site instead of the chat.",
    howToFix: "write the channel's full address",
    examples: [
      Example(
        ["README.md": "# Example\n\nMeet us on [Slack](↓example-dev).\n"],
        finds: ["`example-dev` is the name of a channel, not an address (1 link)"]),
      Example([
        "README.md":
          "# Example\n\nMeet us on [Slack](https://example.slack.com) or see the [Slack rules](slack.md), [Slack](slack).\n",
        "slack.md": "# Rules\n", "slack/README.md": "# Rules\n",
      ]),
    ]
  ) { data, rule in
    let found = data.links.filter { resolved in
      guard case .absent = resolved.target else { return false }
      let text = Folding.letters(resolved.link.text)
      let destination = resolved.link.destination
      return Lexicon.findings.channelNames.contains(text)
        && !destination.isEmpty
        && destination.utf8.allSatisfy { $0.isASCIIAlphanumeric || "-_#".utf8.contains($0) }
    }
    let pages = found.map { ($0.document.path, $0) }.uniqued(on: \.0)
    return pages.map { path, first in
      let all = found.filter { $0.document.path == path }
      return rule.finding(
        .note,
        "`\(first.link.destination)` is the name of a channel, not an address (\(all.count.counted("link")))",
        key: first.link.destination,
        at: all.map { .init(.claim, $0.link.location) })
    }
  }
}
