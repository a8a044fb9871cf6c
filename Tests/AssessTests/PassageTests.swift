import Assess
@testable import Criteria
import Diagnostics
import Intake
import Testing

/// Evidence is a section of any document, found by its heading and words, and shown at the line that decides.
@Suite struct PassageTests {
  private func criterion(_ id: CriterionID, _ files: [String: String]) async throws -> CriterionAssessment {
    let assessment = try #require(await assess(files).value.first)
    return try #require(assessment.models.first?.criteria.first { $0.criterion.id == id })
  }

  private func places(_ id: CriterionID, _ files: [String: String]) async throws -> [String] {
    try await criterion(id, files).candidates.map { "\($0.location.path):\($0.location.line)" }
  }

  private let license = "Apache License\n"

  @Test func meetingsInAReadmeAreFoundAtTheirLine() async throws {
    let readme = "# Example\n\nWhat it does.\n\n## Meetings\n\nWho is new?\n\nWe meet weekly on Tuesday.\n"
    #expect(try await places("COM-MEET", ["README.md": readme, "LICENSE": license]) == ["README.md:9"])
  }

  /// What is looked for while documents are read is looked for later where nobody knew the criteria then.
  @Test func criteriaThatWereNotKnownWhenItWasReadFindTheSame() async throws {
    let files = [
      "README.md": "# Example\n\nWhat it does.\n\n## Meetings\n\n- [Meetings](#meetings)\n\nWe meet weekly.\n",
      "LICENSE": license, "docs/release-process.md": "# Release process\n\nEvery release has notes.\n",
    ]
    func places(known sets: [CriteriaSet]) async -> [[String]] {
      let read = await PortfolioReader.read(
        .memory(files), workspace: WorkspaceConfiguration(), criteria: sets, options: IntakeOptions())
      let assessed = await Assessor.assess(read.value, sets: foundationSets, asOf: asOf)
      return assessed.value.flatMap(\.models).flatMap(\.criteria).map { criterion in
        criterion.candidates.map { "\(criterion.criterion.id) \($0.location.path):\($0.location.line)" }
      }
    }
    let found = await places(known: foundationSets)
    #expect(found.joined().contains { $0.hasSuffix("release-process.md:3") })
    #expect(await places(known: []) == found)
    #expect(await places(known: Array(foundationSets.prefix(1))) == found)
  }

  @Test func aCapPerCompanyInACharterAnswersNeutrality() async throws {
    let charter = "# Steering charter\n\n## Seats\n\nNo more than two members work for the same company.\n"
    let files = ["README.md": "# Example\n", "LICENSE": license, "steering-charter.md": charter]
    #expect(try await places("GOV-VN", files) == ["steering-charter.md:5"])
  }

  /// A goal that is named in passing says nothing of how the project stays independent.
  @Test(arguments: [
    ("Example is governed with the goals of openness, vendor neutrality and leadership.", Verdict.needsReview),
    ("## Vendor Neutrality\n\nNo one vendor tells the project what to do.", .claimable),
    ("No company may hold more than two seats of the steering committee.", .claimable),
  ])
  func aGoalInPassingIsNoNeutrality(text: String, expected: Verdict) async throws {
    let files = ["README.md": "# Example\n\nPart of the CNCF.\n", "GOVERNANCE.md": "# Governance\n\n\(text)\n"]
    #expect(try await criterion("GOV-VN", files).verdict == expected)
  }

  /// Instructions to programs, and lists of people, whatever their titles, do not say what the project does.
  @Test(arguments: [
    ("docs/what.md", true), ("AGENTS.md", false), (".github/copilot-instructions.md", false),
    ("docs/agents/overview.md", false), ("MAINTAINERS.md", false),
  ])
  func whatAProjectDoesIsSaidToPeople(path: String, isFound: Bool) async throws {
    let files = ["README.md": "# Example\n\nPart of the CNCF.\n", path: "# Overview\n\nIt is a tool that helps.\n"]
    #expect((try await criterion("ENG-WHAT", files).verdict == .claimable) == isFound)
  }

