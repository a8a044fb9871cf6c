import Criteria
import Diagnostics
import Intake
import Words

/// A section of a document that may answer a criterion.
struct Passage {
  /// The sentence's line that decides, else the section's heading.
  let location: Location
  let score: Int
  /// Where its document treats each of the query's parts that it treats.
  let parts: [Int: Location]
  /// Whether its document is of a kind in which such text belongs, or named after it near the root.
  let isAtHome: Bool
  /// Whether one of those places is in a section or document that is named after what is asked.
  let isNamed: Bool
  /// Folder of its document; nil at the root of a repository.
  let folder: String?
  /// Whether that folder is one group's of several, whose rules are its own.
  let isOfGroup: Bool
}

/// The sections of a community's own documents with the phrases of the criteria that occur in them, found in one pass
/// over each text.
struct PassageIndex {
  private struct Part {
    let document: Int
    /// Line of the heading, or of the first line.
    let line: Int
    let heading: String
    let names: Set<Int>
    /// Each phrase that occurs, with the line of its first occurrence.
    let phrases: [(number: Int, line: Int)]

    /// The first line that holds one of some phrases.
    func line(of isWanted: [Bool]) -> Int? {
      phrases.lazy.filter { isWanted[$0.number] }.map(\.line).min()
    }
  }

  /// Where the documents lie.
  let folders: FolderPlaces
  /// Whether the criteria are those of no foundation, asked of repositories that may hold but code and its manual.
  private let isGeneral: Bool
  private let documents: [SourceDocument]
  private let traits: [Traits]
  private let parts: [Part]
  /// Parts that hold a phrase or are named by it, ascending, by phrase.
  private let holders: [[Int]]
  /// Parts without a heading whose document is named by a phrase, by phrase.
  private let beginnings: [[Int]]
  private let table: PhraseTable
  /// Links to what is not among the files given, and files that no reader understands, and their numbers by the phrases
  /// that name them.
  private let outside: [Location]
  private let outsideNamed: [[Int]]
  /// Documents of rules that only point elsewhere.
  private let pointers: [(kind: DocumentKind, location: Location)]
  private let home: FoundationHome?
  /// Kinds of documents of rules that are there near the root.
  private let ruling: Set<DocumentKind>

  /// What ranks a document's sections before those of others.
  private struct Traits {
    let names: Set<Int>
    let folderNames: Set<Int>
    let isLinked: Bool
    let depth: Int
    let kind: DocumentKind
    /// Whether it lies in the folder of one group of several.
    let isOfGroup: Bool
    /// Whether it is one of many numbered proposals (`0038-release-branches.md`), which change things and are none.
    let isProposal: Bool
  }

  /// Most documents shown for a criterion.
  private static let most = 8
  /// Least score of a passage: a name alone is enough, so are two phrases where they belong.
  private static let least = 6

  /// The passages that the criteria of a set ask for.
  init(_ data: CommunityData, _ set: CriteriaSet) {
    isGeneral = set.isGeneral
    let asked = set.passagePhrases
    // The phrases of all sets were looked for when the documents were read.
    let known = data.community.phrases.flatMap { table in asked.allSatisfy { table.number(of: $0) != nil } ? table : nil
    }
    let table = known ?? PhraseTable(asked.uniqued())
    self.table = table
    let places = FolderPlaces(data)
    folders = places
    documents = data.ownDocuments.filter { document in
      document.kind.tellsHowItIsRun && document.markdown != nil && !places.of(document).isEarlier
        && !data.pointers.contains(document.path) && !Self.isForAgents(document.path)
    }
    ruling = Set(documents.filter { places.of($0).depth <= 1 }.map(\.kind)).intersection(SourceDocument.ruling)
    pointers = data.ownDocuments.filter { data.pointers.contains($0.path) }
      .map { ($0.kind, $0.source.location(line: 1)) }
    home = data.home
    let outside = Self.outside(data, table, places)
    self.outside = outside.map(\.place)
    var outsideNamed = [[Int]](repeating: [], count: table.count)
    for (number, item) in outside.enumerated() { for name in item.names { outsideNamed[name].append(number) } }
    self.outsideNamed = outsideNamed
    let linked = Set(
      data.links.compactMap { resolved -> String? in
        let isMain = Self.linking.contains(resolved.document.kind)
        return if isMain, case .local(let path, _) = resolved.target { path } else { nil }
      })
    traits = documents.map { document in
      let place = places.of(document)
      let pieces = document.path.pathNames
      let file = String(document.path.fileStem)
      let folder = pieces.count > 1 ? String(pieces[pieces.count - 2]) : ""
      return Traits(
        names: table.phrases(in: file).union(table.phrases(in: document.title)),
        folderNames: table.phrases(in: folder), isLinked: linked.contains(document.path),
        depth: place.depth, kind: document.kind,
        isOfGroup: place.isOfGroup || document.isOfPart(among: data.community.documents),
        isProposal: Self.isNumbered(file))
    }
    var parts: [Part] = []
    for (index, document) in documents.enumerated() {
      // Deep pages are about the software; their headings tell when they are not.
      let isRead = traits[index].depth <= 3 || ![.page, .readme].contains(document.kind)
      let isNamed = !traits[index].names.isEmpty
      Self.addParts(of: document, index, table, isKnown: known != nil, isRead: isRead, isNamed: isNamed, to: &parts)
    }
    self.parts = parts
    var holders = [[Int]](repeating: [], count: table.count)
    var beginnings = holders
    for (number, part) in parts.enumerated() {
      for phrase in part.names { holders[phrase].append(number) }
      for phrase in part.phrases where !part.names.contains(phrase.number) { holders[phrase.number].append(number) }
      guard part.heading.isEmpty else { continue }
      for phrase in traits[part.document].names { beginnings[phrase].append(number) }
    }
    self.holders = holders
    self.beginnings = beginnings
  }

