public import Assess
import Intake

extension CommunityReport {
  /// What nobody said and sitegen took for granted, with the keys that say it: `assumed: CNCF graduation criteria, level
  /// graduated; …`. Nil where the workspace file or an application says it.
  ///
  /// For a community that is read by topic: why, and how to have it judged by the criteria of a foundation.
  public func assumption(_ model: ModelAssessment) -> String? {
    if assessment.community.assumesModels, model.criteriaSet.isGeneral {
      return
        "read by topic, for it names no foundation whose criteria are known and applies for nothing; to judge it by "
        + "those of a foundation, write `foundation` or `models` into \(WorkspaceConfiguration.fileName) "
        + "(`sitegen criteria` lists them)"
    }
    var (taken, keys): ([String], [String]) = ([], [])
    if assessment.community.assumesModels {
      taken.append(model.criteriaSet.title)
      keys.append("`models`")
    }
    if model.assumesLevel, let level = model.level {
      taken.append("level \(level)")
      keys.append("`applies_for`")
    }
    guard !taken.isEmpty else { return nil }
    return "assumed: \(taken.joined(separator: ", ")); set \(keys.joined(separator: " and ")) in "
      + WorkspaceConfiguration.fileName
  }
}
