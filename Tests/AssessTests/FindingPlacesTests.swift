import Assess
import Testing

@Suite struct FindingPlacesTests {
  @Test func areNoMoreThanAnybodyReads() async throws {
    let items = String(repeating: "- TODO: name somebody\n", count: Finding.mostPlaces + 100)
    let staged = await assess(["GOVERNANCE.md": "# Governance\n\n\(items)"])
    let finding = try #require(staged.value.flatMap(\.findings).first { $0.rule == "governance/to-do" })
    #expect(finding.places.count == Finding.mostPlaces)
    #expect(finding.message.hasSuffix("\(Finding.mostPlaces + 100) times"))
  }
}
