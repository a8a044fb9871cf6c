import Criteria
import Intake

extension Rule {
  static let evidenceUnsupported = Rule(
    id: "evidence/unsupported",
    summary: "a ticked criterion with no text, and nothing in the data that shows it",
    why: "A tick alone is an assertion that nobody can follow.",
    howToFix: "answer the criterion, or take the tick back",
    examples: [
      Example(
        [
          "application.md": Samples.fullApplication(["↓- [x] **Document Security Self-Assessment.**"]),
          "README.md": "# Example\n",
        ],
        finds: ["SEC-SELF is ticked without text, and nothing was found that shows it"]),
      Example(
        ["application.md": Samples.fullApplication(["- [ ] **Document Security Self-Assessment.**"])], finds: []),
    ],
    scope: .judgment { model, _, rule in
      guard model.hasApplication else { return [] }
      return model.criteria.compactMap { assessment in
        guard assessment.verdict == .unsupported, assessment.criterion.parent == nil, let item = assessment.item
        else { return nil }
        let id = assessment.criterion.id
        return rule.finding(
          .warning, "\(id) is ticked without text, and nothing was found that shows it", key: id.rawValue,
          at: [.init(.claim, item.location)], criterion: id, fix: assessment.criterion.howToFix)
      }
    }
  )
}
