import Intake

extension Rule {
  static let powerElectorateNotFound = Rule(
    id: "power/electorate-not-found",
    summary: "a committee decides by vote, but no list of its members was found",
    why: "Without the list, nobody can tell who decides, or whether one organization does.",
    howToFix: "list the members of the committee with their organizations, and link the list from its charter",
    examples: [
      Example(
        [
          "GOVERNANCE.md": "# Governance\n\nDecisions need a ↓majority vote of the steering committee.\n"
        ],
        finds: ["the steering committee decides by vote, but no list of its members was found"]),
      Example(["STEERING.md": PowerSamples.committee(most: "two")], finds: []),
    ]
  ) { data, rule in
    guard data.community.repositories.allSatisfy({ !$0.isExcerpt && !$0.isAbsent }) else { return [] }
    return data.view.power.bodies.compactMap { body in
      guard body.kind == .steering || body.kind == .technicalCommittee, body.voters == nil,
        let decision = body.mainDecisions.first(where: { $0.rule.counted != nil }),
        CommitteeRoster(body.name, in: data) == nil, !data.mayList(body, decision.rule)
      else { return nil }
      return rule.finding(
        .note, body.withoutMembers, key: body.name,
        at: [.init(.claim, decision.rule.location)], confidence: .medium)
    }
  }
}

extension BodyPower {
  /// What is said of it where nobody knows its members.
  var withoutMembers: String { "the \(name) decides by vote, but no list of its members was found" }
}

extension CommunityData {
  /// Whether a list can be there in a form that is not read: another document has a heading with the committee's name, or
  /// the document of the rule links to its members.
  ///
  /// "TOC" is the "Technical Oversight Committee", too.
  fileprivate func mayList(_ body: BodyPower, _ rule: DecisionRule) -> Bool {
    let letters = Folding.letters(body.name)
    return ownDocuments.contains { document in
      guard document.path != rule.location.path else {
        return document.facts.links.contains { ($0.text + $0.destination).lowercased().holds("member") }
      }
      return document.markdown?.headings.contains { heading in
        Folding.letters(heading.text).holds(letters) || Self.initials(of: heading.text) == letters
      } ?? false
    }
  }

  private static func initials(of heading: String) -> String {
    String(heading.split { !$0.isLetter }.compactMap { $0.first?.isUppercase == true ? $0.first : nil }).lowercased()
  }
}
