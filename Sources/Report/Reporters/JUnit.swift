import Assess
import Criteria
import Diagnostics

extension Reporter {
  /// One suite a community and criteria set, one case a required criterion.
  static let junit = Reporter(id: "junit", summary: "criteria as test cases for a build server") { report in
    var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites>\n"
    for community in report.communities {
      for model in community.models { text += suite(model, of: community.assessment) }
    }
    return Array((text + "</testsuites>\n").utf8)
  }

  private static func suite(_ report: ModelReport, of assessment: Assessment) -> String {
    let name = "\(assessment.community.id) \(report.model.criteriaSet.model)"
    let totals = report.totals
    let skipped = totals.required - totals.open - totals.count(.met)
    var text = "  <testsuite name=\"\(escaped(name))\" tests=\"\(totals.required)\""
    text += " failures=\"\(totals.open)\" skipped=\"\(skipped)\">\n"
    for criterion in report.parts.flatMap(\.rows) { text += testCase(criterion, in: report.model, suite: name) }
    return text + "  </testsuite>\n"
  }

  private static func testCase(
    _ assessment: CriterionAssessment, in model: ModelAssessment, suite: String
  ) -> String {
    let place = assessment.item?.location ?? assessment.cites.first
    var text = "    <testcase classname=\"\(escaped(suite))\" name=\"\(escaped(assessment.criterion.id.rawValue))\""
    if let place { text += " file=\"\(escaped(place.path))\" line=\"\(place.line)\"" }
    let reason = escaped(([model.words(for: assessment.verdict).label] + assessment.because).joined(separator: "; "))
    if assessment.isOpen { return text + ">\n      <failure message=\"\(reason)\"/>\n    </testcase>\n" }
    // Only what is met passes, so that unknown is never taken for passed.
    if assessment.verdict != .met { return text + ">\n      <skipped message=\"\(reason)\"/>\n    </testcase>\n" }
    return text + "/>\n"
  }

  private static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in DiagnosticText.printable(text).unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
