import Assess
import Criteria
import Diagnostics
import Templates

/// Which documents the criteria rest on, as templates see it: the map from criteria to evidence.
enum EvidenceValues {
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
      a.value.count != b.value.count ? a.value.count > b.value.count : a.key.precedes(b.key)
    }
    return document.list(rows.map { (path: $0.key, marks: $0.value) }, values)
  }

  private static let document = Record<(path: String, marks: [Mark]), CriterionValues> {
    $0.text("path") { $0.path }
    $0.value("short") { .string($1.places.shortened($0.path)) }
    $0.value("page") { .optional($1.places.index[$0.path]?.page) }
    $0.value("criteria") { mark.list($0.marks, $1) }
  }

  private static let mark = Record<Mark, CriterionValues> {
    $0.text("id") { $0.criterion.rawValue }
    $0.value("page") { $1.pages.page($0.criterion) }
    $0.number("column") { $0.column }
    $0.flag("is_cited") { $0.isCited }
    $0.value("place") { $1.places.value($0.location) }
  }
}
