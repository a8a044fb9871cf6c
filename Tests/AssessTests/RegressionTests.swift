import Criteria
import Diagnostics
import Intake
import StructuredData
import Testing

@testable import Assess

private func summary(
  _ verdict: Verdict, findings: [AssessmentSummary.Finding] = [], waivers: [AssessmentSummary.Waiver] = []
) -> AssessmentSummary {
  AssessmentSummary(
    id: "c", name: "C", asOf: asOf, hasApplication: true,
    criteria: [.init(id: "A", verdict: verdict, isCounted: true, isOpen: verdict.countsAsOpen)], findings: findings,
    waivers: waivers)
}

private func finding(
  _ print: String, _ severity: Severity = .warning, message: String = "m", path: String = "a.md", text: String = "",
  isWaived: Bool = false
) -> AssessmentSummary.Finding {
  .init(
    fingerprint: print, rule: "claim/x", severity: severity, criterion: nil, message: message,
    location: Location(path: path, line: 1, excerpt: text), isWaived: isWaived, isCorrection: false)
}

private func worse(_ old: AssessmentSummary, _ new: AssessmentSummary) -> Regression {
  Regression(AssessmentComparison.between(old: old, new: new))
}

@Suite struct RegressionTests {
  @Test(arguments: [
    (Verdict.met, Verdict.open), (.met, .needsReview), (.claimable, .missing), (.needsReview, .contradicted),
    (.waived, .open), (.notApplicable, .unsupported), (.open, .contradicted), (.stale, .unknown),
  ])
  func isAVerdictThatIsLessGood(before: Verdict, after: Verdict) {
    #expect(worse(summary(before), summary(after)).verdicts.count == 1)
    #expect(worse(summary(after), summary(before)).verdicts.isEmpty)
  }

  @Test(arguments: [
    (Verdict.open, Verdict.missing), (.met, .notApplicable), (.waived, .needsReview), (.met, .retired),
    (.needsReview, .unknown),
  ])
  func isNoDecisionAndNoOtherWord(before: Verdict, after: Verdict) {
    #expect(worse(summary(before), summary(after)).verdicts.isEmpty)
  }

  /// A nested box colors its criterion, which is told of itself.
  @Test func isNoPart() {
    func part(_ verdict: Verdict) -> AssessmentSummary {
      var summary = summary(.met)
      summary.criteria?.append(.init(id: "A.b", verdict: verdict, isCounted: false, isOpen: false, isPart: true))
      return summary
    }
    #expect(worse(part(.needsReview), part(.missing)).verdicts.isEmpty)
  }

  @Test func isAFindingThatIsNewOrGraverOrNoLongerWaived() {
    let old = summary(.met, findings: [finding("1", .note), finding("2"), finding("3", isWaived: true)])
    let new = summary(.met, findings: [finding("1"), finding("2"), finding("3"), finding("4", message: "n")])
    #expect(worse(old, new).findings.map(\.fingerprint) == ["1", "3", "4"])
    #expect(worse(new, old).findings.isEmpty)
    #expect(worse(old, new).fails(from: .warning) && !worse(old, new).fails(from: .error))
  }

  @Test func isNoFindingThatMoved() {
    let old = summary(.met, findings: [finding("1", path: "docs/a.md", text: "see  [x](y)")])
    let moved = summary(.met, findings: [finding("2", path: "b.md", text: "see [x](y)")])
    #expect(worse(old, moved).findings.isEmpty)
    #expect(worse(old, summary(.met, findings: [finding("2", path: "b.md", text: "other")])).findings.count == 1)
    // A line that was edited in vain says the same in the same file.
    let edited = summary(.met, findings: [finding("2", path: "docs/a.md", text: "see [x](z)")])
    #expect(worse(old, edited).findings.isEmpty)
    // A copy is one more.
    let copied = summary(.met, findings: old.findings.map { $0 + (moved.findings ?? []) } ?? [])
    #expect(worse(old, copied).findings.map(\.fingerprint) == ["2"])
  }

  @Test func isAWaiverThatEnded() {
    func waiver(_ isLive: Bool) -> AssessmentSummary.Waiver {
      .init(target: "A", scope: nil, reason: "r", expires: nil, isLive: isLive)
    }
    #expect(worse(summary(.open, waivers: [waiver(true)]), summary(.open, waivers: [waiver(false)])).fails(from: nil))
    #expect(!worse(summary(.open, waivers: [waiver(true)]), summary(.open, waivers: [waiver(true)])).fails(from: nil))
  }
}

@Suite struct StaleMentionTests {
  static let people = """
    # Maintainers

    | Name | GitHub | Organization |
    |---|---|---|
    | Ann Alpha | [ann](https://github.com/ann) | Acme |
    | Bob Bravo | [bob](https://github.com/bob) | Globex |

    """

  private func community(_ files: [String: String]) async throws -> Community {
    try #require(await assess(files).value.first).community
  }

