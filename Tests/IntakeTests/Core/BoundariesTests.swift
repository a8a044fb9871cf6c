import TestSupport
import Diagnostics
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

@Suite struct ManyRepositoriesTests {
  @Test func findsTheRepositoryOfEachFileAmongMany() {
    let paths = (0..<2_000).map { "r\($0)/README.md" }
    let tree = SourceTree.memory(Dictionary(uniqueKeysWithValues: paths.map { ($0, "") }))
    let entry = Inventory(tree, WorkspaceConfiguration()).entries[0]
    #expect(entry.repositories.count == 2_000 && entry.files.count == 2_000)
    #expect(["r1/a.md", "r17/b/c.md", "r1999/README.md"].map(entry.root) == ["r1", "r17", "r1999"])
    #expect(entry.root(of: "r2000/README.md") == "" && entry.root(of: "README.md") == "")
  }

  @Test func takesTheInnermostOfRepositoriesInEachOther() {
    let folders = ["", "a", "a/b"] + (0..<9).map { "c\($0)" }
    let repositories = folders.map { Repository(name: $0, path: $0) }
    #expect(
      ["a/b/c/d.md", "a/x.md", "x.md", "c1/x.md"].map { repositories.holding($0)?.path } == ["a/b", "a", "", "c1"])
    #expect(repositories.dropFirst().map { $0 }.holding("x.md") == nil)
  }

  @Test func refusesMoreCommunitiesThanASiteCanHold() {
    let text = "communities:\n" + (0...IntakeLimits.communities).map { "  - {id: c\($0)}\n" }.joined()
    let read = WorkspaceConfiguration.read(SourceText(path: "sitegen.yaml", text: text))
    #expect(read.diagnostics.map(\.rule) == ["workspace/too-many-communities"])
    #expect(read.value.communities.isEmpty)
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
    #expect(LinkPath.resolve(reference, in: folder) == path)
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
