import Diagnostics
import Intake
import Words

extension Rule {
  static let claimMaintainerList = Rule(
    id: "claim/maintainer-list",
    summary: "a person named as a maintainer who is not in the maintainers list",
    why: "Reviewers look the people up; one who is missing or has left makes them doubt the rest.",
    howToFix: "add the person to the maintainers list, or remove the name here",
    examples: [
      Example(
        application:
          "The active maintainers are:\n\n- Ann Example (Acme)\n- Bob Example\n- ↓Cid Example\n- ↓Eve Example\n",
        beside: ["MAINTAINERS.md": Samples.maintainersAndEmeritus],
        finds: [
          "Cid Example is named as a maintainer but is a former one in MAINTAINERS.md",
          "Eve Example is named as a maintainer but is not in MAINTAINERS.md",
        ]),
      Example(
        application:
          "The former maintainers are:\n\n- Cid Example\n\nThe maintainers answer in:\n\n- Core Team\n- Docs Team\n\n"
          + "These maintainers will join:\n\n- Ann Example\n- Eve Example\n",
        beside: ["MAINTAINERS.md": Samples.maintainersAndEmeritus]),
    ]
  ) { data, rule in
    guard data.hasMaintainerList, let application = data.application else { return [] }
    let path = data.maintainers[0].location.path
    return Prose.all(in: application).filter { !$0.isHeading }.flatMap { prose -> [Finding] in
      guard prose.text.hasSuffix(":"), isAboutMaintainers(prose.text) else { return [] }
      let named = NamedPeople.listed(below: prose.lines.upperBound, in: application.source)
      let missing = named.filter { !data.maintainerNames.contains(Folding.letters($0.name)) }
      // Lists that share few names are lists of different people.
      guard !missing.isEmpty, missing.count * 2 <= named.count else { return [] }
      return missing.map { name, location in
        let former = data.emeritus.first { Folding.letters($0.name) == Folding.letters(name) }
        let fact = (former ?? data.maintainers[0]).location
        return rule.finding(
          data.isPending(application) ? .warning : .note,
          "\(name) is named as a maintainer but is \(former == nil ? "not" : "a former one") in \(path)",
          key: "maintainer \(name)", at: [.init(.claim, location), .init(.fact, fact)], confidence: .medium,
          claim: .differs, expected: name)
      }
    }
  }

  /// Whether the last sentence of a text announces the maintainers there are, not former or future ones.
  private static func isAboutMaintainers(_ text: String) -> Bool {
    let words = Sentences.texts(of: text).last?.wordsOfLetters ?? []
    let others = Lexicon.findings.partialMaintainers + Lexicon.findings.notYet
    return words.contains("maintainers") && !words.contains(where: others.contains)
  }
}
