import Diagnostics
import Testing

@testable import Intake

@Suite struct GroupRulesTests {
  private func check(_ text: String) -> [String] {
    facts(text, kind: .groups, path: "sigs.yaml").diagnostics.map { "\($0.location?.line ?? 0) \($0.rule)" }
  }

  @Test func reportsEveryBreachWithItsLine() {
    let found = check(
      """
      sigs:
        - name: Storage
          leadership:
            chairs:
              - {github: ada-ex, name: Ada Example, company: Acme}
              - {name: Nobody}
          meetings:
            - {description: Weekly, time: 10:00}
            - {description: Weekly, time: "10:00"}
          subprojects:
            - name: engine
            - name: Engine
        - name: storage
          leadership:
            chairs:
              - {github: Ada-Ex, name: Ada Example, company: Initech}
              - {github: bo-b}
        - dir: sig-x
      workinggroups:
        - name: Batch
          stakeholder_sigs: [Storage, Apps]
      """)
    #expect(
      found == [
        "6 groups/lead-without-account", "8 groups/unquoted-time", "12 groups/duplicate-subproject",
        "13 groups/duplicate-group", "16 groups/lead-differs", "16 groups/lead-differs", "17 groups/lead-without-name",
        "18 groups/no-name", "21 groups/unknown-sig",
      ])
  }

  @Test func asksOnlyForWhatNearlyAllGroupsHave() {
    let groups = (1...6).map {
      "  - name: G \($0)\n    dir: sig-\($0 == 6 ? "other" : "g-\($0)")\n" + ($0 > 1 ? "    label: l\($0)\n" : "")
    }
    #expect(check("sigs:\n" + groups.joined()) == ["2 groups/no-label", "17 groups/folder-name"])
    #expect(check("sigs:\n  - name: A\n    label: a\n  - name: B\n") == [])
  }
}

/// A file of the convention that generators demand, and one breach of it a rule.
@Suite struct GeneratedGroupsTests {
  /// Three SIGs, two working groups and a committee that keep every rule.
  private static let sound = """
    sigs:
    - dir: sig-storage
      name: Storage
      mission_statement: Keeps bytes.
      charter_link: charter.md
      label: storage
      leadership:
        chairs:
        - {github: ada-ex, name: Ada Example, company: Acme, email: ada@example.org}
        emeritus_leads:
        - {github: gone, name: Gone Away}
      meetings:
      - {description: Weekly, day: Monday, time: "9:00", tz: UTC, frequency: weekly}
      contact: {slack: sig-storage}
      subprojects:
      - name: engine
        owners: [https://raw.githubusercontent.com/acme/engine/main/OWNERS]
    - dir: sig-node-life
      name: Node Life
      mission_statement: Runs nodes.
      charter_link: charter.md
      label: node-life
      leadership:
        chairs:
        - {github: bo-b, name: Bo B, company: Initech, email: bo@example.org}
        tech_leads:
        - {github: ada-ex, name: Ada Example, company: Acme, email: ada@example.org}
        emeritus_leads:
        - {github: left, name: Left Long}
      meetings:
      - {description: Weekly, day: Tuesday, time: "10:00", tz: PT (Pacific Time), frequency: biweekly}
      contact: {slack: sig-node}
      subprojects:
      - name: agent
        owners: [https://raw.githubusercontent.com/acme/agent/main/OWNERS]
    - dir: sig-docs
      name: Docs
      mission_statement: Writes.
      charter_link: charter.md
      label: docs
      leadership:
        chairs:
        - {github: cyc, name: Cy C, company: Acme, email: cy@example.org}
      meetings: []
      contact: {slack: sig-docs}
      subprojects:
      - name: website
        owners: [https://github.com/acme/website/blob/main/OWNERS]
    workinggroups:
    - dir: wg-batch
      name: Batch
      mission_statement: Batches.
      charter_link: charter.md
      label: batch
      stakeholder_sigs: [Storage, Node Life]
      leadership:
        chairs:
        - {github: did, name: Di D, company: Hooli, email: di@example.org}
      meetings: []
      contact: {slack: wg-batch}
    - dir: wg-lts
      name: LTS
      mission_statement: Supports.
      charter_link: charter.md
      label: lts
      stakeholder_sigs: [Docs]
      leadership:
        chairs:
        - {github: cyc, name: Cy C, company: Acme, email: cy@example.org}
      meetings: []
      contact: {slack: wg-lts}
    committees:
    - dir: committee-steering
      name: Steering
      mission_statement: Steers.
      label: steering
      leadership:
        chairs:
        - {github: bo-b, name: Bo B, company: Initech, email: bo@example.org}
      meetings: []
      contact: {slack: steering}

    """

  private static func check(_ text: String) -> [Diagnostic] {
    facts(text, kind: .groups, path: "sigs.yaml").diagnostics
  }

