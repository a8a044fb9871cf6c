import Diagnostics

/// What differs between two versions of a text, as one stretch: from the first line that differs to the last one.
public enum TextDifference {
  /// A unified diff; empty for equal texts.
  public static func unified(of path: String, from old: [UInt8], to new: [UInt8]) -> [UInt8] {
    guard old != new else { return [] }
    let source = SourceText(path: path, bytes: old)
    var start = zip(old, new).prefix { $0 == $1 }.count
    while start > 0, old[start - 1] != 0x0A { start -= 1 }
    let rest = min(old.count, new.count) - start
    var end = 0
    while end < rest, old[old.count - 1 - end] == new[new.count - 1 - end] { end += 1 }
    // Back to the beginning of a line in both.
    while end > 0, old.count - end > start, old[old.count - end - 1] != 0x0A { end -= 1 }
    var edits = TextEdits(source)
    edits.replace(start..<(old.count - end), with: Array(new[start..<(new.count - end)]))
    return edits.unifiedDiff(as: path)
  }
}
