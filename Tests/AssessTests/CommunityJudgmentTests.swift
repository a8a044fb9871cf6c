import Criteria
import Diagnostics
import Testing

@testable import Assess
@testable import Intake

/// Criteria are judged side by side, each out of a share of the steps of its community.
@Suite struct CommunityJudgmentTests {
  /// What is said of two criteria, of which the first takes nearly all steps, when their checks have `steps` together.
  private func judged(steps: Int, jobs: Int) async throws -> Staged<[CheckResult]> {
    let heavy = "{id: c, holds: range(100) | list | length > 1000, because: \"'x'\"}"
    let light = "{id: c, holds: 1 > 2, because: \"'x'\"}"
    let set = try ownSet(checks: "- \(heavy)", "- \(light)")
    let data = CommunityData(Community(id: "a", name: "A"), asOf: asOf, maxAge: 365)
    let groundwork = await Groundwork.all([Groundwork.Facts(data: data, sets: [set])], jobs: jobs)
    let terms = CommunityJudgment.Terms(level: nil, waivers: [], reviews: [], steps: steps, parsed: [:])
    let judgment = try #require(await CommunityJudgment.all(groundwork, terms, jobs: jobs).first)
    let assessment = judgment.assessment([], RuleChoices([]))
    return Staged(judgment.models.flatMap(\.criteria).flatMap(\.checks), assessment.diagnostics)
  }

  @Test(arguments: [1, 2]) func oneThatTakesMoreThanItsShareTakesWhatOthersLeave(jobs: Int) async throws {
    let judged = try await judged(steps: 1200, jobs: jobs)
    #expect(judged.value.map(\.holds) == [false, false])
    #expect(judged.diagnostics.isEmpty)
  }

  @Test(arguments: [1, 2]) func whereTheyTakeTooMuchTogetherTheLastOnesSayNothing(jobs: Int) async throws {
    let judged = try await judged(steps: 600, jobs: jobs)
    #expect(judged.value.map(\.holds) == [nil, nil])
    #expect(judged.diagnostics.map(\.summary) == ["the checks on a community take more than 600 steps together"])
  }
}
