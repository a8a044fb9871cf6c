import Assess
import Criteria
import Diagnostics
import StructuredData
import Testing

private func tree(_ waiver: String) -> [String: String] {
  let lines = [
    "Clear and discoverable project governance documentation.",
    "Governance is up to date with actual project activities.",
    "Governance clearly documents vendor-neutrality of project direction.",
    "Document how the project makes decisions on leadership roles.",
    "Document how role, function-based members, or sub-teams are assigned.",
    "Document complete list of current maintainers.",
    "A number of active maintainers which is appropriate to the size of the project.",
    "Document a complete maintainer lifecycle process.", "Demonstrate usage of the maintainer lifecycle with outcomes.",
    "Code and Doc ownership in Github matches documented roles.",
    "If the project has subprojects: subproject leadership is documented.",
    "List and document all project communication channels.", "Up-to-date public meeting schedulers.",
    "Demonstrate contributor activity and recruitment.", "Document project goals and objectives.",
    "Document what the project does, and why it does it.", "Roadmap change process is documented.",
    "Document overview of project architecture.", "History of regular, quality releases.",
  ].map { "- [ ] **\($0)**\n" }
  return [
    "sitegen.yaml": "waivers:\n- \(waiver)\n",
    "docs/README.md": "# Docs\n",
    "docs/application.md": "# Example Graduation Application\n\n" + lines.joined(separator: "\n"),
  ]
}

private func judged(_ waiver: String, on date: String) async throws -> (Verdict?, [String]) {
  let day = try #require(CalendarDate(iso: date))
  let staged = await assess(tree(waiver), asOf: day)
  let criteria = staged.value.flatMap(\.models).flatMap(\.criteria)
  let rules = staged.diagnostics.map(\.rule.rawValue).filter { $0.hasPrefix("waiver/") }
  return (criteria.first { $0.criterion.id == "GOV-VN" }?.verdict, rules)
}

@Suite struct WaiverTests {
  private let live = "{criterion: GOV-VN, reason: board decision, created: 2026-01-10, expires: 2026-06-30}"

  @Test(arguments: [
    ("2026-01-09", Verdict.open, [String]()), ("2026-01-10", .waived, []),
    ("2026-06-30", .waived, []), ("2026-07-01", .open, ["waiver/expired"]),
  ])
  func holdsFromTheFirstDayThroughTheLast(date: String, verdict: Verdict, rules: [String]) async throws {
    let found = try await judged(live, on: date)
    #expect(found.0 == verdict)
    #expect(found.1 == rules)
  }

  @Test func warnsOfAWaiverThatCoversNothing() async throws {
    let waiver = "{rule: claim/adopter-count, reason: r, expires: 2027-01-01}"
    #expect(try await judged(waiver, on: "2026-06-01").1 == ["waiver/unused"])
  }

  @Test func warnsOfACriterionThatNobodyKnows() async throws {
    let found = try await judged("{criterion: GOV-VM, reason: r, expires: 2027-01-01}", on: "2026-06-01")
    #expect(found.1.contains("waiver/unknown-criterion"))
  }

  /// What to do about a waiver that covers nothing depends on what it names.
  @Test(arguments: [
    ("{rule: links/broken, scope: READNE.md, reason: r, expires: 2027-01-01}", "correct `scope`, a part of the path"),
    ("{rule: links, reason: r, expires: 2027-01-01}", "it is an area: name one rule of it"),
    ("{rule: link/brokn, reason: r, expires: 2027-01-01}", "did you mean `links/broken`?"),
    ("{criterion: OTHER, reason: r, expires: 2027-01-01}", "`sitegen criteria list` names them"),
  ])
  func saysWhatToDoAboutAWaiver(waiver: String, help: String) async throws {
    let found = await assess(tree(waiver), asOf: try #require(CalendarDate(iso: "2026-06-01"))).diagnostics
    let helps = found.filter { $0.rule.rawValue.hasPrefix("waiver/") }.compactMap(\.help)
    #expect(helps.contains { $0.hasPrefix(help) }, "\(helps)")
  }

  @Test(arguments: [
    ("{criterion: GOV-VN, reason: r}", "waiver/missing-key"),
    ("{criterion: GOV-VN, reason: r, expires: 1m}", "waiver/wrong-value"),
    ("{reason: r, expires: 2027-01-01}", "waiver/target"),
    ("{criterion: GOV-VN, reason: r, expire: 2027-01-01}", "waiver/unknown-key"),
    ("{criterion: GOV-VN, expires: 2027-01-01}", "waiver/missing-key"),
  ])
  func rejectsAWaiverThatSaysTooLittle(waiver: String, rule: String) async throws {
    let found = try await judged(waiver, on: "2026-06-01")
    #expect(found.1.contains(rule))
    #expect(found.0 == .open)
  }
}
