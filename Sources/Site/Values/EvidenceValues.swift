import Assess
import Criteria
import Diagnostics
import Templates

/// Which documents the criteria rest on, as templates see it: the map from criteria to evidence.
enum EvidenceValues {
  private static let documentShape = RecordShape(keys: ["path", "short", "page", "criteria"])
  private static let markShape = RecordShape(keys: ["id", "page", "column", "is_cited", "place"])

  private struct Mark {
    let criterion: CriterionID
    let column: Int
    let isCited: Bool
    let location: Location
  }

  /// Documents that bear criteria out (`is_cited`) or could serve as evidence, those of most criteria first.
  ///
  /// `column` numbers the criteria in the order of the form, with one column left free between sections. The line in
  /// which the document itself asserts the criterion is no evidence for it.
  static func map(_ criteria: [CriterionAssessment], values: CriterionValues) -> Value {
    var marks: [String: [Mark]] = [:]
    var section: String?
    var column = -1
    for item in criteria {
      column += section == nil || section == item.criterion.section ? 1 : 2
      section = item.criterion.section
      var seen: Set<String> = item.item.map { [$0.location.path] } ?? []
      func add(_ locations: [Location], isCited: Bool) {
        for location in locations where seen.insert(location.path).inserted {
          marks[location.path, default: []].append(
            Mark(criterion: item.criterion.id, column: column, isCited: isCited, location: location))
        }
      }
      add(item.cites, isCited: true)
      add(item.candidates.map(\.location), isCited: false)
    }
    let rows = marks.sorted { a, b in
      a.value.count != b.value.count ? a.value.count > b.value.count : a.key.utf8.lexicographicallyPrecedes(b.key.utf8)
    }
    return .list(
      rows.map { path, marks in
        .record(
          documentShape,
          [
            .string(path), .string(values.places.shortened(path)), .optional(values.places.index[path]?.page),
            .list(
              marks.map {
                .record(
                  markShape,
                  [
                    .string($0.criterion.rawValue), .string(CriterionValues.page($0.criterion, folder: values.folder)),
                    .int($0.column), .bool($0.isCited), values.places.value($0.location),
                  ])
              }),
          ])
      })
  }
}