  /// The main pages, whose links say what belongs to the community.
  private static let linking: Set<DocumentKind> = [.readme, .governance, .contributing, .membership, .charter]

  /// Links to what is not among the files given and files that no reader understands, with the phrases that name them.
  private static func outside(
    _ data: CommunityData, _ table: PhraseTable, _ places: FolderPlaces
  ) -> [(names: Set<Int>, place: Location)] {
    var outside: [(names: Set<Int>, place: Location)] = []
    for resolved in data.links {
      let isMain = linking.contains(resolved.document.kind)
      guard isMain || resolved.document.kind == .page else { continue }
      if case .local = resolved.target { continue }
      // Of other pages those at the root speak for the community.
      guard places.of(resolved.document).depth <= (isMain ? 2 : 0) else { continue }
      let url = LinkResolver.split(resolved.link.destination, at: "?").0
      let last = url.pathNames.suffix(2).joined(separator: " ")
      let names = table.phrases(in: resolved.link.text).union(table.phrases(in: last))
      if !names.isEmpty { outside.append((names, resolved.link.location)) }
    }
    // A file that no reader understands may hold what its name says.
    for document in data.ownDocuments where document.kind == .unsupported {
      let names = table.phrases(in: String(document.path.fileStem))
      if !names.isEmpty { outside.append((names, document.source.location(line: 1))) }
    }
    return outside
  }

  /// Adds the sections of a document that can be found; where it is read, with the phrases in each. Only what holds a
  /// phrase or is named by one can be, and of a document that is named so its beginning.
  private static func addParts(
    of document: SourceDocument, _ index: Int, _ table: PhraseTable, isKnown: Bool, isRead: Bool, isNamed: Bool,
    to parts: inout [Part]
  ) {
    let headings = document.markdown?.headings ?? []
    var phrases = [[(number: Int, line: Int)]](repeating: [], count: headings.count + 1)
    if isRead {
      let occurrences = (isKnown ? document.phrases : nil) ?? PhraseOccurrence.all(in: document, table)
      for found in occurrences { phrases[found.section].append((found.phrase, found.line)) }
    }
    for (section, phrases) in phrases.enumerated() {
      let heading = section == 0 ? nil : headings[section - 1]
      let names = heading.map { table.phrases(in: $0.text) } ?? []
      let text = heading?.text ?? ""
      guard !names.isEmpty || !phrases.isEmpty || isNamed && text.isEmpty else { continue }
      parts.append(Part(document: index, line: heading?.line ?? 1, heading: text, names: names, phrases: phrases))
    }
  }

