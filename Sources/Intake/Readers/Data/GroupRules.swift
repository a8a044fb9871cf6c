import Words
import Diagnostics
import StructuredData

/// Rules for files of the sigs.yaml family: a superset of what the generators that read them demand, all findings at
/// once, each with its line. The file is only read.
///
/// What every such file needs is always asked for. What only some communities write (a charter, a company, a label)
/// is asked for where the file's own groups have it, so that no community is held to another one's form.
struct GroupRules {
  let source: SourceText
  let convention: GroupConvention
  private var diagnostics: [Diagnostic] = []
  /// First place of each account, by its lower-case name.
  private var firstLeads: [String: Node] = [:]

  /// Checks the lists of groups of a document, by the kinds their keys give.
  static func check(_ lists: [GroupConvention.List], in source: SourceText) -> [Diagnostic] {
    var rules = GroupRules(source: source, convention: GroupConvention(lists))
    let names = Set(lists.filter { $0.kind == .sig }.flatMap(\.groups).compactMap { $0["name"]?.string?.lowercased() })
    for list in lists {
      rules.checkSiblings(list)
      for group in list.groups { rules.check(group, list.kind, sigs: names) }
    }
    return Diagnostic.sorted(rules.diagnostics)
  }

  /// Adds a finding at a value.
  mutating func report(
    _ rule: RuleID, _ severity: Severity, _ node: Node, _ summary: String, help: String,
    notes: [Diagnostic.Note] = []
  ) {
    diagnostics.append(
      Diagnostic(rule, severity, at: node.location(in: source), summary, help: help, notes: notes))
  }

  // MARK: One group

  private mutating func check(_ group: Node, _ kind: Group.Kind, sigs: Set<String>) {
    guard let name = group["name"]?.string, !name.isEmpty else {
      report("groups/no-name", .warning, group, "group without a name", help: "give it a `name`")
      return
    }
    checkLeads(of: group, name)
    checkStakeholders(of: group, name, kind, sigs: sigs)
    checkMeetings(of: group, name)
    checkSubprojects(of: group, name, kind)
  }

  private mutating func checkStakeholders(of group: Node, _ name: String, _ kind: Group.Kind, sigs: Set<String>) {
    let stakeholders = group["stakeholder_sigs"].elements
    if kind == .wg, stakeholders.isEmpty, convention.workingGroupsNameStakeholders {
      report(
        "groups/no-stakeholders", .note, group, "working group \(name) names no stakeholder SIG",
        help: "list the SIGs it works for under `stakeholder_sigs`")
    }
    for stakeholder in stakeholders {
      guard let sig = stakeholder.string, !sigs.isEmpty, !sigs.contains(sig.lowercased()) else { continue }
      report(
        "groups/unknown-sig", .warning, stakeholder, "\(name) names SIG `\(sig)`, which the file does not have",
        help: "use the name of a SIG of this file")
    }
  }

  // MARK: Leads

  private mutating func checkLeads(of group: Node, _ name: String) {
    let holder = group["leadership"] ?? group
    var active: [String: Node] = [:]
    for key in Lexicon.groups.leadKeys {
      let leads = holder[key].elements
      checkUnique(leads, key: "github", "groups/duplicate-lead", "lead")
      for lead in leads {
        check(lead: lead, of: name, isFormer: false)
        checkAffiliation(of: lead, name)
        if let handle = lead["github"]?.string { active[handle.lowercased()] = lead }
      }
    }
    let former = holder["emeritus_leads"].elements
    checkUnique(former, key: "github", "groups/duplicate-lead", "lead")
    for lead in former {
      check(lead: lead, of: name, isFormer: true)
      if convention.emeritusHaveNoCompany, let company = lead["company"], let text = company.string, !text.isEmpty {
        report(
          "groups/emeritus-with-company", .note, company,
          "emeritus lead `\(Self.label(lead))` of \(name) has a company (`\(text)`)",
          help: "leave it out: it goes stale, and other emeritus leads of the file have none")
      }
      if let handle = lead["github"]?.string, let now = active[handle.lowercased()] {
        report(
          "groups/active-and-emeritus", .note, lead, "`\(handle)` leads \(name) and is an emeritus lead of it",
          help: "remove one of the two entries", notes: [.init("leads it here", at: now.location(in: source))])
      }
    }
  }

  /// Whom a lead works for and how to write to them, where the file's leads say so.
  private mutating func checkAffiliation(of lead: Node, _ group: String) {
    guard lead.isMapping else { return }
    for key in ["company", "email"] where convention.keysOfLeads.contains(key) && (lead[key]?.string ?? "").isEmpty {
      report(
        RuleID(rawValue: "groups/lead-without-\(key)"), .note, lead,
        "lead `\(Self.label(lead))` of \(group) without `\(key)`, which the other leads have",
        help: "add `\(key)`")
    }
  }

