import Diagnostics
import Testing

@Suite struct CostsTests {
  @Test func addsUpWhatANameTook() {
    let costs: Costs? = Costs()
    for name in ["a", "b", "a"] { #expect(costs.measure(.rule, name) { name } == name) }
    costs.measure(.reader, "c") {}
    #expect(costs?.slowest(.rule, most: 10).map(\.name).sorted() == ["a", "b"])
    #expect(costs?.slowest(.rule, most: 1).count == 1)
    #expect(costs?.slowest(.document, most: 10).isEmpty == true)
  }

  @Test func doesTheWorkWhereNobodyAsks() {
    let costs: Costs? = nil
    #expect(costs.measure(.document, "a") { 7 } == 7)
  }
}
