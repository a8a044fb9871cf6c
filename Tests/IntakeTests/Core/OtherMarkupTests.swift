import Diagnostics
import Markdown
import Testing

@testable import Intake

/// Documents in reStructuredText, AsciiDoc and TOML, read as a community's.
@Suite struct OtherMarkupTests {
  private func community(_ texts: [String: String]) async throws -> Community {
    try #require(try await portfolio(SourceTree.memory(texts)).value.communities.first)
  }

  private func people(_ community: Community) -> [String] {
    community.documents.flatMap(\.facts.people).map { person in
      "\(person.location.line) \(person.status.rawValue) \(person.name) @\(person.handle ?? "") "
        + "(\(person.organization ?? "")) \(person.role)"
    }
  }

  @Test func readsPeopleGroupsAndSectionsOfReStructuredText() async throws {
    let community = try await community([
      "README.rst":
        "=====\nAlpha\n=====\n\nSee `the charter <reference/charter.rst#chair>`_ and :doc:`reference/charter`.\n",
      "MAINTAINERS.rst": """
      Maintainers
      ===========

      .. list-table::
         :header-rows: 1

         * - Name
           - GitHub
           - Organization
         * - Ann Example
           - `@ann-ex <https://github.com/ann-ex>`_
           - Acme

      +-------------+---------+--------------+
      | Name        | GitHub  | Organization |
      +=============+=========+==============+
      | Bob Example | @bob-ex | Bolt         |
      +-------------+---------+--------------+

      Emeritus
      --------

      * Cid Example (`@cid-ex <https://github.com/cid-ex>`_)
      """,
      "working-groups.rst": """
      ==============
      Working groups
      ==============

      =======  ===========  ==========
      Name     Chair        Slack
      =======  ===========  ==========
      Docs     Ann Example  #docs
      Tools    Bob Example  #tools
      =======  ===========  ==========
      """,
      "reference/charter.rst": "Charter\n=======\n\nChair\n-----\n\nThe committee elects a chair.\n",
    ])
    #expect(
      people(community) == [
        "10 active Ann Example @ann-ex (Acme) maintainer", "17 active Bob Example @bob-ex (Bolt) maintainer",
        "23 emeritus Cid Example @cid-ex () maintainer",
      ])
    let groups = community.documents.flatMap(\.facts.groups)
    #expect(
      groups.map { "\($0.name) \($0.leads.map(\.name)) \($0.location.line)" } == [
        "Docs [\"Ann Example\"] 8", "Tools [\"Bob Example\"] 9",
      ])
    let charter = try #require(community.documents.first { $0.path == "reference/charter.rst" })
    #expect(charter.kind == .charter)
    #expect(charter.title == "Charter")
    #expect(charter.markdown?.headings.map(\.text) == ["Charter", "Chair"])
    let readme = try #require(community.documents.first { $0.path == "README.rst" })
    #expect(readme.kind == .readme)
    #expect(readme.facts.links.map(\.destination) == ["reference/charter.rst#chair", "reference/charter.rst"])
    #expect(readme.facts.links.first?.location.column == 19)
  }

  @Test func readsPeopleAndAdoptersOfAsciiDoc() async throws {
    let community = try await community([
      "README.adoc": "= Alpha\n\nText.\n",
      "MAINTAINERS.adoc": """
      = Maintainers

      [cols="1,1,1",options="header"]
      |===
      |Name |GitHub |Organization

      |Ann Example
      |https://github.com/ann-ex[@ann-ex]
      |Acme
      |===

      == Emeritus

      * Cid Example (https://github.com/cid-ex[@cid-ex])
      """,
      "ADOPTERS.md": """
      == Adopters

      === Production

      |===
      |Organization |Use

      |https://acme.example[Acme] |Runs builds
      |Bolt |Tests
      |===
      """,
    ])
    #expect(
      people(community) == [
        "7 active Ann Example @ann-ex (Acme) maintainer", "14 emeritus Cid Example @cid-ex () maintainer",
      ])
    let adopters = community.documents.flatMap(\.facts.adopters)
    #expect(
      adopters.map { "\($0.name) \($0.url ?? "") \($0.useCase ?? "")" } == [
        "Acme https://acme.example Runs builds", "Bolt  Tests",
      ])
  }

  @Test func readsTheChecklistOfAnAsciiDocApplication() async throws {
    let community = try await community([
      "README.md": "# Example\n",
      "graduation-proposal.adoc":
        "= Example Graduation Application\n\n* [x] Third Party Security Review.\n+\nDone by Acme.\n",
    ])
    let document = try #require(community.documents.first { $0.path == "graduation-proposal.adoc" })
    #expect(document.kind == .dueDiligence)
    #expect(document.facts.items.map(\.location.line) == [3])
  }

  @Test func tellsTheFormatByTheText() {
    func shown(_ path: String, _ text: String) -> FileFormat? {
      FileFormat(name: path)?.shown(by: SourceText(path: path, text: text))
    }
    #expect(shown("a.md", "== A\n\n== B\n") == .asciiDoc)
    #expect(shown("a.md", "= A\n\ntext\n") == .markdown)
    #expect(shown("a.adoc", "# A\n\n[b](c.md)\n") == .markdown)
    #expect(shown("a.adoc", "= A\n\n# B\n") == .asciiDoc)
    #expect(shown("a.asc", "-----BEGIN PGP SIGNATURE-----\n") == .foreign("a signature"))
    #expect(FileFormat(name: "Cargo.toml") == nil)
  }

  @Test func readsTeamsInTOML() async throws {
    let team = """
      name = "alpha-cli" # the tool
      subteam-of = "devtools"

      [people]
      leads = ["ann-ex"]
      members = [
        "ann-ex",
        { github = "bob-ex", roles = [] },
      ]
      alumni = ["eve-ex"]
      """
    let community = try await community(["README.md": "# P\n", "teams/alpha-cli.toml": team])
    let group = try #require(community.documents.flatMap(\.facts.groups).first)
    #expect(group.name == "alpha-cli")
    #expect(
      group.leads.map { "\($0.handle ?? "") \($0.role) \($0.location.line)" } == [
        "ann-ex lead 5", "bob-ex member 8", "eve-ex emeritus 10",
      ])
  }

  @Test func namesFormatsThatAreNotRead() async throws {
    let community = try await community(["README.md": "# P\n", "GOVERNANCE.org": "* Governance\n", "charter.pdf": "x"])
    #expect(
      community.documents.filter { $0.kind == .unsupported }.map(\.reason) == [
        "Org mode is not read", "PDF is not read",
      ])
  }

  @Test func givesReadersThatGoByLinesTheSignsOfMarkdown() {
    let source = SourceText(
      path: "a.adoc",
      text:
        "= Title\n\n* [x] done https://a.example[here]\n** nested\n\n|===\n|A |B\n\n|1 |2\n|===\n\n----\ncode\n----\n")
    let document = FileFormat.asciiDoc.document(of: source)
    #expect(
      document.map {
        MarkdownLines.text(of: $0, like: source).text.split(separator: "\n", omittingEmptySubsequences: false)
          .prefix(14)
      }
        == [
          "# Title", "", "- [x] done [here](https://a.example)", "  - nested", "", "", "| A | B |", "| --- | --- |",
          "| 1 | 2 |", "", "", "```", "code", "```",
        ])
  }
}
