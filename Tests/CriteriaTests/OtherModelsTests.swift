import Criteria
import Diagnostics
import Testing

/// One entry each of the OSPS Baseline and of the Best Practices badge, in our own words, in the schema that the shipped
/// sets use.
private let baseline = """
  model: osps-baseline
  title: OSPS Baseline
  foundation: OpenSSF
  levels: [maturity-1, maturity-2, maturity-3]
  revisions:
    - {date: 2025-02-25, label: v2025.02.25}
    - {date: 2026-02-19, label: v2026.02.19, note: asked from the second level on}
  criteria:
    - id: OSPS-VM-02.01
      section: Vulnerability Management
      text: While the project is active, its documents name whom to tell about a security problem.
      match: [documentation must contain security contacts]
      requirement:
        maturity-1: [{from: 2025-02-25, is: required}]
        maturity-2: [{from: 2026-02-19, is: required}]
        maturity-3: [{from: 2026-02-19, is: required}]
      evidence: [security policy]
      automation: auto
      checks:
        - id: contact
          needs: [security-policy]
          holds: documents | of_kind("security-policy") | selectattr("private_contact") | list | length > 0
          cites: documents | of_kind("security-policy") | selectattr("private_contact")
      maps:
        - {model: best-practices-badge, id: vulnerability_report_process, confidence: 2}
        - {model: cncf-levels, id: SEC-REPORT, confidence: 3}
      why: Whoever finds a hole must know where to go.
      measured: A security policy with an address or a private form.
      fix: Add SECURITY.md with a contact.
    - id: OSPS-GV-01.01
      section: Governance
      text: The documents list the people with access to what matters.
      requirement:
        maturity-2: [{from: 2025-02-25, is: required}, {from: 2026-02-19, is: none}]
      automation: partial
      why: Rights that nobody lists are forgotten.
      measured: A list of people with their rights.
      fix: List them.

  """

private let badge = """
  model: best-practices-badge
  title: Best Practices badge
  foundation: OpenSSF
  levels: [passing, silver, gold]
  revisions: [{date: 2016-05-03}]
  criteria:
    - id: vulnerability_report_process
      section: Reporting
      text: The process for reporting security problems is published on the project's site.
      requirement:
        passing: [{from: 2016-05-03, is: required}]
        silver: [{from: 2016-05-03, is: required}]
        gold: [{from: 2016-05-03, is: required}]
      evidence: [url]
      automation: partial
      candidates: documents | of_kind("security-policy")
      maps: [{model: osps-baseline, id: OSPS-VM-02.01, confidence: 2}]
      why: A published process is used.
      measured: The page, by its address.
      fix: Publish the process.
    - id: vulnerability_report_private
      section: Reporting
      text: If private reports are supported, the site says how to send one.
      requirement:
        passing: [{from: 2016-05-03, is: required}]
      na: true
      automation: human
      why: A hole told in public is used before it is mended.
      measured: A person reads it; a project may say that it takes no private reports.
      fix: Describe the private way.

  """

private func set(_ text: String) throws -> CriteriaSet {
  let staged = CriteriaReader.read(SourceText(path: "model.yaml", text: text))
  #expect(staged.diagnostics == [])
  return try #require(staged.value)
}

@Suite struct OtherModelsTests {
  @Test func theSchemaHoldsAControlOfTheBaseline() throws {
    let set = try set(baseline)
    let control = try #require(set["OSPS-VM-02.01"])
    let (before, after) = (try day("2025-06-01"), try day("2026-06-01"))
    #expect(set.levels == ["maturity-1", "maturity-2", "maturity-3"])
    #expect(set.levels.map { control.requirement(at: $0, on: before) } == [.required, .none, .none])
    #expect(set.levels.map { control.requirement(at: $0, on: after) } == [.required, .required, .required])
    #expect(control.automation == .auto && control.checks.map(\.needs) == [["security-policy"]])
  }

  @Test func theSchemaHoldsACriterionOfTheBadge() throws {
    let set = try set(badge)
    let criterion = try #require(set["vulnerability_report_private"])
    #expect(criterion.mayBeNotApplicable && criterion.automation == .human)
    #expect(criterion.requirement(at: "passing", on: try day("2026-01-01")) == .required)
    #expect(criterion.requirement(at: "gold", on: try day("2026-01-01")) == .none)
    #expect(set["vulnerability_report_process"]?.evidence == ["url"])
  }

  /// Maps lead from one model to another with a confidence from 0 to 3, and back.
  @Test func mapsBetweenModelsCarryTheirConfidence() throws {
    let (one, other) = (try set(baseline), try set(badge))
    let maps = try #require(one["OSPS-VM-02.01"]).maps
    #expect(
      maps.map { "\($0.model) \($0.id) \($0.confidence)" } == [
        "best-practices-badge vulnerability_report_process 2", "cncf-levels SEC-REPORT 3",
      ])
    let there = try #require(other[CriterionID(rawValue: maps[0].id)])
    #expect(there.maps.contains { $0.model == one.model && one[CriterionID(rawValue: $0.id)] != nil })
    let levels = try shipped("cncf-levels.yaml")
    #expect(levels["SEC-REPORT"] != nil)
    let wrong = baseline.replacing("confidence: 3", with: "confidence: 4")
    let rules = CriteriaReader.read(SourceText(path: "model.yaml", text: wrong)).diagnostics.map(\.rule)
    #expect(!rules.isEmpty)
  }

  @Test func revisionsOfAnotherModelAreComparedByTheirLabels() throws {
    let set = try set(baseline)
    let (old, new) = (set.day(named: "v2025.02.25"), set.day(named: "v2026.02.19"))
    let comparison = CriteriaComparison(set, from: try #require(old), to: try #require(new))
    #expect(comparison.added.map(\.level) == ["maturity-2", "maturity-3"])
    #expect(comparison.retired.map(\.criterion) == ["OSPS-GV-01.01"])
    #expect(comparison.changed.isEmpty)
    #expect(set.day(named: "v9") == nil && set.day(named: "2026-13-01") == nil)
  }

  /// The form printed v1.5 and v1.6 through many changes: a label means the last revision that carries it.
  @Test func aLabelMeansItsLastRevision() throws {
    let set = try shipped("cncf-levels.yaml")
    #expect(set.day(named: "v1.5") == (try day("2024-09-18")))
    #expect(set.day(named: "v1.6") == (try day("2026-08-05")))
    #expect(set.day(named: "2025-01-01") == (try day("2025-01-01")))
  }
}
