import Criteria
import Intake

extension Rule {
  static let evidenceUnsupported = Rule(
    id: "evidence/unsupported",
    summary: "a ticked criterion without text, for which no evidence was found",
    why: "Nobody can check a tick alone.",
    howToFix: "answer the criterion, or untick it",
    examples: [
      Example(
        [
          "application.md": Samples.fullApplication(["↓- [x] **Document Security Self-Assessment.**"]),
          "README.md": "# Example\n",
        ],
        finds: ["SEC-SELF is ticked without text, and no evidence for it was found"]),
      Example(["application.md": Samples.fullApplication(["- [ ] **Document Security Self-Assessment.**"])]),
    ],
    scope: .judgment { model, _, rule in
      guard model.hasApplication else { return [] }
      return model.criteria.compactMap { assessment in
        guard assessment.verdict == .unsupported, assessment.criterion.parent == nil, let item = assessment.item
        else { return nil }
        let id = assessment.criterion.id
        return rule.finding(
          .warning, "\(id) is ticked without text, and no evidence for it was found", key: id.rawValue,
          at: [.init(.claim, item.location)], criterion: id, fix: assessment.criterion.howToFix)
      }
    }
  )
}
