import Testing

@testable import Diagnostics
@testable import Site

/// How often the text of a file is read on its way from disk to verdict: by the parser, classifier, readers, links,
/// criteria and rules.
@Suite struct ScanTests {
  /// Its parser reads it, looking first for signs of the syntax it needs, and `DocumentText` or `WordText` cuts it into
  /// lines and words; all others ask these. Of a line of a short file more is looked at by itself: a look at its head is
  /// one at all of it.
  @Test func noFileOfTheDefaultSiteIsReadMoreThanTwice() async throws {
    let readings = Readings()
    let input = try await Readings.$current.withValue(readings) {
      try #require(await WholeInput.read("content"))
    }
    let long = input.portfolio.communities.flatMap(\.documents).filter { $0.source.lineCount >= 40 }
    #expect(long.count >= 20)
    let scans = readings.scans
    for document in long {
      let count = scans[document.path] ?? 0
      #expect((1...2).contains(count), "\(document.path) is read \(count) times")
    }
  }
}
