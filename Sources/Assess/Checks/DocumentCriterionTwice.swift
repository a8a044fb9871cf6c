import Intake

extension Rule {
  static let documentCriterionTwice = Rule(
    id: "document/criterion-twice",
    summary: "a criterion ticked in one place and not in another",
    why: "The reader cannot tell which one is right.",
    howToFix: "keep one line for the criterion, or make both agree",
    examples: [
      Example(
        [
          "application.md": Samples.application("Two.").marked("- [x] **Clear")
            + "## Summary\n\n- [ ] **Clear and discoverable project governance documentation.**\n"
        ],
        finds: ["GOV-DOC is ticked here but not in line 22"]),
      Example(
        applicationEnd: "## Summary\n\n- [x] **Clear and discoverable project governance documentation.**\n"),
    ]
  ) { data, rule in
    data.assertingDocuments.flatMap { document -> [Finding] in
      let items = document.facts.items.filter { item in
        item.state != .nobox && item.issueReference == nil && item.depth == 0
      }
      return items.compactMap { item -> Finding? in
        guard let criterion = item.criterion, item.state == .checked,
          let other = items.first(where: { $0.criterion == criterion && $0.state == .unchecked })
        else { return nil }
        return rule.finding(
          .note, "\(criterion) is ticked here but not in line \(other.location.line)", key: criterion.rawValue,
          at: [.init(.claim, item.location), .init(.claim, other.location)], criterion: criterion)
      }
    }
  }
}
