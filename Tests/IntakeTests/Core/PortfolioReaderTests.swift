import Criteria
import Diagnostics
import StructuredData
import TestSupport
import Testing

@testable import Intake

@Suite struct PortfolioReaderTests {
  func read(
    _ texts: [String: String], name: String = "source", jobs: Int = 1
  ) async throws -> Staged<Portfolio> {
    try await portfolio(SourceTree.memory(texts, name: name), jobs: jobs)
  }

  let maintainers = """
    | Name | GitHub | Organization |
    |---|---|---|
    | Ann Ek | @annek | Acme Inc. |
    | Böb Zed | @bobzed | RedHat |
    | Ann Ek | @AnnEk | Acme |

    ## Emeritus

    | Name | GitHub | Organization |
    |---|---|---|
    | Old Hand | @oldhand | Acme |

    """

  @Test func onePersonIsOneIdentityWithANormalizedOrganization() async throws {
    let community = try #require(
      try await read(["GOVERNANCE.md": "# G", "MAINTAINERS.md": maintainers]).value.communities.first)
    #expect(community.maintainers.map(\.id) == ["@annek", "@bobzed"])
    #expect(community.maintainers.map(\.listings.count) == [2, 1])
    #expect(community.maintainers[1].organization == "Red Hat")
    #expect(community.emeritus.map(\.name) == ["Old Hand"])
    #expect(community.index.maintainerList?.path == "MAINTAINERS.md")
  }

  @Test func theListAtTheRootOfTheGoverningRepositoryIsTheList() async throws {
    let community = try #require(
      try await read([
        "code/README.md": "# Code", "code/MAINTAINERS.md": "| Name | GitHub |\n|---|---|\n| X Y | @xy |\n",
        "community/GOVERNANCE.md": "# G", "community/sub/MAINTAINERS.md": "- [Z W](https://github.com/zw), Acme\n",
        "community/MAINTAINERS.md": maintainers,
      ]).value.communities.first)
    #expect(community.repositories.map(\.path) == ["code", "community"])
    #expect(community.index.maintainerList?.path == "community/MAINTAINERS.md")
    #expect(community.index.maintainerList?.reason.hasSuffix("2 more found") == true)
  }

  @Test func approversStandInWhereNoDocumentListsMaintainers() async throws {
    let community = try #require(
      try await read([
        "OWNERS": "approvers:\n- core\n- cy\nreviewers:\n- rev\n",
        "OWNERS_ALIASES": "aliases:\n  core:\n  - ann\n  sig-x-approvers:\n  - dan\n  rev:\n  - eve\n",
      ]).value.communities.first)
    #expect(community.maintainers.map(\.id) == ["@ann", "@cy"])
    let rights = Dictionary(uniqueKeysWithValues: community.ownerEntries.map { ($0.name, $0.canApprove) })
    #expect(rights["ann"] == true)
    // Used under reviewers only, whatever its name says; unused, its name speaks.
    #expect(rights["eve"] == false)
    #expect(rights["dan"] == true)
  }

  @Test func otherProjectsDocumentsAreNotHeldAgainstTheFoundation() async throws {
    let dueDiligence = "# %@ Graduation Due Diligence\n\n## A\n\ntext\n\n## B\n\ntext\n"
    func document(_ name: String) -> String {
      dueDiligence.split(separator: "%@", omittingEmptySubsequences: false).joined(separator: name)
    }
    let staged = try await read([
      "README.md": "# Foundation", "projects/acme/acme-graduation-dd.md": document("Acme"),
      "projects/other/security-assessment/self-assessment.md": "# Self-assessment",
    ])
    let community = try #require(staged.value.communities.first)
    #expect(community.application == nil)
    #expect(community.ownDocuments.map(\.path) == ["README.md"])
    #expect(community.documents.compactMap(\.foreignSubject) == ["acme", "other"])
    #expect(staged.diagnostics.allSatisfy { $0.severity < .error })

    let own = try await read(["README.md": "", "docs/dd.md": document("Acme")], name: "community").value
    #expect(own.communities.first?.application == "docs/dd.md")
    #expect(own.communities.first?.name == "Acme")
  }

  @Test func theNewestForTheLevelAppliedForAsserts() async throws {
    func document(_ title: String, _ date: String) -> String {
      "---\ndate: \(date)\n---\n# Acme \(title)\n\n## A\n\ntext\n\n## B\n\ntext\n"
    }
    let texts = [
      "README.md": "# Acme", "a.md": document("Incubation Proposal", "2021-01-01"),
      "b.md": document("Graduation Application", "2023-01-01"),
      "c.md": document("Graduation Application", "2024-01-01"),
      "c-draft.md": document("Graduation Application", "2025-01-01"),
      "d.md": document("Incubation Proposal", "2026-01-01"),
    ]
    let community = try #require(try await read(texts, name: "acme").value.communities.first)
    #expect(community.application == "c.md")
    #expect(community.appliesFor == "graduated")
    #expect(community.earlierApplications == ["a.md", "b.md", "c-draft.md", "d.md"])

    let stated = texts.merging(["sitegen.yaml": "communities:\n- {id: acme, applies_for: incubating}\n"]) { $1 }
    #expect(try await read(stated, name: "acme").value.communities.first?.application == "d.md")
  }

  @Test func workspaceNamesRepositoriesAbsentOnesIncluded() async throws {
    let portfolio = try await read([
      "sitegen.yaml": """
      title: T
      communities:
        - id: acme
          name: Acme
          repositories: [{path: x/code, excerpt: true}, {path: x/gone}]
        - {id: other, repositories: [{path: y}]}
      exclude: ["**/skip.md"]
      """,
      "x/code/README.md": "# Code", "x/notes.md": "# Beside", "x/code/skip.md": "# Skip", "y/README.md": "# Y",
      "z/README.md": "# Nobody's",
    ]).value
    #expect(portfolio.communities.map(\.id) == ["acme", "other"])
    let acme = portfolio.communities[0]
    #expect(acme.repositories.map(\.isAbsent) == [false, true])
    #expect(acme.repositories[0].isExcerpt)
    #expect(acme.documents.map(\.path) == ["x/code/README.md", "x/notes.md"])
  }

  @Test func overridesAndFrontMatterSayWhatADocumentIs() async throws {
    let community = try #require(
      try await read([
        "sitegen.yaml": "documents:\n- {path: 'x/*.md', kind: notes, date: 2020-01-02}\n", "README.md": "",
        "x/a.md": "text", "b.md": "---\nkind: roadmap\n---\n# B\n",
      ]).value.communities.first)
    #expect(community[path: "x/a.md"]?.kind == .notes)
    #expect(community[path: "x/a.md"]?.date == CalendarDate(year: 2020, month: 1, day: 2))
    #expect(community[path: "b.md"]?.kind == .roadmap)
  }

  @Test func badBytesAreLocatedAndTheRestIsRead() async throws {
    var contents: [String: [UInt8]] = ["README.md": Array("# A\r\nx\r\n".utf8)]
    contents["CONTRIBUTING.md"] = Array("one\ntwo ".utf8) + [0xC3, 0x28] + Array("\n".utf8)
    contents["SECURITY.md"] = [0xFF, 0xFE, 0x41, 0x00]
    contents["sigs.yaml"] = Array("sigs: [".utf8)
    contents["GOVERNANCE.md"] = [0xEF, 0xBB, 0xBF] + Array("# Rules\n".utf8)
    let staged = await PortfolioReader.read(
      .memory(contents), workspace: WorkspaceConfiguration(), criteria: try shippedCriteria())
    let community = try #require(staged.value.communities.first)
    #expect(community[path: "GOVERNANCE.md"]?.title == "Rules")
    #expect(community[path: "SECURITY.md"]?.kind == .unsupported)
    let encoding = try #require(staged.diagnostics.first { $0.rule == "intake/encoding" })
    #expect(encoding.location.map { "\($0.path):\($0.line):\($0.column)" } == "CONTRIBUTING.md:2:5")
    #expect(staged.diagnostics.contains { $0.location?.path == "sigs.yaml" && $0.kind == .unreadable })
    #expect(community[path: "sigs.yaml"]?.facts.unread.isEmpty == false)
  }

  @Test func findsLinksOfEveryFormWithTheirLines() async throws {
    let text = """
      See [a](a.md) and [b][ref], <https://example.org/c>.

      ![i](i.png) https://example.org/d

      <a href="e.html?x=1&amp;y=2">e</a>

      [ref]: b.md
      """
    let community = try #require(
      try await read(["README.md": text, "x.txt": "to http://f.example, now\n"]).value
        .communities.first)
    let links = community[path: "README.md"]?.facts.links ?? []
    #expect(
      links.map(\.destination) == [
        "a.md", "b.md", "https://example.org/c", "i.png", "https://example.org/d", "e.html?x=1&y=2",
      ])
    #expect(links.map(\.location.line) == [1, 1, 1, 3, 3, 5])
    #expect(links.first?.location.column == 9)
  }

  @Test func leadingCommentsOfDataFilesAreTheirFrontMatter() async throws {
    let community = try #require(
      try await read([
        "README.md": "", "OWNERS": "# source: https://example.org/OWNERS\n# date: 2025-12-03\n\napprovers: [ann]\n",
      ]).value.communities.first)
    #expect(community[path: "OWNERS"]?.sourceURL == "https://example.org/OWNERS")
    #expect(community[path: "OWNERS"]?.date == CalendarDate(year: 2025, month: 12, day: 3))
  }

  @Test func widthChangesNothing() async throws {
    var texts = ["GOVERNANCE.md": "# G", "MAINTAINERS.md": maintainers]
    for number in 0..<50 { texts["docs/\(number).md"] = "# Page \(number)\n\n[x](\(number).md)\n" }
    let one = InspectReport(try await read(texts, jobs: 1).value)
    let eight = InspectReport(try await read(texts, jobs: 8).value)
    #expect(JSONWriter.text(one.json) == JSONWriter.text(eight.json))
    #expect(one.text == eight.text)
  }

  @Test func inspectIsLimitedToPaths() async throws {
    let portfolio = try await read(["README.md": "", "docs/a.md": "", "docs2/b.md": ""]).value
    #expect(InspectReport(portfolio, paths: ["docs/"]).text.contains("1 file: 1 page"))
    #expect(InspectReport(portfolio, paths: ["./README.md"]).text.contains("1 file: 1 readme"))
    #expect(InspectReport(portfolio, paths: ["absent"]).isEmpty)
  }

  @Test func namesAreFoldedAcrossAccentsAndCase() {
    #expect(NameFolding.name("Ľuboslav  PIVARČ") == "luboslav pivarc")
    #expect(NameFolding.name("O'Neil Müller-Weiß") == "oneil muller weiss")
    #expect(NameFolding.name("e\u{301}a") == "ea")
    #expect(NameFolding.handle("@BenTheElder") == "bentheelder")
  }

  @Test(.enabled(if: Shared.has("corpora/kubevirt"), "needs ../shared"))
  func readsTheCommunityWithFourRepositoriesOfTheCorpora() async throws {
    let tree = try #require(SourceTree.disk(root: Shared.packagePath + "/../shared/corpora/kubevirt"))
    let portfolio = await PortfolioReader.read(
      tree, workspace: WorkspaceConfiguration(), criteria: try shippedCriteria(), options: IntakeOptions(jobs: 2)
    ).value
    let community = try #require(portfolio.communities.first)
    #expect(portfolio.communities.count == 1)
    #expect(community.repositories.count == 4)
    #expect(community.maintainers.count == 7)
    #expect(community.adopters.count == 44)
    #expect(community.groups.count { $0.kind == .sig } == 10)
    #expect(community.groups.count { $0.kind == .wg } == 3)
    #expect(community.groups.count { $0.kind == .userGroup } == 1)
    #expect(community.application?.hasSuffix("incubation/due-diligence.md") == true)
  }

  @Test(.enabled(if: Shared.has("seeds"), "needs ../shared"))
  func recognizesTheFiveSeedDocuments() async throws {
    let tree = try #require(SourceTree.disk(root: Shared.packagePath + "/../shared/seeds"))
    let community = try #require(
      await PortfolioReader.read(tree, workspace: WorkspaceConfiguration(), criteria: try shippedCriteria()).value
        .communities.first)
    #expect(community.documents.map(\.kind) == [.notes, .dueDiligence, .dueDiligence, .dueDiligence, .mail])
    #expect(community.application == community.documents[3].path)
    #expect(community.earlierApplications.count == 2)
  }
}
