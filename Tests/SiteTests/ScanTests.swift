#if DEBUG
  import Diagnostics
  import TestSupport
  import Testing

  @testable import Site

  /// The bytes of a document are read twice at most from its first to its last line: by the parser of its markup and by
  /// us. All who classify, read, check, search and show it work on what these two made, or read the few lines that the
  /// table of signs names. Data has parsers of its own, and is shown as it stands.
  @Suite struct ScanTests {
    @Test func theDefaultSite() async throws { try await read("content") }

    @Test(
      .enabled(if: Shared.has("corpora"), "../shared/corpora does not lie beside this checkout"),
      arguments: ["argo", "backstage", "keda", "tuf"])
    func sharedCommunities(name: String) async throws { try await read("../shared/corpora/\(name)") }

    private func read(_ folder: String) async throws {
      let readings = Readings()
      try await Readings.$current.withValue(readings) {
        _ = await SiteBuilder.plan(try #require(await WholeInput.read(folder)), jobs: 2)
      }
      let scans = readings.scans.filter { scan in [".md", ".rst", ".adoc"].contains { scan.key.hasSuffix($0) } }
      #expect(scans.values.contains(2), "nothing was counted")
      let often = scans.filter { $0.value > 2 }.sorted { $0.key < $1.key }
      #expect(often.isEmpty, "\(often.map { "\($0.key): \($0.value)" }.joined(separator: "\n"))")
    }
  }
#endif
