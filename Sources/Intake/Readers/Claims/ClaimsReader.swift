import Criteria
import Diagnostics
import Words

extension Reader {
  /// Numbers and lists that documents state in prose and in tables.
  static let claims = Reader(
    id: "claims", kinds: [.dueDiligence, .thread, .notes, .mail, .readme], needs: ["due-diligence"]
  ) { input, facts in
    if let html = input.html {
      facts.claims += ClaimsReader.claims(of: html, in: input.source)
      return []
    }
    let found = ClaimsReader(input, items: facts.items)
    facts.unread += found.unread
    // A README tells stories, too: only what it states as a figure of the community is taken.
    facts.claims += input.kind == .readme ? found.claims.filter(\.isFigureOfCommunity) : found.claims
    return []
  }
}

/// Reads the claims of one document: paragraphs, list entries and tables, without criterion lines, sentences of forms,
/// quotes, headings, and what adopters say of themselves.
struct ClaimsReader {
  private let source: SourceText
  private let lexicon = Lexicon.claims
  private let document: DocumentLines
  private let matcher: PhraseMatcher?
  private let items: [ChecklistItem]
  private let criterionLines: Set<Int>
  /// Opens for words that are numbers or people, of which a claim without digits has one.
  private let mayCount: ByteGate
  /// The last item with a criterion by its line, and by the lines of its evidence.
  private var itemAtLine: [Int: ChecklistItem] = [:]
  private var itemOfEvidence: [Int: ChecklistItem] = [:]

  /// Every claim, in the order of the document.
  private(set) var claims: [Claim] = []
  /// Paragraphs that are too long to be read.
  private(set) var unread: [Unread] = []

  // What the lines before the one at hand said.
  private var paragraph: [TextLine] = []
  private var table: [TextLine] = []
  private var list: [(line: TextLine, name: String)] = []
  private var listLead: ListLead?
  /// The text above a list.
  private var lead = ""
  /// Whether it asks for what is listed, and whether a request rests on that.
  private var (isAsked, isGround) = (false, false)
  /// The level of the heading below which adopters tell their own numbers.
  private var adopters: Int?
  /// Indentation of the adopter whose own story the lines nested below tell.
  private var story: Int?

  /// The claims of one file; `items` are what the checklist reader found in it.
  init(_ input: ReaderInput, items: [ChecklistItem]) {
    source = input.source
    let text = input.text
    var document = text.lines
    let finder = CriterionFinder.best(
      of: input.matchers.finders, for: items.prefix(100).map { PlainText(Array($0.text.utf8)) })
    if text.body.isText { document.nameHeadings(finder?.set.sections ?? []) }
    self.document = document
    mayCount = lexicon.gate
    matcher = finder?.matcher
    self.items = items
    criterionLines = Set(items.lazy.filter { $0.criterion != nil }.map(\.location.line))
    for item in items where item.criterion != nil {
      itemAtLine[item.location.line] = item
      if let lines = item.evidenceLines { for line in lines { itemOfEvidence[line] = item } }
    }
    for line in document.lines { take(line) }
    finishParagraph()
    finishList()
    finishTable()
  }

  /// Takes the next line: what it does not go on with ends before it.
  private mutating func take(_ line: TextLine) {
    if line.kind != .tableRow { finishTable() }
    if let level = line.headingLevel {
      finishParagraph()
      finishList()
      listLead = nil
      (isAsked, isGround) = (false, false)
      story = nil
      if let reach = adopters, level <= reach { adopters = nil }
      if adopters == nil, Self.isAdoptersHeading(document.text(line).string) { adopters = level }
      return
    }
    guard adopters == nil else { return }
    switch line.kind {
    case .text:
      finishList()
      paragraph.append(line)
    case .bullet, .numbered, .box:
      finishParagraph()
      if listLead != nil, let name = Self.listedName(document.text(line)) {
        list.append((line, name))
      } else {
        paragraph = [line]
      }
    case .tableRow:
      finishParagraph()
      finishList()
      table.append(line)
    case .blank, .comment: finishParagraph()
    default:
      finishParagraph()
      finishList()
    }
  }

  private mutating func finishParagraph() {
    defer { paragraph = [] }
    guard let first = paragraph.first else { return }
    guard paragraph.reduce(0, { $0 + $1.content.count }) <= IntakeLimits.paragraphBytes else {
      let most = IntakeLimits.paragraphBytes
      unread.append(
        Unread(line: first.number, reason: "a paragraph of more than \(most) bytes: its numbers are not read"))
      return
    }
    let text = document.text(of: paragraph)
    let string = text.string
    defer {
      if first.kind == .text {
        (lead, isAsked) = (string, lexicon.asks(string))
        isGround = lexicon.leads(string, to: lexicon.grounds)
      }
    }
    listLead = ListLead(string)
    // A criterion in the form's words counts nothing; what stands behind it may.
    let item = itemAtLine[first.number]
    let form = item.flatMap { $0.resolution == .words ? nil : Sentences.texts(of: string).first }
    if paragraph.dropFirst().contains(where: { criterionLines.contains($0.number) }) { return }
    if form != nil, text.boldPrefix == 0 ? item?.state == .nobox : text.isAllBold { return }
    let start = form == nil || text.boldPrefix == 0 ? nil : text.offsets[text.boldPrefix]
    // A line that is bold as a whole is a heading.
    guard !string.hasSuffix("?"), !(first.kind == .text && text.isAllBold) else { return }
    let criterion = criterion(at: first.number)
    if let indent = story, first.kind != .text, first.indent > indent { return }
    story = nil
    if first.kind == .bullet, isOfAdopters(criterion), Self.opensStory(text) {
      story = first.indent
      return
    }
    guard mayClaim(text) else { return }
    for var claim in ClaimScanner.claims(
      in: text, of: source, topic: topic(of: string), lead: lead, isAsked: isAsked && first.kind != .text)
    {
      if matcher?.isTemplateSentence(claim.text) == true || form?.holds(claim.text) == true { continue }
      if let start, claim.location < source.boundedLocation(start..<start) { continue }
      // What a request rests on is said to be reached, and may be exceeded.
      if isGround, first.kind != .text, claim.qualifier == .exact, claim.value != nil {
        (claim.qualifier, claim.isTotal) = (.atLeast, false)
      }
      claim.criterion = item?.criterion ?? criterion?.criterion
      claims.append(claim)
    }
  }

