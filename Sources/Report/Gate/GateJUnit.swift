import Diagnostics

/// A case for each criterion that counts and each rule: one that got worse fails, all others pass.
enum GateJUnit {
  static func text(_ report: GateReport) -> String {
    var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites>\n"
    for part in report.parts {
      let criteria = part.report.models.flatMap(\.model.counted).map { "criterion/\($0.criterion.id)" }
      text += suite(part.comparison.new.id, criteria, part.items)
    }
    if !report.input.isEmpty { text += suite("input", [], report.input) }
    return text + "</testsuites>\n"
  }

  private static func suite(_ name: String, _ criteria: [String], _ items: [GateItem]) -> String {
    let failing = items.filter(\.fails)
    var names = criteria
    for item in failing where !names.contains(item.rule) { names.append(item.rule) }
    if names.isEmpty { names = ["nothing got worse"] }
    let failed = names.count { name in failing.contains { $0.rule == name } }
    let id = JUnitReport.escaped(name)
    var text = "  <testsuite name=\"\(id)\" tests=\"\(names.count)\" failures=\"\(failed)\" errors=\"0\">\n"
    for name in names {
      let own = failing.filter { $0.rule == name }
      text += "    <testcase classname=\"\(id)\" name=\"\(JUnitReport.escaped(name))\""
      if let place = own.first?.places.first {
        text += " file=\"\(JUnitReport.escaped(place.path))\" line=\"\(place.line)\""
      }
      guard let first = own.first else {
        text += "/>\n"
        continue
      }
      let details = own.map { item in
        ([item.message] + item.places.map(ReportText.place) + [item.help].compactMap { $0 }).joined(separator: "\n")
      }
      text += ">\n      <failure message=\"\(JUnitReport.escaped(first.message))\">"
      text += details.joined(separator: "\n\n").split(separator: "\n", omittingEmptySubsequences: false)
        .map { JUnitReport.escaped(String($0)) }.joined(separator: "\n")
      text += "</failure>\n    </testcase>\n"
    }
    return text + "  </testsuite>\n"
  }
}
