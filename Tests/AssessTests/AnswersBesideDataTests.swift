import Intake
import Testing

@testable import Assess

/// What a reviewer of real due-diligence documents found wrong, by kind: what stands below a box, beside the files at hand.
@Suite struct AnswersBesideDataTests {
  private func criterion(_ id: String, _ files: [String: String]) async throws -> CriterionAssessment {
    let model = try #require(await assess(files).value.first?.models.first)
    return try #require(model.criteria.first { $0.criterion.id.rawValue == id })
  }

  private func files(_ lines: [String], _ more: [String: String] = [:]) -> [String: String] {
    more.merging([
      "README.md": "# Example\n\nPart of the CNCF. See [the rules](GOVERNANCE.md).\n",
      "GOVERNANCE.md": "# Governance\n\nMaintainers decide by vote.\n",
      "application.md": Samples.fullApplication(lines),
    ]) { given, _ in given }
  }

  // MARK: What the answer links

  /// A file that the answer links and that is here cannot be "not in the files provided".
  @Test(arguments: [
    ("[the list](REPOSITORIES.md)", Verdict.needsReview),
    ("<https://github.com/example-io/community/blob/main/REPOSITORIES.md>", .needsReview),
    ("[the list](https://github.com/example-io/site/blob/main/REPOSITORIES.md)", .unknown),
    ("[the list](https://github.com/sample/community/blob/main/REPOSITORIES.md)", .unknown),
  ])
  func whatTheAnswerLinksIsAtHand(link: String, expected: Verdict) async throws {
    let list = "# Repositories\n\n| Name | Description |\n|---|---|\n| oven | A part that bakes. |\n"
    let all = files(["- [x] **All subprojects, if any, are listed.**\n\n  They are listed in \(link)."])
      .merging(["REPOSITORIES.md": list]) { given, _ in given }
    let placed = Dictionary(uniqueKeysWithValues: all.map { ("community/\($0)", $1) })
    let others = ["code/README.md": "# Code of Example\n", "sitegen.yaml": Self.workspace]
    let found = try await criterion("GOV-SUB", placed.merging(others) { one, _ in one })
    #expect(found.verdict == expected)
    #expect(found.candidates.contains { $0.location.path == "community/REPOSITORIES.md" } == (expected == .needsReview))
  }

  /// An answer that lists the repositories is itself the list that is asked for.
  @Test(arguments: [(1, Verdict.unknown), (2, .needsReview)])
  func whatTheAnswerListsIsAtHand(count: Int, expected: Verdict) async throws {
    let entries = (1...count).map { "  - [part\($0)](https://github.com/example-io/part\($0)) - a part" }
    let all = files(["- [x] **All subprojects, if any, are listed.**\n\n\(entries.joined(separator: "\n"))"])
    let placed = Dictionary(uniqueKeysWithValues: all.map { ("community/\($0)", $1) })
    let others = ["code/README.md": "# Code of Example\n", "sitegen.yaml": Self.workspace]
    let found = try await criterion("GOV-SUB", placed.merging(others) { one, _ in one })
    #expect(found.verdict == expected)
    #expect(found.because.contains("the answer lists 2 repositories") == (expected == .needsReview))
  }

  // MARK: Statements of the form

  private static let statements = """
    # Example Incubation Application

    - [x] I have reviewed the moving level readiness triage guide.

    ## Application Level Assertion

    - [x] This project is currently Sandbox, accepted on 2024-05-01, and applying to Incubation.
    - [x] This project is applying to join the CNCF at the Incubation level.

    ### Adoption Assertion

    _The project has been adopted by the following organizations in a testing and integration or production capacity:_

    | Organization | Since |
    |---|---|
    | Umbrella | 2024 |

    """

  /// The tick of a statement says all that there is to say; of two that exclude each other both cannot hold.
  @Test func theTickOfAStatementNeedsNoText() async throws {
    var all = files([])
    let criteria = try #require(all["application.md"]).split(separator: "\n", maxSplits: 1)[1]
    all["application.md"] = Self.statements + criteria
    #expect(try await criterion("APP-TRIAGE", all).verdict == .needsReview)
    #expect(try await criterion("APP-JOIN", all).because == ["the line on the level held is ticked, too"])
    #expect(try await criterion("APP-ADOPT", all).evidence == .answered)
    let one = all.mapValues { $0.replacing("[x] This project is applying", with: "[ ] This project is applying") }
    #expect(try await criterion("APP-JOIN", one).because == [])
  }

