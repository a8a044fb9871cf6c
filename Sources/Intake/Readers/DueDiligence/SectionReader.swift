import Criteria
import Diagnostics
import Words

/// Headings with what stands under them, questions without an answer, and bullets with a status word.
struct SectionReader {
  private let document: DocumentLines
  private let source: SourceText
  private let matcher: PhraseMatcher?

  /// Names of the form's sections.
  private let form: Set<[UInt8]>

  /// A reader of one document's lines; `form` are the sections of the form it follows.
  init(_ document: DocumentLines, source: SourceText, matcher: PhraseMatcher?, form: [String]) {
    self.document = document
    self.source = source
    self.matcher = matcher
    self.form = Set(form.map(PhraseMatcher.normalized))
  }

  private var headings: [Int] { document.lines.indices.filter { document.lines[$0].headingLevel != nil } }

  /// Every heading and what stands under it, up to the next heading.
  func sections() -> [Section] {
    let headings = headings
    return headings.enumerated().compactMap { position, index in
      guard let level = document.lines[index].headingLevel else { return nil }
      let next = position + 1 < headings.count ? headings[position + 1] : nil
      let body = document.lines[(index + 1)..<(next ?? document.lines.count)]
      var nextLevel = next.flatMap { document.lines[$0].headingLevel }
      // The form has a heading above its sections that is no deeper than theirs.
      if let next, !isOfForm(index), isOfForm(next) { nextLevel = 7 }
      return Section(
        heading: document.text(document.lines[index]).string, level: level, state: state(body, level, nextLevel),
        location: source.location(line: document.lines[index].number))
    }
  }

  private func isOfForm(_ heading: Int) -> Bool {
    form.contains(PhraseMatcher.normalized(document.text(document.lines[heading]).string))
  }

  private func state(_ body: ArraySlice<TextLine>, _ level: Int, _ nextLevel: Int?) -> Section.State {
    let lines = body.filter { $0.isContent && $0.kind != .rule }
    guard !lines.isEmpty else { return nextLevel.map { $0 > level } == true ? .container : .empty }
    let texts = lines.map(document.text)
    let isTemplate = texts.allSatisfy { matcher?.isTemplateSentence($0.string) == true }
    if isTemplate { return nextLevel.map { $0 > level } == true ? .container : .empty }
    // A box says itself how far it is, and whoever links something has answered.
    if lines.contains(where: { $0.box != nil }) { return .answered }
    if texts.contains(where: { statusLink($0)?.marker == .wip }) { return .wip }
    // Bullets that begin with a status word are a list of work, not an unfinished section.
    let words = zip(lines, texts).filter { status($0, $1) == nil }.map(\.1.string)
    let isAnswered = words.contains { $0.holds("://") && !isPending($0) && !isOngoing($0) }
    if words.count <= 3, !isAnswered, words.contains(where: isPending) { return .todo }
    if !isAnswered, words.count == texts.count, words.count <= 2, words.contains(where: isOngoing) { return .wip }
    return .answered
  }

  private func isPending(_ text: String) -> Bool {
    if Placeholders.isUnfinished(text) { return true }
    let lower = text.lowercased()
    return Lexicon.applications.pending.contains { lower.holds($0) }
  }

  private func isOngoing(_ text: String) -> Bool {
    let lower = text.lowercased()
    return Lexicon.applications.ongoing.contains { lower.holds($0) }
  }

  /// Bullets that begin with `[DONE]`, `[WIP]` or TODO, and links whose text does.
  func statusItems() -> [StatusItem] {
    document.lines.compactMap { line in
      guard line.isContent, line.kind != .code else { return nil }
      let text = document.text(line)
      guard let found = status(line, text) ?? statusLink(text) else { return nil }
      return StatusItem(marker: found.marker, text: found.rest, location: source.location(line: line.number))
    }
  }

  private func status(_ line: TextLine, _ text: PlainText) -> StatusMarker.Found? {
    line.kind == .bullet ? StatusMarker().leading(text.string) : nil
  }

  private func statusLink(_ text: PlainText) -> StatusMarker.Found? {
    text.links.lazy.compactMap {
      StatusMarker().link(String(decoding: text.bytes[$0.text], as: UTF8.self))
    }.first
  }

  /// Bullets with a status word, and the outer bullets below headings that speak of a roadmap or of plans.
  func roadmapItems() -> [RoadmapItem] {
    var items: [RoadmapItem] = []
    var open: [(level: Int, text: String)] = []
    for line in document.lines where line.isContent && line.kind != .code {
      let text = document.text(line)
      if let level = line.headingLevel {
        open.removeAll { $0.level >= level }
        open.append((level, text.string))
        continue
      }
      guard line.kind == .bullet, items.count < 1_000 else { continue }
      let found = status(line, text)
      let isPlanned = line.indent < 2 && open.contains { Roadmap().isPlan($0.text) }
      guard found != nil || isPlanned, !text.string.isEmpty, !text.string.hasSuffix(":") else { continue }
      items.append(
        RoadmapItem(
          text: found?.rest ?? text.string, milestone: open.last?.text, marker: found?.marker,
          location: source.location(line: line.number)))
    }
    return items
  }

  /// Question bullets: they stand alone between blank lines, in a section where at least half of them are followed by
  /// an answer.
  func questions() -> [(index: Int, answer: Range<Int>)] {
    var found: [(index: Int, answer: Range<Int>)] = []
    var section: [(index: Int, answer: Range<Int>)] = []
    func finish(at end: Int) {
      guard let last = section.last else { return }
      section[section.count - 1].answer = last.answer.lowerBound..<end
      let answered = section.count { document.lines[$0.answer].contains(where: \.isContent) }
      if section.count >= 2, answered * 2 >= section.count { found += section }
      section = []
    }
    for (index, line) in document.lines.enumerated() {
      if line.headingLevel != nil { finish(at: index) }
      guard line.kind == .bullet || isNumbered(line), line.indent < 2 else { continue }
      let end = document.paragraphEnd(from: index)
      let standsAlone =
        (index == 0 || !document.lines[index - 1].isContent || document.lines[index - 1].headingLevel != nil)
        && (end == document.lines.count || !document.lines[end].isContent)
      guard standsAlone, !document.text(line).string.isEmpty else { continue }
      if let last = section.last { section[section.count - 1].answer = last.answer.lowerBound..<index }
      section.append((index, answerStart(of: index..<end)..<document.lines.count))
    }
    finish(at: document.lines.count)
    return found
  }

  /// Where the answer to a question begins: behind its paragraph, or behind its sign in there.
  private func answerStart(of paragraph: Range<Int>) -> Int {
    let asked = paragraph.first { document.text(document.lines[$0]).bytes.last == UInt8(ascii: "?") }
    return asked.map { $0 + 1 } ?? paragraph.upperBound
  }

  private func isNumbered(_ line: TextLine) -> Bool { if case .numbered = line.kind { true } else { false } }
}
