import Testing

@testable import Intake

/// Where other people's libraries lie, and what their documents are for.
@Suite struct ForeignFoldersTests {
  private let own = ["README.md", "LICENSE", "lib/zlibber-1.2.3/zlib.c", "lib/tiny/LICENSE", "lib/own/README.md"]

  @Test(arguments: [
    ("lib/zlibber-1.2.3/ADOPTERS.md", "lib/zlibber-1.2.3"), ("lib/tiny/doc/CHANGELOG.md", "lib/tiny"),
    ("lib/own/CHANGELOG.md", nil), ("lib/README.md", nil), ("src/lib/gear_e23f558/README.md", "src/lib/gear_e23f558"),
    ("docs/release-1.2.3/README.md", nil), ("lib/version-two/README.md", nil), ("lib/acme-deadbee/README.md", nil),
  ])
  func knowsLibrariesByAVersionOrALicense(path: String, library: String?) {
    #expect(ForeignFolders((own + [path]).sorted()).library(of: path) == library)
  }

  @Test func aFolderOfLicensedPartsIsTheCommunitysOwn() {
    // Where nothing has a version in its name, parts with a license of their own are packages of the community.
    let paths = ["lib/a/LICENSE", "lib/a/CHANGELOG.md", "lib/b/LICENSE"]
    #expect(paths.allSatisfy { ForeignFolders(paths).library(of: $0) == nil })
    // What tests use is somebody else's.
    #expect(ForeignFolders(["tests/lib/a/LICENSE"]).library(of: "tests/lib/a/doc/NOTES.md") == "tests/lib/a")
  }

  /// Of the documentation of several releases the newest is the community's own, as is what has no version.
  @Test(arguments: [
    ("docs/v0.9.x/install.md", true), ("docs/v0.10.0/a/b.md", true), ("docs/v0.11.0/install.md", false),
    ("docs/develop/install.md", false), ("docs/README.md", false), ("api/v1.0/README.md", false),
    ("pkg/cache/charts/store/README.md", true), ("charts/store/README.md", false),
  ])
  func documentsOfEarlierReleasesAndChartsAreCopies(path: String, isCopy: Bool) {
    let files = [
      "README.md", "docs/v0.9.x/a.md", "docs/v0.10.0/a.md", "docs/v0.11.0/a.md", "api/v1.0/a.md", "api/v1.1/a.md",
      "pkg/cache/Chart.yaml", "pkg/cache/charts/store/Chart.yaml", "charts/store/Chart.yaml", path,
    ]
    #expect(ForeignFolders(files.sorted()).holdCopy(path) == isCopy)
  }

  @Test func whatALibrarySaysIsNotSaidOfTheCommunity() async throws {
    let adopters = "# Adopters\n\n| Company | Use |\n|---|---|\n| Acme | prod |\n\nSee [all](gone.md).\n"
    let files = [
      "MAINTAINERS.md": "| Name | GitHub |\n|---|---|\n| Ann Alpha | @ann |\n",
      "lib/zlibber-1.2.3/ADOPTERS.md": adopters,
      "lib/zlibber-1.2.3/CHANGELOG.md": "# Changelog\n\n## 0.9.1 (2026-05-01)\n\n- fixed\n",
      "lib/zlibber-1.2.3/SECURITY.md": "Report to security@zlibber.example.\n",
    ]
    let community = try #require(try await portfolio(.memory(files)).value.communities.first)
    #expect(community.adopters.isEmpty)
    #expect(community.documents.filter { $0.path.hasPrefix("lib") }.map(\.kind) == [.page, .page, .page])
    #expect(community.documents.allSatisfy { $0.facts.releases.isEmpty && $0.facts.links.isEmpty })
    let ours = try #require(try await portfolio(.memory(["lib/own/ADOPTERS.md": adopters])).value.communities.first)
    #expect(ours.adopters.count == 1 && ours.documents.first?.facts.links.count == 1)
  }
}
