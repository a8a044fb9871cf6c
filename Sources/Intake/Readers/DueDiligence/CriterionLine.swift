import Words
import Criteria

/// A line that stands for a criterion, and where its evidence may stand.
struct CriterionLine: Sendable {
  /// What the box says.
  var state: ChecklistItem.State
  /// Depth of nesting among boxes.
  var depth: Int
  /// Columns before its marker.
  var indent: Int
  /// The criterion, if its words name one.
  var criterion: CriterionID?
  /// Issue a bare reference names.
  var issueReference: Int?
  /// Its text, continued lines included.
  var text: PlainText
  /// Index of its line.
  var line: Int
  /// Indexes of the lines behind it up to the next criterion line or heading.
  var body: Range<Int>
  /// Index of the item it is nested in.
  var parent: Int?
  /// Heading it is under, `Suggested` and `Required` passed over.
  var section = ""
  /// Index of that heading's line.
  var sectionLine: Int?
}

/// Finds the lines that stand for criteria: boxes first, then bold bullets, table rows, headings, questions.
struct CriterionLines {
  private let document: DocumentLines
  private let finder: CriterionFinder?
  private(set) var items: [CriterionLine] = []

  /// Headings that split a section by requirement and name no section themselves.
  static let groupHeadings: Set<String> = ["suggested", "required"]

  init(_ document: DocumentLines, finder: CriterionFinder?) {
    self.document = document
    self.finder = finder
    findBoxes()
    nameParents()
    nameOnlyChildren()
  }

  /// Lines of boxes, and of bullets whose bold words name a criterion; text may follow those words where the
  /// document has no boxes at all.
  private mutating func findBoxes() {
    var open: [Int] = []
    var section = ""
    var sectionLine: Int?
    var isAdopters = false
    var skip = 0
    let hasBoxes = document.lines.contains { $0.box != nil }
    let forms = FormHeadings(document, sections: finder?.set.sections ?? [])
    for (index, line) in document.lines.enumerated() {
      if let level = line.headingLevel {
        if forms.isForeign(index, behindItem: items.last.map { $0.body.upperBound > index } == true) { continue }
        if level <= 4 {
          items.closeBody(at: index)
          open = []
        }
        let text = document.text(line).string
        if level <= 4 { isAdopters = text.lowercased() == "adoption" }
        if level <= 4, !Self.groupHeadings.contains(text.lowercased()) { (section, sectionLine) = (text, index) }
        continue
      }
      guard index >= skip else { continue }
      let isBox = line.box != nil
      guard isBox || line.kind == .bullet && !isAdopters else { continue }
      var (text, end) = itemText(at: index)
      if isAdopters {
        // Interviews hold boxes of their own; the form goes on with a bold one whose words are known.
        guard line.indent == 0, text.isAllBold, finder?.criterion(of: text, under: nil) != nil else { continue }
        isAdopters = false
      }
      if !isBox, hasBoxes ? !text.isAllBold : text.boldPrefix == 0 { continue }
      let name = !isBox && !text.isAllBold ? PlainText(Array(text.bytes.prefix(text.boldPrefix))) : text
      while let top = open.last, line.indent < items[top].indent + 2 { open.removeLast() }
      let parent = isBox ? open.last : nil
      let parentCriterion = parent.flatMap { items[$0].criterion }
      var criterion = finder?.criterion(of: name, under: parentCriterion)
      if criterion == nil, end == index + 1, let joined = joinedText(at: index, text),
        let found = finder?.criterion(of: joined.text, under: parentCriterion)
      {
        (text, end) = joined
        criterion = found
      }
      if !isBox, criterion == nil { continue }
      append(line, index, end, text, criterion, parent, section, sectionLine)
      open = isBox ? open + [items.count - 1] : []
      skip = end
    }
    items.closeBody(at: document.lines.count)
  }

  private mutating func append(
    _ line: TextLine, _ index: Int, _ end: Int, _ text: PlainText, _ criterion: CriterionID?, _ parent: Int?,
    _ section: String, _ sectionLine: Int?
  ) {
    items.closeBody(at: index)
    let state: ChecklistItem.State = line.box.map { $0 ? .checked : .unchecked } ?? .nobox
    items.append(
      CriterionLine(
        state: state, depth: parent.map { items[$0].depth + 1 } ?? 0, indent: line.indent, criterion: criterion,
        issueReference: criterion == nil ? Self.issueReference(text) : nil, text: text, line: index,
        body: end..<document.lines.count, parent: parent, section: section, sectionLine: sectionLine))
  }