  private mutating func finishList() {
    defer { list = [] }
    guard let listLead, list.count >= 2, let first = list.first else { return }
    var claim = Claim(
      kind: listLead.kind, names: list.map(\.name), text: listLead.text,
      criterion: criterion(at: first.line.number)?.criterion, location: source.boundedLocation(first.line.content))
    claim.scope = listLead.scope
    claims.append(claim)
  }

  private mutating func finishTable() {
    defer { table = [] }
    guard !table.isEmpty else { return }
    let reader = ClaimTables(
      document: document, source: source, criterionLines: criterionLines)
    for var claim in reader.claims(in: table) where matcher?.isTemplateSentence(claim.text) != true {
      claim.criterion =
        items.last { $0.location.line == claim.location.line }?.criterion
        ?? criterion(at: claim.location.line)?.criterion
      claims.append(claim)
    }
  }

  /// Whether a text may state something, told without taking it apart.
  private func mayClaim(_ text: PlainText) -> Bool {
    text.bytes.withUnsafeBufferPointer { bytes in
      // What is skipped ends a word inside of another.
      let isJoined = (text.links.map(\.text) + text.code).contains {
        $0.upperBound < bytes.count && bytes[$0.upperBound].isWordByte
      }
      return isJoined || bytes.contains(where: \.isASCIIDigit) || mayCount.opens(for: bytes)
    }
  }

  /// The claims of an HTML mail, each at the place of its line.
  static func claims(of html: HTMLText, in source: SourceText) -> [Claim] {
    NoteOutline(html, in: source).lines.flatMap { line in
      line.sentences.flatMap { sentence in
        ClaimScanner.claims(
          in: PlainText(Array(sentence.text.utf8)), of: SourceText(path: "", text: sentence.text)
        ).map { claim in
          var claim = claim
          claim.location = sentence.location
          return claim
        }
      }
    }
  }

  /// Whether what is listed under a criterion are users of the project.
  private func isOfAdopters(_ item: ChecklistItem?) -> Bool {
    guard let text = item?.text.lowercased() else { return false }
    return lexicon.adopterCriteria.contains { text.holds($0) }
  }

  /// Whether a bullet begins with an adopter's name, behind which its own story follows: `Acme: runs 100 clusters`,
  /// `[Acme](…) has …`.
  private static func opensStory(_ text: PlainText) -> Bool {
    guard let first = text.bytes.first, !first.isASCIIDigit else { return false }
    if let link = text.links.first, link.text.lowerBound == 0 { return true }
    if text.boldPrefix > 0 { return true }
    let string = text.string
    let end = [": ", " - ", " \u{2013} "].compactMap { string.firstRange(ofBytes: $0)?.upperBound }.min()
    // `Today 2022-03-07: 128` is an entry of a series.
    guard let end, string[..<end].utf8.count < 40 else { return false }
    return string[end...].split(separator: " ").count >= 3
  }

  /// People a paragraph speaks of, for breakdowns that name nobody.
  private func topic(of text: String) -> String? {
    let lower = text.lowercased()
    return lexicon.topics.first { lower.holds($0) }
  }

  private func criterion(at line: Int) -> ChecklistItem? { itemOfEvidence[line] }

  /// Interviews with adopters tell their numbers, not the project's.
  private static func isAdoptersHeading(_ heading: String) -> Bool {
    let words = PhraseMatcher.normalized(heading)
    guard words.starts(with: " adopter ".utf8) || words.elementsEqual(" adoption ".utf8) else {
      return words.starts(with: " adopter interview".utf8)
    }
    return true
  }

  /// The name a list entry consists of, or begins with before a dash, a colon or a parenthesis.
  private static func listedName(_ text: PlainText) -> String? {
    let string = text.string
    var end = string.endIndex
    for sign in [" - ", " – ", " — ", ": ", " ("] {
      if let range = string.firstRange(ofBytes: sign), range.lowerBound < end { end = range.lowerBound }
    }
    let name = string[..<end].split(separator: " ")
    guard (1...5).contains(name.count), !string.hasPrefix("http") else { return nil }
    return name.joined(separator: " ")
  }
}
