import Assess
import Criteria
import Diagnostics

extension Reporter {
  /// One suite a community and criteria set, one case a required criterion.
  static let junit = Reporter(id: "junit", summary: "criteria as test cases for a build server") { report in
    var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites>\n"
    for assessment in report.assessments {
      for model in assessment.models { text += suite(model, of: assessment) }
    }
    return Array((text + "</testsuites>\n").utf8)
  }

  private static func suite(_ model: ModelAssessment, of assessment: Assessment) -> String {
    let name = "\(assessment.community.id) \(model.criteriaSet.model)"
    let skipped = model.counted.filter { isSkipped($0) }.count
    var text = "  <testsuite name=\"\(escaped(name))\" tests=\"\(model.counted.count)\""
    text += " failures=\"\(model.open.count)\" skipped=\"\(skipped)\">\n"
    for criterion in model.counted { text += testCase(criterion, suite: name) }
    return text + "  </testsuite>\n"
  }

  private static func testCase(_ assessment: CriterionAssessment, suite: String) -> String {
    let place = assessment.item?.location ?? assessment.cites.first
    var text = "    <testcase classname=\"\(escaped(suite))\" name=\"\(escaped(assessment.criterion.id.rawValue))\""
    if let place { text += " file=\"\(escaped(place.path))\" line=\"\(place.line)\"" }
    let reason = escaped(([assessment.verdict.label] + assessment.because).joined(separator: "; "))
    if assessment.isOpen { return text + ">\n      <failure message=\"\(reason)\"/>\n    </testcase>\n" }
    if isSkipped(assessment) { return text + ">\n      <skipped message=\"\(reason)\"/>\n    </testcase>\n" }
    return text + "/>\n"
  }

  /// Whether nothing can be said: only what is met passes, so that unknown is never taken for passed.
  private static func isSkipped(_ assessment: CriterionAssessment) -> Bool {
    !assessment.isOpen && assessment.verdict != .met
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
