import Diagnostics
import Intake

extension Rule {
  static let powerSupersededRule = Rule(
    id: "power/superseded-rule",
    summary: "a limit for organizations is still in the document although a later sentence replaced it",
    why: "A reader who stops at the first sentence takes the old limit for the current rule.",
    howToFix: "remove the old sentence, or say in it until when it applied",
    examples: [
      Example(
        [
          "STEERING.md": PowerSamples.committee(most: "two").marked("No more")
            + "\nStarting with the 2025 election, no more than one seat of the steering committee may be held by"
            + " members of the same company.\n"
        ],
        finds: ["the limit of at most 2 seats was replaced in 2025 by at most 1 seat"]),
      Example(["STEERING.md": PowerSamples.committee(most: "two")]),
    ]
  ) { data, rule in
    data.view.power.bodies.flatMap { body in
      body.superseded.map { cap in
        rule.finding(
          .note, "the limit of \(cap.old.words) was replaced in \(cap.year) by \(cap.new.words)",
          key: "\(body.name) \(cap.old.limit)", at: [.init(.claim, cap.old.location), .init(.fact, cap.new.location)],
          confidence: .medium)
      }
    }
  }
}
