import Diagnostics

/// A case for each criterion that counts and each rule: one that got worse fails, all others pass.
enum GateJUnit {
  static func text(_ report: GateReport) -> String {
    var suites = report.parts.map { part in
      suite(
        part.comparison.new.id, part.report.models.flatMap(\.model.counted).map { "criterion/\($0.criterion.id)" },
        part.items, part.report.assessment.asOf.description)
    }
    let day = suites.first?.day ?? "1970-01-01"
    if !report.input.isEmpty { suites.append(suite("input", [], report.input, day)) }
    return JUnitSuite.document(suites)
  }

  private static func suite(_ name: String, _ criteria: [String], _ items: [GateItem], _ day: String) -> JUnitSuite {
    let failing = items.filter(\.fails)
    let names = (criteria + failing.map(\.rule)).uniqued()
    let cases = (names.isEmpty ? ["nothing got worse"] : names).map { name in
      let own = failing.filter { $0.rule == name }
      let lines = own.flatMap { item in
        [item.message] + item.places.map(\.reference) + [item.help].compactMap { $0 }
      }
      return JUnitSuite.Case(name: name, outcome: own.first.map { .failed($0.message, lines) } ?? .passed)
    }
    return JUnitSuite(name: name, day: day, cases: cases)
  }
}
