import Diagnostics
import Intake

extension Rule {
  static let adoptersIndependentNamed = Rule(
    id: "adopters/independent-named",
    summary: "an organization named as an independent adopter that employs maintainers",
    why: "Use by the makers proves nothing, and reviewers count who is left.",
    howToFix: "name another adopter, or say that this one is not independent",
    examples: [
      Example(
        applicationEnd: answer("↓Notable independent adopters include Umbrella, Acme, and others."),
        beside: ["MAINTAINERS.md": Samples.maintainers, "ADOPTERS.md": Samples.adopters],
        finds: ["Acme is named as an independent adopter, but employs maintainers: ann"]),
      Example(
        applicationEnd: answer(
          "It is used by at least 3 independent organizations:\n\n1. **Umbrella** - in production\n"
            + "2. Stark for its appliances\n↓3. **Acme Cloud** (since 2020) - quality tests\n"),
        beside: ["MAINTAINERS.md": Samples.maintainers],
        finds: ["Acme Cloud is named as an independent adopter, but employs maintainers: ann"]),
      Example(
        applicationEnd: answer(
          "Independent adopters are Umbrella and Stark. Acme is not one of them.\n\n- It integrates with Acme Cloud.\n"),
        beside: ["MAINTAINERS.md": Samples.maintainers]),
    ]
  ) { data, rule in
    guard !data.organizations.isEmpty else { return [] }
    return data.assertingDocuments.flatMap { document in
      document.facts.items.flatMap { item -> [Finding] in
        guard item.state == .checked, let lines = item.evidenceLines, lines.count < 200,
          data.criterion(item.criterion)?.text.holds(word) == true
        else { return [] }
        return named(lines, in: document.source).compactMap { name, line in
          rule.finding(
            onEmployer: name, "\(name) is named as an independent adopter, but", line: line, of: document, data,
            criterion: item.criterion)
        }
      }
    }
  }

  /// What a criterion and its answer call adopters that are not the makers.
  private static let word = "independent"

  /// Names behind "independent" in a sentence, and those that open the entries of a list below such a sentence.
  private static func named(_ lines: ClosedRange<Int>, in source: SourceText) -> [(name: String, line: Int)] {
    var names: [(String, Int)] = []
    var isList = false
    for line in lines {
      let text = source.lineText(line)
      let entry = text.drop { " \t*-+.0123456789".contains($0) }
      guard let first = entry.first else { continue }
      if isList, text.count > entry.count {
        let name = entry.prefix { !"*([:,;\u{2013}\u{2014}".contains($0) }.replacing(" - ", with: "\n").prefix {
          $0 != "\n"
        }
        names.append((name.split(separator: " ").joined(separator: " "), line))
        continue
      }
      isList = false
      for sentence in Sentences.texts(of: text) where first.isLetter || first == "[" {
        guard let found = sentence.lowercased().firstRange(ofBytes: word) else { continue }
        isList = sentence.last { !" *_".contains($0) } == ":"
        let rest = sentence[found.upperBound...]
        names += rest.split { ",;:()".contains($0) }.flatMap(Self.parts).map { ($0, line) }
      }
    }
    return names
  }

  /// The names of one part of a list: "and Acme", "adopters include Umbrella".
  private static func parts(_ part: Substring) -> [String] {
    part.replacing(" and ", with: "\n").split(separator: "\n").compactMap { piece in
      let words = piece.split { " *_[].`".contains($0) }
      let name = words.drop { $0.first?.isUppercase != true }
      return name.isEmpty || name.count > 5 ? nil : name.joined(separator: " ")
    }
  }

  private static func answer(_ text: String) -> String {
    "- [x] **Used in appropriate capacity by at least 3 independent + indirect/direct adopters.**\n\n\(text)\n"
  }
}
