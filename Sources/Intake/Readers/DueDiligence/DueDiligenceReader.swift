import Criteria
import Diagnostics
import StructuredData

extension Reader {
  /// Applications and due-diligence documents of every generation, and the checklist of a saved issue page.
  static let dueDiligence = Reader(id: "due-diligence", kinds: [.dueDiligence, .thread]) { input, facts in
    DueDiligenceReader(input).read(into: &facts)
  }
}

/// Reads one due-diligence document: head, criterion lines with their evidence, sections, questions, status items.
struct DueDiligenceReader {
  private let input: ReaderInput
  private let source: SourceText
  private let body: DocumentBody
  private let document: DocumentLines
  private let finder: CriterionFinder?

  init(_ input: ReaderInput) {
    self.input = input
    source = input.source
    let text = input.text
    body = text.body
    var document = text.lines
    let boxes = document.lines.filter { $0.box != nil }
    let sample = boxes.isEmpty ? document.lines.filter { $0.kind == .bullet || $0.headingLevel != nil } : boxes
    finder = CriterionFinder.best(of: input.matchers.finders, for: sample.prefix(60).map(document.text))
    if body.isText { document.nameHeadings(finder?.set.sections ?? []) }
    self.document = document
  }

  func read(into facts: inout Facts) -> [Diagnostic] {
    let sections = SectionReader(
      document, source: source, matcher: finder?.matcher, form: finder?.set.sections ?? [])
    let head = DocumentHead(
      document, page: body.page, path: source.path, frontMatter: input.frontMatter, levels: finder?.set.levels ?? [])
    let questions = sections.questions()
    let (items, form) = items(questions: questions, level: head.level)
    // A thread without a checklist is none of this reader's.
    if input.kind == .thread, items.count(where: { $0.criterion != nil }) < 3 { return [] }
    facts.items += items
    facts.unread += items.filter { $0.resolution == .unresolved(candidates: []) && $0.issueReference == nil }.map {
      Unread(line: $0.location.line, reason: "a box whose words name no known criterion")
    }
    facts.sections += sections.sections()
    facts.statusItems += sections.statusItems()
    facts.roadmapItems += sections.roadmapItems()
    let hasBoxes = items.contains { $0.state != .nobox }
    if form?.hasPrefix("G3") != true {
      facts.unanswered += questions.filter { !isAnswered($0.answer) }.map {
        source.boundedLocation(document.lines[$0.index].content)
      }
    }
    facts.placeholders += placeholders
    facts.subject = facts.subject ?? head.subject
    facts.level = facts.level ?? head.level
    facts.date = facts.date ?? head.date ?? (form == "G3a" ? applicationDate(items) : nil)
    facts.lostLinks = facts.lostLinks || body.lostLinks
    let isProposal = facts.sections.first?.heading.holds("Stage Review Proposal") == true
    facts.generation = form ?? (questions.isEmpty && !isProposal ? "free" : "G1")
    guard items.allSatisfy({ $0.criterion == nil }), finder != nil, input.kind == .dueDiligence else { return [] }
    // Older forms have no boxes; what announces itself as an application has. The lowest level has a form of its own.
    let title = facts.sections.first?.heading ?? ""
    let isOldest = facts.date.map { day in finder?.set.revisions.first.map { day < $0.date } ?? false } ?? false
    let isLowest = Applications.level(of: facts, title: title, path: source.path) == finder?.set.levels.first
    // Some projects have the word in their name.
    let isNamedSo = facts.subject?.holds("Application") == true
    let announces = title.holds("Application") && !isNamedSo || title.holds("Due Diligence")
    let isOlder =
      isOldest || isLowest && finder?.set.levels.isEmpty == false
      || !hasBoxes && !announces
        && (facts.sections.count(where: { $0.state != .empty }) >= 3 || source.path.lowercased().holds("proposal"))
    return [
      Diagnostic(
        "due-diligence/no-criteria", isOlder ? .note : .warning,
        at: source.location(line: body.lines.first?.lowerBound ?? 1),
        "no criterion of any known criteria set is found in this due-diligence document"
          + (isOlder ? "; it is read by its sections" : ""),
        help: "check that it is the application itself, or classify the file otherwise in sitegen.yaml")
    ]
  }

  /// The day an application says it was made, in the box that dates itself.
  private func applicationDate(_ items: [ChecklistItem]) -> CalendarDate? {
    items.lazy.filter { $0.depth > 0 && $0.text.lowercased().holds("application on ") }
      .map { DateScanner.dates(in: $0.text) }.first { $0.count == 1 && $0[0].precision == .day }?.first?.first
  }

  // MARK: Items