  /// How a vulnerability is disclosed is not how the project releases.
  @Test func theReleaseOfASecurityFixIsNoReleaseProcess() async throws {
    let text = "\n\nEvery fix is on a release branch, and the release notes name it.\n"
    func documents(_ title: String) async throws -> [String] {
      let file = title.lowercased().replacing(" ", with: "-") + ".md"
      return try await places(
        "ENG-REL", ["README.md": "# Example\n", "LICENSE": license, "docs/\(file)": "# \(title)" + text])
    }
    #expect(try await documents("Release Process") == ["docs/release-process.md:3"])
    #expect(try await documents("Security Release Process") == [])
  }

  @Test func whatAFileIsCalledCounts() async throws {
    let files = ["README.md": "# Example\n", "LICENSE": license, "docs/integrations.md": "# What fits\n\nTwo tools.\n"]
    #expect(try await places("ECO-INT", files) == ["docs/integrations.md:3"])
  }

  @Test func aLinkToAPlaceElsewhereIsNotSeenFromHere() async throws {
    let readme = "# Example\n\nSee the [roadmap](https://github.com/orgs/example/projects/1).\n"
    let found = try await criterion("ENG-ROAD", ["README.md": readme, "LICENSE": license])
    #expect(found.verdict == .unknown)
    #expect(found.candidates.map(\.location.line) == [3])
    #expect(try await criterion("ENG-ROAD", ["README.md": "# Example\n", "LICENSE": license]).verdict == .missing)
  }

  /// A file that only says where the governance is kept shows nothing of it.
  @Test func aDocumentThatPointsElsewhereIsNotWhatItPointsTo() async throws {
    let files = [
      "README.md": "# Example\n\nA tool.\n", "LICENSE": license,
      "GOVERNANCE.md": "[example/org/GOVERNANCE.md](https://github.com/example/org/blob/main/GOVERNANCE.md)\n",
    ]
    for id: CriterionID in ["GOV-DOC", "GOV-VN", "ORG-BALANCE"] {
      let found = try await criterion(id, files)
      #expect(found.verdict == .unknown, "\(id)")
      #expect(found.candidates.map { "\($0.location.path):\($0.location.line)" } == ["GOVERNANCE.md:1"], "\(id)")
    }
    var named = files
    named["CONTRIBUTING.md"] = "# Contributing\n\nHow we work is in our governance.\n"
    #expect(try await criterion("GOV-DOC", named).verdict == .unknown)
    var whole = files
    whole["GOVERNANCE.md"]? += "\nMaintainers decide by vote, one vote each.\n"
    whole["GOVERNANCE.md"]? += (1...30).map { "Rule \($0) is kept here.\n" }.joined()
    #expect(try await criterion("GOV-VN", whole).verdict == .missing)
  }

  /// A page beside the README may be the one that leads to what is kept elsewhere.
  @Test func aPageAtTheRootLeadsElsewhereToo() async throws {
    let link = "# Moderation\n\nSee the [release process](https://github.com/example/org/blob/main/RELEASING.md).\n"
    func verdict(_ path: String) async throws -> Verdict {
      let files = ["README.md": "# Example\n", "LICENSE": license, "a.go": "", "b.go": "", "c.go": "", path: link]
      return try await criterion("ENG-REL", files).verdict
    }
    #expect(try await verdict("MODERATION_POLICY.md") == .unknown)
    #expect(try await verdict("docs/tool/MODERATION_POLICY.md") == .missing)
  }

  @Test func aGoalInPassingIsNoGoalOfTheProject() async throws {
    let charter = """
      # Charter

      ## Scope

      The committee decides on the scope. The goal will be that nobody has to vote.

      """
    let files = ["README.md": "# Example\n", "LICENSE": license, "GOVERNANCE.md": charter]
    #expect(try await criterion("ENG-GOALS", files).verdict != .claimable)
  }

