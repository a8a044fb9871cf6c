/// How much a diagnostic or a finding weighs.
public enum Severity: String, Sendable, Hashable, CaseIterable, Comparable {
  case note, warning, error

  /// `note < warning < error`.
  public static func < (a: Severity, b: Severity) -> Bool { a.rank < b.rank }

  private var rank: Int {
    switch self {
    case .note: 0
    case .warning: 1
    case .error: 2
    }
  }
}

/// The stable name of a diagnostic or of a finding's rule: `area/what`, kebab-case, reads as "allow `rule`".
public struct RuleID: StableName, Comparable {
  /// The name as written.
  public let rawValue: String
  /// Takes the name as written.
  public init(rawValue: String) { self.rawValue = rawValue }
}

/// What kind of failure an error is; it decides the exit code of a command.
public enum DiagnosticClass: String, Sendable, Hashable {
  /// About the input documents: shown, counted, never stops a build by itself.
  case input
  /// Configuration, criteria or templates: exit code 2.
  case configuration
  /// Unreadable input, or nothing recognized where something must be: exit code 3.
  case unreadable
}

/// A located message about an input file: what is wrong, what was expected, what to do.
public struct Diagnostic: Error, Hashable, Sendable {
  /// Another place that belongs to the message ("first listed here").
  public struct Note: Hashable, Sendable {
    /// One line, lower-case start, no full stop.
    public var message: String
    /// Where, if the note is about a place.
    public var location: Location?
    public init(_ message: String, at location: Location? = nil) {
      self.message = message
      self.location = location
    }
  }

  /// The stable name of this kind of diagnostic.
  public var rule: RuleID
  /// How much it weighs.
  public var severity: Severity
  /// Where it is; nil only for whole-run problems.
  public var location: Location?
  /// One line, lower-case start, no full stop; names the offending value.
  public var summary: String
  /// What to do, the best first.
  public var solutions: [Solution]
  /// Other places.
  public var notes: [Note]
  /// What an error of this kind does to the exit code.
  public var kind: DiagnosticClass

  /// - Parameters:
  ///   - help: what to do in words, where no solution says it.
  ///   - solution: what to do.
  public init(
    _ rule: RuleID, _ severity: Severity, at location: Location?, _ summary: String, help: String? = nil,
    solution: Solution? = nil, notes: [Note] = [], kind: DiagnosticClass = .input
  ) {
    self.rule = rule
    self.severity = severity
    self.location = location
    self.summary = summary
    solutions = [solution ?? help.map { Solution($0) }].compactMap { $0 }
    self.notes = notes
    self.kind = kind
  }
}

extension Diagnostic {
  /// What to do in words, shown as `help:`.
  public var help: String? { solutions.first?.summary }

  /// The same, of another kind.
  public func of(_ kind: DiagnosticClass) -> Diagnostic {
    var diagnostic = self
    diagnostic.kind = kind
    return diagnostic
  }

  /// Sorted by place, then rule, then text, each one once and of a rule in a file no more than anybody reads: the order
  /// of every output.
  public static func sorted(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
    func key(_ d: Diagnostic) -> (Location, RuleID) { (d.location ?? Location(path: "", line: 0), d.rule) }
    return Array(Set(bounded(diagnostics))).sorted {
      let (a, b) = (key($0), key($1))
      if a.0 != b.0 { return a.0 < b.0 }
      if a.1 != b.1 { return a.1 < b.1 }
      if $0.summary != $1.summary { return $0.summary.precedes($1.summary) }
      return ($0.help ?? "").precedes($1.help ?? "")
    }
  }
}
