import TestSupport
import Testing

@testable import Intake

@Suite struct BoundariesTests {
  func boundaries(_ paths: String...) -> Boundaries {
    Boundaries(.memory(Dictionary(uniqueKeysWithValues: paths.map { ($0, "") })))
  }

  @Test func sourceWithAReadmeIsOneRepository() {
    let found = boundaries("README.md", "docs/README.md", "a/b/OWNERS")
    #expect(found.layout == .repository)
    #expect(found.communities == [.init(folder: "", repositories: [""])])
  }

  @Test func childrenWithMarkersAreRepositoriesOfOneCommunity() {
    let found = boundaries("code/SECURITY.md", "community/GOVERNANCE.md", "community/x/README.md")
    #expect(found.layout == .community)
    #expect(found.communities == [.init(folder: "", repositories: ["code", "community"])])
  }

  @Test func grandchildrenWithMarkersMakeAPortfolio() {
    let found = boundaries("a/one/OWNERS", "a/two/.github/x.yml", "b/three/.git/HEAD", "c/notes.md")
    #expect(found.layout == .portfolio)
    #expect(
      found.communities == [
        .init(folder: "a", repositories: ["a/one", "a/two"]), .init(folder: "b", repositories: ["b/three"]),
        .init(folder: "c", repositories: ["c"]),
      ])
  }

  @Test func filesWithoutMarkersAreAFlatCommunity() {
    let found = boundaries("000.txt", "001.txt", "deep/er/still/README.md")
    #expect(found.layout == .flat)
    #expect(found.communities == [.init(folder: "", repositories: [""])])
  }

  @Test func aReadmeInAFolderOfNotesMakesNoPortfolio() {
    #expect(boundaries("code/README.md", "docs/notes/README.md").layout == .community)
  }

  @Test func aFolderAndProgramSourceAreNoMarkers() {
    #expect(boundaries("a/adopters/x.yaml", "a/owners.go").layout == .flat)
  }

  @Test(.enabled(if: Shared.has("corpora"), "needs ../shared"))
  func findsThe32CommunitiesAnd41RepositoriesOfTheCorpora() throws {
    let tree = try #require(SourceTree.disk(root: Shared.packagePath + "/../shared/corpora"))
    let found = Boundaries(tree)
    #expect(found.layout == .portfolio)
    #expect(found.communities.count == 32)
    #expect(found.communities.map(\.repositories.count).reduce(0, +) == 41)
  }

  @Test(.enabled(if: Shared.has("corpora/kubevirt"), "needs ../shared"))
  func findsTheFourRepositoriesOfOneCommunityOfTheCorpora() throws {
    let tree = try #require(SourceTree.disk(root: Shared.packagePath + "/../shared/corpora/kubevirt"))
    #expect(
      Boundaries(tree).communities == [
        .init(folder: "", repositories: ["community", "kubevirt", "sig-release", "user-guide"])
      ])
  }
}

@Suite struct LinkPathTests {
  @Test(
    arguments: [
      ("b.md", "a", "a/b.md"), ("../b.md", "a", "b.md"), ("./x//y/", "", "x/y"), ("../../b", "a", nil), ("..", "a", ""),
      ("..", "", nil), ("...", "a/b", "a/b/..."), ("../c/../d", "a/b", "a/d"), ("", "a/b", "a/b"),
      (".a/..b", "", ".a/..b"),
    ] as [(String, String, String?)])
  func resolves(_ reference: String, in folder: String, to path: String?) {
    #expect(LinkPath.resolve(reference[...], in: folder[...]) == path)
  }
}

@Suite struct ByteGateTests {
  @Test(arguments: [
    ("Every Tuesday", true), ("on Mondays", true), ("BIWEEKLY", true), ("common things, statues", false), ("", false),
    ("we", false), ("15:00 weekly", true),
  ])
  func opensAtTheBeginningOfWords(text: String, opens: Bool) {
    #expect(ByteGate("mon", "tue", "week", "biweek", "every").opens(for: text) == opens)
  }
}
