import Intake
import Words

extension Rule {
  static let powerShareOverCap = Rule(
    id: "power/share-over-cap",
    summary: "an organization has more voters than its limit of the votes allows",
    why:
      "Either some of its votes do not count, which the rule should say, or the limit is broken; a reviewer asks which.",
    howToFix: "say in the rule what happens to votes beyond the limit, or recruit members from other organizations",
    examples: [
      Example(
        [
          "GOVERNANCE.md": PowerSamples.governance
            + "\n↓No company may hold more than 40% of the votes of the maintainers.\n",
          "MAINTAINERS.md": PowerSamples.twoOfThree,
        ],
        finds: [
          "Acme (2 of 3 maintainers) has more voters than the rule allows votes: at most 40% of the votes"
        ]),
      Example([
        "GOVERNANCE.md": PowerSamples.governance
          + "\nNo company may hold more than 40% of the votes of the maintainers. If more than 40% of the votes are "
          + "affiliated with one, they decide who casts them.\n",
        "MAINTAINERS.md": PowerSamples.twoOfThree,
      ]),
      Example([
        "GOVERNANCE.md": PowerSamples.governance
          + "\nNo company may hold more than 40% of the votes of the maintainers.\n",
        "MAINTAINERS.md": PowerSamples.oneOfThreeEach,
      ]),
    ]
  ) { data, rule in
    data.decidingBodies.flatMap { body -> [Finding] in
      guard let voters = body.voters?.electorate, body.mechanism == .yes else { return [] }
      return body.caps.filter { $0.kind == .votes && $0.scope == nil && $0.limit.hasSuffix("%") }.flatMap { cap in
        data.saysWhatFollows(cap)
          ? []
          : voters.blocs.filter { bloc in
            Int(cap.limit.dropLast()).map { bloc.people * 100 > $0 * voters.size } ?? false
          }.map { bloc in
            rule.finding(
              .note, "\(body.share(bloc.name)) has more voters than the rule allows votes: \(cap.words)",
              key: "\(body.name) \(bloc.name)",
              at: [.init(.claim, cap.location)]
                + (body.voters?.people(of: bloc.name) ?? []).map { .init(.fact, $0.location) },
              confidence: .medium, expected: cap.limit, actual: "\(bloc.people) of \(voters.size)")
          }
      }
    }
  }
}

extension CommunityData {
  /// Whether a rule goes on with what happens beyond its limit: "If more than 40% …, they decide who votes".
  fileprivate func saysWhatFollows(_ cap: OrganizationCap) -> Bool {
    guard let document = document(cap.location.path) else { return false }
    let prose = Prose.all(in: document).first { $0.lines.contains(cap.location.line) }
    return Sentences.texts(of: prose?.text ?? "").contains { sentence in
      sentence.holds(cap.limit)
        && sentence.wordsOfLetters.first.map(Lexicon.denials.conditions.contains) == true
    }
  }
}
