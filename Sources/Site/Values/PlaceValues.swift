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
  let index: DocumentIndex
  /// Repositories of all communities, by path.
  let repositories: [Repository]

  init(index: DocumentIndex, communities: [Community]) {
    self.index = index
    repositories = communities.flatMap(\.repositories).sortedByBytes(of: \.path)
  }

  /// A place.
  func value(_ location: Location) -> Value { Self.record.value(Spot(location, origin: origin(location)), self) }

  /// Places whose sentences are quoted, each once.
  func quoted(_ locations: [Location]) -> Value {
    .list(
      locations.uniqued(on: \.reference).map { location in
        var spot = Spot(location, origin: origin(location))
        spot.quote = quote(location)
        return Self.record.value(spot, self)
      })
  }

  /// The sentences that a line belongs to; the line itself in an earlier version of its document.
  func quote(_ location: Location) -> String {
    guard location.commit == nil, let document = index[location.path]?.document else { return location.excerpt }
    return String(Quotation.passage(of: location.line, in: document.source).prefix(600))
  }

  /// A place, or none.
  func optional(_ location: Location?) -> Value { location.map(value) ?? .none }

  /// A place with its excerpt taken apart.
  private struct Spot {
    let location: Location
    let origin: (url: String, name: String)?
    /// The sentences that its line belongs to, where they are to be quoted.
    var quote: String?
    /// The value meant, as a part of the excerpt.
    private let meant: Range<String.Index>

    init(_ location: Location, origin: (url: String, name: String)?) {
      self.location = location
      self.origin = origin
      let scalars = location.excerpt.unicodeScalars
      func place(_ count: Int, behind start: String.Index) -> String.Index {
        scalars.index(start, offsetBy: max(0, count), limitedBy: scalars.endIndex) ?? scalars.endIndex
      }
      let start = place(location.column - 1, behind: scalars.startIndex)
      meant = start..<place(location.length, behind: start)
    }

    private var scalars: String.UnicodeScalarView { location.excerpt.unicodeScalars }

    var excerpt: String { Self.text(scalars[...], keepsEnd: false) }
    var before: String { Self.text(scalars[..<meant.lowerBound], keepsEnd: true) }
    var value: String { String(scalars[meant]) }
    var after: String { Self.text(scalars[meant.upperBound...], keepsEnd: false) }

    /// Whether a value is meant, and not the line as a whole.
    var isPart: Bool {
      !meant.isEmpty && (location.length > 1 || scalars[meant.lowerBound].properties.numericType != nil)
    }

    /// At most 300 scalars of the excerpt: real files have lines of 140,000.
    private static func text(_ part: Substring.UnicodeScalarView, keepsEnd: Bool) -> String {
      String(keepsEnd ? part.suffix(300) : part.prefix(300))
    }
  }

  /// `text` is `path:line`, with the commit for an earlier version, `short` the same with the name of the file alone;
  /// `page` has an anchor, and is none when the file has no page and for an earlier version; `url` is where it was
  /// published, `origin` the commit there, or `original`; `marked` has the parts of `excerpt` around the value meant,
  /// `quote` the whole sentences of possible evidence.
  private static let record = Record<Spot, PlaceValues> {
    $0.text("path") { $0.location.path }
    $0.number("line") { $0.location.line }
    $0.text("text") { $0.location.reference }
    $0.value("short") { spot, places in
      .string(places.shortened(spot.location.path) + spot.location.lineReference)
    }
    $0.value("page") { spot, places in
      let location = spot.location
      return .optional(location.commit == nil ? places.index.page(of: location.path, line: location.line) : nil)
    }
    $0.text("url") { $0.origin?.url }
    $0.text("origin") { $0.origin?.name }
    $0.text("excerpt") { $0.excerpt }
    $0.text("quote") { $0.quote }
    $0.value("marked") { spot, _ in spot.isPart ? marked.value(spot) : .none }
  }

  private static let marked = Record<Spot, Void> {
    $0.text("before") { $0.before }
    $0.text("value") { $0.value }
    $0.text("after") { $0.after }
  }

  /// Places, each once.
  func list(_ locations: [Location]) -> Value { .list(locations.uniqued(on: \.reference).map(value)) }

  /// The name of the file and as many of its folders as tell it from others, with an ellipsis for the rest.
  func shortened(_ path: String) -> String {
    if let ending = index.endings[path] { return ending }
    return path.lastPlace(ofByte: UInt8(ascii: "/")).map { "…" + path[$0...] } ?? path
  }

  /// Where a line was published: at the forge when the commit is known. Lines of a restated document are its own, so it
  /// leads to the original as a whole.
  private func origin(_ location: Location) -> (url: String, name: String)? {
    let origin =
      if let entry = index[location.path] {
        // Of all lines of a file the address is the same but for its end.
        location.commit == nil
          ? entry.origin.value { self.origin(of: entry.document, location) } : self.origin(of: entry.document, location)
      } else {
        published(location)
      }
    return origin.map { ($0.hasLines ? "\($0.url)#L\(location.line)" : $0.url, $0.name) }
  }

  private func origin(of document: SourceDocument, _ location: Location) -> DocumentIndex.Origin? {
    guard document.frontMatter?["restated"]?.bool == true else { return published(location) }
    return document.sourceURL.flatMap(LinkTarget.safeAddress).map { .init(url: $0, name: "original", hasLines: false) }
  }

  /// The address of a file, or of a tag, at the forge.
  private func published(_ location: Location) -> DocumentIndex.Origin? {
    guard let repository = repositories.holding(location.path), let url = repository.url,
      let commit = location.commit ?? repository.commit, url.hasPrefix("https://")
    else { return nil }
    let tag = RepositoryTag.name(of: location, in: repository).map { "\(url)/tree/\(Route.encoded($0))" }
    let page = tag ?? "\(url)/blob/\(commit)/\(Route.encoded(location.path.below(repository.path)))"
    return LinkTarget.safeAddress(page).map {
      .init(url: $0, name: String(commit.prefix(8)), hasLines: tag == nil && !url.holds(byte: UInt8(ascii: "#")))
    }
  }
}
