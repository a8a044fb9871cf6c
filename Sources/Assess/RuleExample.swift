import Diagnostics

extension Rule {
  /// A small source tree with what the rule says about it: shown with the rule, and run as a test.
  public struct Example: Sendable {
    /// A commit before the files were what they are: who wrote it, what it changed, and whom it names as its reviewer.
    public struct Step: Sendable, Hashable {
      /// The day, `YYYY-MM-DD`.
      public let day: String
      /// Its author.
      public let author: String
      /// The reviewer that its message names.
      public let reviewer: String?
      /// Texts by path.
      public let files: [String: String]

      init(_ day: String, by author: String = "Pat Contributor", reviewer: String? = nil, files: [String: String] = [:])
      {
        self.day = day
        self.author = author
        self.reviewer = reviewer
        self.files = files
      }
    }

    /// Commits before, oldest first; without any the files have no history.
    public let steps: [Step]
    /// Texts by path, with marks.
    let marked: [String: String]
    /// Messages of the rule's findings, sorted; empty for a tree in which it stays silent.
    public let findings: [String]

    /// An example; `↓` in a text marks the line of a finding's first place and is no part of the text. It finds nothing
    /// unless it says what.
    init(_ files: [String: String], after steps: [Step] = [], finds findings: [String] = []) {
      marked = files
      self.steps = steps.sorted { $0.day < $1.day }
      self.findings = findings
    }

    /// One with an application, whose criterion on the number of maintainers is answered by `text`.
    init(
      application text: String = "Two.", applicationEnd end: String = "", beside files: [String: String] = [:],
      finds findings: [String] = []
    ) {
      var files = files
      files["application.md"] = Samples.application(text) + end
      self.init(files, finds: findings)
    }

    /// Texts by path, without marks. Taken apart when somebody asks: most runs show no example.
    public var files: [String: String] {
      marked.mapValues { text in
        text.holds("↓") ? text.unicodeScalars.split(separator: "↓").map(String.init).joined() : text
      }
    }
  }
}
