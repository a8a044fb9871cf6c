import Diagnostics
import Intake

extension Rule {
  static let powerRulesContradict = Rule(
    id: "power/rules-contradict",
    summary:
      "two rules of one body require different majorities for the same decision, or limit organizations differently",
    why: "When a vote is close, everyone cites the rule that suits them.",
    howToFix: "keep one of the rules, or say when each applies",
    examples: [
      Example(
        [
          "GOVERNANCE.md": PowerSamples.governance,
          "CHARTER.md": "# Charter\n\n↓Changes to the governance need a majority of all maintainers.\n",
        ],
        finds: [
          "changes to the governance need more than 1/2 of all members here but at least 2/3 of all members in GOVERNANCE.md:5"
        ]),
      Example(["GOVERNANCE.md": PowerSamples.governance]),
      Example([
        "GOVERNANCE.md": PowerSamples.governance
          + "\nA simple majority of the maintainers restores or removes a maintainer who was locked out.\n"
      ]),
      // A council that takes in maintainers does not speak of its own members.
      Example([
        "GOVERNANCE.md": PowerSamples.governance
          + "\n## Steering Council\n\nMembers may be removed from the Steering Council by a 2/3 vote of the council.\n",
        "CHARTER.md":
          "# Charter\n\nThe Steering Council decides.\n\nA maintainer may be removed by a majority approval of the "
          + "Steering Council.\n",
      ]),
    ]
  ) { data, rule in
    data.view.power.bodies.filter { [.maintainers, .steering, .technicalCommittee].contains($0.kind) }.flatMap {
      body -> [Finding] in
      let subjects: [DecisionRule.Subject] = [.governanceChange, .addMaintainer, .removeMaintainer]
      let votes = subjects.compactMap { subject -> Finding? in
        let rules = body.decisions.map(\.rule).filter { $0.subject == subject && $0.counted != nil && !$0.isFallback }
          .sorted { $0.location < $1.location }
        // One text that sets two majorities sets them for two cases, whichever words tell them apart.
        let pair = rules.lazy.compactMap { rule in
          rules.first {
            $0.counted != rule.counted && $0.location.path != rule.location.path
              && $0.isOfMaintainers == rule.isOfMaintainers
          }.map { (rule, $0) }
        }.first
        guard let (first, other) = pair else { return nil }
        return rule.finding(
          .note,
          "\(subject.need) \(first.thresholdWords) here but \(other.thresholdWords) in "
            + other.location.reference,
          key: "\(body.name) \(subject.rawValue)",
          at: [.init(.claim, first.location), .init(.claim, other.location)], confidence: .medium)
      }
      let caps = body.contradictoryCaps
      guard caps.count > 1 else { return votes }
      return votes + [
        rule.finding(
          .note, "the limits for one organization differ: \(Rows.list(caps.map(\.words).uniqued()))",
          key: "\(body.name) cap", at: caps.map { .init(.claim, $0.location) }, confidence: .medium)
      ]
    }
  }
}
