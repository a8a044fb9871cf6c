import Assess
import Criteria
import Diagnostics
import StructuredData
import Templates

/// What changed between versions of documents, as templates see it.
struct ChangeValues: Sendable {
  let places: PlaceValues
  let folder: String
  let criteria: CriterionPages

  /// The comparisons of a community, that of its application first, then the newest.
  func list(_ assessment: Assessment) -> [Value] {
    let application = assessment.community.application
    let newest = Array(assessment.changes.reversed())
    let ordered = newest.filter { $0.new.path == application } + newest.filter { $0.new.path != application }
    return ordered.enumerated().map { index, changes in
      Self.comparison.value((changes, "Comparison-\(index + 1)", changes.new.path == application), self)
    }
  }

  private typealias Comparison = (changes: DocumentChanges, anchor: String, isApplication: Bool)

  private static let comparison = Record<Comparison, ChangeValues> {
    $0.value("old") { version.value($0.changes.old, $1) }
    $0.value("new") { version.value($0.changes.new, $1) }
    $0.flag("is_application") { $0.isApplication }
    $0.number("shared") { $0.changes.shared }
    $0.value("changes") { change.list($0.changes.changes, $1) }
    $0.text("anchor") { $0.anchor }
    $0.value("page") { .string("\($1.folder)/changes/index.html#\($0.anchor)") }
  }

  private static let version = Record<DocumentChanges.Version, ChangeValues> {
    $0.text("path") { $0.path }
    $0.value("page") { .optional($1.places.index[$0.path]?.page) }
    $0.text("date") { $0.date?.description }
  }

  private static let change = Record<DocumentChange, ChangeValues> {
    $0.text("kind") { $0.kind.rawValue }
    $0.text("direction") { $0.direction.rawValue }
    $0.text("subject") { $0.subject }
    $0.text("criterion") { $0.criterion?.rawValue }
    $0.value("criterion_page") { change, values in change.criterion.map(values.criteria.page) ?? .none }
    $0.text("before") { $0.before }
    $0.text("after") { $0.after }
    $0.value("old") { $1.places.optional($0.oldPlace) }
    $0.value("new") { $1.places.optional($0.newPlace) }
  }
}
