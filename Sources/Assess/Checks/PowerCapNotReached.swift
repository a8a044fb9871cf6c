import Intake

extension Rule {
  static let powerCapNotReached = Rule(
    id: "power/cap-not-reached",
    summary: "a rule limits organizations in a body, and no organization is as large as it allows",
    why: "The limit changes no result today; whether it would hold has not been tested.",
    howToFix: "nothing is wrong; look again when the list or an employer changes",
    examples: [
      Example(
        ["STEERING.md": PowerSamples.committee(most: "three").marked("No more")],
        finds: [
          "no organization has more than 2 of 3 members of the steering committee; the limit (at most 3 seats) allows 3"
        ]),
      Example(["STEERING.md": PowerSamples.committee(most: "two")], finds: []),
      Example(["STEERING.md": PowerSamples.committee(most: "one")], finds: []),
    ]
  ) { data, rule in
    data.listedBodies.filter { $0.mechanism == .yes }.flatMap { body -> [Finding] in
      guard let voters = body.voters, let top = voters.electorate.blocs.first else { return [] }
      // Whoever states no organization can be of the largest.
      let people = top.people + voters.electorate.unknown
      let has = people == top.people ? "has" : "can have"
      return body.caps.uniqued(on: \.words).compactMap { cap in
        guard let most = cap.most(of: voters.electorate.size), people < most else { return nil }
        return rule.finding(
          .note, "no organization \(has) more than \(body.part(people)); the limit (\(cap.words)) allows \(most)",
          key: "\(body.name) \(cap.words)",
          at: [.init(.claim, cap.location)] + voters.people(of: top.name).map { .init(.fact, $0.location) })
      }
    }
  }
}