  /// The best passages for a query, at most one a document, best first.
  func passages(for query: PassageQuery) -> [Passage] {
    let names = query.names.compactMap { table.number(of: $0) }
    let words = (query.words + query.parts.joined()).compactMap { table.number(of: $0) }
    let (isName, isWord) = (places(of: names), places(of: words))
    let isUnlike = places(of: query.unlike.compactMap { table.number(of: $0) })
    let groups = query.parts.map { places(of: $0.compactMap { table.number(of: $0) }) }
    var best: [Int: (part: Int, score: Int)] = [:]
    var treated: [Int: [Int: (line: Int, isNamed: Bool)]] = [:]
    var asked = names.flatMap { holders[$0] + beginnings[$0] } + words.flatMap { holders[$0] }
    asked.sort()
    func occurs(_ isWanted: [Bool], in names: Set<Int>) -> Bool { names.contains { isWanted[$0] } }
    // By place: a section or the traits of a document, taken out of their lists, cost more than most of what is asked.
    for (place, number) in asked.enumerated() where place == 0 || asked[place - 1] != number {
      let document = parts[number].document
      guard !occurs(isUnlike, in: traits[document].names), !occurs(isUnlike, in: parts[number].names) else { continue }
      let isNamed = occurs(isName, in: parts[number].names)
      let isFile = occurs(isName, in: traits[document].names)
      let isHere = query.kinds.contains(traits[document].kind.rawValue)
      let found = parts[number].phrases.count { isWord[$0.number] }
      guard isNamed || found > 0 || (isFile && parts[number].heading.isEmpty) else { continue }
      var score = (isNamed ? 6 : 0) + (isFile ? 7 : 0) + 2 * min(found, 3)
      score += occurs(isName, in: traits[document].folderNames) ? 3 : 0
      score += (isHere ? 4 : 0) + (traits[document].isLinked ? 1 : 0) - max(0, traits[document].depth - 2)
      // The page a visitor sees first.
      if traits[document].kind == .readme, traits[document].depth == 0 { score += 3 }
      guard score >= Self.least else { continue }
      // Words of one part alone, deep below in pages on other things, are about these.
      let isDeep = isGeneral && traits[document].depth > 1 && traits[document].kind == .page
      if isDeep, query.parts.count > 2, !isNamed, !isFile, !isHere {
        guard groups.count(where: { parts[number].line(of: $0) != nil }) > 1 else { continue }
      }
      for (place, group) in groups.enumerated() {
        let known = treated[document]?[place]
        // Of several sections one that is named after it shows it.
        guard known == nil || isNamed && known?.isNamed == false else { continue }
        let heading = occurs(group, in: parts[number].names) ? parts[number].line : nil
        if let line = parts[number].line(of: group) ?? heading {
          treated[document, default: [:]][place] = (line, isNamed)
        }
      }
      if score > best[document]?.score ?? 0 { best[document] = (number, score) }
    }
    let ranked = best.sorted { [documents] one, other in
      let (first, second) = (one.value.score, other.value.score)
      guard first == second else { return first > second }
      // "GOVERNANCE.md" comes before "GOVERNANCE-tool.md".
      let (a, b) = (documents[one.key].path, documents[other.key].path)
      return (a[..<a.fileStem.endIndex], a[...]) < (b[..<b.fileStem.endIndex], b[...])
    }
    return ranked.prefix(Self.most).map { index, found in
      let part = parts[found.part]
      let lines = part.phrases.lazy.filter { isWord[$0.number] && $0.line > part.line }.map(\.line)
      let traits = traits[index]
      return passage(
        in: index, at: lines.min() ?? Self.firstLine(of: part, in: documents[index]), score: found.score,
        treated: treated[index] ?? [:], isFile: occurs(isName, in: traits.names),
        isFolder: occurs(isName, in: traits.folderNames), query)
    }
  }

  /// - Parameters:
  ///   - treated: where the document treats the parts of the query, and whether a section is named after each.
  ///   - isFile: whether the file has a name that is asked for.
  ///   - isFolder: whether a folder of it has one.
  private func passage(
    in index: Int, at line: Int, score: Int, treated: [Int: (line: Int, isNamed: Bool)], isFile: Bool, isFolder: Bool,
    _ query: PassageQuery
  ) -> Passage {
    let (document, traits) = (documents[index], traits[index])
    return Passage(
      location: document.source.location(line: line), score: score,
      parts: treated.mapValues { document.source.location(line: $0.line) },
      isAtHome: !traits.isProposal
        && (query.kinds.contains(traits.kind.rawValue) || isFile && traits.depth <= 1 && !traits.kind.listsPeople),
      isNamed: isFile || treated.values.contains(where: \.isNamed),
      folder: traits.depth == 0 ? nil : document.path.folderPath,
      // What the security group writes on security holds for all.
      isOfGroup: traits.isOfGroup && !isFolder)
  }

