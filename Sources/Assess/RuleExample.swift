extension Rule {
  /// A small source tree with what the rule says about it: shown with the rule, and run as a test.
  public struct Example: Sendable {
    /// A line that a finding names first.
    public struct Mark: Sendable, Hashable, Comparable {
      /// Path of the file.
      public let path: String
      /// 1-based line.
      public let line: Int
      public init(path: String, line: Int) {
        self.path = path
        self.line = line
      }
      /// By path, then line.
      public static func < (a: Mark, b: Mark) -> Bool { (a.path, a.line) < (b.path, b.line) }
    }

    /// Texts by path, with marks.
    private let marked: [String: String]
    /// Messages of the rule's findings, sorted; empty for a tree in which it stays silent.
    public let findings: [String]

    /// Day on which Ann Example committed all files, for rules that ask git; nil for a folder without history.
    public let committed: String?

    /// An example; `↓` in a text marks the line of a finding's first place and is no part of the text.
    public init(_ files: [String: String], committed: String? = nil, finds findings: [String]) {
      marked = files
      self.committed = committed
      self.findings = findings
    }

    /// Texts by path, without marks. Taken apart when somebody asks: most runs show no example.
    public var files: [String: String] {
      marked.mapValues { text in
        let (bytes, mark) = (Array(text.utf8), Array("↓".utf8))
        var plain: [UInt8] = []
        var index = 0
        while index < bytes.count {
          if bytes[index] == mark[0], bytes[index...].starts(with: mark) {
            index += mark.count
          } else {
            plain.append(bytes[index])
            index += 1
          }
        }
        return String(decoding: plain, as: UTF8.self)
      }
    }

    /// Where `↓` is written in the texts: one mark for each finding, in the line of its first place; sorted.
    public var marks: [Mark] {
      marked.flatMap { path, text in
        text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).enumerated().flatMap {
          line, text in
          text.filter { $0 == "↓" }.map { _ in Mark(path: path, line: line + 1) }
        }
      }.sorted()
    }
  }
}
