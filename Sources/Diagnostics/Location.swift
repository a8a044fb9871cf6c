/// A place a human can go to: `path:line:column`, with the text of the line to show there.
public struct Location: Hashable, Sendable, Comparable {
  /// Path relative to the source root, `/` separators.
  public var path: String
  /// 1-based line.
  public var line: Int
  /// 1-based column, counted in Unicode scalars.
  public var column: Int
  /// How many scalars of the first line are meant, from `column` on; at least 1, so that a caret can be drawn.
  public var length: Int
  /// How many lines below its first one are meant, too.
  private var linesBelow = 0
  /// The column right behind the last scalar meant, on its last line; nil where that is `column + length`.
  private var lastColumn: Int?
  /// The text of the line, without its line ending.
  public var excerpt: String
  /// The commit whose version of the file is meant, where it is not the version that was read.
  public var commit: String?

  /// A place on one line.
  public init(path: String, line: Int, column: Int = 1, length: Int = 1, excerpt: String = "", commit: String? = nil) {
    self.path = path
    self.line = line
    self.column = column
    self.length = length
    self.excerpt = excerpt
    self.commit = commit
  }

  /// The last line that is meant.
  public var endLine: Int { line + linesBelow }

  /// The column right behind the last scalar meant, on `endLine`.
  public var endColumn: Int { lastColumn ?? column + length }

  /// The text that is meant, of a place on one line; nil where the excerpt does not reach so far.
  public var text: String? {
    guard linesBelow == 0, column >= 1, length >= 1 else { return nil }
    let scalars = excerpt.unicodeScalars.dropFirst(column - 1).prefix(length)
    return scalars.count == length ? String(scalars) : nil
  }

  /// The same place up to a column of a line at or below its own; the excerpt stays that of its first line.
  public func through(line: Int, column: Int) -> Location {
    var place = self
    place.linesBelow = max(0, line - self.line)
    place.lastColumn = column
    return place
  }

  /// `path:line`, and the first digits of the commit for an earlier version: `MAINTAINERS.md:7@4f2a91c07d3e`.
  public var reference: String { path + lineReference }

  /// The same without the path.
  public var lineReference: String { ":\(line)" + (commit.map { "@\($0.prefix(12))" } ?? "") }

  /// Order of reading: path by UTF-8 bytes, then line, then column; the version that was read before earlier ones.
  public static func < (a: Location, b: Location) -> Bool {
    if a.path != b.path { return a.path.precedes(b.path) }
    let (x, y) = (
      (a.line, a.column, a.length, a.endLine, a.endColumn), (b.line, b.column, b.length, b.endLine, b.endColumn)
    )
    if x != y { return x < y }
    return (a.commit ?? "").precedes(b.commit ?? "")
  }
}

extension Location: CustomStringConvertible {
  /// `path:line:column`.
  public var description: String { "\(path):\(line):\(column)" }
}