  // MARK: Numbers of several roles

  /// Maintainers and members together, and those of one of several roles, are not all that the list has.
  @Test(arguments: [
    ("The project has 6 active maintainers/members.", false), ("With 2 owners, 3 maintainers and 1 member.", false),
    ("With 2 owners and 4 maintainers.", true),
  ])
  func numbersOfRolesAreCompared(text: String, differs: Bool) async throws {
    let rows = [
      ("Ann", "Owner"), ("Bob", "Owner"), ("Cid", "Maintainer"), ("Dan", "Maintainer"), ("Eve", "Maintainer"),
    ]
    let list =
      "# Maintainers\n\n| Maintainer | GitHub ID | Level |\n|---|---|---|\n"
      + rows.map { "| \($0.0) Example | [\($0.0)](https://github.com/\($0.0)) | \($0.1) |\n" }.joined()
    let found = await assess(
      files(["- [x] **Contributor ladder with multiple roles.**\n\n\(text)"], ["MAINTAINERS.md": list]))
    let findings = found.value.first?.findings.filter { $0.rule == "claim/maintainer-count" } ?? []
    #expect(!findings.isEmpty == differs, "\(findings.map(\.message))")
  }

  private static let workspace = """
    communities:
    - id: example
      repositories:
      - {path: community}
      - {path: code}
      - {path: absent, url: https://github.com/example-io/absent}

    """

  // MARK: Boxes of what is left to do

  @Test func aBoxOfWhatIsLeftToDoIsNotTheCriterionsOwn() async throws {
    let text = Samples.fullApplication([
      "- [x] **Document adoption and adherence to the CNCF Code of Conduct or the project's CoC.**\n\n"
        + "  It is our [code of conduct](CODE_OF_CONDUCT.md)."
    ])
    let left =
      "These actions are left:\n\n- [ ] Adoption of the CNCF Code of Conduct\n\nIt is usual, so nobody tracks it.\n"
    let found = try await criterion(
      "GOV-COC",
      [
        "README.md": "# Example\n\nPart of the CNCF.\n",
        "CODE_OF_CONDUCT.md": "# Conduct\n\nWe follow the CNCF Code of Conduct.\n",
        "application.md": text.replacing("## Required", with: left + "\n## Required"),
      ])
    #expect(found.verdict == .met)
    #expect(found.assertion == .checked)
  }

  // MARK: The foundation's code of conduct

  @Test(arguments: [
    ("# Conduct\n\nWe follow the Contributor Covenant.\n", Verdict.open),
    ("# Conduct\n\nWe follow the CNCF Code of Conduct.\n", .claimable),
  ])
  func linksToAnotherCodeOfConductShowNothing(text: String, expected: Verdict) async throws {
    let found = try await criterion(
      "GOV-COCX",
      files(
        ["- [ ] **CNCF Code of Conduct is cross-linked from other governance documents.**"],
        [
          "CODE_OF_CONDUCT.md": text,
          "GOVERNANCE.md": "# Governance\n\nMaintainers follow the [code](CODE_OF_CONDUCT.md).\n",
        ]))
    #expect(found.verdict == expected)
  }

  @Test func aMailingListOnConductIsNoCodeOfConduct() {
    #expect(LinkKinds.kind(of: "https://groups.google.com/g/example-code-of-conduct") == nil)
    #expect(LinkKinds.kind(of: "https://example.org/code-of-conduct/") == "code-of-conduct")
  }

  // MARK: Who can approve