  /// The text of an item; lines are joined while its bold span is not closed, or its sentence was wrapped.
  private func itemText(at index: Int) -> (text: PlainText, end: Int) {
    let text = document.text(document.lines[index])
    let line = document.lines[index]
    let raw = document.bytes[line.content]
    if raw.starts(with: "**".utf8) {
      if text.boldPrefix > 0 { return (text, index + 1) }
      return joinedText(at: index, text, untilBoldEnds: true) ?? (text, index + 1)
    }
    guard line.box != nil, isWrapped(at: index, text) else { return (text, index + 1) }
    return joinedText(at: index, text, most: 40) ?? (text, index + 1)
  }

  /// Whether the sentence of a line goes on in the next one: it ends without a full stop, and it is long, or the next
  /// line begins with a small letter.
  private func isWrapped(at index: Int, _ text: PlainText) -> Bool {
    guard let end = text.bytes.last, end.isWordByte || ",;)".utf8.contains(end), index + 1 < document.lines.count else {
      return false
    }
    let (line, next) = (document.lines[index], document.lines[index + 1])
    guard next.kind == .text, next.indent > line.indent else { return false }
    let rest = document.bytes[next.content]
    if end.isWordByte || end == UInt8(ascii: ","), line.content.count >= Self.wrappedLength { return true }
    if let first = rest.first, first.isASCIISmall, !rest.starts(with: "http".utf8) { return true }
    let last = text.string.split(separator: " ").last.map { $0.lowercased() } ?? ""
    if Lexicon.applications.glue.contains(last) { return true }
    let word = rest.prefix { $0 > 0x20 }.count
    return line.content.count >= Self.wrappedLength / 2 && line.content.count + word >= Self.wrappedLength - 10
  }

  /// Bytes from which a line of text may have been wrapped.
  private static let wrappedLength = 80

  /// An item's text with the lines of text that follow it at once; nil when there are none.
  private func joinedText(
    at index: Int, _ text: PlainText, untilBoldEnds: Bool = false, most: Int = 6
  ) -> (text: PlainText, end: Int)? {
    var joined = text
    var end = index + 1
    while end < document.lines.count, end - index < most, document.lines[end].kind == .text {
      joined.append(line: document.text(document.lines[end]))
      let raw = document.bytes[document.lines[end].content]
      end += 1
      if untilBoldEnds, raw.contains(UInt8(ascii: "*")) { break }
    }
    return end == index + 1 ? nil : (joined, end)
  }

  /// A box whose words name nothing but whose nested boxes all belong to one criterion is that criterion.
  private mutating func nameParents() {
    guard let finder else { return }
    var nested: [Int: Set<CriterionID>] = [:]
    for (index, item) in items.enumerated() {
      guard let parent = item.parent, items[parent].criterion == nil else { continue }
      guard let found = finder.nestedCriterion(of: item.text) else { continue }
      nested[parent, default: []].insert(found)
      items[index].criterion = found
    }
    for (parent, found) in nested where found.count >= 2 { items[parent].criterion = finder.parent(of: found) }
  }

  /// A single nested box in other words than the form's is the only criterion nested there.
  private mutating func nameOnlyChildren() {
    guard let finder else { return }
    var nested: [Int: [Int]] = [:]
    for (index, item) in items.enumerated() {
      if let parent = item.parent { nested[parent, default: []].append(index) }
    }
    for (parent, boxes) in nested where boxes.count == 1 && items[boxes[0]].criterion == nil {
      items[boxes[0]].criterion = items[parent].criterion.flatMap(finder.onlyChild)
    }
  }

  /// The number a bare reference names: `#310`, `example/community#991` or the address of an issue.
  private static func issueReference(_ text: PlainText) -> Int? {
    let word = text.string.split(separator: " ")
    guard word.count == 1, let only = word.first else { return nil }
    let address = text.links.first?.destination ?? String(only)
    for candidate in [String(only), address] {
      let parts = candidate.split { $0 == "#" || $0 == "/" }
      guard let last = parts.last, last.utf8.count <= 9, last.utf8.allSatisfy(\.isASCIIDigit) else { continue }
      let isIssue = candidate.hasSuffix("#\(last)") || candidate.hasSuffix("/issues/\(last)")
      if isIssue { return Int(last) }
    }
    return nil
  }
}

extension [CriterionLine] {
  /// Ends what follows the last item before a line, unless it has ended already.
  mutating func closeBody(at index: Int) {
    guard let last = indices.last, self[last].body.upperBound > index else { return }
    self[last].body = self[last].body.lowerBound..<Swift.max(self[last].body.lowerBound, index)
  }
}
