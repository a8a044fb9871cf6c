import Criteria
import Diagnostics
import Testing

@testable import Assess
@testable import Intake

/// All checks on a community share one budget of steps, so that a file of costly checks cannot hold up a run.
@Suite struct CheckBudgetTests {
  @Test func theCheckThatUsesItUpSaysSoAndThoseAfterItSayNothing() throws {
    let check = "{id: c, holds: range(100) | list | length > 1000, because: \"'x'\"}"
    let checks = ["c", "d", "e"].map { "- " + check.replacing("c,", with: "\($0),") }
    let set = try ownSet(checks: checks.joined(separator: "\n  "))
    let data = CommunityData(Community(id: "a", name: "A"), asOf: asOf, maxAge: 365)
    let language = CheckLanguage(data)
    let budget = CheckBudget(1200)
    let results = set.criteria[0].checks.map { language.result(of: $0, budget) }
    #expect(results.map(\.value.holds) == [false, nil, nil])
    let said = results.map { $0.diagnostics.map(\.summary) }
    #expect(said == [[], ["the checks on a community take more than 1200 steps together"], []])
  }
}
