import ArgumentParser

/// Exit codes of every command.
extension ExitCode {
  /// Findings at or above `--fail-on`, or `--check` differs.
  static let findings = ExitCode(1)
  /// Usage or configuration.
  static let usage = ExitCode(2)
  /// Input unreadable, or nothing recognized.
  static let unreadable = ExitCode(3)
  /// A defect of ours.
  static let defect = ExitCode(70)
}
