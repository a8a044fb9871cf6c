import Criteria
import Diagnostics

/// Errors for names in the workspace file that no criteria set has: foundations, models, levels.
enum WorkspaceNames {
  static func diagnostics(_ workspace: WorkspaceConfiguration, _ criteria: [CriteriaSet]) -> [Diagnostic] {
    guard !criteria.isEmpty else { return [] }
    let models = criteria.map(\.model)
    let levels = criteria.flatMap(\.levels).map(\.rawValue).uniqued()
    let foundations = criteria.map(\.foundation).uniqued()
    return workspace.communities.flatMap { community -> [Diagnostic] in
      func error(_ what: String, _ name: String, among known: [String]) -> Diagnostic? {
        guard !known.contains(name) else { return nil }
        let near = Suggestion.nearest(to: name, among: known).map { "did you mean `\($0)`?" }
        return Diagnostic(
          "workspace/unknown-\(what)", .error, at: community.location, "no \(what) `\(name)` is known",
          help: near ?? "known: \(known.joined(separator: ", "))", kind: .configuration)
      }
      var found = (community.models ?? []).compactMap { error("model", $0, among: models) }
      found += [community.holds, community.appliesFor].compactMap { level in
        level.flatMap { error("level", $0.rawValue, among: levels) }
      }
      // A foundation without criteria here is none of ours; one that is nearly spelled like ours is an error.
      if let name = community.foundation,
        !foundations.contains(where: { NameFolding.project($0) == NameFolding.project(name) }),
        Suggestion.nearest(to: name, among: foundations) != nil
      {
        found += [error("foundation", name, among: foundations)].compactMap { $0 }
      }
      return found
    }
  }
}
