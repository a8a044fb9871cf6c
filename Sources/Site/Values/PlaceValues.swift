import Assess
import Diagnostics
import Intake
import Templates

extension Value {
  /// A text, or none.
  static func optional(_ text: String?) -> Value { text.map(Value.string) ?? .none }

  /// A number, or none.
  static func optional(_ number: Int?) -> Value { number.map(Value.int) ?? .none }
}

/// Places in files, as templates see them: every number and name on a page carries one.
struct PlaceValues: Sendable {
  private static let shape = RecordShape(keys: ["path", "line", "text", "page", "url", "excerpt", "marked"])
  private static let markedShape = RecordShape(keys: ["before", "value", "after"])

  let index: DocumentIndex
  /// Repositories of all communities, longest path first.
  let repositories: [Repository]

  init(index: DocumentIndex, communities: [Community]) {
    self.index = index
    repositories = communities.flatMap(\.repositories).sorted {
      $0.path.utf8.count != $1.path.utf8.count
        ? $0.path.utf8.count > $1.path.utf8.count : $0.path.utf8.lexicographicallyPrecedes($1.path.utf8)
    }
  }

  /// A place: `path`, `line`, `text` (`path:line`, with the commit for an earlier version), `page` (with anchor; none
  /// when the file has no page and for an earlier version), `url` (the line at the forge, when the commit is known), `excerpt` and `marked` (its parts around the value meant).
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
    return .record(
      Self.shape,
      [
        .string(location.path), .int(location.line), .string(location.reference),
        .optional(location.commit == nil ? index.page(of: location.path, line: location.line) : nil), .optional(forgeURL(location)),
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

  private func forgeURL(_ location: Location) -> String? {
    guard let repository = repositories.first(where: { $0.path.isEmpty || location.path.hasPrefix($0.path + "/") }),
      let url = repository.url, let commit = location.commit ?? repository.commit, url.hasPrefix("https://")
    else { return nil }
    let path = repository.path.isEmpty ? location.path : String(location.path.dropFirst(repository.path.count + 1))
    if let tag = RepositoryTag.name(of: location, in: repository) { return "\(url)/tree/\(Route.encoded(tag))" }
    return "\(url)/blob/\(commit)/\(Route.encoded(path))#L\(location.line)"
  }
}
