import Intake

extension Rule {
  static let powerCapBroken = Rule(
    id: "power/cap-broken",
    summary: "an organization has more members in a body than a rule of that body allows",
    why: "A limit that nobody keeps is no limit; after a change of employer, most rules say who steps down, and when.",
    howToFix: "do what the rule says for this case, or say in the list how long the seat is kept",
    examples: [
      Example(
        ["STEERING.md": PowerSamples.committee(most: "one").marked("No more")],
        finds: ["Acme (2 of 3 members of the steering committee) has more than the rule allows: at most 1 seat"]),
      Example(["STEERING.md": PowerSamples.committee(most: "two")]),
      Example(
        [
          "STEERING.md": PowerSamples.committee(most: "one").marked("No more")
            .replacing("| Bob Example | Acme |", with: "| Bob Example | Acme Labs |")
        ],
        finds: [
          "Acme (2 of 3 members of the steering committee) has more than the rule allows if Acme and Acme Labs are one organization: at most 1 seat"
        ]),
    ]
  ) { data, rule in
    data.decidingBodies.flatMap { body -> [Finding] in
      guard body.mechanism == .yes else { return [] }
      return body.seats.uniqued(on: \.cap.words).flatMap { check in
        check.over.map { bloc -> Finding in
          let people = body.voters?.people(of: bloc.name) ?? []
          // Whether a part of a company is another company, only the community knows.
          let isCertain = body.voters?.employers.organizations.first { $0.name == bloc.name }?.isCertain ?? true
          let names = people.compactMap(\.organization).uniqued()
          let doubt = isCertain ? "" : " if \(Rows.list(names)) are one organization"
          return rule.finding(
            isCertain ? .warning : .note,
            "\(body.share(bloc.name)) has more than the rule allows\(doubt): \(check.cap.words)",
            key: "\(body.name) \(bloc.name)",
            at: [.init(.claim, check.cap.location)] + people.map { .init(.fact, $0.location) },
            confidence: .medium, expected: "\(check.most)", actual: "\(bloc.people)")
        }
      }
    }
  }
}
