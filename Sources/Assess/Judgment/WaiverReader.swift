import Criteria
import Diagnostics
import Intake
import StructuredData

/// Reads `waivers:` of the workspace file.
enum WaiverReader {
  private static let keys = [
    "community", "criterion", "rule", "scope", "reason", "owner", "approver", "created", "expires",
  ]

  /// All waivers that can be read, and every error at its place. Errors stop the run with exit code 2; names that
  /// nobody knows are warnings.
  static func read(_ portfolio: Portfolio, sets: [CriteriaSet], rules: [Rule] = Rule.all) -> Staged<[Waiver]> {
    guard let node = portfolio.waivers, let source = portfolio.workspace, !node.isNull else { return Staged([]) }
    var diagnostics: [Diagnostic] = []
    func note(
      _ rule: RuleID, _ node: Node, _ summary: String, _ help: String, _ near: Solution? = nil,
      _ severity: Severity = .error
    ) {
      diagnostics.append(
        Diagnostic(
          rule, severity, at: node.location(in: source), summary, help: near?.summary ?? help,
          solutions: near.map { [$0] } ?? [], kind: severity == .error ? .configuration : .input))
    }
    guard node.isSequence else {
      note("waiver/type", node, "`waivers` must be a list", "start each waiver with `- `")
      return Staged([], diagnostics)
    }
    let criteria = sets.flatMap(\.criteria).map(\.id.rawValue)
    let ruleNames = rules.flatMap { [$0.id] + $0.formerIDs }.map(\.rawValue)
    let communities = portfolio.communities.map(\.id)
    let waivers = node.elements.compactMap { entry -> Waiver? in
      guard entry.isMapping else {
        note("waiver/type", entry, "a waiver must be a mapping", "write it as `key: value` lines")
        return nil
      }
      for part in entry.entries {
        let key = part.key.string ?? ""
        guard !keys.contains(key) else { continue }
        note(
          "waiver/unknown-key", part.key, "unknown key `\(key)` in a waiver",
          "known keys: \(keys.joined(separator: ", "))",
          .meant(key, at: part.key.location(in: source), among: keys))
      }
      func date(_ key: String) -> CalendarDate? {
        guard let value = entry[key], !value.isNull else { return nil }
        if let text = value.string, text.utf8.count == 10, let date = CalendarDate(iso: text) { return date }
        note("waiver/date", value, "`\(key)` is not a day of the calendar", "write the day as YYYY-MM-DD")
        return nil
      }
      func known(_ key: String, _ names: [String]) -> String? {
        guard let value = entry[key], let name = value.string else { return nil }
        if !names.contains(name) {
          note(
            RuleID(rawValue: "waiver/unknown-\(key)"), value, "no \(key) `\(name)` is known",
            "correct the name, or remove the waiver", .meant(name, at: value.location(in: source), among: names),
            .warning)
        }
        return name
      }
      guard let reason = entry["reason"]?.string, !reason.isEmpty else {
        note("waiver/missing-key", entry, "`reason` is missing", "say why the gap is accepted")
        return nil
      }
      let created = date("created")
      guard let expires = date("expires") else {
        if entry["expires"] == nil {
          note("waiver/missing-key", entry, "`expires` is missing", "add the last day, as `expires: YYYY-MM-DD`")
        }
        return nil
      }
      let criterion = known("criterion", criteria)
      let rule = known("rule", ruleNames)
      guard (criterion == nil) != (rule == nil) else {
        note(
          "waiver/target", entry, "a waiver is for a criterion or for a rule", "write either `criterion:` or `rule:`")
        return nil
      }
      return Waiver(
        community: known("community", communities), criterion: criterion.map(CriterionID.init(rawValue:)),
        rule: rule.map { Rule.currentID(RuleID(rawValue: $0), among: rules) }, scope: entry["scope"]?.string,
        reason: reason,
        owner: entry["owner"]?.string, approver: entry["approver"]?.string, created: created, expires: expires,
        location: entry.location(in: source))
    }
    return Staged(waivers, diagnostics)
  }
}
