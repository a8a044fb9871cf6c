import Criteria
import Testing

@Suite struct CriteriaComparisonTests {
  @Test func tellsWhatWasAddedRetiredAndChanged() throws {
    let set = try shipped("cncf-levels.yaml")
    let comparison = CriteriaComparison(set, from: try day("2025-06-30"), to: try day("2026-05-06"))
    func ids(_ changes: [CriteriaComparison.Change]) -> [String] {
      changes.filter { $0.level == "graduated" }.map(\.criterion.rawValue)
    }
    #expect(ids(comparison.added) == ["PROC-GTR", "PROC-GOVREV"])
    #expect(ids(comparison.retired) == ["PROC-TAGREC"])
    #expect(ids(comparison.changed) == ["PROC-TAG"])
    #expect(comparison.text.contains("PROC-TAG (graduated): required, now suggested\n"))
  }

  @Test func saysWhenNothingChanged() throws {
    let set = try shipped("openinfra.yaml")
    #expect(CriteriaComparison(set, from: try day("2020-01-01"), to: try day("2026-01-01")).text == "nothing changed\n")
  }
}
