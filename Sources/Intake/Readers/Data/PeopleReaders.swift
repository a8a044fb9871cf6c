import Words
import Diagnostics
import Markdown
import StructuredData

extension Reader {
  /// Lists of people in Markdown and plain text: tables, bullets, lines, comma-separated values in a fence, a heading
  /// for each person.
  static let peopleText = Reader(
    id: "people-text", kinds: [.maintainers, .alumni, .membership, .readme, .governance, .charter]
  ) { input, facts in
    guard input.data == nil, !input.source.path.lowercased().hasSuffix(".csv") else { return [] }
    let document = input.markdown ?? GFM.document(input.source).value
    facts.people += PeopleText(input, document).people
    return []
  }

  /// Lists of people in comma-separated files with a heading line.
  static let peopleCSV = Reader(id: "people-csv", kinds: [.maintainers, .alumni, .imported]) { input, facts in
    guard input.source.path.lowercased().hasSuffix(".csv") else { return [] }
    let rows = CSV.read(input.source)
    guard let header = rows.first else { return [] }
    let table = HeadedTable<PeopleColumn>(
      headings: header.fields,
      rows: rows.dropFirst().map { row in
        .init(
          cells: row.fields.map { $0.utf8.count > IntakeLimits.personBytes ? [] : [Inline(text: $0, line: row.line)] },
          line: row.line)
      }, recognize: PeopleColumn.recognize)
    let context = PeopleContext(source: input.source, standing: .ofFile(input), domain: nil, isStrict: false)
    facts.people += PeopleTable.people(in: table, context)
    return []
  }

  /// Lists of people in YAML.
  static let peopleData = Reader(id: "people-data", kinds: [.maintainers, .alumni]) { input, facts in
    guard let data = input.data else { return [] }
    let areFormer = Standing.named(by: input.source.path)?.status == .emeritus
    facts.people += PeopleData(data, in: input.source, standing: .ofFile(input), areFormer: areFormer).people
    return []
  }
}

extension Standing {
  /// Acts today, as maintainer.
  static let maintainer = Standing(status: .active, role: "maintainer")

  /// What a file's name says of the people in it; nil when it says nothing.
  static func named(by path: String) -> Standing? {
    guard let name = path.pathNames.last, case .people(var standing) = reading(of: String(name)) else {
      return nil
    }
    if standing.role.isEmpty { standing.role = "maintainer" }
    return standing
  }

  /// What a file's kind and name say of the people in it.
  static func ofFile(_ input: ReaderInput) -> Standing {
    if let standing = named(by: input.source.path) {
      let isAnotherRole = input.kind == .maintainers && standing.status == .other
      if standing.status == .emeritus || isAnotherRole { return standing }
    }
    switch input.kind {
    case .alumni: return Standing(status: .emeritus, role: "maintainer")
    case .maintainers, .imported: return .maintainer
    default: return Standing(status: .other, role: "member")
    }
  }
}

/// The people of one Markdown or plain-text document.
private struct PeopleText {
  private let input: ReaderInput
  private let isStrict: Bool
  /// What the file says of the people in it.
  private let ofFile: Standing
  private(set) var people: [Person] = []

