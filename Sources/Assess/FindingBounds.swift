import Diagnostics

extension Finding {
  /// Most places of a finding: each has its note in the document and its row in reports.
  public static let mostPlaces = 500
  /// Most findings of a rule whose first place is in one file.
  public static let mostInFile = Diagnostic.mostInFile

  /// Findings with no more places than anybody reads, and of each rule no more in a file; the last one says how many
  /// others there are.
  static func bounded(_ findings: [Finding]) -> [Finding] {
    findings.bounded(mostInFile) { RuleInFile($0.rule, $0.places.first?.location.path) }.map { finding, count in
      var finding = finding
      if finding.places.count > mostPlaces { finding.places.removeLast(finding.places.count - mostPlaces) }
      if count > 1 {
        finding.message = Diagnostic.others(count, finding.message)
        finding.solutions = []
      }
      return finding
    }
  }
}
