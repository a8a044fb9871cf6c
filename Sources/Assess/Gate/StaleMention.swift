public import Diagnostics
public import Intake
import Words

/// A line that still names what a change took out of the data: nothing says that it is wrong, and somebody has to look.
public struct StaleMention: Sendable, Hashable {
  /// One line.
  public let message: String
  /// The line that names it.
  public let place: Location
  /// The row that is gone, in the earlier version; nil where no row is.
  public let gone: Location?
  /// What to write in the place, where that is known to the character.
  public var replacement: String?

  /// Lines of today that name maintainers and adopters whom only the earlier version lists, or what a meeting was. Notes
  /// and what happened on a day are no mentions.
  public static func all(before: Community, now: Community, renames: Renames) -> [StaleMention] {
    let documents = now.ownDocuments.filter { !past.contains($0.kind) && $0.source.byteCount < 400_000 }
    let listed = Set(now.adopters.map { Folding.letters($0.name) })
    let adopters = now.adopters.isEmpty ? [] : before.adopters.filter { !listed.contains(Folding.letters($0.name)) }
    // The same person with another account is still listed.
    let named = people(of: now).filter { !$0.name.isEmpty }
    let today = Dictionary(firstOf: named.map { (Folding.letters($0.name), $0) })
    var mentions: [StaleMention] = []
    for person in missing(before, now, renames).prefix(most) {
      // The file that listed them may have another name now.
      let documents = documents.filter { $0.path != renames.path(of: person.row.path) }
      if let other = today[Folding.letters(person.name)]?.handle, let handle = person.handle {
        mentions += places(nil, account: handle, in: documents).map {
          StaleMention(
            message: "the account of \(person.name) is \(other) now, and this line still names \(handle)", place: $0,
            gone: person.row, replacement: other)
        }
        continue
      }
      let (who, name) = names(of: person.name, person.handle)
      mentions += places(name, account: person.handle, in: documents).map {
        StaleMention(
          message: "\(who) is no longer listed, and this line still names them", place: $0, gone: person.row)
      }
    }
    for adopter in adopters.prefix(most) where adopter.name.utf8.count >= 4 {
      mentions += places(adopter.name, account: nil, in: documents).map {
        StaleMention(
          message: "\(adopter.name) is no longer listed, and this line still names it", place: $0,
          gone: adopter.location)
      }
    }
    for (person, list) in unlisted(before, now, renames).prefix(most) {
      let (who, name) = names(of: person.name, person.handle)
      mentions += places(name, account: person.handle, in: documents.filter { $0.path != list }).map {
        StaleMention(
          message: "\(who) is no longer listed in \(list), and this line still names them", place: $0,
          gone: person.location)
      }
    }
    return folded(mentions) + meetings(before: before, now: now, in: documents) + renames.mentions(in: documents)
  }

  /// Somebody whom a list of maintainers or the data of groups names.
  private struct Person {
    let id: String
    let name: String
    let handle: String?
    let row: Location
  }

  /// What somebody is called, by the account where a list has no names, and the name to look for: one word may be any.
  private static func names(of name: String, _ handle: String?) -> (shown: String, whole: String?) {
    (name.isEmpty ? handle ?? "" : name, name.split(separator: " ").count > 1 ? name : nil)
  }

  private static func people(of community: Community) -> [Person] {
    let maintainers = community.maintainers.compactMap { person in
      person.listings.first.map { Person(id: person.id, name: person.name, handle: person.handle, row: $0.location) }
    }
    let data = community.index.groups.filter(\.location.path.namesData)
    let leads = data.flatMap(\.allLeads).filter { $0.role != "emeritus" }.compactMap { lead in
      lead.handle.map { Person(id: $0.lowercased(), name: lead.name, handle: $0, row: lead.location) }
    }
    return (maintainers + leads).uniqued { $0.handle?.lowercased() ?? $0.id }
  }

