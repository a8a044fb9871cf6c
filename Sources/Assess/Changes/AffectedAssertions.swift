public import Criteria
import Diagnostics
public import Intake

/// Lines of applications that a change of the criteria touches.
public enum AffectedAssertions {
  /// One line that asserts (or leaves open) a criterion whose requirement changed at the level applied for.
  public struct Line: Sendable, Hashable {
    let change: CriteriaComparison.Change
    /// What the box says.
    let state: ChecklistItem.State
    let location: Location
  }

  /// The lines of the communities' applications, by community and then in the order of the document.
  public static func all(
    _ comparison: CriteriaComparison, in set: CriteriaSet, of communities: [Community]
  ) -> [Line] {
    communities.flatMap { community -> [Line] in
      guard community.models.contains(set.model), let path = community.application, let document = community[path: path]
      else { return [] }
      let level = set.levels.isEmpty ? MaturityLevel.only : document.facts.level ?? community.appliesFor
      let changes = comparison.all.filter { $0.level == level }
      return document.facts.items.compactMap { item in
        changes.first { $0.criterion == item.criterion }.map {
          Line(change: $0, state: item.state, location: item.location)
        }
      }
    }
  }

  /// The lines in words; nothing when there are none.
  public static func text(_ lines: [Line]) -> String {
    guard !lines.isEmpty else { return "" }
    return "assertions that this touches (\(lines.count))\n"
      + lines.map { line in
        let words =
          switch (line.change.before, line.change.after) {
          case (.none, let after): "now \(after.rawValue)"
          case (_, .none): "no longer required"
          case (let before, let after): "\(before.rawValue), now \(after.rawValue)"
          }
        let place = DiagnosticText.printable(line.location.reference)
        return "  \(place)  \(line.change.criterion), \(line.state.words): \(words)\n"
      }.joined()
  }
}
