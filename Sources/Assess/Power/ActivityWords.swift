public import StructuredData

/// How pages and reports say that a listed person was not seen: what the files show, and that they do not show all.
public enum ActivityWords {
  /// "no commit in the given repositories since 2025-04; other work is not seen".
  public static func since(_ last: CalendarDate?) -> String {
    guard let last else { return "no commit in the given repositories; other work is not seen" }
    return "no commit in the given repositories since \(String(last.description.prefix(7))); other work is not seen"
  }
}
