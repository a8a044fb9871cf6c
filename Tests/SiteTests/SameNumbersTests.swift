import Assess
import Criteria
import Diagnostics
import Foundation
import Report
import StructuredData
import TestSupport
import Testing

@testable import Site

/// A number that several outputs give is the same in all of them.
@Suite struct SameNumbersTests {
  @Test func inTheDefaultSite() async throws {
    try await compare(try #require(await WholeInput.read("content")))
  }

  @Test(
    .enabled(if: Shared.has("corpora"), "../shared/corpora does not lie beside this checkout"),
    arguments: ["argo", "chaos-mesh", "crossplane", "dapr", "flux", "keda"])
  func inSharedCommunities(name: String) async throws {
    try await compare(try #require(await WholeInput.read("../shared/corpora/\(name)")))
  }

  private func compare(_ input: SiteInput) async throws {
    let files = Dictionary(
      await SiteBuilder.plan(input, jobs: 2).value.files.map { ($0.path, String(decoding: $0.bytes, as: UTF8.self)) }
    ) { first, _ in first }
    for community in input.report.communities {
      let assessment = community.assessment
      let folder = Route.folders(ofCommunities: [assessment.community.id])[0]
      let page = try #require(files["\(folder)/gap-report/index.html"])
      let dashboard = words(try #require(files["\(folder)/index.html"]))
      let one = GapReport(communities: [community])
      func output(_ id: String) throws -> String {
        String(decoding: try #require(Reporter.all.first { $0.id == id }).render(one), as: UTF8.self)
      }

      // Sections: counted here once more, by the definition; what was found comes last where nobody has applied.
      let sections = assessment.models.flatMap { model in
        let lasts: [Verdict] = model.hasApplication ? [] : [.claimable]
        return (Verdict.allCases.filter { !lasts.contains($0) } + lasts).compactMap { verdict -> String? in
          let number = model.criteria.count { $0.verdict == verdict && isCounted($0) }
          let label = verdict.words(hasApplication: model.hasApplication).label
          return number == 0 ? nil : "\(label.prefix(1).uppercased())\(label.dropFirst()) (\(number))"
        }
      }
      let texts: [String: [String]] = [
        "text": try output("text").split(separator: "\n").filter { $0.hasPrefix("  ") }.map { String($0.dropFirst(2)) },
        "markdown": try output("markdown").split(separator: "\n").filter { $0.hasPrefix("### ") }.map {
          String($0.dropFirst(4))
        },
        "page": page.components(separatedBy: "<h2").dropFirst().map { part -> String in
          let heading = words("<h2" + (part.components(separatedBy: "</h2>").first ?? ""))
          let parts = heading.split(separator: " ")
          return parts.dropLast().joined(separator: " ") + " (\(parts.last ?? ""))"
        },
      ]
      for (name, lines) in texts.sorted(by: { $0.key < $1.key }) {
        #expect(lines.filter(sections.contains) == sections, "\(folder): \(name)")
      }

      // Totals of the model it applies under.
      let model = try #require(assessment.models.first)
      let counted = model.criteria.filter(isCounted)
      let open = counted.count(where: \.isOpen)
      let json = try #require(
        YAML.read(SourceText(path: "r.json", text: try output("json"))).value?["communities"]?.elements.first?["totals"]
      )
      #expect(json["required"]?.int == counted.count && json["open"]?.int == open, "\(folder)")
      for verdict in Verdict.allCases {
        #expect((json["verdicts"]?[verdict.rawValue]?.int ?? 0) == counted.count { $0.verdict == verdict }, "\(folder)")
      }
      let badge = try #require(files["badges/\(folder).svg"])
      #expect(
        badge.contains(model.hasApplication ? ">\(open) of \(counted.count) open<" : ">\(counted.count) criteria<"))
      let answer =
        model.hasApplication && open > 0 ? "\(open) of \(counted.count) required criteria" : "\(counted.count) "
      #expect(dashboard.contains(answer), "\(folder)")

      // Findings by severity.
      let severities = Severity.allCases.reversed().map { severity in
        assessment.findings.count { $0.severity == severity && $0.waiver == nil }
      }
      #expect(["error", "warning", "note"].map { json["findings"]?[$0]?.int } == severities, "\(folder)")
      if severities != [0, 0, 0] {
        let page = words(try #require(files["\(folder)/findings/index.html"]))
        let said = zip(severities, ["error", "warning", "note"]).map { "\($0) \($1)\($0 == 1 ? "" : "s")" }
        #expect(page.contains(said.joined(separator: ", ")), "\(folder)")
        #expect(community.others.isEmpty || dashboard.contains(said.joined(separator: ", ")), "\(folder)")
      }

      // Organizations of maintainers.
      let reason = model.criteria.first { $0.criterion.id == "GOV-2ORG" }?.because.first { $0.contains(" among ") }
      if let number = reason?.split(separator: " ").first, dashboard.contains(" active maintainers from ") {
        #expect(dashboard.contains(" active maintainers from \(number) organization"), "\(folder): \(reason ?? "")")
      }
    }
  }

  /// A criterion that counts, by the definition of the criteria sets.
  private func isCounted(_ row: CriterionAssessment) -> Bool {
    row.requirement == .required && row.criterion.parent == nil && row.verdict != .retired
      && row.verdict != .notYetAsked
  }

  /// The words of a page with single blanks between them.
  private func words(_ html: String) -> String {
    let text = html.split(separator: "<", omittingEmptySubsequences: false).enumerated().map { index, part in
      index == 0 ? String(part) : part.split(separator: ">", maxSplits: 1).dropFirst().joined()
    }.joined()
    return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
