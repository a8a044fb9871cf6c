import Assess
import Criteria
import Diagnostics

extension Reporter {
  /// One suite a community and criteria set, one case a required criterion.
  static let junit = Reporter(
    id: "junit", summary: "criteria as test cases for a build server", namesFilesOfRepository: true
  ) { report in
    var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites>\n"
    for community in report.communities {
      for model in community.models { text += suite(model, of: community.assessment) }
      text += findings(of: community)
    }
    return Array((text + "</testsuites>\n").utf8)
  }

  private static func suite(_ report: ModelReport, of assessment: Assessment) -> String {
    let name = "\(assessment.community.id) \(report.model.criteriaSet.model)"
    let totals = report.totals
    let skipped = totals.required - totals.open - totals.count(.met)
    var text = "  <testsuite name=\"\(JUnitReport.escaped(name))\" tests=\"\(totals.required)\""
    text += " failures=\"\(totals.open)\" skipped=\"\(skipped)\">\n"
    for criterion in report.parts.flatMap(\.rows) { text += testCase(criterion, in: report.model, suite: name) }
    return text + "  </testsuite>\n"
  }

  /// A case for each rule that found something: what weighs less than a warning fails nothing.
  private static func findings(of community: CommunityReport) -> String {
    let all = community.severities.flatMap(\.rows)
    let rules = all.map(\.rule).uniqued()
    guard !rules.isEmpty else { return "" }
    let name = JUnitReport.escaped("\(community.assessment.community.id) findings")
    let grave = rules.filter { rule in all.contains { $0.rule == rule && $0.severity > .note } }
    var text = "  <testsuite name=\"\(name)\" tests=\"\(rules.count)\" failures=\"\(grave.count)\""
    text += " skipped=\"\(rules.count - grave.count)\">\n"
    for rule in rules {
      let own = all.filter { $0.rule == rule }
      text += "    <testcase classname=\"\(name)\" name=\"\(JUnitReport.escaped(rule.rawValue))\""
      if let place = own.first?.places.first?.location {
        text += " file=\"\(JUnitReport.escaped(place.path))\" line=\"\(place.line)\""
      }
      let lines = own.map { finding in
        "\(finding.severity.rawValue): \(finding.message) (\(finding.places.prefix(2).map { ReportText.place($0.location) }.joined(separator: ", ")))"
      }
      let message = JUnitReport.escaped(lines.joined(separator: "; "))
      text += ">\n      <\(grave.contains(rule) ? "failure" : "skipped") message=\"\(message)\"/>\n    </testcase>\n"
    }
    return text + "  </testsuite>\n"
  }

  private static func testCase(
    _ assessment: CriterionAssessment, in model: ModelAssessment, suite: String
  ) -> String {
    let place = assessment.item?.location ?? assessment.cites.first
    var text =
      "    <testcase classname=\"\(JUnitReport.escaped(suite))\" name=\"\(JUnitReport.escaped(assessment.criterion.id.rawValue))\""
    if let place { text += " file=\"\(JUnitReport.escaped(place.path))\" line=\"\(place.line)\"" }
    let reason = JUnitReport.escaped(
      ([model.words(for: assessment.verdict).label] + assessment.because).joined(separator: "; "))
    if assessment.isOpen { return text + ">\n      <failure message=\"\(reason)\"/>\n    </testcase>\n" }
    // Only what is met passes, so that unknown is never taken for passed.
    if assessment.verdict != .met { return text + ">\n      <skipped message=\"\(reason)\"/>\n    </testcase>\n" }
    return text + "/>\n"
  }
}

/// Parts of JUnit's XML.
enum JUnitReport {
  /// Text of an attribute.
  static func escaped(_ text: String) -> String {
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
