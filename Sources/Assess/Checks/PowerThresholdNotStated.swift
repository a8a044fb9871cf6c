import Intake

extension Rule {
  static let powerThresholdNotStated = Rule(
    id: "power/threshold-not-stated",
    summary: "a vote decides, but the document never says how many votes it takes",
    why: "The first contested vote becomes a dispute about the rule.",
    howToFix:
      "say which share it takes and of whom: \"a majority of all maintainers\", \"two thirds of the votes cast\"",
    examples: [
      Example(
        ["GOVERNANCE.md": "# Governance\n\nChanges to this document need a ↓supermajority vote of the maintainers.\n"],
        finds: ["changes to the governance need a supermajority that is not defined"]),
      Example(
        [
          "GOVERNANCE.md":
            "# Governance\n\nThe removal of a maintainer ↓requires a supermajority vote of the maintainers.\n"
        ],
        finds: ["the removal of members needs a supermajority that is not defined"]),
      Example(
        ["GOVERNANCE.md": "# Steering committee\n\nThe committee meets monthly. ↓Quorum is met with 2/3 attendance.\n"],
        finds: ["there is a quorum, but the document does not say how many votes decide"]),
      Example(["GOVERNANCE.md": PowerSamples.governance]),
    ]
  ) { data, rule in
    guard data.community.isComplete else { return [] }
    return data.view.power.bodies.flatMap { body in
      body.mainDecisions.filter { $0.rule.counted == nil }.map { decision in
        rule.finding(
          .note, decision.rule.unstated,
          key: "\(body.name) \(decision.rule.subject.rawValue)", at: [.init(.claim, decision.rule.location)],
          confidence: .medium)
      }
    }
  }
}

extension DecisionRule {
  /// What is not stated of it.
  fileprivate var unstated: String {
    if quorum != nil, method == .other {
      return "there is a quorum, but the document does not say how many votes decide"
    }
    let words = thresholdWords
    return "\(subject.need) \(words == "a vote" ? "a vote, but the document does not say how many votes" : words)"
  }
}
