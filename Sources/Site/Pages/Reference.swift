import Assess
import Diagnostics
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

extension PageKind {
  private static let ruleShape = RecordShape(keys: ["id", "anchor", "summary", "why", "how_to_fix", "examples"])

  /// Every rule with its reason.
  static let rules = PageKind(
    id: "Reference",
    source: .site { site in
      var seen: Set<RuleID> = []
      let rules = site.input.report.assessments.flatMap(\.findings).filter { seen.insert($0.rule).inserted }
        .sorted { $0.rule < $1.rule }.map { finding in
          Value.record(
            ruleShape,
            [
              .string(finding.rule.rawValue), .string(FindingValues.anchor(ofRule: finding.rule)), .none,
              .string(finding.why), .string(finding.fix), .list([]),
            ])
        }
      return [
        Page(path: "rules/index.html", template: "rules.html", title: "Rules", context: [("rules", .list(rules))])
      ]
    })

  /// The language of the templates.
  static let language = PageKind(
    id: "Reference",
    source: .site { _ in
      [Page(path: "templates/index.html", template: "language.html", title: "Template language")]
    })
}
