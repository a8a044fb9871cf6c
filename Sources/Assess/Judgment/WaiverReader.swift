import Criteria
import Diagnostics
import Intake
import StructuredData

/// Reads `waivers:` of the workspace file.
enum WaiverReader {
  /// All waivers that can be read, and every error at its place. Errors stop the run with exit code 2; names that
  /// nobody knows are warnings.
  static func read(_ portfolio: Portfolio, sets: [CriteriaSet], rules: [Rule] = Rule.all) -> Staged<[Waiver]> {
    let workspace = portfolio.workspace
    guard let node = workspace.waivers, let source = workspace.source, !node.isNull else { return Staged([]) }
    var diagnostics = Shape.list(WorkspaceSchema.waiver).diagnostics(of: node, in: source, area: "waiver")
    func note(
      _ rule: RuleID, _ node: Node, _ summary: String, _ help: String,
      _ severity: Severity = .error, near names: [String] = []
    ) {
      let place = node.location(in: source)
      diagnostics.append(
        Diagnostic(
          rule, severity, at: place, summary, help: help,
          solution: .meant(by: node.string ?? "", among: names, at: place),
          kind: severity == .error ? .configuration : .input))
    }
    let criteria = sets.flatMap(\.criteria).map(\.id.rawValue)
    let ruleNames = rules.flatMap { [$0.id] + $0.formerIDs }.map(\.rawValue)
    let communities = portfolio.communities.map(\.id)
    let waivers = node.elements.compactMap { entry -> Waiver? in
      func known(_ key: String, _ names: [String], _ help: String) -> String? {
        guard let value = entry[key], let name = value.string else { return nil }
        if !names.contains(name) {
          note(
            RuleID(rawValue: "waiver/unknown-\(key)"), value, "no \(key) `\(name)` is known",
            names.contains { $0.hasPrefix(name + "/") }
              ? "it is an area: name one rule of it, or choose with `rules` how much all of them weigh" : help,
            .warning, near: names)
        }
        return name
      }
      guard let reason = entry["reason"]?.string, !reason.isEmpty, let expires = entry["expires"]?.date else {
        if let reason = entry["reason"], reason.string == "" {
          note("waiver/missing-key", reason, "`reason` says nothing", "say why the gap is accepted")
        }
        return nil
      }
      let criterion = known("criterion", criteria, "`sitegen criteria list` names them")
      let rule = known("rule", ruleNames, "`sitegen rules` names them")
      guard (criterion == nil) != (rule == nil) else {
        note(
          "waiver/target", entry, "a waiver is for a criterion or for a rule", "write either `criterion:` or `rule:`")
        return nil
      }
      return Waiver(
        community: known("community", communities, "one of \(communities.joined(separator: ", "))"),
        criterion: criterion.map(CriterionID.init(rawValue:)),
        rule: rule.map { Rule.currentID(RuleID(rawValue: $0), among: rules) }, scope: entry["scope"]?.string,
        reason: reason, owner: entry["owner"]?.string, approver: entry["approver"]?.string,
        created: entry["created"]?.date,
        expires: expires, location: entry.location(in: source))
    }
    return Staged(waivers, diagnostics)
  }
}
