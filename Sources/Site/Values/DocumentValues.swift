import Diagnostics
import Intake
import Markdown
import StructuredData
import Templates

/// Documents as templates see them.
enum DocumentValues {
  /// All documents of a community by path.
  static func list(_ community: CommunityModel, index: DocumentIndex) -> [Value] {
    community.community.documents.compactMap { index[$0.path].map { value($0, of: community) } }
  }

  /// A document of a community. One that another community has, too, is kept for the one that has its page.
  static func value(_ entry: DocumentIndex.Entry, of community: CommunityModel) -> Value {
    guard entry.community == community.number else { return value(entry, of: community.community) }
    return entry.value.value { value(entry, of: community.community) }
  }

  /// The same where the community is still being made ready.
  static func value(_ entry: DocumentIndex.Entry, of community: Community) -> Value { record.value(entry, community) }

  /// `last_changed` is the day of the last commit, none where no history tells.
  private static let record = Record<DocumentIndex.Entry, Community> {
    $0.text("path") { $0.document.path }
    $0.text("folder") { parted($0.document.path).folder }
    $0.text("name") { parted($0.document.path).name }
    $0.text("page") { $0.page }
    $0.text("title") { $0.document.title }
    $0.text("kind") { label($0.document.kind) }
    $0.text("reason") { $0.document.reason }
    $0.text("date") { $0.document.date?.description }
    $0.text("source_url") { $0.document.sourceURL.flatMap(LinkTarget.safeAddress) }
    $0.texts("readers") { $0.document.readers }
    $0.number("lines") { $0.document.source.lineCount }
    $0.number("items") { $0.document.facts.items.count }
    $0.number("claims") { $0.document.facts.claims.count }
    $0.value("unread") { entry, _ in unread.list(entry.document.facts.unread) }
    $0.text("foreign_subject") { $0.document.foreignSubject }
    $0.value("last_changed") { entry, community in
      .optional(community.changes(of: entry.document.path).first?.date.description)
    }
  }

  /// The folder of a path and the name in it.
  private static func parted(_ path: String) -> (folder: String, name: String) {
    guard let slash = path.lastPlace(ofByte: UInt8(ascii: "/")) else { return ("", path) }
    return (String(path[..<slash]), String(path[path.utf8.index(after: slash)...]))
  }

  private static let unread = Record<Unread, Void> {
    $0.number("line") { $0.line }
    $0.text("reason") { $0.reason }
  }

  /// Most remarks that one page shows.
  private static let mostRemarks = 200

  /// What was said about reading a file: `severity`, `message`, `help` and the `place`.
  static func remarks(_ diagnostics: [Diagnostic], places: PlaceValues) -> Value {
    remark.list(diagnostics.prefix(mostRemarks).filter { $0.location != nil }, places)
  }

  private static let remark = Record<Diagnostic, PlaceValues> {
    $0.text("severity") { $0.severity.rawValue }
    $0.text("message") { $0.summary }
    $0.text("help") { $0.help }
    $0.value("place") { $1.optional($0.location) }
  }

  /// Headings of the first three levels, for the table of contents.
  static func contents(_ headings: [Heading]) -> Value {
    heading.list(headings.filter { $0.level <= 3 && !$0.anchor.isEmpty && !$0.text.isEmpty })
  }

  private static let heading = Record<Heading, Void> {
    $0.number("level") { $0.level }
    $0.text("text") { $0.text }
    $0.text("anchor") { $0.anchor }
  }

  /// What a file is for, in words.
  static func label(_ kind: DocumentKind) -> String {
    switch kind {
    case .readme: "README"
    case .membership: "membership and roles"
    case .owners, .ownersAliases, .codeowners: "review rights"
    case .groups: "groups"
    case .dueDiligence: "due diligence"
    default: String(kind.rawValue.map { $0 == "-" ? " " : $0 })
    }
  }
}
