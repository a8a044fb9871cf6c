import Diagnostics
import Intake

/// What the workspace file says of rules: that they say nothing about some files, or weigh more or less. The last entry
/// that covers a finding decides.
struct RuleChoices: Sendable {
  private let entries: [WorkspaceConfiguration.RuleEntry]

  init(_ entries: [WorkspaceConfiguration.RuleEntry]) {
    self.entries = entries.map { entry in
      var entry = entry
      entry.rule = Rule.currentID(RuleID(rawValue: entry.rule), among: Rule.all).rawValue
      return entry
    }
  }

  /// A finding as it counts; nil for one that is not wanted.
  func applied(to finding: Finding) -> Finding? {
    guard let entry = entries.last(where: { Self.covers($0, finding) }) else { return finding }
    guard let severity = entry.severity else { return nil }
    var finding = finding
    finding.severity = severity
    return finding
  }

  /// What is wrong with the entries: rules that do not exist, and entries that cover none of the findings.
  func diagnostics(_ findings: [Finding]) -> [Diagnostic] {
    let names = Rule.names
    return entries.compactMap { entry in
      guard names.contains(entry.rule) else {
        return Diagnostic(
          "workspace/unknown-rule", .error, at: entry.location, "no rule `\(entry.rule)` is known",
          help: "`sitegen rules` lists them",
          solution: .meant(by: entry.rule, among: names, at: entry.location), kind: .configuration)
      }
      guard !findings.contains(where: { Self.covers(entry, $0) }) else { return nil }
      return Diagnostic(
        "workspace/unused-rule", .warning, at: entry.location, "the entry for `\(entry.rule)` covers no finding",
        help: "remove it")
    }
  }

  private static func covers(_ entry: WorkspaceConfiguration.RuleEntry, _ finding: Finding) -> Bool {
    let id = finding.rule.rawValue
    guard id == entry.rule || id.hasPrefix(entry.rule + "/"), let path = finding.places.first?.location.path else {
      return false
    }
    return entry.covers(path)
  }
}
