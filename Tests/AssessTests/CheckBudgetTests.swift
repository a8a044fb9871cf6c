import Criteria
import Diagnostics
import Testing

@testable import Assess
@testable import Intake

/// All checks on a community share one budget of steps, so that a file of costly checks cannot hold up a run.
@Suite struct CheckBudgetTests {
  @Test func theCheckThatUsesItUpSaysSoAndThoseAfterItSayNothing() throws {
    let check = "{id: c, holds: range(100) | list | length > 1000, because: \"'x'\"}"
    let yaml = """
      model: own
      title: Own rules
      foundation: Own
      revisions: [{date: 2026-01-01}]
      criteria:
      - id: OWN-1
        section: Own
        text: T
        requirement: [{from: 2026-01-01, is: required}]
        automation: auto
        checks: [\(check), \(check.replacing("c,", with: "d,")), \(check.replacing("c,", with: "e,"))]
        why: w
        measured: m
        fix: f

      """
    let set = try #require(CriteriaReader.read(SourceText(path: "own.yaml", text: yaml)).value)
    let data = CommunityData(Community(id: "a", name: "A"), asOf: asOf, maxAge: 365)
    let language = CheckLanguage(data, steps: 1200)
    let results = set.criteria[0].checks.map { language.result(of: $0) }
    #expect(results.map(\.value.holds) == [false, nil, nil])
    let said = results.map { $0.diagnostics.map(\.summary) }
    #expect(said == [[], ["the checks on a community take more than 1200 steps together"], []])
  }
}
