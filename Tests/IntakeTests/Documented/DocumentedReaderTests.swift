import Diagnostics
import TestSupport
import Testing

@testable import Intake

/// The reader that `docs/adding-a-reader.md` shows.
@Suite struct DocumentedReaderTests {
  @Test func theReaderOfThePageIsTheOneThatRuns() throws {
    let blocks = try Documentation.blocks("swift", in: "docs/adding-a-reader.md")
    #expect(blocks.count == 2)
    #expect(try blocks.allSatisfy { try Documentation.isCompiled($0, in: "Tests/IntakeTests/Documented") })
  }

  @Test func itReadsTheVotesOfMinutes() throws {
    let text = "# Votes\n\nVOTE: adopt the charter\nA VOTE: none\n"
    let minutes = try #require(document(text, path: "votes.log", readers: [.votes]))
    #expect(minutes.kind == .notes)
    #expect(minutes.facts.decisions.map(\.text) == ["adopt the charter"])
    #expect(minutes.facts.decisions.map(\.location.line) == [3])
  }

  /// Nobody looks at a file of that name but for its sake.
  @Test func aFileIsLookedAtForTheReaderThatNamesIt() { #expect(document("VOTE: x\n", path: "votes.log") == nil) }
}
