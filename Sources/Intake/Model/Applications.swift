public import Criteria
import Diagnostics
import StructuredData

/// Which of a community's due-diligence documents asserts: the newest for the level applied for. The others are history.
struct Applications {
  /// The document that asserts; nil when there is none.
  var current: SourceDocument?
  /// Older documents and drafts, oldest first.
  var earlier: [SourceDocument] = []
  var level: MaturityLevel?

  /// Chooses among documents; `level` is what the workspace file says.
  init(_ documents: [SourceDocument], level stated: MaturityLevel?, levels: [MaturityLevel]) {
    let candidates = documents.filter { $0.kind == .dueDiligence }
    let ranked = Self.ranked(candidates)
    func height(_ level: MaturityLevel?) -> Int { level.flatMap { levels.firstIndex(of: $0) } ?? -1 }
    level = stated ?? candidates.compactMap(Self.level).max { height($0) < height($1) }
    let wanted = level
    let exact = ranked.filter { Self.level(of: $0) == wanted }
    // A document that names no level may be for any; one for another level asserts only when nobody says which.
    let pool = exact.isEmpty ? ranked.filter { stated == nil || Self.level(of: $0) == nil } : exact
    current = pool.last { !$0.isDraft } ?? pool.last
    earlier = ranked.filter { $0.path != current?.path }
  }

  /// The level a document applies for: its own words, else its title, else its name.
  static func level(of document: SourceDocument) -> MaturityLevel? {
    level(of: document.facts, title: document.title, path: document.path)
  }

  /// The same of a document that is being read.
  static func level(of facts: Facts, title: String, path: String) -> MaturityLevel? {
    if let level = facts.level { return level }
    if let level = ApplicationTitle(title)?.level { return level }
    let words = Candidate.words(path).split { $0 == "_" || $0 == "/" || $0 == "." }
    return words.compactMap { MaturityLevel(word: String($0)) }.last
  }

  /// Documents by age, oldest first.
  static func ranked(_ documents: [SourceDocument]) -> [SourceDocument] {
    documents.map { (rank: rank($0), document: $0) }.sorted { a, b in
      a.rank != b.rank
        ? a.rank.lexicographicallyPrecedes(b.rank)
        : a.document.path.precedes(b.document.path)
    }.map(\.document)
  }

  /// Whether something tells that one of two ranked documents is the older: its day, or that it is the draft. An undated
  /// one is taken for older than a dated one, as where the application is chosen.
  static func isOlder(_ earlier: SourceDocument, than later: SourceDocument) -> Bool {
    day(earlier) != day(later) || (earlier.isDraft && !later.isDraft)
  }

  /// The day of a document: its own, else the first one of the year that its path names.
  private static func day(_ document: SourceDocument) -> Int? {
    document.date?.daysSinceEpoch ?? year(in: document.path)
  }

  /// Order of age: the day, undated first, then drafts, then the number of criteria found.
  private static func rank(_ document: SourceDocument) -> [Int] {
    [day(document) ?? Int.min, document.isDraft ? 0 : 1, document.facts.items.count]
  }

  /// First day of the last year that a path names.
  private static func year(in path: String) -> Int? {
    path.split { !$0.isNumber }.last { $0.utf8.count == 4 && $0.hasPrefix("20") }
      .flatMap { Int($0) }.flatMap { CalendarDate(year: $0, month: 1, day: 1)?.daysSinceEpoch }
  }
}

extension SourceDocument {
  /// The level a due-diligence document applies for: by its own words, else its title, else its path.
  public var levelAppliedFor: MaturityLevel? { Applications.level(of: self) }

  /// Whether its name or title calls it a draft.
  fileprivate var isDraft: Bool {
    Candidate.words(path).split { $0 == "_" || $0 == "/" || $0 == "." }.contains("draft")
      || NameFolding.name(title).split(separator: " ").contains("draft")
  }
}
