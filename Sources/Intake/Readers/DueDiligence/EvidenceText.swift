import Criteria
import Diagnostics

/// What follows a criterion line: its state, the lines that decide it, and its text.
struct EvidenceText: Sendable {
  private(set) var state: ChecklistItem.Evidence = .empty
  private(set) var lines: ClosedRange<Int>?
  private(set) var text = ""
  private(set) var links: [Link] = []

  init() {}

  /// Reads lines behind an item: sentences of the form, placeholders and instructions are no evidence.
  init(_ body: [TextLine], of document: DocumentLines, source: SourceText, matcher: PhraseMatcher?) {
    var answered: [(line: Int, text: String)] = []
    var placeholders: [Int] = []
    var templates: [Int] = []
    for line in body where line.isContent && line.kind != .rule {
      let plain = document.text(line)
      let string = plain.string
      if !string.utf8.contains(where: \.isWordByte), plain.hasImage {
        // A badge has no text.
        answered.append((line.number, plain.links.first?.destination ?? ""))
      }
      for sentence in Sentences.texts(of: string) {
        guard sentence.utf8.contains(where: \.isWordByte) else { continue }
        if matcher?.isTemplateSentence(sentence) == true {
          templates.append(line.number)
        } else if line.kind != .code, Placeholders.contains(sentence) {
          placeholders.append(line.number)
        } else if answered.last?.line == line.number {
          answered[answered.count - 1].text += " " + sentence
        } else {
          answered.append((line.number, sentence))
        }
      }
      // The form's own links are no evidence.
      if templates.last != line.number || answered.last?.line == line.number {
        links += plain.links.map { document.link($0, of: plain, in: source) }
      }
    }
    func span(_ numbers: [Int]) -> ClosedRange<Int>? {
      guard let first = numbers.first, let last = numbers.last else { return nil }
      return first...last
    }
    if !answered.isEmpty {
      let isUnfinished = answered.contains {
        Placeholders.isUnfinished($0.text) || document.unfinished.contains($0.line)
      }
      state = isUnfinished ? .todo : .answered
      lines = span(answered.map(\.line))
      text = answered.map(\.text).joined(separator: "\n")
    } else if !placeholders.isEmpty || !templates.isEmpty {
      state = placeholders.isEmpty ? .templateOnly : .placeholder
      lines = span(placeholders.isEmpty ? templates : placeholders)
    }
  }

  /// Text that is on the item's own line.
  init(own text: String, lines: ClosedRange<Int>, links: [Link]) {
    state = Placeholders.contains(text) ? .placeholder : Placeholders.isUnfinished(text) ? .todo : .answered
    self.lines = lines
    self.text = state == .placeholder ? "" : text
    self.links = links
  }

  /// This evidence behind some that is on the item's own lines.
  func preceded(by own: EvidenceText) -> EvidenceText {
    guard own.state == .answered || own.state == .todo else { return state == .empty ? own : self }
    var whole = own
    guard state == .answered || state == .todo, let lines, let first = own.lines?.lowerBound else { return whole }
    whole.state = state == .todo ? .todo : own.state
    whole.lines = min(first, lines.lowerBound)...max(lines.upperBound, own.lines?.upperBound ?? first)
    whole.text += "\n" + text
    whole.links += links
    return whole
  }
}

extension DocumentLines {
  /// The lines of an item's own text.
  func numbers(of item: CriterionLine) -> ClosedRange<Int> {
    let first = lines[item.line].number
    return first...max(first, first + item.body.lowerBound - item.line - 1)
  }

  /// A link of a line's text with its place in the file.
  func link(_ mark: PlainText.LinkMark, of text: PlainText, in source: SourceText) -> Link {
    let location = source.boundedLocation(mark.offset..<(mark.offset + 1))
    return Link(
      text: String(decoding: text.bytes[mark.text], as: UTF8.self), destination: mark.destination, in: source,
      line: location.line, column: location.column)
  }
}
