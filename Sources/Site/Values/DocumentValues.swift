import Diagnostics
import Intake
import Markdown
import StructuredData
import Templates

/// Documents as templates see them.
enum DocumentValues {
  private static let shape = RecordShape(keys: [
    "path", "folder", "name", "page", "title", "kind", "reason", "date", "source_url", "readers", "lines", "items",
    "claims", "unread", "foreign_subject", "last_changed",
  ])
  private static let unreadShape = RecordShape(keys: ["line", "reason"])
  private static let remarkShape = RecordShape(keys: ["severity", "message", "help", "place"])
  private static let headingShape = RecordShape(keys: ["level", "text", "anchor"])

  /// All documents of a community by path.
  static func list(_ community: Community, index: DocumentIndex) -> [Value] {
    community.documents.compactMap { index[$0.path].map { value($0, of: community) } }
  }

  /// A document of a community; `last_changed` is the day of its last commit, none where no history tells.
  static func value(_ entry: DocumentIndex.Entry, of community: Community) -> Value {
    let document = entry.document
    let parts = document.path.split(separator: "/")
    let source = document.sourceURL.flatMap(LinkTarget.safeAddress)
    return .record(
      shape,
      [
        .string(document.path), .string(parts.dropLast().joined(separator: "/")), .string(String(parts.last ?? "")),
        .string(entry.page), .string(document.title), .string(label(document.kind)), .string(document.reason),
        .optional(document.date?.description), .optional(source), .list(document.readers.map(Value.string)),
        .int(document.source.lineCount), .int(document.facts.items.count), .int(document.facts.claims.count),
        .list(document.facts.unread.map { .record(unreadShape, [.int($0.line), .string($0.reason)]) }),
        .optional(document.foreignSubject), .optional(community.changes(of: document.path).first?.date.description),
      ])
  }

  /// Most remarks that one page shows.
  private static let mostRemarks = 200

  /// What was said about reading a file: `severity`, `message`, `help` and the `place`.
  static func remarks(_ diagnostics: [Diagnostic], places: PlaceValues) -> Value {
    .list(
      diagnostics.prefix(mostRemarks).compactMap { diagnostic in
        diagnostic.location.map { location in
          .record(
            remarkShape,
            [
              .string(diagnostic.severity.rawValue), .string(diagnostic.summary), .optional(diagnostic.help),
              places.value(location),
            ])
        }
      })
  }

  /// Headings of the first three levels, for the table of contents.
  static func contents(_ rendered: RenderedDocument) -> Value {
    .list(
      rendered.headings.filter { $0.level <= 3 && !$0.anchor.isEmpty && !$0.text.isEmpty }.map {
        .record(headingShape, [.int($0.level), .string($0.text), .string($0.anchor)])
      })
  }

  /// What a file is for, in words.
  static func label(_ kind: DocumentKind) -> String {
    switch kind {
    case .readme: "read me"
    case .membership: "membership and roles"
    case .owners, .ownersAliases, .codeowners: "review rights"
    case .groups: "groups"
    case .dueDiligence: "due diligence"
    default: String(kind.rawValue.map { $0 == "-" ? " " : $0 })
    }
  }
}
