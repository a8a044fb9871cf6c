import Assess
@testable import Report

extension Reporter {
  /// A line for each finding: where it is, and by which rule.
  static let places = Reporter(id: "places", summary: "a line for each finding, for editors") { report in
    let lines = report.assessments.flatMap(\.findings).compactMap { finding in
      finding.places.first.map { "\($0.location.reference): \(finding.rule)\n" }
    }
    return Array((lines.isEmpty ? "\n" : lines.joined()).utf8)
  }
}
