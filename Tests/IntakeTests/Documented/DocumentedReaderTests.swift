import Diagnostics
import TestSupport
import Testing

@testable import Intake

/// The reader that `docs/adding-a-reader.md` shows.
@Suite struct DocumentedReaderTests {
  @Test func theReaderOfThePageIsTheOneThatRuns() throws {
    let blocks = try Documentation.blocks("swift", in: "docs/adding-a-reader.md")
    #expect(blocks.count == 1)
    #expect(try blocks.allSatisfy { try Documentation.isCompiled($0, in: "Tests/IntakeTests/Documented") })
  }

  @Test func itReadsTheVotesOfMinutes() {
    let source = SourceText(path: "notes.md", text: "# Notes\n\nVOTE: adopt the charter\nA VOTE: none\n")
    let decisions = read(source, as: .notes, readers: [.votes]).facts.decisions
    #expect(decisions.map(\.text) == ["adopt the charter"])
    #expect(decisions.map(\.location.line) == [3])
  }
}
