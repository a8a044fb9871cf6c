import Assess
import Testing

@Suite struct FindingBoundsTests {
  @Test func areNoMoreThanAnybodyReads() async throws {
    let items = String(repeating: "- TODO: name somebody\n", count: Finding.mostPlaces + 100)
    let staged = await assess(["GOVERNANCE.md": "# Governance\n\n\(items)"])
    let finding = try #require(staged.value.flatMap(\.findings).first { $0.rule == "governance/to-do" })
    #expect(finding.places.count == Finding.mostPlaces)
    #expect(finding.message.hasSuffix("\(Finding.mostPlaces + 100) times"))
  }

  @Test func ofOneRuleInAFileAreNoMoreThanAnybodyReads() async throws {
    let items = String(repeating: "- Ada Example (@ada), Example Inc.\n", count: Finding.mostInFile + 101)
    let staged = await assess(["MAINTAINERS.md": "# Maintainers\n\n\(items)"])
    let findings = staged.value.flatMap(\.findings).filter { $0.rule == "people/duplicate-row" }
    #expect(findings.count == Finding.mostInFile + 1)
    #expect(findings.filter { $0.message.hasPrefix("100 more of this kind in this file") }.count == 1)
    #expect(Set(findings.map(\.fingerprint)).count == findings.count)
  }
}
