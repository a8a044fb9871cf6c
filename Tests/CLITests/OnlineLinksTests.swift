import StructuredData
import TestSupport
import Testing

@testable import SitegenCLI

/// Which addresses are asked, and what an answer means. `Tests/Links/run.py` asks a server that misbehaves.
@Suite struct OnlineLinksTests {
  @Test(arguments: [
    ("https://Acme.io/a#b", "https://Acme.io/a"), ("http://acme.io:8080/ü?q=1", "http://acme.io:8080/%C3%BC?q=1"),
  ])
  func asksPublicAddressesWithoutTheirAnchor(address: String, asked: String) {
    #expect(LinkAddress(address, isPrivateAllowed: false)?.text == asked)
  }

  @Test(arguments: [
    "mailto:a@acme.io", "ftp://acme.io/", "docs/a.md", "https://user@acme.io/", "http://localhost/",
    "http://127.0.0.1/",
    "http://[::1]/", "http://169.254.169.254/latest", "http://0x7f000001/", "http://2130706433/", "http://127.1/",
    "http://printer.local/", "http://wiki.internal/", "http://intranet/", "https://example.org/", "https:///a",
    "http://0x7f.0x1/", "http://127.0.0.1./",
  ])
  func asksNothingElse(address: String) { #expect(LinkAddress(address, isPrivateAllowed: false) == nil) }

  @Test func asksOwnMachinesWhereTheyAreAllowed() {
    #expect(LinkAddress("http://127.0.0.1:8080/a", isPrivateAllowed: true)?.host == "127.0.0.1:8080")
    #expect(LinkAddress("http://u:p@127.0.0.1/", isPrivateAllowed: true) == nil)
    #expect(LinkAddress("http://acme.example/", isPrivateAllowed: true) == nil)
  }

  @Test func tellsAnAnswerFromAFailure() throws {
    #expect(
      try LinkRequest.result(0, "301\n\nhttps://acme.io/b\n")
        == .answered(status: 301, retryAfter: nil, location: "https://acme.io/b"))
    #expect(try LinkRequest.result(0, "429\n5\n\n") == .answered(status: 429, retryAfter: 5, location: nil))
    #expect(try LinkRequest.result(28, "200\n\n\n") == .answered(status: 200, retryAfter: nil, location: nil))
    #expect(try LinkRequest.result(28, "000\n\n\n") == .timedOut)
    #expect(try LinkRequest.result(6, "000\n\n\n") == .noSuchHost)
    #expect(try LinkRequest.result(60, "000\n") == .failed("has a certificate that is not trusted"))
    #expect(throws: LinkRequest.NoProgram.self) { try LinkRequest.result(127, "") }
  }

  @Test func asksAgainWhenAnAnswerIsOld() throws {
    let days = try ["2026-01-01", "2026-01-02", "2026-01-08"].map { try #require(CalendarDate(iso: $0)) }
    var cache = LinkCache()
    cache.keep([
      "a": LinkAnswer(outcome: .works, reason: "200", date: days[0]),
      "b": LinkAnswer(outcome: .dead, reason: "404", date: days[0]),
    ])
    #expect(cache.recent("a", on: days[1]) != nil && cache.recent("a", on: days[2]) == nil)
    #expect(cache.recent("b", on: days[0]) != nil && cache.recent("b", on: days[1]) == nil)
  }
}
