import Assess
import Diagnostics
import Testing

@Suite struct RuleTests {
  @Test func theDayOfTheExamplesIsFixed() { #expect(asOf.description == "2026-11-21") }

  @Test(arguments: Rule.all.map(\.id.rawValue))
  func findsWhatItsExamplesSay(id: String) async throws {
    let rule = try #require(Rule.named(id))
    for example in rule.examples {
      let assessments = await assess(example.files).value
      let found = assessments.flatMap(\.findings).filter { $0.rule == rule.id }.map(\.message).sorted()
      #expect(found == example.findings.sorted(), "\(example.files.keys.sorted())")
    }
  }

  @Test func everyRuleExplainsItselfAndShowsBothCases() {
    #expect(Set(Rule.all.map(\.id)).count == Rule.all.count)
    for rule in Rule.all {
      #expect(!rule.summary.isEmpty && !rule.why.isEmpty && !rule.howToFix.isEmpty)
      #expect(rule.examples.contains { $0.findings.isEmpty }, "\(rule.id) has no silent example")
      #expect(rule.examples.contains { !$0.findings.isEmpty }, "\(rule.id) has no failing example")
    }
  }
}
