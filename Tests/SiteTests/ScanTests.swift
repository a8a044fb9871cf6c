import Diagnostics
import Testing

@testable import Site

/// How often the text of a file is read on its way from disk to verdict: by the parser, classifier, readers, links,
/// criteria and rules.
@Suite struct ScanTests {
  /// The parser reads it, claims are read from its lines without comments, phrases are looked for in its words, and a
  /// file in which people or dates may stand is read once more for them; two would do. Short files are looked at more
  /// often: every look at their head is one at all of them.
  @Test func noFileOfTheDefaultSiteIsReadMoreThanFiveTimes() async throws {
    let readings = Readings()
    let input = try await Readings.$current.withValue(readings) {
      try #require(await WholeInput.read("content"))
    }
    let long = input.portfolio.communities.flatMap(\.documents).filter {
      $0.markdown != nil && $0.source.lineCount >= 40
    }
    #expect(long.count >= 5)
    let scans = readings.scans
    for document in long {
      let count = scans[document.path] ?? 0
      #expect((1...5).contains(count), "\(document.path) is read \(count) times")
    }
  }
}