  private func items(
    questions: [(index: Int, answer: Range<Int>)], level: MaturityLevel?
  ) -> (items: [ChecklistItem], generation: String?) {
    var lines = CriterionLines(document, finder: finder).items
    let byWords = finder.map { $0.words.resolve(&lines) } ?? []
    let known = lines.count { $0.criterion != nil }
    if known < 3, let finder {
      let rows = CriterionTables.rows(document, finder: finder)
      if rows.count > known, rows.count >= 3 { return (rows.map(item), "G3d") }
      let others = OtherCriterionLines(document: document, finder: finder).items(questions: questions)
      if others.count > known {
        let isHeadings = others.contains { document.lines[$0.line].headingLevel != nil }
        return (checklist(others, level: level), isHeadings ? "G2" : "G1")
      }
    }
    guard !lines.isEmpty else { return ([], nil) }
    return (checklist(lines, level: level, byWords: byWords), generation(of: lines, level: level))
  }

  /// The generation of a checklist. Forms since 2024 have the sections of the criteria set; a committee's document
  /// evaluates, an application asserts.
  private func generation(of lines: [CriterionLine], level: MaturityLevel?) -> String {
    guard lines.contains(where: { $0.state != .nobox }) else { return "G3c" }
    let headings = document.lines.filter { $0.headingLevel != nil }.map { document.text($0).string }
    let sections = Set((finder?.set.sections ?? []).map(PhraseMatcher.normalized))
    guard headings.contains(where: { sections.contains(PhraseMatcher.normalized($0)) }) else { return "G2" }
    let titles = headings.prefix(8)
    let evaluates = titles.contains { $0.holds("Due Diligence") || $0.holds("Evaluation Summary") }
    let asserts =
      lines.contains { isFormStatement($0.criterion, level) }
      || titles.contains { $0.holds("Application") && !$0.holds("Process") }
    return asserts && !evaluates ? "G3a" : "G3b"
  }

  private func isFormStatement(_ id: CriterionID?, _ level: MaturityLevel?) -> Bool {
    guard let id, let level, let asked = finder?.set[id]?.requirement[level] else { return false }
    return asked.contains { $0.kind == .form }
  }

  private func checklist(
    _ found: [CriterionLine], level: MaturityLevel?, byWords: [Int] = []
  ) -> [ChecklistItem] {
    var lines = found
    var resolutions: [Int: ChecklistItem.Resolution] = [:]
    let references = lines.count { $0.criterion == nil && $0.issueReference != nil }
    if let finder, references > 0 {
      let present = Set(lines.filter { $0.parent == nil }.compactMap(\.criterion))
      resolutions = IssuePositions(finder.set, level: level, found: present, references: references).resolve(&lines)
    }
    for index in byWords { resolutions[index] = .words }
    let owners = EvidenceOwners(lines, of: document)
    let notes = SectionNotes(lines, of: document, source: source, matcher: finder?.matcher)
    return lines.indices.map { index in
      let line = lines[index]
      var evidence = EvidenceText(owners.lines[index], of: document, source: source, matcher: finder?.matcher)
      let ownLinks = line.text.links.map { document.link($0, of: line.text, in: source) }
      if let own = statement(line, resolutions[index]) ?? behindFirstSentence(line) {
        evidence = evidence.preceded(
          by: EvidenceText(own: own, lines: document.numbers(of: line), links: ownLinks))
      } else if evidence.state == .empty, let own = ownEvidence(line) {
        let number = document.lines[line.line].number
        evidence = EvidenceText(own: own, lines: number...number, links: ownLinks)
      }
      return ChecklistItem(
        criterion: line.criterion,
        resolution: resolutions[index] ?? (line.criterion == nil ? .unresolved(candidates: []) : .phrase),
        state: line.state, depth: line.depth, issueReference: line.issueReference, text: line.text.string,
        evidence: evidence.state, evidenceText: evidence.text, evidenceLines: evidence.lines, links: evidence.links,
        hasSectionNote: line.sectionLine.map(notes.sections.contains) ?? false,
        location: source.location(line: document.lines[line.line].number))
    }
  }

  /// Text on the item's own line that is evidence: a nested box that dates itself ("Met during … on 12-07-2024"), or
  /// text behind a bold criterion.
  private func ownEvidence(_ line: CriterionLine) -> String? {
    let text = line.text.string
    if line.parent != nil, Placeholders.contains(text) || !DateScanner.dates(in: text).isEmpty { return text }
    guard line.criterion != nil, line.text.boldPrefix > 0 else { return nil }
    let rest = String(decoding: line.text.bytes[line.text.boldPrefix...], as: UTF8.self)
    let hasLink = line.text.links.contains { $0.text.lowerBound >= line.text.boldPrefix }
    guard hasLink || rest.split(separator: " ").count >= 4, rest.first == " ",
      finder?.matcher.isTemplateSentence(rest) != true
    else { return nil }
    return finder?.nestedCriterion(of: line.text) == nil ? String(rest.dropFirst()) : nil
  }