  @Test(arguments: [
    ("*  @example/core\n", "only teams own the code, and no file here says who is in them"),
    (
      "*  @example/core @ann\n",
      "1 active maintainer of 2 can approve by name, and who is in 1 team is not said here; not listed, and able to "
        + "approve at the root of a repository: 0"
    ),
    (
      "*  @ann\n",
      "1 active maintainer of 2 can approve; not listed, and able to approve at the root of a repository: 0"
    ),
  ])
  func whoIsInATeamIsNotSeen(owners: String, expected: String) async throws {
    let found = try await criterion(
      "GOV-OWN",
      files(
        ["- [x] **Code and Doc ownership in Github matches documented roles.**\n\n  It does."],
        ["MAINTAINERS.md": Samples.maintainers, "CODEOWNERS": owners]))
    #expect(found.because.contains(expected), "\(found.because)")
  }

  // MARK: Integrations

  /// A list that calls users and vendors alike integrations lists none.
  @Test(arguments: [true, false]) func aListOfOneTypeTellsNoIntegrations(isMixed: Bool) async throws {
    let rows = [
      "| Integration | Umbrella | 2023 | https://umbrella.example | its clusters |",
      "| \(isMixed ? "End-user" : "Integration") | Stark | 2024 | https://stark.example | its machines |",
    ]
    let list = "# Adopters\n\n| Type | Name | Since | Website | Use-Case |\n|---|---|---|---|---|\n"
    let found = try await criterion(
      "ECO-INT",
      files(
        ["- [x] **Clearly documented integrations and compatibility with other projects.**\n\n  See the list."],
        ["ADOPTERS.md": list + rows.joined(separator: "\n") + "\n"]))
    #expect(found.verdict == (isMixed ? .met : .needsReview))
  }

  // MARK: Claims that hold

  @Test func whatTheDataBearsOutIsSaid() async throws {
    let answers = [
      "- [x] **A number of active maintainers which is appropriate to the size of the project.**\n\n"
        + "  We have 2 maintainers from 2 organizations. We have maintainers from Acme and Globex."
        + " When we applied, we had maintainers from Globex and Acme.",
      "- [x] **Clearly defined and discoverable process to report security issues.**\n\n"
        + "  Write to security@example.org, or ask on example-users@lists.example.org.",
      "- [x] **Achieve the Open Source Security Foundation (OpenSSF) Best Practices passing badge.**\n\n"
        + "  [Passing](https://www.bestpractices.dev/en/projects/1234/passing).",
      "- [x] **TOC verification of adopters.**\n\n  Two adopters were interviewed.",
    ]
    let stories = "\n## Adoption\n\n### Adopter 1 - Umbrella\n\nIt runs.\n\n### Adopter 2 - Stark\n\nIt runs.\n"
    let text = Samples.fullApplication(answers) + stories
    let found = try #require(
      await assess([
        "README.md": "# Example\n\nPart of the CNCF.\n\n[![badge](https://www.bestpractices.dev/projects/1234/badge)]"
          + "(https://www.bestpractices.dev/projects/1234)\n",
        "MAINTAINERS.md": Samples.maintainers, "ADOPTERS.md": Samples.adopters,
        "SECURITY.md": "# Security\n\nWrite to security@example.org.\n", "application.md": text,
      ]).value.first)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let story = lines.firstIndex { $0.hasPrefix("### Adopter 1") }
    #expect(
      found.confirmed.map { "\($0.text) ↔ \($0.fact.reference)" } == [
        "2 maintainers ↔ MAINTAINERS.md:5", "maintainers from 2 organizations ↔ MAINTAINERS.md:5",
        "maintainers from Acme and Globex ↔ MAINTAINERS.md:5", "reports to security@example.org ↔ SECURITY.md:3",
        "entry 1234 of the best-practices badge ↔ README.md:5", "2 interviews ↔ application.md:\((story ?? 0) + 1)",
      ])
    let all = found.models.first?.criteria ?? []
    #expect(all.contains { $0.because.contains("2 maintainers claimed, as MAINTAINERS.md shows") })
  }

  // MARK: Names

  @Test func aBlankInTheTitleNamesNobody() async throws {
    let text = Samples.fullApplication([]).replacing("# Example Graduation", with: "# [Project] Graduation")
    let found = try #require(
      await assess([
        "README.md": "# Rockets\n\nPart of the CNCF.\n", "application.md": text, "GOVERNANCE.md": "# Governance\n",
      ]).value.first)
    #expect(!found.community.name.contains("["))
  }
}