  init(_ input: ReaderInput, _ document: Document) {
    self.input = input
    ofFile = Standing.ofFile(input)
    isStrict = input.kind != .maintainers && input.kind != .alumni
    let regions = Region.all(in: document) { block in
      guard case .heading = block.kind else { return false }
      return PeopleLines.isHeading(block.plainText)
    }
    var heading: String?
    var found: [(region: Region, people: [Person])] = []
    // Blocks below one heading have its titles.
    var known: (titles: [String], isIntroduced: Bool, standing: (Standing, isNamed: Bool)?)
    known = ([], false, standing(below: []))
    for region in regions {
      if case .heading = region.block.kind {
        heading = region.block.plainText
      } else {
        let titles = region.titles
        let isIntroduced = region.introduction != nil
        if titles != known.titles || isIntroduced != known.isIntroduced {
          known = (titles, isIntroduced, standing(below: titles, isIntroduced: isIntroduced))
        }
        found.append((region, known.standing.map { read(region, heading: heading, $0) } ?? told(in: region)))
        heading = nil
      }
    }
    // Where one list stands right below "Maintainers", lists below headings of their own are somebody else.
    let hasOwnList = found.contains { region, people in
      !people.isEmpty && region.titles.first.map { Standing.reading(of: $0) == .people(.maintainer) } == true
    }
    if input.kind == .maintainers {
      if !hasOwnList { liftByColumn(&found) }
      lowerWithoutRights(&found)
    }
    retireFromParts(&found)
    retireFromTerms(&found)
    people = found.flatMap { region, people in
      hasOwnList && input.kind == .maintainers && isApart(region) ? people.map { demoted($0, region) } : people
    }
    if people.isEmpty { people = headedPeople(document) }
    promoteWhereNoMaintainers()
  }

  private func read(_ region: Region, heading: String?, _ titled: (Standing, isNamed: Bool)) -> [Person] {
    let (standing, isNamed) = titled
    let context = PeopleContext(
      source: input.source, standing: standing, domain: domain(of: region), isStrict: isStrict,
      isOfCommittee: isStrict && isNamed && region.titles.contains(where: Self.namesCommittee))
    switch region.block.kind {
    case .table:
      guard let table = HeadedTable(region, recognize: PeopleColumn.recognize) else { return [] }
      return PeopleTable.people(in: table, context)
    case .list:
      let lines = lines(region.block.lines)
      if context.isOfCommittee || !isStrict {
        let seats = PeopleSeats.people(in: region.block, context)
        if !seats.isEmpty { return seats }
      }
      guard !PeopleRecords.areValues(lines) else { return [] }
      let records = PeopleRecords.people(in: lines, context)
      return records.isEmpty ? PeopleList.people(in: region.block, isNamed: isNamed, context) : records
    case .paragraph:
      let told = PeopleSentence.people(in: region.block, titled: isNamed ? standing : nil, context)
      return told.isEmpty ? people(on: region.block.lines, heading: heading, context) : told
    case .code(let info, _):
      let inset = info.isEmpty && !isFenced(region.block) ? 0 : 1
      guard region.block.lines.count > 2 * inset else { return [] }
      let range = (region.block.lines.lowerBound + inset)...(region.block.lines.upperBound - inset)
      return people(on: range, heading: heading, context)
    default: return []
    }
  }

  /// Whom sentences list by themselves, where no title says that people are listed.
  private func told(in region: Region) -> [Person] {
    guard case .paragraph = region.block.kind else { return [] }
    let context = PeopleContext(source: input.source, standing: ofFile, domain: nil, isStrict: isStrict)
    return PeopleSentence.people(in: region.block, titled: nil, context)
  }

  private func people(on range: ClosedRange<Int>, heading: String?, _ context: PeopleContext) -> [Person] {
    let lines = lines(range)
    let people = PeopleLines.people(in: lines, heading: heading, context)
    return people.isEmpty ? PeopleRecords.people(in: lines, context) : people
  }

  /// What the nearest titles say of those listed below them, and whether one names them; nil where nobody is listed.
  private func standing(below all: [String], isIntroduced: Bool = false) -> (Standing, isNamed: Bool)? {
    guard case (var standing, let place)? = Standing.nearest(of: all, otherwise: ofFile) else { return nil }
    // "Current members:" is no step further from the heading that names the body.
    let isNamed = place.map { !isStrict || $0 < (isIntroduced ? 3 : 2) } ?? false
    standing = standing.inList(isStrict: isStrict)
    if isStrict {
      guard isNamed else { return nil }
      standing = place.flatMap { Standing.voting(for: standing, below: all[($0 + 1)...]) } ?? standing
      // A body named in the community's own page acts today; its role is what the title says.
      if standing.status == .other, Lexicon.people.governingRoles.contains(standing.role), input.kind != .membership {
        standing.status = .active
      }
    }
    if ofFile.status == .emeritus { standing.status = .emeritus }
    // "Leads" in a list of maintainers are maintainers who lead.
    if !isStrict, standing == Standing(status: .active, role: "lead"), let place,
      all[(place + 1)...].contains(where: { Standing.reading(of: $0) == .people(.maintainer) })
    {
      standing.role = "lead, maintainer"
    }
    return (standing, isNamed)
  }

