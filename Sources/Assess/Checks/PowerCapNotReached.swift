import Intake

extension Rule {
  static let powerCapNotReached = Rule(
    id: "power/cap-not-reached",
    summary: "a rule limits organizations, and the largest one is below the limit",
    why: "It shows a reviewer that the rule exists and how far it is from taking effect.",
    howToFix: "nothing to do",
    examples: [
      Example(
        ["STEERING.md": PowerSamples.committee(most: "three").marked("No more")],
        finds: [
          "the largest organization, Acme (2 of 3 members of the steering committee), is below the limit: at most 3 seats"
        ]),
      Example(["STEERING.md": PowerSamples.committee(most: "two")], finds: []),
    ]
  ) { data, rule in
    data.view.power.deciding.compactMap { body -> Finding? in
      guard let cap = body.caps.first, body.mechanism == .yes, let voters = body.voters,
        let largest = voters.electorate.blocs.first, largest.people > 1,
        let most = cap.most(of: voters.electorate.size), largest.people < most
      else { return nil }
      return rule.finding(
        .note, "the largest organization, \(body.share(largest.name)), is below the limit: \(cap.words)",
        key: body.name,
        at: [.init(.claim, cap.location)] + voters.people(of: largest.name).map { .init(.fact, $0.location) })
    }
  }
}