  private mutating func check(lead: Node, of group: String, isFormer: Bool) {
    guard lead.isMapping else { return }
    checkTerm(of: lead)
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
    for key in Lexicon.groups.leadFields where !(isFormer && key == "company") {
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

  /// Terms of office: dates that can be read, the end behind the start.
  private mutating func checkTerm(of lead: Node) {
    guard let term = lead["term"], term.isMapping else { return }
    var dates: [CalendarDate] = []
    for key in ["start", "end"] {
      guard let node = term[key], let text = node.string, !text.isEmpty, !Placeholder.isPlaceholder(text) else {
        continue
      }
      guard let date = DateScanner.dates(in: text).first?.first else {
        report(
          "groups/term", .note, node, "\(key) of a term `\(text)` is no date", help: "write it as YYYY-MM-DD")
        return
      }
      dates.append(date)
    }
    if dates.count == 2, dates[1] < dates[0] {
      report(
        "groups/term", .note, term, "term ends (\(dates[1])) before it starts (\(dates[0]))", help: "correct the dates")
    }
  }

  private static func label(_ lead: Node) -> String { lead["github"]?.string ?? lead["name"]?.string ?? "?" }

  // MARK: Subprojects

  private mutating func checkSubprojects(of group: Node, _ name: String, _ kind: Group.Kind) {
    let subprojects = group["subprojects"].elements
    checkUnique(subprojects, key: "name", "groups/duplicate-subproject", "subproject")
    if let first = subprojects.first, kind == .wg || kind == .userGroup, convention.onlySIGsOwnCode {
      report(
        "groups/owns-code", .note, first, "\(name) has subprojects, but only SIGs and committees own code in this file",
        help: "move them to the SIG that owns the code")
    }
    for subproject in subprojects {
      for lead in subproject["leads"].elements { check(lead: lead, of: name, isFormer: false) }
      checkMeetings(of: subproject, subproject["name"]?.string ?? name)
      checkOwners(of: subproject, name)
    }
  }

  private mutating func checkOwners(of subproject: Node, _ group: String) {
    let owners = subproject["owners"].elements
    if owners.isEmpty, convention.subprojectsHaveOwners {
      report(
        "groups/subproject-without-owners", .note, subproject,
        "subproject `\(subproject["name"]?.string ?? "?")` of \(group) names no OWNERS file",
        help: "add the address of its OWNERS file under `owners`")
    }
    guard convention.ownersAreAddresses else { return }
    for owner in owners {
      guard let address = owner.string, !GroupConvention.isOwnersAddress(address) else { continue }
      report(
        "groups/owners-address", .note, owner, "`\(address)` is not the address of an OWNERS file",
        help: "write https://raw.githubusercontent.com/ORG/REPOSITORY/BRANCH/OWNERS")
    }
  }

  // MARK: Groups beside each other

  private mutating func checkSiblings(_ list: GroupConvention.List) {
    checkUnique(list.groups, key: "name", "groups/duplicate-group", list.kind.rawValue)
    checkUnique(list.groups, key: "dir", "groups/duplicate-dir", "folder")
    checkUnique(list.groups, key: "label", "groups/duplicate-label", "label")
    for (key, rule) in Self.keys { checkPresence(of: key, rule, in: list) }
    checkNames(of: "dir", "groups/folder-name", "folder", in: list)
    checkNames(of: "label", "groups/label-name", "label", in: list)
  }

  /// Keys that a file's groups may agree to have, with the rule that asks for each.
  private static let keys: [(String, RuleID)] = [
    ("dir", "groups/no-folder"), ("mission_statement", "groups/no-mission"), ("charter_link", "groups/no-charter"),
    ("label", "groups/no-label"), ("leadership", "groups/no-leadership"), ("contact", "groups/no-contact"),
    ("meetings", "groups/no-meetings"), ("subprojects", "groups/no-subprojects"),
  ]

  /// A key that all but a few groups have.
  private mutating func checkPresence(of key: String, _ rule: RuleID, in list: GroupConvention.List) {
    // Only SIGs own code: nobody asks others for subprojects.
    if key == "subprojects", list.kind != .sig, convention.onlySIGsOwnCode { return }
    let without = list.groups.filter { convention.lacks($0, key, list.kind) }
    guard !without.isEmpty, convention.isUsual(without: without.count, of: list.groups.count, list.kind) else { return }
    for group in without {
      let name = group["name"]?.string ?? list.kind.rawValue
      report(
        rule, .note, group,
        "\(name) has no `\(key)`; \(list.groups.count - without.count) of \(list.groups.count) have one",
        help: "add `\(key)`")
    }
  }

  /// Folders and labels named after their groups, where nearly all are.
  private mutating func checkNames(of key: String, _ rule: RuleID, _ what: String, in list: GroupConvention.List) {
    let named = list.groups.compactMap { group -> (node: Node, text: String, name: String)? in
      guard let node = group[key], let text = node.string, !text.isEmpty, let name = group["name"]?.string else {
        return nil
      }
      return (node, text, name.lowercaseWords.joined(separator: "-"))
    }
    guard let prefix = convention.prefix(named.map { (text: $0.text, name: $0.name) }) else { return }
    let others = named.filter { $0.text != prefix + $0.name }
    guard !others.isEmpty, convention.isUsual(without: others.count, of: named.count) else { return }
    for (node, text, name) in others {
      report(
        rule, .note, node, "\(what) `\(text)` is not named after its group (`\(prefix)\(name)`)",
        help: "rename the \(what) or the group")
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
}