  private static func namesCommittee(_ title: String) -> Bool {
    title.lowercaseWords.contains(where: Lexicon.people.committeeTitles.contains)
  }

  /// Whether nothing but the document's title says that a list is one of maintainers.
  private func isApart(_ region: Region) -> Bool {
    let own = region.headings.dropFirst(region.hasTitle ? 1 : 0)
    return !own.isEmpty
      && region.titles.prefix(region.titles.count - (region.hasTitle ? 1 : 0))
        .allSatisfy { Standing.reading(of: $0) == .silent }
  }

  /// Committers whose table calls each of them a maintainer are the maintainers, where no list is one of maintainers.
  private func liftByColumn(_ found: inout [(region: Region, people: [Person])]) {
    for index in found.indices where !found[index].people.isEmpty {
      guard case .table = found[index].region.block.kind, let header = found[index].region.block.children.first,
        header.children.contains(where: { cell in
          let heading = cell.inlines.plainText
          return PeopleColumn.recognize(heading) == .name && Standing.reading(of: heading) == .people(.maintainer)
        })
      else { continue }
      for row in found[index].people.indices
      where found[index].people[row].status == .other
        && Lexicon.people.promotedRoles.contains(found[index].people[row].role)
      {
        (found[index].people[row].status, found[index].people[row].role) = (.active, "maintainer")
      }
    }
  }

  /// Who stands below a heading of their own, in a section whose text says that they approve nothing, is no maintainer.
  private func lowerWithoutRights(_ found: inout [(region: Region, people: [Person])]) {
    let sections = found.compactMap { region, _ -> [String]? in
      guard case .paragraph = region.block.kind, region.headings.count > (region.hasTitle ? 1 : 0) else { return nil }
      let words = " " + region.block.plainText.lowercaseWords.joined(separator: " ") + " "
      return Lexicon.people.withoutRights.contains { words.holds(" \($0) ") } ? region.headings : nil
    }
    guard !sections.isEmpty else { return }
    for index in found.indices where sections.contains(found[index].region.headings) {
      found[index].people = found[index].people.map { demoted($0, found[index].region) }
    }
  }

  /// A table of parts and their people is often older than the lists beside it: whom a list of former people names, and
  /// no list of acting ones, does not act, whatever part still has the account.
  private func retireFromParts(_ found: inout [(region: Region, people: [Person])]) {
    let parts = found.indices.filter { index in
      guard case .table = found[index].region.block.kind else { return false }
      return found[index].people.allSatisfy { $0.domain != nil }
    }
    guard !parts.isEmpty else { return }
    var accounts: [Person.Status: Set<String>] = [:]
    for index in found.indices where !parts.contains(index) {
      for person in found[index].people {
        if let handle = person.handle { accounts[person.status, default: []].insert(NameFolding.handle(handle)) }
      }
    }
    guard let acting = accounts[.active], let former = accounts[.emeritus]?.subtracting(acting), !former.isEmpty else {
      return
    }
    for index in parts {
      for row in found[index].people.indices
      where found[index].people[row].handle.map({ former.contains(NameFolding.handle($0)) }) == true {
        found[index].people[row].status = .emeritus
      }
    }
  }