  /// Whom only the earlier version names; nobody where the later one has no list at all. Who still has a row in the file
  /// that listed them, whatever they are called there, is still listed.
  private static func missing(_ before: Community, _ now: Community, _ renames: Renames) -> [Person] {
    let today = people(of: now)
    let known = Set((now.maintainers + now.emeritus + now.index.alumni).map(\.id))
    let accounts = Set(today.compactMap { $0.handle?.lowercased() })
    let maintainers = Set(now.maintainers.map { Folding.letters($0.name) }).subtracting([""])
    return today.isEmpty
      ? []
      : people(of: before).filter { person in
        // Who has another account in the list of maintainers may still have the old one in other data.
        let path = renames.path(of: person.row.path) ?? person.row.path
        return !known.contains(person.id)
          && now[path: path]?.facts.people.contains { isSame(person, $0.name, $0.handle) } != true
          && (maintainers.contains(Folding.letters(person.name))
            || !accounts.contains(person.handle?.lowercased() ?? ""))
      }
  }

  static func gone(_ before: Community, _ now: Community, _ renames: Renames) -> [String] {
    missing(before, now, renames).map(\.id)
  }

  /// Whether a row is of somebody: it has their account or, where one of both has none, their name.
  private static func isSame(_ person: Person, _ name: String, _ handle: String?) -> Bool {
    if let own = person.handle, let handle { return NameFolding.handle(own) == NameFolding.handle(handle) }
    return !name.isEmpty && Folding.letters(name) == Folding.letters(person.name)
  }

  static let most = 100
  static let past: Set<DocumentKind> = [
    .notes, .mail, .thread, .releases, .election, .review, .alumni, .imported, .license, .unsupported,
  ]

  /// One place for each line that has the name as a word of its own, or the account written as one.
  private static func places(_ name: String?, account: String?, in documents: [SourceDocument]) -> [Location] {
    let name = name.map { Array($0.utf8) }
    let handle = account.map { Array($0.utf8) }
    return documents.flatMap { document -> [Location] in
      let source = document.source
      let isThere = source.bytes.withUnsafeBufferPointer { text in
        [name, handle].compactMap { $0 }.contains { $0.withUnsafeBufferPointer { text.holds($0) } }
      }
      guard isThere else { return [] }
      let former = formerLines(of: document)
      return (1...source.lineCount).compactMap { line in
        if former.contains(where: { $0.contains(line) }) { return nil }
        let range = source.byteRange(ofLine: line)
        // A line with a year says what happened, which stays true.
        if hasYear(source.bytes[range]) { return nil }
        if let name, let found = word(name, in: source.bytes, range) { return source.location(found) }
        return account.flatMap { source.places(ofAccount: $0, onLine: line).first }
      }
    }
  }

  /// The lines below headings of former people, where whoever left belongs.
  private static func formerLines(of document: SourceDocument) -> [Range<Int>] {
    let headings = document.markdown?.headings ?? []
    return headings.indices.filter { headings[$0].text.wordsOfLetters.contains(where: Lexicon.people.former.contains) }
      .map { index in
        let next = headings[(index + 1)...].first { $0.level <= headings[index].level }
        return headings[index].line..<(next?.line ?? document.source.lineCount + 1)
      }
  }

  /// Whether `2024` or the like is there as a number of its own.
  private static func hasYear(_ line: ArraySlice<UInt8>) -> Bool {
    func isDigit(_ index: Int) -> Bool { line.indices.contains(index) && line[index].isASCIIDigit }
    return line.indices.contains { index in
      line[index] == UInt8(ascii: "2") && index + 3 < line.endIndex && line[index + 1] == UInt8(ascii: "0")
        && isDigit(index + 2) && isDigit(index + 3) && !isDigit(index + 4) && !isDigit(index - 1)
    }
  }

  private static func word(_ name: [UInt8], in bytes: [UInt8], _ line: Range<Int>) -> Range<Int>? {
    var start = line.lowerBound
    while start + name.count <= line.upperBound {
      let end = start + name.count
      if bytes[start] == name[0], bytes[start..<end].elementsEqual(name),
        start == line.lowerBound || !bytes[start - 1].isWordByte,
        end == line.upperBound || !bytes[end].isWordByte
      {
        return start..<end
      }
      start += 1
    }
    return nil
  }
}

extension Assessment {
  /// The same, with links to documents and headings that have another name than before mended in their findings.
  public func mendingLinks(to renames: Renames) -> Assessment {
    guard findings.contains(where: { [Rule.linksBroken.id, Rule.linksDeadAnchor.id].contains($0.rule) }) else {
      return self
    }
    let resolver = LinkResolver(community, byRemotes: true)
    var assessment = self
    assessment.findings = findings.map { renames.mended($0, resolver) }
    return assessment
  }
}
