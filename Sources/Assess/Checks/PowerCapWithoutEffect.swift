import Intake

extension Rule {
  static let powerCapWithoutEffect = Rule(
    id: "power/cap-without-effect",
    summary: "a rule limits organizations, and one organization still decides alone within it",
    why: "A limit that changes no result balances nothing, however well it reads.",
    howToFix: "lower the limit until no organization reaches the threshold with it",
    examples: [
      Example(
        ["STEERING.md": PowerSamples.committee(most: "two").marked("No more")],
        finds: [
          "within the limit (at most 2 seats), Acme (2 of 3 members of the steering committee) still decides alone"
        ]),
      Example(["STEERING.md": PowerSamples.committee(most: "two") + "| Dan Example | Hooli |\n"]),
    ]
  ) { data, rule in
    data.decidingBodies.flatMap { body -> [Finding] in
      guard let cap = body.caps.first, body.seats.allSatisfy(\.over.isEmpty), body.mechanism == .yes else { return [] }
      return data.holders(in: body, \.decidesAlone).map { organization, decisions in
        rule.finding(
          .warning, "within the limit (\(cap.words)), \(body.share(organization)) still decides alone",
          key: "\(body.name) \(organization)",
          at: [.init(.claim, cap.location)] + body.places(organization, decisions).map { .init(.fact, $0.location) })
      }
    }
  }
}
