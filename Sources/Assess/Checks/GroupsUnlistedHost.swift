import Diagnostics
import Intake

extension Rule {
  static let groupsUnlistedHost = Rule(
    id: "groups/unlisted-host",
    summary: "a meeting host who is in no list of the community",
    why: "Hosts who have left stay in such lines for years, and nobody starts the meeting.",
    howToFix: "name the people who host the meeting now",
    examples: [
      Example(
        [
          "MAINTAINERS.md": Samples.maintainers, "sigs.yaml": Samples.meetings,
          "OWNERS": "approvers: [ann, bob, dan, eve, fay, gil, hal, ida, jon, kay, lou]\n",
          "meeting.md": "# Community Meeting\n\n↓* Meeting hosts: @zoe, @ann\n",
        ],
        finds: ["zoe is named as a meeting host but is in no list of people, groups, or owners"]),
      Example([
        "MAINTAINERS.md": Samples.maintainers, "sigs.yaml": Samples.meetings,
        "OWNERS": "approvers: [ann, bob, dan, eve, fay, gil, hal, ida, jon, kay, lou]\n",
        "meeting.md": "# Community Meeting\n\n* Meeting hosts: @Ann\n",
      ]),
    ]
  ) { data, rule in
    let known = data.knownHandles
    // Who is missing from a short list may only not have been listed.
    guard known.count >= 10 else { return [] }
    let kinds: [DocumentKind] = [.page, .meetings, .readme]
    return data.ownDocuments.filter { kinds.contains($0.kind) }.flatMap { document -> [Finding] in
      document.source.lines(holding: .at).flatMap { line -> [Finding] in
        guard document.source.byteRange(ofLine: line).count < 500 else { return [] }
        let text = document.source.lineText(line)
        let before = text.utf8.split(separator: UInt8(ascii: ":"), maxSplits: 1).first
        guard let before, before.count < 40 else { return [] }
        let head = Substring(before).lowercased()
        guard head.holds("host"), head.holds("meeting") || head.holds("call") else { return [] }
        return text.split { " ,;()[]".contains($0) }.filter { $0.hasPrefix("@") && $0.utf8.count > 2 }.compactMap {
          let handle = String($0.dropFirst())
          guard !known.contains(NameFolding.handle(handle)) else { return nil }
          return rule.finding(
            .note, "\(handle) is named as a meeting host but is in no list of people, groups, or owners", key: handle,
            at: [.init(.claim, document.source.location(line: line))], confidence: .low)
        }
      }
    }
  }
}