  /// The text of a box that answers in its own words: it states the fact instead of repeating the form, or names the file
  /// where it stands.
  private func statement(_ line: CriterionLine, _ resolution: ChecklistItem.Resolution?) -> String? {
    guard line.criterion != nil, line.state != .nobox, line.text.boldPrefix == 0, line.parent == nil else { return nil }
    let namesFile = line.text.links.contains { link in
      let text = line.text.bytes[link.text]
      return text.contains(UInt8(ascii: ".")) || line.text.code.contains { link.text.contains($0.lowerBound) }
    }
    return resolution == .words || namesFile ? line.text.string : nil
  }

  /// Sentences behind that of a criterion on a box's own lines: `- [x] Complete a review. It is linked below.`
  private func behindFirstSentence(_ line: CriterionLine) -> String? {
    guard line.criterion != nil, line.state != .nobox, line.text.boldPrefix == 0, line.parent == nil else { return nil }
    let sentences = Sentences.texts(of: line.text.string)
    let rest = sentences.dropFirst().filter { finder?.matcher.isTemplateSentence($0) != true }
    guard rest.joined(separator: " ").split(separator: " ").count >= 4,
      rest.allSatisfy({ finder?.criterion(of: PlainText(Array($0.utf8)), under: nil) == nil })
    else { return nil }
    return rest.joined(separator: " ")
  }

  private func item(_ row: CriterionTables.Row) -> ChecklistItem {
    let number = document.lines[row.item.line].number
    let text = row.evidence.string
    let links = row.evidence.links.map { document.link($0, of: row.evidence, in: source) }
    let isFilled = text.utf8.contains(where: \.isWordByte)
    let evidence = isFilled ? EvidenceText(own: text, lines: number...number, links: links) : EvidenceText()
    return ChecklistItem(
      criterion: row.item.criterion, state: row.item.state, depth: 0, text: row.item.text.string,
      evidence: evidence.state, evidenceText: evidence.text, evidenceLines: evidence.lines, links: evidence.links,
      location: source.location(line: number))
  }

  // MARK: Questions and placeholders

  private func isAnswered(_ answer: Range<Int>) -> Bool {
    document.lines[answer].contains { $0.isContent && $0.kind != .rule }
  }

  private var placeholders: [Location] {
    var found: [Location] = []
    for line in document.lines where line.isContent && line.kind != .code && found.count < 1_000 {
      let text = document.text(line)
      guard let range = Placeholders.first(in: text.bytes) else { continue }
      let start = text.offsets[range.lowerBound]
      found.append(source.boundedLocation(start..<(text.offsets[range.upperBound - 1] + 1)))
    }
    return found
  }
}

/// Text between a section's heading and its first criterion line, which answers for the whole section.
struct SectionNotes {
  /// Indexes of the headings whose section has a note.
  private(set) var sections: Set<Int> = []

  /// Looks under the section heading of every item.
  init(_ items: [CriterionLine], of document: DocumentLines, source: SourceText, matcher: PhraseMatcher?) {
    let first = Set(items.map(\.line))
    for heading in Set(items.compactMap(\.sectionLine)) {
      var end = heading + 1
      while end < document.lines.count, document.lines[end].headingLevel == nil, !first.contains(end) { end += 1 }
      // "Note: this section may be augmented by …" is the form's own.
      let lines = document.lines[(heading + 1)..<end].filter { line in
        let text = document.text(line).string
        return !(text.hasPrefix("Note:") && text.holds(" may "))
      }
      let text = EvidenceText(lines, of: document, source: source, matcher: matcher)
      if text.state == .answered || text.state == .todo, text.text.lowercased() != "n/a" { sections.insert(heading) }
    }
  }
}

extension DocumentLines {
  /// Takes plain lines for headings that carry the name of a section: a page saved as text has no other headings.
  mutating func nameHeadings(_ sections: [String]) {
    let names = Set((sections + ["Adoption"]).map(PhraseMatcher.normalized))
    let groups = Set(CriterionLines.groupHeadings.map(PhraseMatcher.normalized))
    for (index, line) in lines.enumerated() where line.kind == .text && line.content.count < 120 {
      let text = text(line).string
      let words = PhraseMatcher.normalized(text)
      if names.contains(words) {
        lines[index].kind = .heading(2)
      } else if groups.contains(words) {
        lines[index].kind = .heading(3)
      } else if words.starts(with: " adopter ".utf8), words.dropFirst(9).first.map(\.isASCIIDigit) == true {
        lines[index].kind = .heading(5)
      } else if words.holds(Array(" criteria summary for ".utf8)) {
        lines[index].kind = .heading(2)
      }
    }
  }
}
