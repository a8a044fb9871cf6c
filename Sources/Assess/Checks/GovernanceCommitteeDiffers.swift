import Diagnostics
import Intake

extension Rule {
  static let governanceCommitteeDiffers = Rule(
    id: "governance/committee-differs",
    summary: "a committee whose member list disagrees with the governance or the application",
    why: "A committee smaller than its rules require may be unable to decide, and reviewers look its members up.",
    howToFix: "elect or list the missing members, or correct the number and names",
    examples: [
      Example(
        [
          "GOVERNANCE.md": "# Governance\n\nThe steering committee has at least five (5) members.\n",
          "STEERING-COMMITTEE.md": Samples.committee,
        ],
        finds: ["at least 5 members of the steering committee required, 2 listed in STEERING-COMMITTEE.md"]),
      Example(
        application: "The steering committee comprises 2 members:\n\n- Ann Example (Acme)\n- Eve Example (Initech)\n",
        beside: ["GOVERNANCE.md": "# Governance\n", "STEERING-COMMITTEE.md": Samples.committee],
        finds: ["Eve Example is named as a member of the steering committee but is not in STEERING-COMMITTEE.md"]),
      Example([
        "GOVERNANCE.md": """
        # Governance

        The steering committee has at least two members. No more than five of its members may vote. The steering
        committee and the technical committee have seven members.

        """,
        "STEERING-COMMITTEE.md": Samples.committee,
      ]),
    ]
  ) { data, rule in
    let rules = data.ownDocuments.filter { [.governance, .charter, .membership].contains($0.kind) }
    let asked = rules.flatMap { document in sizes(in: document).map { ($0, true) } }
    let claimed = data.application.map { sizes(in: $0).map { ($0, false) } } ?? []
    return (asked + claimed).flatMap { found, isRule -> [Finding] in
      let (size, location, names) = found
      guard let roster = CommitteeRoster(size.committee, in: data) else { return [] }
      let listed = roster.members.count
      let fact = Finding.Place(.fact, roster.members[0].location)
      let list = fact.location.path
      var findings = names.filter { !roster.lists($0.name) }.map { name, place in
        rule.finding(
          .warning, "\(name) is named as a member of the \(size.committee) but is not in \(list)",
          key: "\(size.committee) \(name)", at: [.init(.claim, place), fact], confidence: .medium, claim: .differs)
      }
      let differs = size.isLeast || isRule ? listed < size.number : listed != size.number
      if differs, names.isEmpty || names.count == size.number {
        let number = size.isLeast ? "at least \(size.number)" : "\(size.number)"
        findings.append(
          rule.finding(
            isRule ? .note : .warning,
            "\(number) members of the \(size.committee) \(isRule ? "required" : "claimed"), \(listed) listed in \(list)",
            key: "\(size.committee) \(size.number)", at: [.init(.claim, location), fact], confidence: .medium,
            claim: isRule ? nil : .differs, expected: number, actual: String(listed)))
      }
      return findings
    }
  }

  private typealias Stated = (CommitteeSize, Location, [NamedPeople.Named])

  /// Sizes of committees that a document states, with the names listed right below.
  private static func sizes(in document: SourceDocument) -> [Stated] {
    Prose.all(in: document).filter { !$0.isHeading }.flatMap { prose -> [Stated] in
      let text = prose.text
      guard CommitteeSize.canBe(in: text) else { return [] }
      return Sentences.texts(of: text).compactMap { sentence in
        CommitteeSize(sentence: sentence).map { size in
          let names =
            sentence.hasSuffix(":")
            ? NamedPeople.listed(below: prose.lines.upperBound, in: document.source) : []
          return (size, document.source.location(line: prose.lines.lowerBound), names)
        }
      }
    }
  }
}
