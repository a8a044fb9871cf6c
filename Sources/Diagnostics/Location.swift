/// A place a human can go to: `path:line:column`, with the text of the line to show there.
public struct Location: Hashable, Sendable, Comparable {
  /// Path relative to the source root, `/` separators.
  public var path: String
  /// 1-based line.
  public var line: Int
  /// 1-based column, counted in Unicode scalars.
  public var column: Int
  /// How many scalars from `column` on are meant; at least 1.
  public var length: Int
  /// The text of the line, without its line ending.
  public var excerpt: String
  /// The commit whose version of the file is meant, where it is not the version that was read.
  public var commit: String?

  /// A place in a file.
  public init(path: String, line: Int, column: Int = 1, length: Int = 1, excerpt: String = "", commit: String? = nil) {
    self.path = path
    self.line = line
    self.column = column
    self.length = length
    self.excerpt = excerpt
    self.commit = commit
  }

  /// `path:line`, and the first digits of the commit for an earlier version: `MAINTAINERS.md:7@4f2a91c07d3e`.
  public var reference: String { "\(path):\(line)" + (commit.map { "@\($0.prefix(12))" } ?? "") }

  /// Order of reading: path by UTF-8 bytes, then line, then column; the version that was read before earlier ones.
  public static func < (a: Location, b: Location) -> Bool {
    if a.path != b.path { return a.path.utf8.lexicographicallyPrecedes(b.path.utf8) }
    if (a.line, a.column, a.length) != (b.line, b.column, b.length) {
      return (a.line, a.column, a.length) < (b.line, b.column, b.length)
    }
    return (a.commit ?? "").utf8.lexicographicallyPrecedes((b.commit ?? "").utf8)
  }
}

extension Location: CustomStringConvertible {
  /// `path:line:column`.
  public var description: String { "\(path):\(line):\(column)" }
}