  @Test func namesTheLinesThatNameWhoIsGone() async throws {
    let others = [
      "README.md": "# Example\n\nAsk Bob Bravo. Bobby helps.\n", "OWNERS": "approvers:\n- ann\n- bob\n",
      "notes/2024-01-01.md": "# Meeting 2024-01-01\n\nBob Bravo was there.\n",
    ]
    let before = try await community(others.merging(["MAINTAINERS.md": Self.people]) { $1 })
    let row = "| Bob Bravo | [bob](https://github.com/bob) | Globex |\n"
    let now = try await community(others.merging(["MAINTAINERS.md": Self.people.replacing(row, with: "")]) { $1 })
    let found = StaleMention.all(before: before, now: now, renames: Renames(before, now))
    #expect(found.map(\.place.reference) == ["OWNERS:3", "README.md:3"])
    #expect(found.allSatisfy { $0.gone?.reference == "MAINTAINERS.md:6" })
    #expect(StaleMention.all(before: now, now: before, renames: Renames(now, before)).isEmpty)
  }

  @Test func namesTheLinesThatNameWhoLeftAListAndIsStillInAnother() async throws {
    let charter = """
      # Governance

      ## Current members

      | Name | GitHub | Company |
      |---|---|---|
      | Ann Alpha | [ann](https://github.com/ann) | Acme |
      | Cid Charlie | [cid](https://github.com/cid) | Initech |

      """
    let others = [
      "MAINTAINERS.md": Self.people.replacing(
        "Bob Bravo | [bob](https://github.com/bob)", with: "Cid Charlie | [cid](https://github.com/cid)"),
      "OWNERS": "approvers:\n- ann\n- cid\n", "org.yaml": "admins: [ann]\na:\n- cid\nb:\n- cid\nc:\n- cid\n",
    ]
    let before = try await community(others.merging(["GOVERNANCE.md": charter]) { $1 })
    let row = "| Cid Charlie | [cid](https://github.com/cid) | Initech |\n"
    let now = try await community(others.merging(["GOVERNANCE.md": charter.replacing(row, with: "")]) { $1 })
    let found = StaleMention.all(before: before, now: now, renames: Renames(before, now))
    #expect(found.map(\.place.reference) == ["MAINTAINERS.md:6", "OWNERS:3", "org.yaml:3"])
    #expect(found.last?.message.hasSuffix("as do 2 other lines of the file") == true)
    // Who goes to another list, or is there twice, is missed nowhere.
    let former =
      charter.replacing(row, with: "")
      + "## Former members\n\n| Name | GitHub |\n|---|---|\n| Cid Charlie | [cid](https://github.com/cid) |\n"
    let moved = try await community(others.merging(["GOVERNANCE.md": former]) { $1 })
    #expect(StaleMention.all(before: before, now: moved, renames: Renames(before, moved)).isEmpty)
  }

  /// Another table of the same file, whatever role it gives, still lists people; those below a heading of former people
  /// are named where they belong.
  @Test func namesNobodyWhoseRowIsThereAndNoFormerPeople() async throws {
    let page = "# Team\n\nAsk Bob Bravo.\n\n## Emeritus Members\n\nThanks to Bob Bravo.\n\n## Rules\n\nBe kind.\n"
    let before = try await community(["MAINTAINERS.md": Self.people, "docs/team.md": page])
    let row = "| Bob Bravo | [bob](https://github.com/bob) | Globex |\n"
    let left = Self.people.replacing(row, with: "")
    let others = "## Reviewers\n\n| Name | GitHub | Organization |\n|---|---|---|\n" + row
    let moved = try await community(["MAINTAINERS.md": left + others, "docs/team.md": page])
    #expect(StaleMention.all(before: before, now: moved, renames: Renames(before, moved)).isEmpty)
    let gone = try await community(["MAINTAINERS.md": left, "docs/team.md": page])
    let found = StaleMention.all(before: before, now: gone, renames: Renames(before, gone))
    #expect(found.map(\.place.reference) == ["docs/team.md:3"])
  }

  @Test func whoHasARowOfTheListOrOfFormerPeopleIsNamedRightly() async throws {
    let others = ["README.md": "# Example\n", "OWNERS": "approvers:\n- ann\n- bob\n"]
    let before = try await community(others.merging(["MAINTAINERS.md": Self.people]) { $1 })
    let row = "| Bob Bravo | [bob](https://github.com/bob) | Globex |\n"
    let reviewer =
      Self.people.replacing(row, with: "") + "## Reviewers\n\n| Name | GitHub | Organization |\n|---|---|---|\n\(row)"
    let now = try await community(others.merging(["MAINTAINERS.md": reviewer]) { $1 })
    #expect(StaleMention.all(before: before, now: now, renames: Renames(before, now)).isEmpty)
    let governance =
      "# Governance\n\n## Steering Committee\n\n### Emeritus Members\n\n* Bob Bravo (@bob) - Globex\n* Cy Former (@cy) - Acme\n"
    let gone = try await community(
      others.merging(["MAINTAINERS.md": Self.people.replacing(row, with: ""), "GOVERNANCE.md": governance]) { $1 })
    let found = StaleMention.all(before: before, now: gone, renames: Renames(before, gone))
    #expect(found.map(\.place.reference) == ["OWNERS:3"])
  }

