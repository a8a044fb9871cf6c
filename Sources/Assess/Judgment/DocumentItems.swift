import Criteria
import Intake

/// The criterion lines of the document that applies, found by criterion.
struct DocumentItems {
  private let items: [ChecklistItem]
  private let lostLinks: Bool

  init(_ document: SourceDocument) {
    items = document.facts.items
    lostLinks = document.facts.lostLinks
  }

  /// The line that asserts a criterion: of several the first with a box and text, then with a box, then any.
  func item(for id: CriterionID) -> ChecklistItem? {
    let all = items.filter { $0.criterion == id }
    return all.first { $0.state != .nobox && $0.evidence == .answered } ?? all.first { $0.state != .nobox } ?? all.first
  }

  /// Boxes nested in a line.
  func children(of item: ChecklistItem) -> [ChecklistItem] {
    guard let index = items.firstIndex(where: { $0.location == item.location }) else { return [] }
    return items[(index + 1)...].prefix { $0.depth > item.depth }.filter { $0.depth == item.depth + 1 }
  }

  /// What a line asserts.
  func assertion(of item: ChecklistItem?) -> Assertion {
    switch item?.state {
    case .checked: .checked
    case .unchecked: .unchecked
    case .nobox: .stated
    case nil: .absent
    }
  }

  /// What a line offers, nested boxes, issue references and section notes included.
  func evidence(of item: ChecklistItem?, children: [ChecklistItem]) -> EvidenceState {
    guard let item else { return .empty }
    switch item.evidence {
    case .answered: return .answered
    case .templateOnly: return .templateOnly
    case .todo: return .todo
    case .placeholder: return .placeholder
    case .empty:
      if item.issueReference != nil || item.hasSectionNote { return .elsewhere }
      if children.contains(where: { $0.evidence == .answered || $0.evidence == .todo }) { return .elsewhere }
      // The item's own date, as in the line that names the day of acceptance.
      if DateScanner.dates(in: item.text).contains(where: { $0.precision == .day }) { return .elsewhere }
      return lostLinks ? .unreadable : .empty
    }
  }

  /// Whether the text says that the criterion does not apply.
  func saysNotApplicable(_ item: ChecklistItem?) -> Bool {
    guard let text = item?.evidenceText else { return false }
    let words = String(decoding: PhraseMatcher.normalized(text), as: UTF8.self)
    return [" n a ", " na ", " not applicable "].contains { words.hasPrefix($0) }
  }
}
