import Intake

extension Rule {
  static let powerBlocksAlone = Rule(
    id: "power/blocks-alone",
    summary: "one organization has the votes to block decisions alone, by the rules and lists as they are written",
    why: "A limit that keeps an organization from deciding alone can still leave it a veto over every change.",
    howToFix:
      "set a lower limit for one organization, set a lower threshold, or recruit members from other organizations",
    examples: [
      Example(
        [
          "GOVERNANCE.md": PowerSamples.governance.marked("Changes"),
          "MAINTAINERS.md": PowerSamples.twoOfThree
            + "| Eve Example | [eve](https://github.com/eve) | Initech | docs |\n"
            + "| Fay Example | [fay](https://github.com/fay) | Hooli | docs |\n",
        ],
        finds: ["Acme (2 of 5 maintainers) can block changes to the governance alone"]),
      Example(["GOVERNANCE.md": PowerSamples.governance, "MAINTAINERS.md": PowerSamples.oneOfThreeEach]),
    ]
  ) { data, rule in
    data.decidingBodies.flatMap { body in
      data.holders(in: body, \.onlyBlocksAlone).filter { (body.voters?.count(of: $0.organization) ?? 0) > 1 }.map {
        organization, decisions in
        rule.finding(
          .note,
          "\(body.share(organization)) can block \(Rows.list(decisions.map(\.rule.subject.words))) alone",
          key: "\(body.name) \(organization)", at: body.places(organization, decisions))
      }
    }
  }
}