  /// By phrase, whether it is one of these.
  private func places(of phrases: [Int]) -> [Bool] {
    var places = [Bool](repeating: false, count: holders.count)
    for phrase in phrases { places[phrase] = true }
    return places
  }

  /// Where one document treats every part of a query, if it is one in which such text belongs and has a section on it or
  /// is the page that a visitor reads first; else nothing. Where several folders treat them all and no main document
  /// does, a person must tell which of them counts; what stands in a group's folder holds for that group alone.
  func deciding(_ query: PassageQuery, _ passages: [Passage]) -> [Location] {
    // A guide that names what is kept elsewhere does not hold it.
    guard kept(query).isEmpty else { return [] }
    let whole = passages.filter { passage in
      !query.parts.isEmpty && passage.parts.count == query.parts.count
        && (passage.isNamed || query.parts.count == 1 && !query.isNamed)
    }
    let home = whole.filter(\.isAtHome)
    let isOne = Set(whole.compactMap(\.folder)).count == 1
    let alone = isOne ? home.first { !$0.isOfGroup } : nil
    guard let best = home.first(where: { $0.folder == nil && !$0.isOfGroup }) ?? alone else { return [] }
    return best.parts.sorted { $0.key < $1.key }.map(\.value).uniqued()
  }

  /// Links of the main pages to what a query names, where it is not among the files given, and documents in which such
  /// text belongs that only say where they are kept.
  func links(for query: PassageQuery) -> [Location] {
    let named = Set(query.names.compactMap { table.number(of: $0) }.flatMap { outsideNamed[$0] })
    return (named.sorted().map { outside[$0] } + kept(query) + (home(of: query).map { [$0.location] } ?? []))
      .uniqued(on: \.reference)
  }

  /// The foundation whose rules may hold what a query asks.
  func home(of query: PassageQuery) -> FoundationHome? {
    query.kinds.contains { DocumentKind(rawValue: $0).map(FoundationHome.kinds.contains) == true } ? home : nil
  }

  /// Documents that say where such rules are kept, where none that holds rules is here.
  private func kept(_ query: PassageQuery) -> [Location] {
    let kinds = Set(query.kinds.compactMap(DocumentKind.init(rawValue:)))
    return kinds.isDisjoint(with: ruling) ? pointers.filter { kinds.contains($0.kind) }.map(\.location) : []
  }

  /// Whether a file holds instructions to programs that write code; they retell what people wrote elsewhere.
  private static func isForAgents(_ path: String) -> Bool {
    let names = path.pathNames.suffix(2)
    guard let file = names.last else { return false }
    let stem = file.fileStem.lowercased().joiningWords
    return Lexicon.documents.agentFiles.contains(stem)
      || names.count == 2 && Lexicon.documents.agentFolders.contains(names.first?.lowercased() ?? "")
  }

  /// Whether a line is nothing but a comment, which readers of the page do not see.
  private static func isComment(_ line: ArraySlice<UInt8>) -> Bool {
    line.drop { $0 == 0x20 || $0 == 0x09 }.starts(with: "<!--".utf8) && line.suffix(3).elementsEqual("-->".utf8)
  }

  /// Whether the name of a file begins with a number of three or four digits, or with a day.
  static func isNumbered(_ name: String) -> Bool {
    let digits = name.utf8.prefix { $0.isASCIIDigit }.count
    guard (3...4).contains(digits) || digits == 8, name.utf8.count > digits else { return false }
    return "-_".utf8.contains(Array(name.utf8)[digits])
  }

  /// The first line of text below a heading.
  private static func firstLine(of part: Part, in document: SourceDocument) -> Int {
    let source = document.source
    let start = part.heading.isEmpty ? part.line : part.line + 1
    let line = (start..<(start + 4)).first { line in
      guard line <= source.lineCount else { return false }
      let text = source.lineText(line)
      return !text.hasPrefix("#") && !isComment(source[line: line])
        && text.utf8.contains { $0 > 0x20 && $0 != UInt8(ascii: "-") && $0 != UInt8(ascii: "=") }
    }
    return line ?? part.line
  }
}

extension DocumentKind {
  /// Whether such a document is a list, however it is titled.
  var listsPeople: Bool {
    switch self {
    case .maintainers, .alumni, .adopters, .owners, .ownersAliases, .codeowners, .securityContacts: true
    default: false
    }
  }
}
