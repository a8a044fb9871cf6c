import Assess
import Criteria
import Diagnostics

extension Reporter {
  /// One line a criterion and one a finding, for spreadsheets.
  static let csv = Reporter(id: "csv", summary: "criteria and findings as rows for a spreadsheet") { report in
    var text = "community,kind,id,verdict or severity,requirement,text,path,line,why\r\n"
    for community in report.communities {
      let assessment = community.assessment
      for criterion in assessment.models.flatMap(\.criteria) {
        let place = criterion.item?.location ?? criterion.cites.first ?? criterion.candidates.first?.location
        text += row([
          assessment.community.id, "criterion", criterion.criterion.id.rawValue, criterion.verdict.rawValue,
          criterion.requirement.rawValue, criterion.criterion.text, place?.path ?? "",
          place.map { String($0.line) } ?? "",
          (criterion.because + [ReportText.review(criterion)].compactMap { $0 }).joined(separator: "; "),
        ])
      }
      for finding in community.severities.flatMap(\.rows) {
        let place = finding.places.first?.location
        text += row([
          assessment.community.id, "finding", finding.rule.rawValue, finding.severity.rawValue,
          finding.criterion?.rawValue ?? "", finding.message, place?.path ?? "", place.map { String($0.line) } ?? "",
          finding.fix,
        ])
      }
    }
    return Array(text.utf8)
  }

  /// Cells by RFC 4180; one that a spreadsheet would take for a formula starts with an apostrophe.
  private static func row(_ cells: [String]) -> String {
    cells.map { cell in
      let isFormula = cell.utf8.first.map { "=+-@\t\r".utf8.contains($0) } ?? false
      let text = isFormula ? "'" + cell : cell
      guard text.utf8.contains(where: { ",\"\r\n".utf8.contains($0) }) else { return text }
      return "\"" + text.replacing("\"", with: "\"\"") + "\""
    }.joined(separator: ",") + "\r\n"
  }
}
