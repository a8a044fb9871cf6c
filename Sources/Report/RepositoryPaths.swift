import Assess
import Diagnostics

extension GapReport {
  /// The report with other paths, as tools need them that look files up in a repository.
  public func renamingPaths(_ rename: (String) -> String) -> GapReport {
    GapReport(assessments: assessments.map { $0.renamingPaths(rename) })
  }
}

extension Assessment {
  /// What was judged with other paths in findings and criteria; documents keep theirs.
  func renamingPaths(_ rename: (String) -> String) -> Assessment {
    func moved(_ location: Location) -> Location {
      var location = location
      location.path = rename(location.path)
      return location
    }
    var assessment = self
    assessment.decided = Set(decided.map(rename))
    for index in findings.indices {
      assessment.findings[index].places = findings[index].places.map { .init($0.role, moved($0.location)) }
      assessment.findings[index].solutions = findings[index].solutions.map { $0.renamingPaths(rename) }
    }
    for model in models.indices {
      for index in models[model].criteria.indices {
        var criterion = models[model].criteria[index]
        if let item = criterion.item { criterion.item?.location = moved(item.location) }
        criterion.cites = criterion.cites.map(moved)
        criterion.candidates = criterion.candidates.map { .init($0.role, moved($0.location)) }
        assessment.models[model].criteria[index] = criterion
      }
    }
    return assessment
  }
}