  /// Of lists below "2026 term" and "2024-2025 term" the newest is in office.
  private func retireFromTerms(_ found: inout [(region: Region, people: [Person])]) {
    let terms = found.indices.compactMap { index -> (index: Int, above: [String], year: Int)? in
      guard !found[index].people.isEmpty,
        let year = found[index].region.titles.first.flatMap(Term.lastYear)
      else { return nil }
      return (index, Array(found[index].region.titles.dropFirst()), year)
    }
    for term in terms where terms.contains(where: { $0.above == term.above && $0.year > term.year }) {
      for row in found[term.index].people.indices where found[term.index].people[row].status == .active {
        found[term.index].people[row].status = .emeritus
      }
    }
  }

  private func demoted(_ person: Person, _ region: Region) -> Person {
    guard person.status == .active, let heading = region.headings.last else { return person }
    var person = person
    person.status = .other
    if person.role.hasSuffix("maintainer") { person.role = heading.lowercased() }
    return person
  }

  /// A heading that says nothing of people, below one that does, is what they are responsible for.
  private func domain(of region: Region) -> String? {
    guard region.introduction.map({ Standing.reading(of: $0) == .silent }) ?? true,
      region.headings.count > 1, let last = region.headings.last, Standing.reading(of: last) == .silent,
      !last.contains(where: \.isNumber), !last.lowercaseWords.allSatisfy(Lexicon.people.plainHeadings.contains)
    else { return nil }
    return last.unicodeScalars.count > 1 ? last : nil
  }

  /// Lines as those who read the page see them: what is commented out is blank.
  private func lines(_ range: ClosedRange<Int>) -> [PeopleLines.Line] { range.map { (lineText($0), $0) } }

  private func lineText(_ line: Int) -> String {
    String(decoding: input.text.lines.bytes[input.source.byteRange(ofLine: line)], as: UTF8.self)
  }

  private func isFenced(_ block: Block) -> Bool {
    let line = lineText(block.lines.lowerBound).blanksFolded
    return line.hasPrefix("```") || line.hasPrefix("~~~")
  }

  /// People who have a heading each, with a link to their account, or with labelled lines below it.
  private func headedPeople(_ document: Document) -> [Person] {
    var context = PeopleContext(source: input.source, standing: .ofFile(input), domain: nil, isStrict: isStrict)
    var titles: [(level: Int, text: String)] = []
    var known: (titles: [String], standing: (Standing, isNamed: Bool)?) = ([], standing(below: []))
    return document.blocks.enumerated().flatMap { index, block -> [Person] in
      guard case .heading(let level) = block.kind else { return [] }
      titles.removeAll { $0.level >= level }
      let above = titles.reversed().map(\.text)
      titles.append((level, block.plainText))
      if above != known.titles { known = (above, standing(below: above)) }
      guard let (standing, _) = known.standing else { return [] }
      context.standing = standing
      let line = PersonLine(block.inlines)
      if line.isCertain, line.handle != nil {
        return context.person(line, at: block.lines.lowerBound).map { [$0] } ?? []
      }
      guard line.isPossible || Account.isHandle(line.name), index + 1 < document.blocks.count else { return [] }
      // A label may have a paragraph of its own.
      let body = document.blocks[(index + 1)...].prefix { if case .heading = $0.kind { false } else { true } }
      let more = body.dropFirst().prefix { PeopleRecords.areValues(lines($0.lines)) }
      let labels = (body.prefix(1) + more).flatMap { lines($0.lines) }
      return PeopleRecords.people(in: [PeopleLines.Line(block.plainText, block.lines.lowerBound)] + labels, context)
    }
  }

  /// A project without "maintainers" calls them committers, approvers or members.
  private mutating func promoteWhereNoMaintainers() {
    let standing = Standing.ofFile(input)
    guard standing == .maintainer || input.kind == .maintainers && standing.role == "committer",
      !people.contains(where: { $0.status == .active })
    else { return }
    for role in Lexicon.people.promotedRoles {
      let promoted = people.indices.filter { people[$0].status == .other && people[$0].role.hasSuffix(role) }
      for index in promoted { people[index].status = .active }
      if !promoted.isEmpty { return }
    }
  }
}
