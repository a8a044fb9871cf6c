import Assess
import Templates

extension PageKind {
  private static let verdictShape = RecordShape(keys: ["number", "verdict", "when"])

  /// How verdicts are given, from the table that gives them.
  static let verdicts = PageKind(
    id: "Reference",
    source: .site { _ in
      let rows = VerdictTable.rows.map { row in
        Value.record(verdictShape, [.int(row.number), row.verdict.value, .string(row.when)])
      }
      return [
        Page(
          path: "verdicts/index.html", template: "verdicts.html", title: "How verdicts are given",
          context: [("rows", .list(rows))])
      ]
    })
}