  @Test func oneDocumentThatTreatsEveryPartIsFoundWithoutAnApplication() async throws {
    let parts = [
      "New maintainers are nominated by two others.", "Who is inactive for a year is removed.",
      "Former maintainers become emeritus.",
    ]
    func verdict(_ parts: some Sequence<String>) async throws -> Verdict {
      let governance = "# Governance\n\n## Maintainers\n\n" + parts.joined(separator: "\n\n") + "\n"
      return try await criterion(
        "GOV-LIFE", ["README.md": "# Example\n", "LICENSE": license, "GOVERNANCE.md": governance]
      ).verdict
    }
    #expect(try await verdict(parts) == .claimable)
    #expect(try await verdict(parts.prefix(1)) == .needsReview)
    // What is still to come is not there.
    #expect(try await verdict(parts.prefix(1) + ["In future, \(parts[1])"]) == .needsReview)
  }

  @Test func groupsThatEachTreatAllLeaveItToAPerson() async throws {
    let policy = "# Security\n\nThe security team triages a report and answers within three days.\n"
    var files = ["README.md": "# Example\n", "LICENSE": license, "team-security/SECURITY.md": policy]
    #expect(try await criterion("SEC-RESP", files).verdict == .claimable)
    files["sig-security/SECURITY.md"] = policy
    #expect(try await criterion("SEC-RESP", files).verdict == .needsReview)
  }

  /// The rules of one group of several are no rules of the community, though no other document has any.
  @Test func aGroupsFolderDecidesForNobodyElse() async throws {
    let policy = "# Security\n\nThe security team triages a report and answers within three days.\n"
    func verdict(_ path: String) async throws -> Verdict {
      try await criterion("SEC-RESP", ["README.md": "# Example\n", "LICENSE": license, path: policy]).verdict
    }
    #expect(try await verdict("security/SECURITY.md") == .claimable)
    #expect(try await verdict("committee-steering/SECURITY.md") == .claimable)
    #expect(try await verdict("advisory-groups/storage/SECURITY.md") == .needsReview)
    #expect(try await verdict("sig-storage/SECURITY.md") == .needsReview)
  }

  /// What is kept in a folder for what is over says nothing of today.
  @Test func anArchiveByAnotherNameIsNotToday() async throws {
    func verdict(_ folder: String) async throws -> Verdict {
      let policy = "# Security\n\nThe security team triages a report and answers within three days.\n"
      return try await criterion(
        "SEC-RESP", ["README.md": "# Example\n", "LICENSE": license, "\(folder)/SECURITY.md": policy]
      ).verdict
    }
    #expect(try await verdict("policies") == .claimable)
    #expect(try await verdict("policies-archive") != .claimable)
  }

  @Test func leadsAndTheWayToANewSubprojectTreatSubprojects() async throws {
    let text = "# Governance\n\n## Subprojects\n\nEach subproject has two leads.\n"
    var files = ["README.md": "# Example\n", "LICENSE": license, "GOVERNANCE.md": text]
    #expect(try await criterion("GOV-SUBGOV", files).verdict == .needsReview)
    files["GOVERNANCE.md"] = text + "\nA new subproject is proposed in an issue.\n"
    #expect(try await criterion("GOV-SUBGOV", files).verdict == .claimable)
  }

  @Test func howARoadmapChangesMayStandInIt() async throws {
    let text = "# Roadmap\n\n## Changes to this roadmap\n\nOpen a pull request.\n\n## Next\n\nA parser.\n"
    let files = ["README.md": "# Example\n", "LICENSE": license, "ROADMAP.md": text]
    #expect(try await criterion("ENG-ROADCHG", files).verdict == .claimable)
  }

  @Test func twoCodesOfConductAreNotTheFoundations() async throws {
    let foundations = "# Code of Conduct\n\nWe follow the [CNCF Code of Conduct](https://github.com/cncf/foundation).\n"
    var files = [
      "code/README.md": "# Example\n", "code/CODE_OF_CONDUCT.md": foundations, "community/README.md": "# Example\n",
      "community/proposal.md": """
      # Example Incubation Proposal

      ## Have a healthy number of committers

      Five.

      ## Have committers from at least two organizations

      Two.
      """,
    ]
    #expect(try await criterion("GOV-COC", files).verification == .supported)
    files["community/CODE_OF_CONDUCT.md"] = "# Contributor Covenant Code of Conduct\n\nOur pledge.\n"
    #expect(try await criterion("GOV-COC", files).verification == .person)
  }

