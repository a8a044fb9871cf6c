import Criteria
import Intake

extension Rule {
  static let documentTickedButDenied = Rule(
    id: "document/ticked-but-denied",
    summary: "a ticked box above a text that says it is not there yet",
    why: "Reviewers have ticked what their own text calls not demonstrated; a reader believes one or the other.",
    howToFix: "take the tick back, or say what was done since",
    examples: [
      Example(
        [
          "application.md": Samples.application("Two act today. The offboarding path has not been demonstrated.")
            .marked("- [x] **A number")
        ],
        finds: ["ticked, but the text says: “The offboarding path has not been demonstrated.”"]),
      Example(
        [
          "application.md": Samples.application(
            "Nothing is pending. Until 2024 the path was not yet documented. Pull requests that are still work in "
              + "progress are marked.")
        ],
        finds: []),
    ]
  ) { data, rule in
    data.assertingDocuments.flatMap { document in
      document.facts.items.compactMap { item -> Finding? in
        guard item.state == .checked, item.evidence == .answered,
          let sentence = Denial.first(in: item.evidenceText)
        else { return nil }
        let shown = sentence.utf8.count > 160 ? sentence.prefix(150) + " …" : sentence[...]
        let line = (item.evidenceLines ?? item.location.line...item.location.line).first { line in
          document.source.lineText(line).holds(String(sentence.prefix(24)))
        }
        return rule.finding(
          .note, "ticked, but the text says: “\(shown)”", key: item.criterion?.rawValue ?? item.text,
          at: [.init(.claim, item.location)]
            + (line.map { [.init(.fact, document.source.location(line: $0))] } ?? []),
          confidence: .low, criterion: item.criterion)
      }
    }
  }
}

/// Sentences that say of something that it is not done yet.
private enum Denial {
  private static let phrases = [
    "not been demonstrated", "not yet demonstrated", "not demonstrated", "not yet documented", "not yet been",
    "not been documented", "is not documented", "are not documented", "not yet complete", "not yet completed",
    "not yet in place", "not yet available", "not yet implemented", "not yet established", "not yet enforced",
    "currently wip", "is wip", "still wip", "still in progress", "currently in progress", "is in progress",
    "is work in progress", "is a work in progress", "is pending", "are pending", "still pending", "currently pending",
    "still missing", "to be completed", "to be documented", "yet to be", "has yet to", "have yet to",
  ].map(PhraseMatcher.normalized)

  /// Words that make a sentence speak of the past, of a condition, of something else, or deny the denial.
  private static let exceptions = [
    "no", "none", "nothing", "no longer", "was", "were", "had", "until", "before", "previously", "formerly", "since",
    "now", "if", "when", "while", "unless", "whether", "prs", "pr", "pull request", "pull requests", "draft", "drafts",
    "issue", "issues", "alpha", "without", "although",
  ].map(PhraseMatcher.normalized)

  static func first(in text: String) -> String? {
    for sentence in sentences(of: text) {
      let words = PhraseMatcher.normalized(sentence)
      guard phrases.contains(where: { words.holds($0) }), !exceptions.contains(where: { words.holds($0) }) else {
        continue
      }
      return sentence
    }
    return nil
  }

  private static func sentences(of text: String) -> [String] {
    var found: [String] = []
    var current = ""
    let characters = Array(text)
    for (index, character) in characters.enumerated() {
      if character == "\n" {
        // A wrapped line goes on, an entry of its own does not.
        let next = index + 1 < characters.count ? characters[index + 1] : "\n"
        if next == "\n" || "-*•+".contains(next) {
          found.append(current)
          current = ""
        } else {
          current.append(" ")
        }
        continue
      }
      current.append(character)
      if ".!?".contains(character), index + 1 == characters.count || characters[index + 1].isWhitespace {
        found.append(current)
        current = ""
      }
    }
    found.append(current)
    return found.map { $0.split(separator: " ").joined(separator: " ") }.filter { !$0.isEmpty && !$0.hasSuffix("?") }
  }
}
