import Assess
import Criteria
import Diagnostics
import StructuredData
import Templates

/// What changed between versions of documents, as templates see it.
struct ChangeValues: Sendable {
  private static let comparisonShape = RecordShape(keys: [
    "old", "new", "is_application", "shared", "changes", "anchor", "page",
  ])
  private static let versionShape = RecordShape(keys: ["path", "page", "date"])
  private static let changeShape = RecordShape(keys: [
    "kind", "direction", "subject", "criterion", "criterion_page", "before", "after", "old", "new",
  ])

  let places: PlaceValues
  let folder: String
  /// Verdicts of the criteria that have a page.
  let verdicts: [CriterionID: Verdict]

  /// The comparisons of a community, that of its application first, then the newest.
  func list(_ assessment: Assessment) -> [Value] {
    let application = assessment.community.application
    let newest = Array(assessment.changes.reversed())
    let ordered = newest.filter { $0.new.path == application } + newest.filter { $0.new.path != application }
    return ordered.enumerated().map { index, comparison in
      let anchor = "Comparison-\(index + 1)"
      return .record(
        Self.comparisonShape,
        [
          version(comparison.old), version(comparison.new), .bool(comparison.new.path == application),
          .int(comparison.shared), .list(comparison.changes.map(change)), .string(anchor),
          .string("\(folder)/changes/index.html#\(anchor)"),
        ])
    }
  }

  private func version(_ version: DocumentChanges.Version) -> Value {
    .record(
      Self.versionShape,
      [.string(version.path), .optional(places.index[version.path]?.page), .optional(version.date?.description)])
  }

  private func change(_ change: DocumentChange) -> Value {
    let page = change.criterion.flatMap { verdicts[$0] == nil ? nil : CriterionValues.page($0, folder: folder) }
    return .record(
      Self.changeShape,
      [
        .string(change.kind.rawValue), .string(change.direction.rawValue), .string(change.subject),
        .optional(change.criterion?.rawValue), .optional(page), .optional(change.before), .optional(change.after),
        change.oldPlace.map(places.value) ?? .none, change.newPlace.map(places.value) ?? .none,
      ])
  }
}
