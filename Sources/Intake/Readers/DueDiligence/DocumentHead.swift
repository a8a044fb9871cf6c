import Criteria
import Diagnostics
import StructuredData
import Words

/// What a due-diligence document says of itself: the project, the level applied for, its day.
struct DocumentHead: Sendable {
  /// The project it is about.
  private(set) var subject: String?
  private(set) var level: MaturityLevel?
  /// The day it was written.
  private(set) var date: CalendarDate?

  /// Reads titles and the lines that name the level and the day.
  init(
    _ document: DocumentLines, page: ScrapedPage?, path: String, frontMatter: Node?, levels: [MaturityLevel]
  ) {
    var titles = [page?.title].compactMap { $0 }
    // Some titles are bold lines.
    if let first = document.lines.first(where: \.isContent), first.kind == .text, document.text(first).isAllBold {
      titles.append(document.text(first).string)
    }
    for line in document.lines where line.headingLevel != nil {
      titles.append(document.text(line).string)
      if titles.count == 12 { break }
    }
    let parts = path.pathNames.map(String.init)
    let file = parts.last.map { String($0.fileStem) } ?? ""
    subject =
      (titles.prefix(3) + [file]).lazy.compactMap { Self.subject(title: $0) }.first ?? Self.subject(path: path)
    // "Progress since sandbox" names no level applied for.
    let headings = titles.dropFirst().filter { !$0.lowercased().holds("since") }
    let names = titles.prefix(1) + [file] + headings + parts.dropLast().reversed()
    level = applied(document, levels) ?? names.lazy.compactMap { Self.level(in: $0, levels) }.first
    date =
      frontMatter?["date"]?.string.flatMap { DateScanner.date(in: $0) } ?? page?.date
      ?? statedDate(document)
  }

  /// `This project is currently Incubating, …, and applying to Graduate` on a ticked or plain line.
  private func applied(_ document: DocumentLines, _ levels: [MaturityLevel]) -> MaturityLevel? {
    for line in document.lines where line.box != false && line.content.count < 400 {
      guard line.isContent else { continue }
      let text = document.text(line).string
      guard text.holds("applying to"), line.box == true || text.holds("currently"),
        let range = text.firstRange(ofBytes: "applying to")
      else { continue }
      if let found = Self.level(in: String(text[range.upperBound...]), levels) { return found }
    }
    return nil
  }

  /// A level by the stem of its name: `Graduation` and `graduate` are `graduated`.
  static func level(in text: String, _ levels: [MaturityLevel]) -> MaturityLevel? {
    let text = text.lowercased()
    return levels.reversed().first { level in
      var stem = Substring(level.rawValue)
      for ending in ["ing", "ed"] where stem.hasSuffix(ending) { stem = stem.dropLast(ending.utf8.count) }
      return text.contains(stem)
    }
  }

  /// The day the document names as its own.
  private func statedDate(_ document: DocumentLines) -> CalendarDate? {
    let phrases = Lexicon.applications.datePhrases
    let texts = document.lines.compactMap { line -> String? in
      guard line.isContent, line.content.count < 1_000 else { return nil }
      let text = document.text(line).string.lowercased()
      return phrases.contains { text.holds($0) } ? text : nil
    }
    for phrase in phrases {
      for text in texts {
        guard let range = text.firstRange(ofBytes: phrase),
          text.distance(from: text.startIndex, to: range.lowerBound) < 20
        else { continue }
        let rest = String(text[range.upperBound...].prefix(60))
        if let found = DateScanner.dates(in: rest).first, found.range.lowerBound < 20 { return found.first }
      }
    }
    return nil
  }

  /// The project a title names: what stands before the kind of document or behind its opener.
  private static func subject(title: String) -> String? {
    let title = title.split { $0 == " " || $0 == "\u{A0}" }.joined(separator: " ")
    let lower = title.lowercased()
    var name: String?
    if let opener = Lexicon.applications.titleOpeners.first(where: lower.hasPrefix) {
      name = String(title.dropFirst(opener.count))
    } else {
      let starts = Lexicon.applications.titleKinds.compactMap { lower.firstRange(ofBytes: $0)?.lowerBound }
      if let start = starts.min() {
        name = String(title.prefix(lower.distance(from: lower.startIndex, to: start)))
      }
    }
    guard var name else { return nil }
    for prefix in Lexicon.applications.titlePrefixes
    where name.hasPrefix(prefix) { name = String(name.dropFirst(prefix.count)) }
    // `Event-driven Something (EXAMPLE)` is EXAMPLE.
    if name.hasSuffix(")"), let open = name.lastIndex(of: "(") {
      let short = name[name.index(after: open)...].dropLast()
      if !short.isEmpty, short.utf8.count <= 20 { name = String(short) }
    }
    var words = name.split(separator: " ")
    while let last = words.last, Lexicon.applications.titleFillers.contains(last.lowercased()) { words.removeLast() }
    guard let first = words.first, !Lexicon.applications.titleArticles.contains(first.lowercased()) else {
      return nil
    }
    guard (1...5).contains(words.count), !Placeholders.contains(name) else { return nil }
    guard !Lexicon.applications.noNames.contains(name.lowercased()) else {
      return nil
    }
    return words.joined(separator: " ")
  }

  /// The project a path names: `projects/<name>/`.
  static func subject(path: String) -> String? {
    let parts = path.pathNames
    guard let index = parts.lastIndex(of: "projects"), index + 2 < parts.count else { return nil }
    return String(parts[index + 1])
  }
}
