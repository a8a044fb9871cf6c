import Intake

extension Rule {
  static let documentParentChild = Rule(
    id: "document/parent-child",
    summary: "a ticked box with a nested box that is not ticked",
    why: "The whole is not done while a part of it is open.",
    howToFix: "tick the nested box when it is done, or untick the outer one",
    examples: [
      Example(
        applicationEnd:
          "↓- [x] **Third Party Security Review.**\n\n  - [ ] Moderate and low findings are tracked.\n\nDone in 2025.\n",
        finds: ["ticked, but its sub-item is open"]),
      Example(
        applicationEnd:
          "- [x] **Third Party Security Review.**\n\n  - [x] Moderate and low findings are tracked.\n\nDone in 2025.\n"),
    ]
  ) { data, rule in
    data.assertingDocuments.flatMap { document -> [Finding] in
      let items = document.facts.items
      return items.indices.compactMap { index -> Finding? in
        let parent = items[index]
        let children = items[(index + 1)...].prefix { $0.depth > parent.depth }.filter { $0.depth == parent.depth + 1 }
        let open = children.filter { $0.state == .unchecked }
        guard parent.state == .checked, let first = open.first else { return nil }
        return rule.finding(
          data.isPending(document) ? .warning : .note,
          "ticked, but \(Rows.boxes(open.count, of: children.count)) open",
          key: parent.criterion?.rawValue ?? parent.text,
          at: [.init(.claim, parent.location), .init(.fact, first.location)], criterion: parent.criterion)
      }
    }
  }
}
