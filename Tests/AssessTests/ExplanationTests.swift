import Testing

@testable import Assess

@Suite struct ExplanationTests {
  private let files = ["MAINTAINERS.md": Samples.maintainers]

  @Test func namesTheRowTheCheckAndThePlaces() async throws {
    let text = try #require(Explanation.text(of: "GOV-2ORG", in: await assess(files).value))
    #expect(
      text.contains(
        "verdict: found (row 6: not asserted, the text denies nothing, and the deciding check holds on rows it cites)"))
    #expect(text.contains("check two-organizations: holds; 2 organizations among 2 active maintainers"))
    #expect(text.contains("MAINTAINERS.md:5"))
  }

  @Test func explainsARule() async throws {
    let text = try #require(Explanation.text(of: "claim/maintainer-count", in: []))
    #expect(
      text.hasPrefix("claim/maintainer-count: a number of maintainers that differs from the maintainers list\n  why: "))
  }

  @Test func knowsNothingOfOtherNames() async {
    #expect(Explanation.text(of: "GOV-NONE", in: await assess(files).value) == nil)
  }
}
