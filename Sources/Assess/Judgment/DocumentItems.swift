import Criteria
import Diagnostics
import Intake
import Words

/// The criterion lines of the document that applies, found by criterion.
struct DocumentItems {
  private let items: [ChecklistItem]
  private let lostLinks: Bool
  private let source: SourceText
  private let words: WordText

  init(_ document: SourceDocument) {
    items = document.facts.items
    lostLinks = document.facts.lostLinks
    source = document.source
    words = document.words
  }

  /// Whether a document has the statements of an application form; the reviewers' form has none.
  func hasForm(of criteria: [Criterion]) -> Bool {
    criteria.contains { (item(for: $0.id) ?? statement(of: $0)) != nil }
  }

  /// A statement of the form that is a sentence without a box; its evidence is the line below, unless that is a heading
  /// or another sentence of the form.
  func statement(of criterion: Criterion) -> ChecklistItem? {
    let phrases = criterion.match.map(PhraseMatcher.normalized)
    guard let line = words.line(of: phrases) else { return nil }
    let next = ((line + 1)..<(line + 4)).first { words[line: $0].count > 1 }
    let text = next.map(source.lineText) ?? ""
    let links = text.holds("](") || text.holds("http")
    let isAnswer = links || text.first.map { "-*|1".contains($0) } == true
    var item = ChecklistItem(
      criterion: criterion.id, state: .nobox, depth: 0, text: source.lineText(line),
      evidence: isAnswer ? .answered : .empty, evidenceText: isAnswer ? text : "",
      location: source.location(line: line))
    if source.lineText(line).holds("](") { item.evidence = .answered }
    return item
  }

  /// The line that asserts a criterion: of several the first with a box and text, then with a box, then with text, then
  /// any. Boxes that are set as the form sets its criteria come before those of a list of what is left to do.
  func item(for id: CriterionID) -> ChecklistItem? {
    let all = items.filter { $0.criterion == id }
    let boxes = all.filter { $0.state != .nobox }
    let bold = boxes.count > 1 ? boxes.filter { source.lineText($0.location.line).holds("**") } : []
    let own = bold.isEmpty ? boxes : bold
    return own.first { $0.evidence == .answered } ?? own.first ?? all.first { $0.evidence == .answered } ?? all.first
  }

  /// Whether a line says that its criterion is met, with text of its own.
  func answers(_ item: ChecklistItem) -> Bool {
    item.state != .unchecked && evidence(of: item, children: children(of: item)) == .answered
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

  /// What a line offers, nested boxes, issue references and section notes included; a nested box shares what stands
  /// below its parent.
  func evidence(of item: ChecklistItem?, children: [ChecklistItem], parent: ChecklistItem? = nil) -> EvidenceState {
    guard let item else { return .empty }
    if item.evidence == .empty, let parent, parent.evidence == .answered || parent.evidence == .todo {
      return .elsewhere
    }
    switch item.evidence {
    case .answered: return .answered
    case .templateOnly: return .templateOnly
    case .todo:
      // A to-do among the answers below a tick leaves them answers.
      let isLong = item.evidenceText.split(whereSeparator: \.isWhitespace).count >= 40
      return item.state == .checked && (isLong || item.links.count > 1) ? .answered : .todo
    case .placeholder: return .placeholder
    case .empty:
      if item.issueReference != nil || item.hasSectionNote { return .elsewhere }
      if children.contains(where: { $0.evidence == .answered || $0.evidence == .todo }) { return .elsewhere }
      // The item's own date, as in the line that names the day of acceptance.
      if DateScanner.dates(in: item.text).contains(where: { $0.precision == .day }) { return .elsewhere }
      return lostLinks ? .unreadable : .empty
    }
  }

  /// What the text says of a criterion: that of its nested boxes where it has none of its own.
  func reading(
    of item: ChecklistItem?, children: [ChecklistItem], criterion: Criterion, words: DenialWords
  ) -> AnswerReading {
    guard let item else { return .affirmed }
    let own = item.reading(of: criterion, words: words)
    guard item.evidence == .empty, !children.isEmpty, own.sense == .affirmed else { return own }
    let nested = children.map { $0.reading(of: nil, words: words) }
    return nested.allSatisfy { $0.sense == .notApplicable } ? nested[0] : own
  }
}
