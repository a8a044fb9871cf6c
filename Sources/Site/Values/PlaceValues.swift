import Assess
import Diagnostics
import Intake
import Markdown
import Templates

extension Value {
  /// A text, or none.
  static func optional(_ text: String?) -> Value { text.map(Value.string) ?? .none }

  /// A number, or none.
  static func optional(_ number: Int?) -> Value { number.map(Value.int) ?? .none }
}

/// Places in files, as templates see them: every number and name on a page carries one.
struct PlaceValues: Sendable {
  private static let shape = RecordShape(keys: [
    "path", "line", "text", "short", "page", "url", "origin", "excerpt", "marked",
  ])
  private static let markedShape = RecordShape(keys: ["before", "value", "after"])

  let index: DocumentIndex
  /// Repositories of all communities, by path.
  let repositories: [Repository]

  /// The shortest ending of each document's path that no other document of its community has.
  private let endings: [String: String]

  init(index: DocumentIndex, communities: [Community]) {
    self.index = index
    endings = Self.endings(index)
    repositories = communities.flatMap(\.repositories).sorted {
      $0.path.utf8.lexicographicallyPrecedes($1.path.utf8)
    }
  }

  /// A place: `path`, `line`, `text` (`path:line`, with the commit for an earlier version), `short` (the same with the
  /// name of the file alone), `page` (with anchor; none when the file has no page and for an earlier version), `url`
  /// (where it was published) with `origin` (the commit, or `original`), `excerpt` and `marked` (its parts around the
  /// value meant).
  func value(_ location: Location) -> Value {
    let scalars = Array(location.excerpt.unicodeScalars)
    let start = min(max(0, location.column - 1), scalars.count)
    let end = min(scalars.count, start + max(0, location.length))
    func text(_ range: Range<Int>) -> Value { .string(String(String.UnicodeScalarView(scalars[range]))) }
    let isPart = end > start && (location.length > 1 || scalars[start].properties.numericType != nil)
    let marked: Value =
      isPart
      ? .record(
        Self.markedShape,
        [
          text(clip(scalars, 0..<start, end: true)), text(start..<end),
          text(clip(scalars, end..<scalars.count, end: false)),
        ])
      : .none
    let origin = origin(location)
    return .record(
      Self.shape,
      [
        .string(location.path), .int(location.line), .string(location.reference),
        .string(shortened(location.path) + location.reference.dropFirst(location.path.count)),
        .optional(location.commit == nil ? index.page(of: location.path, line: location.line) : nil),
        .optional(origin?.url), .optional(origin?.name),
        text(clip(scalars, 0..<scalars.count, end: false)), marked,
      ])
  }

  /// Places, each once.
  func list(_ locations: [Location]) -> Value {
    var seen: Set<String> = []
    return .list(locations.filter { seen.insert($0.reference).inserted }.map(value))
  }

  /// At most 300 scalars of an excerpt: real files have lines of 140,000.
  private func clip(_ scalars: [Unicode.Scalar], _ range: Range<Int>, end: Bool) -> Range<Int> {
    guard range.count > 300 else { return range }
    return end ? range.upperBound - 300..<range.upperBound : range.lowerBound..<range.lowerBound + 300
  }

  /// The name of the file and as many of its folders as tell it from others, with an ellipsis for the rest.
  func shortened(_ path: String) -> String {
    if let ending = endings[path] { return ending }
    return path.utf8.lastIndex(of: UInt8(ascii: "/")).map { "…" + path[$0...] } ?? path
  }

  private static func endings(_ index: DocumentIndex) -> [String: String] {
    struct Candidate: Hashable {
      let community: Int
      let ending: String
    }
    var result: [String: String] = [:]
    var waiting = index.entries.map { (community: $0.community, path: $0.document.path) }
    var depth = 1
    while !waiting.isEmpty {
      func candidate(_ item: (community: Int, path: String)) -> Candidate {
        let parts = item.path.split(separator: "/")
        let ending = parts.suffix(depth).joined(separator: "/")
        return Candidate(community: item.community, ending: parts.count > depth ? "…/\(ending)" : ending)
      }
      let groups = Dictionary(grouping: waiting, by: candidate)
      waiting = waiting.filter { item in
        let candidate = candidate(item)
        let isAlone = groups[candidate]?.count == 1 || !candidate.ending.hasPrefix("…")
        if isAlone { result[item.path] = candidate.ending }
        return !isAlone
      }
      depth += 1
    }
    return result
  }

  /// Where a line was published: at the forge when the commit is known. Lines of a restated document are its own, so it
  /// leads to the original as a whole.
  private func origin(_ location: Location) -> (url: String, name: String)? {
    if let document = index[location.path]?.document, document.frontMatter?["restated"]?.bool == true {
      return document.sourceURL.flatMap(LinkTarget.safeAddress).map { ($0, "original") }
    }
    guard let repository = repositories.holding(location.path), let url = repository.url,
      let commit = location.commit ?? repository.commit, url.hasPrefix("https://")
    else { return nil }
    let path = repository.path.isEmpty ? location.path : String(location.path.dropFirst(repository.path.count + 1))
    let page =
      RepositoryTag.name(of: location, in: repository).map { "\(url)/tree/\(Route.encoded($0))" }
      ?? "\(url)/blob/\(commit)/\(Route.encoded(path))#L\(location.line)"
    return LinkTarget.safeAddress(page).map { ($0, String(commit.prefix(8))) }
  }
}
