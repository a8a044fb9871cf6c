import Diagnostics
import Intake

extension Rule {
  static let powerSupersededRule = Rule(
    id: "power/superseded-rule",
    summary: "a limit for organizations that a later sentence of the same document has replaced is still written first",
    why: "A reader who stops at the first sentence takes the old limit for the rule.",
    howToFix: "take the old sentence out, or say in it until when it held",
    examples: [
      Example(
        [
          "STEERING.md": PowerSamples.committee(most: "two").marked("No more")
            + "\nStarting with the 2025 election, no more than one seat of the steering committee may be held by"
            + " members of the same company.\n"
        ],
        finds: ["at most 2 seats was replaced from 2025 on: at most 1 seat"]),
      Example(["STEERING.md": PowerSamples.committee(most: "two")], finds: []),
    ]
  ) { data, rule in
    data.view.power.bodies.flatMap { body in
      body.superseded.map { cap in
        rule.finding(
          .note, "\(cap.old.words) was replaced from \(cap.year) on: \(cap.new.words)",
          key: "\(body.name) \(cap.old.limit)", at: [.init(.claim, cap.old.location), .init(.fact, cap.new.location)],
          confidence: .medium)
      }
    }
  }
}
