import Diagnostics
import StructuredData

/// Rules for files of the sigs.yaml family: a superset of what the generators that read them demand, all findings at
/// once, each with its line. The file is only read.
///
/// What every such file needs is always asked for. What only some communities write (a charter, a company, a label)
/// is asked for where nearly all of the file's own groups have it, so that no community is held to another one's form.
struct GroupRules {
  private let source: SourceText
  private var diagnostics: [Diagnostic] = []
  /// First place of each account, by its lower-case name.
  private var firstLeads: [String: Node] = [:]

  /// Checks the lists of groups of a document, by the kinds their keys give.
  static func check(_ lists: [(kind: Group.Kind, groups: [Node])], in source: SourceText) -> [Diagnostic] {
    var rules = GroupRules(source: source)
    let names = Set(lists.filter { $0.kind == .sig }.flatMap(\.groups).compactMap { $0["name"]?.string?.lowercased() })
    for list in lists {
      rules.checkSiblings(list.groups, list.kind)
      for group in list.groups { rules.check(group, sigs: names) }
    }
    return Diagnostic.sorted(rules.diagnostics)
  }

  private init(source: SourceText) { self.source = source }

  // MARK: One group

  private mutating func check(_ group: Node, sigs: Set<String>) {
    guard let name = group["name"]?.string, !name.isEmpty else {
      report("groups/no-name", .warning, group, "group without a name", help: "give it a `name`")
      return
    }
    let holder = group["leadership"] ?? group
    for (key, isFormer) in [("chairs", false), ("tech_leads", false), ("leads", false), ("emeritus_leads", true)] {
      for lead in holder[key]?.elements ?? [] { check(lead: lead, of: name, isFormer: isFormer) }
    }
    for stakeholder in group["stakeholder_sigs"]?.elements ?? [] {
      guard let sig = stakeholder.string, !sigs.isEmpty, !sigs.contains(sig.lowercased()) else { continue }
      report(
        "groups/unknown-sig", .warning, stakeholder, "\(name) names SIG `\(sig)`, which the file does not have",
        help: "use the name of a SIG of this file")
    }
    let subprojects = group["subprojects"]?.elements ?? []
    checkUnique(subprojects, key: "name", "groups/duplicate-subproject", "subproject")
    for subproject in subprojects {
      for lead in subproject["leads"]?.elements ?? [] { check(lead: lead, of: name, isFormer: false) }
      checkMeetings(of: subproject)
    }
    checkMeetings(of: group)
  }

  private mutating func check(lead: Node, of group: String, isFormer: Bool) {
    guard lead.isMapping else { return }
    guard let handle = lead["github"]?.string, !handle.isEmpty else {
      report("groups/lead-without-account", .note, lead, "lead of \(group) without `github`", help: "add the account")
      return
    }
    if lead["name"]?.string == nil {
      report(
        "groups/lead-without-name", .note, lead, "lead `\(handle)` of \(group) without `name`", help: "add the name")
    }
    guard let first = firstLeads[handle.lowercased()] else {
      firstLeads[handle.lowercased()] = lead
      return
    }
    for key in ["github", "name", "company", "email"] where !(isFormer && key == "company") {
      guard let here = lead[key]?.string, let there = first[key]?.string, !here.utf8.elementsEqual(there.utf8) else {
        continue
      }
      report(
        "groups/lead-differs", .note, lead[key] ?? lead,
        "`\(handle)` has \(key) `\(here)` here and `\(there)` elsewhere",
        help: "write it the same way in every group",
        notes: [.init("first given here", at: (first[key] ?? first).location(in: source))])
    }
  }

  /// An unquoted `9:00` is a number of minutes to readers of YAML 1.1.
  private mutating func checkMeetings(of group: Node) {
    for meeting in group["meetings"]?.elements ?? [] {
      guard let time = meeting["time"], case .scalar(let text, false) = time.content else { continue }
      let parts = text.split(separator: ":", omittingEmptySubsequences: false)
      guard parts.count == 2, parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy(\.isNumber) }), text.first != "0" else {
        continue
      }
      report(
        "groups/unquoted-time", .note, time, "time `\(text)` without quotes is a number to YAML 1.1",
        help: "write \"\(text)\"")
    }
  }

  // MARK: Groups beside each other

  private mutating func checkSiblings(_ groups: [Node], _ kind: Group.Kind) {
    checkUnique(groups, key: "name", "groups/duplicate-group", kind.rawValue)
    checkUnique(groups, key: "dir", "groups/duplicate-dir", "folder")
    checkUnique(groups, key: "label", "groups/duplicate-label", "label")
    for key in [
      "dir", "mission_statement", "charter_link", "label", "leadership", "contact", "meetings", "subprojects",
    ] {
      checkPresence(of: key, in: groups, kind)
    }
    checkFolderNames(groups)
  }

  /// A key that all but a few groups have; an empty list is an answer.
  private mutating func checkPresence(of key: String, in groups: [Node], _ kind: Group.Kind) {
    let without = groups.filter { ($0[key]?.isNull ?? true) }
    guard groups.count >= 5, !without.isEmpty, without.count * 5 <= groups.count else { return }
    for group in without {
      report(
        "groups/missing-key", .note, group,
        "\(group["name"]?.string ?? kind.rawValue) has no `\(key)`; \(groups.count - without.count) of \(groups.count) have one",
        help: "add `\(key)`")
    }
  }

  /// Folders named after their groups, where nearly all are.
  private mutating func checkFolderNames(_ groups: [Node]) {
    let named = groups.compactMap { group -> (node: Node, dir: String, expected: String)? in
      guard let dir = group["dir"], let text = dir.string, let name = group["name"]?.string else { return nil }
      return (dir, text, name.lowercaseWords.joined(separator: "-"))
    }
    let others = named.filter { !$0.dir.hasSuffix($0.expected) }
    guard named.count >= 5, others.count * 5 <= named.count else { return }
    for (node, dir, expected) in others {
      report(
        "groups/folder-name", .note, node, "folder `\(dir)` is not named after its group (`\(expected)`)",
        help: "rename the folder or the group")
    }
  }

  private mutating func checkUnique(_ nodes: [Node], key: String, _ rule: RuleID, _ what: String) {
    var first: [String: Node] = [:]
    for node in nodes {
      guard let value = node[key], let text = value.string, !text.isEmpty else { continue }
      if let earlier = first[text.lowercased()] {
        report(
          rule, .warning, value, "\(what) `\(text)` occurs twice", help: "give each its own",
          notes: [.init("first given here", at: earlier.location(in: source))])
      } else {
        first[text.lowercased()] = value
      }
    }
  }

  private mutating func report(
    _ rule: RuleID, _ severity: Severity, _ node: Node, _ summary: String, help: String,
    notes: [Diagnostic.Note] = []
  ) {
    diagnostics.append(
      Diagnostic(rule, severity, at: node.location(in: source), summary, help: help, notes: notes))
  }
}
