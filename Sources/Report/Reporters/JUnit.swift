import Assess
import Criteria
import Diagnostics

extension Reporter {
  /// One suite a community and criteria set with a case for each required criterion, one with a case for each rule.
  static let junit = Reporter(
    id: "junit", summary: "criteria as test cases for a build server", namesFilesOfRepository: true
  ) { report in
    let suites = report.communities.flatMap { community in
      let id = community.assessment.community.id
      let day = community.assessment.asOf.description
      let criteria = community.models.map { model in
        JUnitSuite(
          name: "\(id) \(model.model.criteriaSet.model)", day: day,
          cases: model.parts.flatMap(\.rows).map { testCase($0, in: model.model) })
      }
      let findings = JUnitSuite(name: "\(id) findings", day: day, cases: cases(of: community))
      return criteria + (findings.cases.isEmpty ? [] : [findings])
    }
    return Array(JUnitSuite.document(suites).utf8)
  }

  /// A case for each rule that found something: what weighs less than a warning fails nothing.
  private static func cases(of community: CommunityReport) -> [JUnitSuite.Case] {
    let all = community.severities.flatMap(\.rows)
    return all.map(\.rule).uniqued().map { rule in
      let own = all.filter { $0.rule == rule }
      let lines = own.map { finding in
        let places = finding.places.prefix(2).map { $0.location.reference }.joined(separator: ", ")
        return "\(finding.severity.rawValue): \(finding.message) (\(places))"
      }
      let message = own.first?.message ?? ""
      return JUnitSuite.Case(
        name: rule.rawValue,
        outcome: own.contains { $0.severity > .note }
          ? .failed(message, lines) : .skipped(lines.joined(separator: "; ")))
    }
  }

  private static func testCase(_ assessment: CriterionAssessment, in model: ModelAssessment) -> JUnitSuite.Case {
    let place = assessment.item?.location ?? assessment.cites.first
    let reason = ([model.words(for: assessment.verdict).label] + assessment.because).joined(separator: "; ")
    // Only what is met passes, so that unknown is never taken for passed.
    let outcome: JUnitSuite.Outcome =
      assessment.isFailing
      ? .failed(reason, place.map { [$0.reference] } ?? [])
      : assessment.verdict == .met ? .passed : .skipped(reason)
    return JUnitSuite.Case(name: assessment.criterion.id.rawValue, outcome: outcome)
  }
}

/// A suite of JUnit's XML, which has two schemas, of Ant and of Jenkins: all that one of them demands is there, and nothing
/// that one forbids, such as the attributes `file` and `line` of a case.
struct JUnitSuite {
  enum Outcome {
    case passed
    case skipped(String)
    /// One line, and what goes below it.
    case failed(String, [String])
  }

  struct Case {
    let name: String
    let outcome: Outcome
  }

  let name: String
  /// Of the assessment.
  let day: String
  let cases: [Case]

  static func document(_ suites: [JUnitSuite]) -> String {
    var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites>\n"
    for (id, suite) in suites.enumerated() { text += suite.text(id) }
    return text + "</testsuites>\n"
  }

  private func text(_ id: Int) -> String {
    let name = Self.escaped(name)
    let failed = cases.count { if case .failed = $0.outcome { true } else { false } }
    let skipped = cases.count { if case .skipped = $0.outcome { true } else { false } }
    var text = "  <testsuite name=\"\(name)\" package=\"sitegen\" id=\"\(id)\" tests=\"\(cases.count)\""
    text += " failures=\"\(failed)\" skipped=\"\(skipped)\" errors=\"0\" time=\"0\" timestamp=\"\(day)T00:00:00\""
    text += " hostname=\"localhost\">\n    <properties/>\n"
    for item in cases {
      text += "    <testcase classname=\"\(name)\" name=\"\(Self.escaped(item.name))\" time=\"0\""
      switch item.outcome {
      case .passed: text += "/>\n"
      case .skipped(let reason):
        text += ">\n      <skipped message=\"\(Self.escaped(reason))\"/>\n    </testcase>\n"
      case .failed(let reason, let details):
        let lines = details.map(Self.escaped).joined(separator: "\n")
        text +=
          ">\n      <failure type=\"sitegen\" message=\"\(Self.escaped(reason))\">\(lines)</failure>\n    </testcase>\n"
      }
    }
    return text + "    <system-out/>\n    <system-err/>\n  </testsuite>\n"
  }

  /// Text of an attribute or an element.
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
