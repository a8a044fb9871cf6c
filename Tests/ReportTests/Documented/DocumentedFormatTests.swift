import Report
import TestSupport
import Testing

/// The format that `docs/adding-a-format.md` shows.
@Suite struct DocumentedFormatTests {
  @Test func theFormatOfThePageIsTheOneThatRuns() throws {
    let blocks = try Documentation.blocks("swift", in: "docs/adding-a-format.md")
    #expect(blocks.count == 1)
    #expect(try blocks.allSatisfy { try Documentation.isCompiled($0, in: "Tests/ReportTests/Documented") })
  }

  @Test func itHasALineForEachFinding() throws {
    let text = String(decoding: Reporter.places.render(try canned()), as: UTF8.self)
    #expect(text == "app.md:7: claim/maintainer-count\na b/ä.md:9: groups/no-leads\n")
  }
}
