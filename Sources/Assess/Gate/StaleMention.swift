public import Diagnostics
public import Intake

/// A line that still names what a change took out of the data: nothing says that it is wrong, and somebody has to look.
public struct StaleMention: Sendable, Hashable {
  /// One line.
  public let message: String
  /// The line that names it.
  public let place: Location
  /// The row that is gone, in the earlier version.
  public let gone: Location

  /// Lines of today that name maintainers and adopters whom only the earlier version lists. Notes and what happened on a
  /// day are no mentions.
  public static func all(before: Community, now: Community) -> [StaleMention] {
    guard !now.maintainers.isEmpty || !now.adopters.isEmpty else { return [] }
    let documents = now.ownDocuments.filter { !past.contains($0.kind) && $0.source.byteCount < 400_000 }
    let known = Set((now.maintainers + now.emeritus + now.index.alumni).map(\.id))
    let people = now.maintainers.isEmpty ? [] : before.maintainers.filter { !known.contains($0.id) }
    let listed = Set(now.adopters.map { Folding.letters($0.name) })
    let adopters = now.adopters.isEmpty ? [] : before.adopters.filter { !listed.contains(Folding.letters($0.name)) }
    var mentions: [StaleMention] = []
    for person in people.prefix(most) {
      guard let row = person.listings.first?.location else { continue }
      let name = person.name.split(separator: " ").count > 1 ? person.name : nil
      mentions += places(name, account: person.handle, in: documents).map {
        StaleMention(
          message: "\(person.name) is no longer listed, and this line still names them", place: $0, gone: row)
      }
    }
    for adopter in adopters.prefix(most) where adopter.name.utf8.count >= 4 {
      mentions += places(adopter.name, account: nil, in: documents).map {
        StaleMention(
          message: "\(adopter.name) is no longer listed, and this line still names it", place: $0,
          gone: adopter.location)
      }
    }
    return mentions
  }

  private static let most = 100
  private static let past: Set<DocumentKind> = [
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
      return (1...source.lineCount).compactMap { line in
        let range = source.byteRange(ofLine: line)
        if let name, let found = word(name, in: source.bytes, range) { return source.location(found) }
        return account.flatMap { source.places(ofAccount: $0, onLine: line).first }
      }
    }
  }

  private static func word(_ name: [UInt8], in bytes: [UInt8], _ line: Range<Int>) -> Range<Int>? {
    func isWord(_ byte: UInt8) -> Bool {
      byte >= 0x80 || (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
    }
    var start = line.lowerBound
    while start + name.count <= line.upperBound {
      let end = start + name.count
      if bytes[start] == name[0], bytes[start..<end].elementsEqual(name),
        start == line.lowerBound || !isWord(bytes[start - 1]),
        end == line.upperBound || !isWord(bytes[end])
      {
        return start..<end
      }
      start += 1
    }
    return nil
  }
}

extension Assessment {
  /// The same, with links to documents that have another path than before mended in their findings.
  public func mendingLinks(to renames: Renames) -> Assessment {
    guard findings.contains(where: { $0.rule == Rule.linksBroken.id }) else { return self }
    let resolver = LinkResolver(community)
    var assessment = self
    assessment.findings = findings.map { renames.mended($0, resolver) }
    return assessment
  }
}
