import Criteria
import Diagnostics
import Words

/// Action items, open asks and decisions of notes.
struct ActionItems {
  private let outline: NoteOutline
  private let link: CriterionLink
  private let lexicon = Lexicon.activity
  private let wantsMarks: Bool
  /// Lines whose asks are open today; nil when all are.
  private let current: Set<Int>?
  /// The normalized words of each line.
  private let words: [[UInt8]]
  private(set) var actions: [Action] = []
  private(set) var decisions: [Decision] = []

  /// Collects what stands in an outline; `readsProse` says whether sentences outside of action lists count, and
  /// `wantsMarks` whether an ask has to be marked as one there: "Action: …".
  init(
    _ outline: NoteOutline, current: Set<Int>?, readsProse: Bool, wantsMarks: Bool = false, link: CriterionLink
  ) {
    self.outline = outline
    self.wantsMarks = wantsMarks
    self.link = link
    self.current = current
    // By place, here and below: a line is large, and most are looked at for one thing only.
    words = outline.lines.indices.map { PhraseMatcher.normalized(outline.lines[$0].text) }
    let listed = listedLines()
    for index in outline.lines.indices where outline.lines[index].headingLevel == nil {
      switch listed[index] {
      case .action: appendItem(index)
      case .request:
        let text = outline.lines[index].text
        if rules.isDone(text, checked: nil) || rules.isRequest(text) { appendItem(index) }
      case .decision: append(decision: outline.lines[index].text, index, outline.lines[index].location)
      case nil: if readsProse { appendSentences(index) }
      }
    }
  }

  private var rules: ActionRules { ActionRules() }

  // MARK: Lists

  private enum List { case action, request, decision }

  /// Which bullets stand in a list of actions, requests or decisions.
  private func listedLines() -> [Int: List] {
    var listed: [Int: List] = [:]
    for index in outline.lines.indices {
      guard let list = list(of: words[index]) else { continue }
      let line = outline.lines[index]
      if line.headingLevel != nil {
        // Only what stands right below: a log of decisions has parts of its own under each. A decision may be prose.
        // Requests are told by their words and may be sorted under headings.
        for item in outline.section(of: index) where list == .request || outline.headings[item].last == index {
          let line = outline.lines[item]
          if line.itemDepth == 0 || list == .decision && line.kind == .paragraph { listed[item] = list }
        }
      } else {
        // A bullet or paragraph that announces the list counts only when bullets follow.
        let depth = line.itemDepth.map { $0 + 1 } ?? 0
        for item in outline.nested(below: index) where outline.lines[item].itemDepth == depth { listed[item] = list }
      }
    }
    return listed
  }

  private func list(of words: [UInt8]) -> List? {
    if lexicon.actionHeadings.equal(normalized: words) { return .action }
    if lexicon.decisionHeadings.equal(normalized: words) { return .decision }
    return lexicon.requestHeadings.begin(normalized: words) ? .request : nil
  }

  // MARK: Items

  private mutating func appendItem(_ index: Int) {
    guard current?.contains(index) != false else { return }
    let line = outline.lines[index]
    guard case .item(_, let checked) = line.kind, !isNothing(line.text) else { return }
    let text = StatusMarker().leading(line.text)?.rest ?? line.text
    append(action: text, rules.isDone(line.text, checked: checked) ? .done : .open, index, line.location)
  }

  private mutating func appendSentences(_ index: Int) {
    // Asks of earlier days are no longer open.
    let isCurrent = current?.contains(index) != false
    guard
      rules.mayDecide(words[index]) || isCurrent && rules.mayAsk(outline.lines[index].text, words[index])
    else { return }
    let line = outline.lines[index]
    let isTicked = line.kind == .item(depth: line.itemDepth ?? 0, checked: true)
    for sentence in line.sentences {
      // A topic's name at the start says nothing yet.
      if let label = line.label, sentence.text == label || sentence.text == label + ":" { continue }
      switch rules.sense(of: sentence.text, wantsAsks: isCurrent) {
      case .ask?:
        let text = StatusMarker().leading(sentence.text)?.rest ?? sentence.text
        if wantsMarks, !rules.isMarkedAsk(sentence.text) { break }
        let isDone = isTicked || rules.isDone(sentence.text, checked: nil)
        append(action: text, isDone ? .done : .open, index, sentence.location)
      case .decision?: append(decision: sentence.text, index, sentence.location)
      case nil: break
      }
    }
  }

  private mutating func append(action text: String, _ state: Action.State, _ index: Int, _ location: Location) {
    let topic = outline.topic(of: index)
    let body = Self.withoutLabel(text, outline.lines[index].label)
    actions.append(
      Action(text: body, state: state, topic: topic, criterion: link.criterion(body, topic), location: location))
  }

  private mutating func append(decision text: String, _ index: Int, _ location: Location) {
    // `### Decision` below `## Allow reviewers`: the upper heading is the topic.
    let above = outline.headings[index].last { !rules.isDecisionHeading(outline.lines[$0].text) }
    let topic = outline.lines[index].label ?? above.map { outline.lines[$0].text }
    let body = Self.withoutLabel(text, outline.lines[index].label)
    decisions.append(
      Decision(text: body, topic: topic, criterion: link.criterion(body, topic), location: location))
  }

  private static func withoutLabel(_ text: String, _ label: String?) -> String {
    guard let label, text.utf8.starts(with: (label + ":").utf8) else { return text }
    let rest = text.utf8.dropFirst(label.utf8.count + 1).drop { $0 == 0x20 }
    return rest.isEmpty ? text : String(decoding: Array(rest), as: UTF8.self)
  }

  /// `None`, `N/A`, `-`: the list is empty.
  private func isNothing(_ text: String) -> Bool {
    let words = PhraseMatcher.normalized(text)
    return words.isEmpty || lexicon.nothing.equal(normalized: words)
  }
}
