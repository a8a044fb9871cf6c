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

    /// Texts by path, without marks.
    public let files: [String: String]
    /// Messages of the rule's findings, sorted; empty for a tree in which it stays silent.
    public let findings: [String]
    /// Where `↓` is written in the texts: one mark for each finding, in the line of its first place; sorted.
    public let marks: [Mark]

    /// An example; `↓` in a text marks the line of a finding's first place and is no part of the text.
    public init(_ files: [String: String], finds findings: [String]) {
      var texts: [String: String] = [:]
      var marks: [Mark] = []
      for (path, text) in files {
        var unmarked = String.UnicodeScalarView()
        var line = 1
        for scalar in text.unicodeScalars {
          if scalar == "↓" {
            marks.append(Mark(path: path, line: line))
          } else {
            if scalar == "\n" { line += 1 }
            unmarked.append(scalar)
          }
        }
        texts[path] = String(unmarked)
      }
      self.files = texts
      self.findings = findings
      self.marks = marks.sorted()
    }
  }
}
