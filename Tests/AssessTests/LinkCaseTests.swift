import Assess
import Diagnostics
import Foundation
import Intake
import TestSupport
import Testing

/// Links and meetings with a known right answer; the inputs lie beside the checkout.
@Suite(.enabled(if: Shared.has("cases/readers"))) struct LinkCaseTests {
  private func findings(_ name: String, _ rule: String) async throws -> [String] {
    let folder = Shared.url("cases/readers/\(name)/input")
    let tree = try #require(SourceTree.disk(root: folder.path(percentEncoded: false)))
    return await assess(tree).value.flatMap(\.findings).filter { $0.rule.rawValue.hasPrefix(rule) }.map(\.message)
  }

  @Test func anchorsAreThoseOfTheHost() async throws {
    let dead = try await findings("01-anchor-emoji-cjk", "links/dead-anchor")
    #expect(
      dead.map { String($0.split(separator: "#").last ?? "") } == [
        "half-\u{BD}", "\u{8BB8}\u{53EF}\u{8BC1}", "roles-3",
      ])
  }

  @Test func everySpellingOfAPathLeadsToItsFile() async throws {
    #expect(try await findings("03-link-paths", "links/broken") == [])
  }

  @Test func oneMeetingInTwoZonesIsOne() async throws {
    #expect(try await findings("38-meeting-utc-vs-pt", "groups/meeting-differs") == [])
  }

  /// Git says that the checkout is whole, however many of its links are dead.
  @Test func deadLinksOfAWholeCheckoutAreSaid() async throws {
    let folder = Shared.url("cases/readers/04-links-broken-in-checkout/input")
    let tree = try #require(SourceTree.disk(root: folder.path(percentEncoded: false)))
    var files: [String: String] = [:]
    for file in tree.files { files[file.path] = String(decoding: try tree.read(file.path).get(), as: UTF8.self) }
    #expect(try await brokenLinks(files) == ["docs/Guide.md does not exist", "docs/gone.md does not exist"])
  }

  private func brokenLinks(_ files: [String: String]) async throws -> [String] {
    let root = URL.temporaryDirectory.appending(path: "sitegen-links-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: root) }
    try GitFixture(at: root).commit(files, on: "2026-01-10")
    let tree = try #require(SourceTree.disk(root: root.path(percentEncoded: false)))
    return await assess(tree).value.flatMap(\.findings).filter { $0.rule == "links/broken" }.map(\.message)
  }
}

/// The same without files beside the checkout.
@Suite struct LinksOfCheckoutTests {
  private static let files = [
    "LICENSE": "A\n", "README.md": "# A\n\n[a](one.md), [b](docs/two.md), [c](/docs/site.md)\n",
  ]

  @Test func aCheckoutThatGitCallsWholeHidesNoDeadLink() async throws {
    let root = URL.temporaryDirectory.appending(path: "sitegen-links-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: root) }
    try GitFixture(at: root).commit(Self.files, on: "2026-01-10")
    let tree = try #require(SourceTree.disk(root: root.path(percentEncoded: false)))
    let found = await assess(tree).value.flatMap(\.findings).filter { $0.rule == "links/broken" }
    // A path from the root may be one of a website.
    #expect(found.map(\.message) == ["one.md does not exist", "docs/two.md does not exist"])
  }

  @Test func withoutGitManyDeadLinksMeanThatFilesWereNotGiven() async throws {
    let found = await assess(Self.files).value.flatMap(\.findings).filter { $0.rule == "links/broken" }
    #expect(found.isEmpty)
  }
}