  @Test func linkedStatisticsShowActivity() async throws {
    let readme = "# Example\n\nSee [who contributes](https://example.devstats.cncf.io/).\n"
    #expect(try await criterion("COM-ACT", ["README.md": readme, "LICENSE": license]).verdict == .claimable)
    #expect(try await criterion("COM-ACT", ["README.md": "# Example\n", "LICENSE": license]).verdict != .claimable)
  }

  @Test func aTableOfContentsAndPassingWordsShowNothing() async throws {
    let life = """
      # Governance

      - [New maintainers](#new-maintainers)
      - [Removing maintainers](#removing-maintainers)
      - [Emeritus](#emeritus)

      ## New maintainers

      To be written.
      """
    let passing = "# Governance\n\n## Values\n\nThe maintainers answer within days.\n"
    func verdict(_ id: CriterionID, _ text: String) async throws -> Verdict {
      try await criterion(id, ["README.md": "# Example\n", "LICENSE": license, "GOVERNANCE.md": text]).verdict
    }
    #expect(try await verdict("GOV-LIFE", life) == .needsReview)
    #expect(try await verdict("SEC-RESP", passing) == .needsReview)
    #expect(try await verdict("SEC-RESP", passing.replacing("Values", with: "Security team")) == .claimable)
  }

  @Test func aNumberedProposalIsNoProcess() async throws {
    let text = "# Release branches\n\nEvery minor release gets a branch and release notes.\n"
    var files = ["README.md": "# Example\n", "LICENSE": license, "ideas/0038-release-branches.md": text]
    #expect(try await criterion("ENG-REL", files).verdict == .needsReview)
    files["RELEASING.md"] = text
    #expect(try await criterion("ENG-REL", files).verdict == .claimable)
  }

  @Test func aRepositoryIsKnownByItsRemoteNotByItsFolder() async throws {
    func verdict(_ name: String) async throws -> Verdict {
      let config = "[remote \"origin\"]\n\turl = https://github.com/acme/\(name).git\n"
      return try await criterion(
        "ENG-ROAD", ["README.md": "# Acme\n", "LICENSE": license, ".git/config": config]
      ).verdict
    }
    #expect(try await verdict("acme") == .missing)
    #expect(try await verdict("community") != .missing)
  }

  /// How good a verdict is for the one who is judged.
  private func rank(_ verdict: Verdict) -> Int {
    switch verdict {
    case .met, .claimable, .notApplicable: 3
    case .needsReview, .stale, .awaited: 2
    case .unknown: 1
    default: 0
    }
  }

  @Test(arguments: ["docs/usage.md", "community/notes.md", "design/parser.md", "CHANGELOG.md"])
  func aPageMoreMakesNothingWorse(path: String) async throws {
    let files = [
      "README.md": """
      # Example

      It is a tool that helps users. [Slack](https://example.slack.com), [badge](https://www.bestpractices.dev/projects/1)

      See [governance](GOVERNANCE.md) and [contributing](CONTRIBUTING.md).

      """, "LICENSE": license, "CONTRIBUTING.md": "# Contributing\n\nOpen an issue or a pull request.\n",
      "GOVERNANCE.md": "# Governance\n\n## Voting\n\nDecisions are made by lazy consensus.\n",
    ]
    var more = files
    more[path] = "# Notes\n\nThe governance is not documented. There is no roadmap. See the meeting on Monday.\n"
    let before = try #require(await assess(files).value.first?.models.first?.criteria)
    let after = try #require(await assess(more).value.first?.models.first?.criteria)
    for (old, new) in zip(before, after) where old.criterion.id == new.criterion.id {
      #expect(rank(new.verdict) >= rank(old.verdict), "\(old.criterion.id): \(old.verdict) became \(new.verdict)")
    }
  }
}
