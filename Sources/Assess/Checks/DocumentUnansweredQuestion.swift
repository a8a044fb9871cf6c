import Intake

extension Rule {
  static let documentUnansweredQuestion = Rule(
    id: "document/unanswered-question",
    summary: "a question of a due-diligence document without an answer",
    why: "Reviewers ask again what the form asked.",
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
        finds: ["no answer: \"Project is self-governing\""]),
      Example(
        [
          "due-diligence.md": """
          # Example Incubation Stage Review Proposal

          ## Statement on CNCF Alignment to TOC Principles

          * Is there a documented Code of Conduct that adheres to the CNCF guidelines?

          Yes, in the repository.

          """
        ],
        finds: []),
    ]
  ) { data, rule in
    data.assertingDocuments.flatMap { document in
      document.facts.unanswered.map { place in
        var text = place
        text.length = 1
        return rule.finding(
          .note, "no answer: \"\(text.question)\"",
          key: text.question, at: [.init(.claim, place)])
      }
    }
  }
}
