import Criteria
import Diagnostics

extension Reader {
  /// Numbers and lists that documents state in prose.
  static let claims = Reader(id: "claims", kinds: [.dueDiligence, .thread, .notes, .readme]) { input, facts in
    facts.claims += ClaimsReader(input.source, criteria: input.criteria, items: facts.items).claims()
    return []
  }
}

/// Reads the claims of one document: paragraphs and list entries, without criterion lines, sentences of forms, quotes,
/// tables, and what adopters say of themselves.
struct ClaimsReader {
  private let source: SourceText
  private let document: DocumentLines
  private let matcher: PhraseMatcher?
  private let items: [ChecklistItem]
  private let criterionLines: Set<Int>

  /// A reader of one file; `items` are what the checklist reader found in it.
  init(_ source: SourceText, criteria: [CriteriaSet], items: [ChecklistItem]) {
    self.source = source
    let body = DocumentBody(source)
    var document = DocumentLines(source, body: body.asciiDocLine == nil ? body.lines : [])
    let finder = CriterionFinder.best(of: criteria, for: items.prefix(100).map { PlainText(Array($0.text.utf8)) })
    if body.isText { document.nameHeadings(finder?.set.sections ?? []) }
    self.document = document
    matcher = finder?.matcher
    self.items = items
    criterionLines = Set(items.lazy.filter { $0.criterion != nil }.map(\.location.line))
  }

  /// Every claim, in the order of the document.
  func claims() -> [Claim] {
    var claims: [Claim] = []
    var adopters: Int?
    var paragraph: [TextLine] = []
    var listLead: String?
    var lead = ""
    var list: [(line: TextLine, name: String)] = []
    func finishParagraph() {
      defer { paragraph = [] }
      guard let first = paragraph.first else { return }
      var text = PlainText()
      for line in paragraph { text.append(line: document.text(line)) }
      let string = text.string
      defer { if first.kind == .text { lead = string } }
      listLead = Self.isListLead(string) ? string : nil
      let isItem = paragraph.contains { criterionLines.contains($0.number) }
      guard !isItem, !string.hasSuffix("?") else { return }
      for var claim in ClaimScanner.claims(in: text, of: source, topic: topic(of: string), lead: lead) {
        if matcher?.isTemplateSentence(claim.text) == true { continue }
        claim.criterion = criterion(at: first.number)
        claims.append(claim)
      }
    }
    func finishList() {
      defer { list = [] }
      guard let listLead, list.count >= 2, let first = list.first else { return }
      claims.append(
        Claim(
          kind: "adopters", names: list.map(\.name), text: listLead, criterion: criterion(at: first.line.number),
          location: source.boundedLocation(first.line.content)))
    }
    for line in document.lines {
      if let level = line.headingLevel {
        finishParagraph()
        finishList()
        listLead = nil
        if let reach = adopters, level <= reach { adopters = nil }
        if adopters == nil, Self.isAdoptersHeading(document.text(line).string) { adopters = level }
        continue
      }
      guard adopters == nil else { continue }
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
      case .blank, .comment: finishParagraph()
      default:
        finishParagraph()
        finishList()
      }
    }
    finishParagraph()
    finishList()
    return claims
  }

  /// People a paragraph speaks of, for breakdowns that name nobody.
  private func topic(of text: String) -> String? {
    let lower = text.lowercased()
    return ["maintainers", "committers", "contributors"].first { lower.holds($0) }
  }

  private func criterion(at line: Int) -> CriterionID? {
    items.last { $0.evidenceLines?.contains(line) == true && $0.criterion != nil }?.criterion
  }

  /// Interviews with adopters tell their numbers, not the project's.
  private static func isAdoptersHeading(_ heading: String) -> Bool {
    let words = PhraseMatcher.normalized(heading)
    guard words.starts(with: " adopter ".utf8) || words.elementsEqual(" adoption ".utf8) else {
      return words.starts(with: " adopter interview".utf8)
    }
    return true
  }

  /// `Significant users include:` before a list of names.
  private static func isListLead(_ text: String) -> Bool {
    guard text.hasSuffix(":"), let last = EvidenceText.sentences(of: text).last, last.utf8.count < 200 else {
      return false
    }
    let words = Set(last.lowercased().split { !$0.isLetter && $0 != "-" })
    let verbs: Set<Substring> = ["include", "includes", "including", "are", "following"]
    let isOfUsers = !words.isDisjoint(with: ["users", "adopters", "end-users"])
    let isOfOrganizations = !words.isDisjoint(with: ["organizations", "organisations", "companies"])
    let uses = !words.isDisjoint(with: ["use", "using", "adopted", "adopting"])
    return (isOfUsers && !words.isDisjoint(with: verbs)) || (isOfOrganizations && uses)
  }

  /// The name a list entry consists of, or begins with before a dash, a colon or a parenthesis.
  private static func listedName(_ text: PlainText) -> String? {
    let string = text.string
    var end = string.endIndex
    for sign in [" - ", " – ", " — ", ": ", " ("] {
      if let range = string.firstRange(of: sign), range.lowerBound < end { end = range.lowerBound }
    }
    let name = string[..<end].split(separator: " ")
    guard (1...5).contains(name.count), !string.hasPrefix("http") else { return nil }
    return name.joined(separator: " ")
  }
}
