import Diagnostics
import Intake
import Words

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
      Example(["STEERING.md": PowerSamples.committee(most: "two")]),
      Example([
        "GOVERNANCE.md": """
        # Governance

        Decisions need a majority vote of the steering committee.

        ## Steering Committee

        - Acme [Member: Ada Example; until 12/30/2026]
        - Initech [Member: Bo Example; until 12/30/2026]

        """
      ]),
      Example([
        "CHARTER.md": """
        # Charter

        Each Premier Member appoints one person to the Governing Board.

        The Governing Board decides by a majority vote.

        """
      ]),
    ]
  ) { data, rule in
    guard data.community.isComplete else { return [] }
    return data.view.power.bodies.compactMap { body in
      guard body.kind == .steering || body.kind == .technicalCommittee, body.voters == nil,
        let decision = body.mainDecisions.first(where: { $0.rule.counted != nil }),
        CommitteeRoster(body.name, in: data) == nil, !data.mayList(body, decision.rule),
        !data.isOfPayingMembers(body, decision.rule)
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
    // "Maintainers & Steering"
    let short = body.name.split(separator: " ").dropLast()
    let bare = short.count == 1 ? Folding.letters(short.joined()) : letters
    return ownDocuments.contains { document in
      guard document.path != rule.location.path else {
        return document.facts.links.contains { ($0.text + $0.destination).lowercased().holds("member") }
          || Self.namesPeople(document, below: letters)
      }
      return document.markdown?.headings.contains { heading in
        let text = Folding.letters(heading.text)
        return text.holds(letters) || Self.initials(of: heading.text) == letters
          || document.kind == .maintainers && text.holds(bare)
      } ?? false
    }
  }

  /// Whether a board is that of a foundation, kept where a committee of it works: its members send whom they like.
  fileprivate func isOfPayingMembers(_ body: BodyPower, _ rule: DecisionRule) -> Bool {
    body.name.hasSuffix("board")
      && document(rule.location.path).map { DocumentTraits.mentions($0, Lexicon.findings.payingMembers) } == true
  }

  /// Whether a heading that names the committee stands above a list most entries of which hold a name.
  private static func namesPeople(_ document: SourceDocument, below letters: String) -> Bool {
    var isBelow = false
    for block in document.markdown?.blocks ?? [] {
      switch block.kind {
      case .heading: isBelow = Folding.letters(block.plainText).holds(letters)
      case .list where isBelow && block.children.count > 1:
        let named = block.children.count { holdsName($0.children.first?.inlines.plainText ?? "") }
        if named * 2 > block.children.count { return true }
      default: break
      }
    }
    return false
  }

  /// Whether two words with capitals follow one another behind the beginning: `Acme [Member: Ada Example]`.
  private static func holdsName(_ text: String) -> Bool {
    let words = text.split { $0 == " " }
    return zip(words, words.dropFirst()).contains { first, second in
      [first, second].allSatisfy { $0.first { $0.isLetter }?.isUppercase == true && !$0.contains(where: \.isNumber) }
    }
  }

  private static func initials(of heading: String) -> String {
    String(heading.runsOfLetters.compactMap { $0.first?.isUppercase == true ? $0.first : nil }).lowercased()
  }
}