  /// People of a team have accounts and no names, and no two of them are one person.
  @Test func whoHasNoNameIsNamedByTheAccount() async throws {
    let files = ["MAINTAINERS.md": Self.people, "org/members.yaml": "- ann\n- dan\n- cid\n"]
    func teams(_ member: String) -> [String: String] {
      let text = "teams:\n  maintainers:\n    description: x\n    maintainers: [ann]\n    members: [\(member)]\n"
      return files.merging(["org/teams.yaml": text]) { $1 }
    }
    let (before, now) = try await (community(teams("dan")), community(teams("cid")))
    let found = StaleMention.all(before: before, now: now, renames: Renames(before, now))
    #expect(found.map(\.message) == ["dan is no longer listed, and this line still names them"])
    #expect(found.map(\.place.reference) == ["org/members.yaml:2"])
  }

  @Test func aLinkToARenamedHeadingIsMended() async throws {
    let linked = Samples.linkedDocuments(readme: "See [g](docs/g.md#second).")
    func judged(_ heading: String) async throws -> Assessment {
      let page = "# Page\n\n## First\n\n## \(heading)\n\nText.\n\n## Third\n"
      return try #require(await assess(linked.merging(["docs/g.md": page]) { $1 }).value.first)
    }
    let (before, now) = (try await judged("Second"), try await judged("Next of all"))
    let mended = now.mendingLinks(to: Renames(before.community, now.community))
    let finding = try #require(mended.findings.first { $0.rule == Rule.linksDeadAnchor.id })
    #expect(finding.solutions.flatMap(\.replacements).map(\.text) == ["docs/g.md#next-of-all"])
    #expect(finding.fix == "link Next of all, as it is called now")
  }

  @Test func aFolderWithAnotherNameIsMendedWhereItIsNamed() async throws {
    let linked = Samples.linkedDocuments(readme: "See [f](old/).").merging(
      ["CODEOWNERS": "/old/ @ann\n/older/ @bob\n"]) { $1 }
    let page = "# Page\n\nText.\n"
    let before = try #require(
      await assess(linked.merging(["old/a/p.md": page, "old/q.md": page + page]) { $1 }).value.first)
    let now = try #require(
      await assess(linked.merging(["new/a/p.md": page, "new/q.md": page + page]) { $1 }).value.first)
    let renames = Renames(before.community, now.community)
    let found = now.addingLostLinks(since: before.community).mendingLinks(to: renames).findings
    let lost = try #require(found.first { $0.rule == Rule.linksBroken.id })
    #expect(lost.message == "old does not exist" && lost.fix == "link new, as it is called now")
    #expect(lost.solutions.flatMap(\.replacements).map(\.text) == ["new/"])
    let mentions = StaleMention.all(before: before.community, now: now.community, renames: renames)
    #expect(mentions.map(\.place.reference) == ["CODEOWNERS:1"] && mentions.first?.replacement == "new")
  }

  @Test func aLinkToARenamedDocumentIsMended() async throws {
    let linked = Samples.linkedDocuments(readme: "See [g](docs/g.md#page).")
    let before = try #require(await assess(linked.merging(["docs/g.md": "# Page\n\nText.\n"]) { $1 }).value.first)
    let now = try #require(await assess(linked.merging(["docs/new.md": "# Page\n\nText.\n"]) { $1 }).value.first)
    let mended = now.mendingLinks(to: Renames(before.community, now.community))
    #expect(mended.findings.flatMap(\.solutions).flatMap(\.replacements).map(\.text) == ["docs/new.md#page"])
  }
}

@Suite struct RuleChoiceTests {
  private func findings(_ rules: String) async -> Staged<[Assessment]> {
    await assess([
      "sitegen.yaml": "communities:\n- {id: example}\nrules:\n\(rules)",
      "README.md": "# A\n\n[x](#a-1) [y](docs/b.md)\n",
      "docs/b.md": "# B\n\n[z](#b-1)\n",
    ])
  }

  @Test func theLastEntryThatCoversAFindingDecides() async throws {
    let staged = await findings(
      """
      - {rule: links, severity: warning}
      - {rule: links/dead-anchor, paths: ["docs/**"], severity: none}

      """)
    let found = try #require(staged.value.first).findings.filter { $0.rule == "links/dead-anchor" }
    #expect(found.map { $0.places.first?.location.path } == ["README.md"])
    #expect(found.allSatisfy { $0.severity == .warning })
    #expect(!staged.diagnostics.contains { $0.rule.rawValue.hasPrefix("workspace/") })
  }

  @Test func entriesThatCoverNothingAndUnknownRulesAreTold() async {
    let staged = await findings(
      "- {rule: adopters/order, severity: none}\n- {rule: links/ded-anchor, severity: none}\n")
    let told = staged.diagnostics.filter { $0.rule.rawValue.hasPrefix("workspace/") }
    #expect(told.map(\.rule) == ["workspace/unused-rule", "workspace/unknown-rule"])
    #expect(told.last?.help == "did you mean `links/dead-anchor`?" && told.last?.kind == .configuration)
  }
}
