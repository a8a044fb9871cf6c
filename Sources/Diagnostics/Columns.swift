/// Texts in two columns, as a terminal shows lists.
public enum Columns {
  /// A line for each row. Its second text stands two blanks behind the longest first one of all; of one that is longer
  /// than `most`, behind that row's own.
  public static func lines(_ rows: [(String, String)], most: Int = .max) -> [String] {
    let width = min(most, rows.map(\.0.count).max() ?? 0)
    return rows.map { $0 + String(repeating: " ", count: max(0, width - $0.count) + 2) + $1 }
  }
}
