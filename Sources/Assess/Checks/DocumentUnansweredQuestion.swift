import Diagnostics
import Intake
import Words

extension Rule {
  static let documentUnansweredQuestion = Rule(
    id: "document/unanswered-question",
    summary: "a question of a due-diligence document without an answer",
    why: "Reviewers will ask again what the form asked.",
    howToFix: "answer it, or say why it does not apply",
    examples: [
      Example(
        [
          "due-diligence.md": """
          # Example Incubation Stage Review Proposal

          ## Statement on CNCF Alignment to TOC Principles

          * ↓Project is self-governing

          * Is there a documented Code of Conduct that adheres to the CNCF guidelines?

          Yes, in the repository.

          """
        ],
        finds: ["this question has no answer: \"Project is self-governing\""]),
      Example([
        "due-diligence.md": """
        # Example Incubation Stage Review Proposal

        ## Statement on CNCF Alignment to TOC Principles

        * Is there a documented Code of Conduct that adheres to the CNCF guidelines?

        Yes, in the repository.

        * [Umbrella](https://umbrella.example), a maker of umbrellas

        * Version 1.0 came out in December 2017

        """
      ]),
      Example([
        "due-diligence.md": """
        # Example Incubation Stage Review Proposal

        ## Statement on CNCF Alignment to TOC Principles

        1. Is the project self-governing?

        Yes.

        2. Is there a documented Code of Conduct that adheres to the CNCF guidelines?
        Yes, the governance links it.

        """
      ]),
      Example([
        "due-diligence.md": """
        # Example Incubation Stage Review Proposal

        ## Statement on CNCF Alignment to TOC Principles

        * Is there a documented Code of Conduct that adheres to the CNCF guidelines?

        Yes, in the repository.

        """
      ]),
    ]
  ) { data, rule in
    data.openDocuments.flatMap { document in
      document.facts.unanswered.compactMap { place -> Finding? in
        var text = place
        text.length = 1
        guard isAsked(text.question, Lexicon.findings.questionOpeners) else { return nil }
        return rule.finding(
          .note, "this question has no answer: \"\(text.question)\"",
          key: text.question, at: [.init(.claim, place)])
      }
    }
  }

  /// Whether a line of a list asks, by its sign or its first word; one that links, or that names what it tells in bold,
  /// answers.
  private static func isAsked(_ line: String, _ openers: Set<String>) -> Bool {
    if line.holds("](") || line.holds("://") || line.holds("**:") || line.holds(":**") { return false }
    let first = line.runsOfLetters.first.map { $0.lowercased() }
    return line.hasSuffix("?") || first.map(openers.contains) ?? false
  }
}