  @Test func saysNothingOfASoundFile() { #expect(Self.check(Self.sound).map(\.summary) == []) }

  /// What is replaced (its first occurrence), by what, and the rule that must speak, with the line of the place.
  @Test(arguments: [
    ("  name: Docs\n", "", "groups/no-name", 36), ("dir: sig-docs", "dir: sig-doc", "groups/folder-name", 36),
    ("- dir: sig-docs\n  name", "- name", "groups/no-folder", 36),
    ("label: lts", "label: long", "groups/label-name", 65),
    ("  label: docs\n", "", "groups/no-label", 36), ("  charter_link: charter.md\n", "", "groups/no-charter", 2),
    ("  mission_statement: Writes.\n", "", "groups/no-mission", 36),
    ("  contact: {slack: sig-docs}\n", "", "groups/no-contact", 36),
    ("  meetings: []\n  contact: {slack: sig-docs}", "  contact: {slack: sig-docs}", "groups/no-meetings", 36),
    (
      "  subprojects:\n  - name: website\n    owners: [https://github.com/acme/website/blob/main/OWNERS]\n",
      "  subprojects: []\n", "groups/no-subprojects", 36
    ),
    ("github: did, ", "", "groups/lead-without-account", 58), ("name: Di D, ", "", "groups/lead-without-name", 58),
    (", company: Hooli", "", "groups/lead-without-company", 58),
    (", email: di@example.org", "", "groups/lead-without-email", 58),
    ("company: Initech, email", "company: Globex, email", "groups/lead-differs", 79),
    ("name: Gone Away", "name: Gone Away, company: Acme", "groups/emeritus-with-company", 11),
    ("github: gone, name: Gone Away", "github: Ada-Ex, name: Ada Example", "groups/active-and-emeritus", 11),
    (
      "    emeritus_leads:\n    - {github: gone, name: Gone Away}\n",
      "    - {github: ada-ex, name: Ada Example, company: Acme, email: ada@example.org}\n", "groups/duplicate-lead", 10
    ),
    ("  stakeholder_sigs: [Docs]\n", "", "groups/no-stakeholders", 61),
    ("[Storage, Node Life]", "[Storage, Nodes]", "groups/unknown-sig", 55),
    (
      "  contact: {slack: wg-lts}\n",
      "  contact: {slack: wg-lts}\n  subprojects:\n  - name: lab\n    owners: [https://x.example/OWNERS]\n",
      "groups/owns-code", 73
    ),
    (
      "  - name: agent\n    owners: [https://raw.githubusercontent.com/acme/agent/main/OWNERS]\n", "  - name: agent\n",
      "groups/subproject-without-owners", 34
    ),
    ("https://raw.githubusercontent.com/acme/agent/main/OWNERS", "acme/agent/OWNERS", "groups/owners-address", 35),
    (
      "https://raw.githubusercontent.com/acme/agent/main/OWNERS", "https://github.com/acme/agent",
      "groups/owners-address", 35
    ),
    ("name: Docs", "name: storage", "groups/duplicate-group", 37),
    ("dir: sig-docs", "dir: sig-storage", "groups/duplicate-dir", 36),
    ("label: docs", "label: storage", "groups/duplicate-label", 40),
    ("- name: website\n", "- name: website\n  - name: Website\n", "groups/duplicate-subproject", 48),
    ("day: Tuesday", "day: Tusday", "groups/meeting-day", 31),
    ("time: \"10:00\"", "time: soonish", "groups/meeting-time", 31),
    ("time: \"10:00\"", "time: 10:00", "groups/unquoted-time", 31),
    ("tz: PT (Pacific Time)", "tz: Middle-earth", "groups/meeting-zone", 31),
    ("tz: UTC", "tz: IST", "groups/meeting-zone", 13),
    ("frequency: biweekly", "frequency: biweeekly", "groups/meeting-frequency", 31),
    ("frequency: biweekly", "frequency: now and then", "groups/meeting-frequency", 31),
    ("frequency: biweekly", "frequency: every Friday", "groups/meeting-day", 31),
    ("frequency: weekly", "frequency: \"weekly starting May 5th, 2026\"", "groups/meeting-date", 13),
    ("name: Di D, ", "name: Di D, term: {start: 2026-05-01, end: 2025-05-01}, ", "groups/term", 58),
    ("name: Di D, ", "name: Di D, term: {start: spring}, ", "groups/term", 58),
  ])
  func speaks(_ old: String, _ new: String, _ rule: RuleID, _ line: Int) throws {
    let range = try #require(Self.sound.firstRange(of: old))
    let text = Self.sound[..<range.lowerBound] + new + Self.sound[range.upperBound...]
    let found = Self.check(String(text))
    #expect(
      found.contains { $0.rule == rule && $0.location?.line == line }, "\(found.map { ($0.rule, $0.location?.line) })")
    #expect(found.allSatisfy { $0.help != nil && ($0.location?.column ?? 0) > 0 })
  }

  /// A community that has no charters, labels or addresses of its leads is not held to those that do.
  @Test func asksNobodyForWhatTheFileDoesNotUse() {
    let text = """
      sigs:
      - name: compute
        leadership: {chairs: [{github: ada-ex, name: Ada Example, company: Acme}]}
        subprojects: [{name: engine, owners: [OWNERS]}, {name: tools}]
      - name: docs
        dir: sig-documentation
        leadership: {chairs: [{github: bo-b, name: Bo B}]}
      workinggroups:
      - name: Batch
        subprojects: [{name: queue}]
      """
    #expect(Self.check(text).map(\.summary) == [])
  }

  @Test(
    arguments: [
      ("bimonthy", "bimonthly"), ("weeky", "weekly"), ("Wensday", nil), ("Wedensday", "wednesday"),
      ("weekyl", "weekly"),
      ("weekly", nil), ("Tuesdays", nil), ("Thrusday", "thursday"),
    ] as [(String, String?)])
  func knowsWordsThatAreNearlyRight(_ text: String, _ meant: String?) {
    #expect(GroupRules.misspelled(text)?.meant == meant)
  }
}
