import Assess
import Diagnostics

extension GapReport {
  /// The report with its paths counted from the root of the git repository, where the source is the folder `folder`:
  /// tools that put findings into files look for them there.
  public func pathsFromRepository(_ folder: String) -> GapReport {
    guard !folder.isEmpty else { return self }
    func moved(_ location: Location) -> Location {
      var location = location
      location.path = "\(folder)/\(location.path)"
      return location
    }
    return GapReport(
      assessments: assessments.map { assessment in
        var assessment = assessment
        assessment.decided = Set(assessment.decided.map { "\(folder)/\($0)" })
        for index in assessment.findings.indices {
          let finding = assessment.findings[index]
          assessment.findings[index].places = finding.places.map { .init($0.role, moved($0.location)) }
          assessment.findings[index].solutions = finding.solutions.map { solution in
            var solution = solution
            for edit in solution.replacements.indices {
              solution.replacements[edit].location = moved(solution.replacements[edit].location)
            }
            return solution
          }
        }
        return assessment
      })
  }
}
