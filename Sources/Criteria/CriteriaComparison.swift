public import StructuredData

/// What changed in a criteria set between two days.
public struct CriteriaComparison: Sendable, Hashable {
  /// A criterion whose requirement differs.
  public struct Change: Sendable, Hashable {
    /// The criterion.
    public let criterion: CriterionID
    /// The level at which it differs.
    public let level: MaturityLevel
    /// How it was asked for.
    public let before: RequirementKind
    /// How it is asked for.
    public let after: RequirementKind
  }

  /// Asked since: not asked before.
  public let added: [Change]
  /// No longer asked.
  public let retired: [Change]
  /// Asked for in another way.
  public let changed: [Change]

  /// Compares what a set asks on two days, by level and then in the order of the form.
  public init(_ set: CriteriaSet, from old: CalendarDate, to new: CalendarDate) {
    let levels = set.levels.isEmpty ? [.only] : set.levels
    let changes = levels.flatMap { level in
      set.criteria.map { criterion in
        Change(
          criterion: criterion.id, level: level, before: criterion.requirement(at: level, on: old),
          after: criterion.requirement(at: level, on: new))
      }
    }.filter { $0.before != $0.after }
    added = changes.filter { $0.before == .none }
    retired = changes.filter { $0.after == .none }
    changed = changes.filter { $0.before != .none && $0.after != .none }
  }

  /// Every change, those asked since first.
  public var all: [Change] { added + retired + changed }

  /// The change in words, one line each; a sentence when nothing changed.
  public var text: String {
    func lines(_ title: String, _ changes: [Change], _ words: (Change) -> String) -> String {
      guard !changes.isEmpty else { return "" }
      return "\(title) (\(changes.count))\n"
        + changes.map { "  \($0.criterion) (\($0.level)): \(words($0))\n" }.joined()
    }
    let text =
      lines("added later", added) { $0.after.rawValue }
      + lines("no longer required", retired) { "was \($0.before.rawValue)" }
      + lines("asked in another way", changed) { "\($0.before.rawValue), now \($0.after.rawValue)" }
    return text.isEmpty ? "nothing changed\n" : text
  }
}
