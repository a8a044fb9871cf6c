import Criteria
import Diagnostics
import Intake
import StructuredData
import Testing

@testable import Assess

/// What the readers took from one imported file.
private func imported(_ path: String, _ text: String) async throws -> ImportedFile {
  let tree = SourceTree.memory(["README.md": "# Example\n", path: text])
  let read = await PortfolioReader.read(
    tree, workspace: PortfolioReader.workspace(of: tree).value, criteria: shippedSets)
  let document = try #require(read.value.communities.first?[path: path])
  #expect(document.kind == .imported, "\(document.reason)")
  return try #require(document.facts.imported)
}

/// `kind value (detail) line` of each statement.
private func lines(_ file: ImportedFile) -> [String] {
  file.statements.map { statement in
    let detail = statement.detail.map { " (\($0))" } ?? ""
    let day = statement.date.map { " \($0)" } ?? ""
    return "\(statement.kind.rawValue) \(statement.value)\(detail)\(day) :\(statement.location.line)"
  }
}

@Suite struct ImportTests {
  @Test func readsTheAnswersOfAddresses() async throws {
    let file = try await imported("links.json", Samples.linkAnswers("dead", day: "2026-11-01"))
    #expect(lines(file) == ["link dead (https://audits.example.org/a) 2026-11-01 :2"])
    #expect(file.form == .links && file.date == CalendarDate(iso: "2026-11-01"))
  }

  @Test func readsTheProjectFile() async throws {
    let file = try await imported(
      ".project/project.yaml",
      """
      schema_version: "1.0.0"
      slug: example
      maturity_log:
        - phase: sandbox
          date: 2021-03-01T00:00:00Z
        - phase: incubating
          date: 2024-05-02
      repositories:
        - https://github.com/example/example
        - {url: https://github.com/example/docs, primary: true}
      adopters:
        path: ADOPTERS.md
      audits:
        - {date: 2023-01-02, type: security, url: https://example.org/audit.pdf}
      security:
        policy: {path: SECURITY.md}
        contact:
          email: security@example.org
          advisory_url: https://github.com/example/example/security/advisories/new
      governance:
        governance_doc: {path: GOVERNANCE.md}
        maintainer_lifecycle:
          onboarding_doc: {path: docs/onboarding.md}
      legal:
        license: {path: LICENSE}

      """)
    #expect(file.form == .projectFile && file.date == nil)
    #expect(
      lines(file) == [
        "level sandbox 2021-03-01 :4", "level incubating 2024-05-02 :6",
        "repository https://github.com/example/example :9", "repository https://github.com/example/docs :10",
        "document ADOPTERS.md (adopters) :12", "document GOVERNANCE.md (governance-doc) :21",
        "document docs/onboarding.md (onboarding-doc) :23", "document LICENSE (license) :25",
        "document SECURITY.md (security-policy) :16", "security-contact security@example.org :18",
        "security-contact https://github.com/example/example/security/advisories/new :19",
        "assessment https://example.org/audit.pdf (security-audit) 2023-01-02 :14",
      ])
  }

  @Test func readsTheRosterOfTheProject() async throws {
    let file = try await imported(
      ".project/maintainers.yaml",
      """
      maintainers:
        - project_id: example
          org: example
          teams:
            - name: release-leads
              members: [cid]
            - name: project-maintainers
              members:
                - ann
                - "@bob"
                - github: https://github.com/dan

      """)
    #expect(file.form == .roster)
    #expect(lines(file) == ["maintainer ann :9", "maintainer bob :10", "maintainer dan :11"])
    #expect(file.statements.allSatisfy { $0.project == "example" })
  }

  /// Stage and project stand on the first line of a block only; blanks, a byte-order mark and mixed line ends are met.
  @Test func fillsTheFoundationsListDown() async throws {
    let file = try await imported(
      "project-maintainers.csv",
      "\u{FEFF},Project,Maintainer Name,Company,Github Name,OWNERS/MAINTAINERS\r\n"
        + "Graduated,Example, Ann Example ,Acme ,ann,https://example.org\r\n,,Bob Example,-,Bob,\n\r\n"
        + "Sandbox ,Other,Cid,,cid,\n,,\"Dan, Jr.\",Globex,,\n")
    #expect(
      lines(file) == [
        "level graduated :2", "maintainer ann (Acme) :2", "maintainer Bob :3", "level sandbox :5", "maintainer cid :5",
        "maintainer Dan, Jr. (Globex) :6",
      ])
    #expect(file.statements.map(\.project) == ["Example", "Example", "Example", "Other", "Other", "Other"])
  }

  /// A check that could not be run says nothing, and a result under any name is recognized.
  @Test func readsAScorecardResult() async throws {
    let file = try await imported(
      "evidence/results.json",
      """
      {"date": "2026-08-05T01:30:12Z", "repo": {"name": "github.com/example/example", "commit": "0a"},
       "scorecard": {"version": "v5.5.0", "commit": "1b"}, "score": 7.4,
       "checks": [
        {"name": "Code-Review", "score": 8, "reason": "most changes were reviewed", "details": null},
        {"name": "Packaging", "score": -1, "reason": "no workflow was found"}]}

      """)
    #expect(file.form == .scorecard && file.date?.description == "2026-08-05")
    #expect(
      lines(file) == [
        "repository github.com/example/example :1", "score 7.4 (all checks) :2", "score 8 (Code-Review) :4",
      ])
  }

  @Test func readsBothVersionsOfSecurityInsights() async throws {
    let first = try await imported(
      "SECURITY-INSIGHTS.yml",
      """
      header:
        schema-version: 1.0.0
        last-updated: '2025-01-01'
        last-reviewed: '2025-02-01'
        expiration-date: '2026-02-01T10:10:09.000Z'
        project-url: https://github.com/example/example
      project-lifecycle:
        status: active
        core-maintainers: [github:ann, https://github.com/bob, dan@example.org]
        roadmap: https://example.org/roadmap
      security-artifacts:
        self-assessment:
          self-assessment-created: true
          evidence-url: [https://example.org/self.md]
        threat-model:
          threat-model-created: false
          evidence-url: [https://example.org/planned.md]
      security-assessments:
      - auditor-name: A
        auditor-report: https://example.org/audit.pdf
        report-year: 2023
      vulnerability-reporting:
        accepts-vulnerability-reports: true
        email-contact: security@example.org

      """)
    #expect(first.date?.description == "2025-02-01" && first.expires?.description == "2026-02-01")
    #expect(
      lines(first) == [
        "repository https://github.com/example/example :6", "maintainer ann :9", "maintainer bob :9",
        "document https://example.org/roadmap (roadmap) :10",
        "assessment https://example.org/self.md (self-assessment) :14",
        "assessment https://example.org/audit.pdf (third-party) 2023-12-31 :20",
        "security-contact security@example.org :24",
      ])
    let second = try await imported(
      ".github/security-insights.yml",
      """
      header:
        schema-version: 2.0.0
        last-updated: '2026-03-01'
        last-reviewed: '2026-03-02'
        url: https://example.org/security-insights.yml
      project:
        name: Example
        vulnerability-reporting:
          reports-accepted: true
          contact: {name: Team, email: security@example.org, primary: true}
          policy: https://example.org/SECURITY.md
      repository:
        url: https://github.com/example/example
        core-team:
        - {name: Ann, affiliation: Acme, social: https://github.com/ann, primary: true}
        - {name: Bob, social: https://social.example/bob, primary: false}
        documentation:
          governance: https://example.org/GOVERNANCE.md
        security:
          assessments:
            self: {evidence: https://example.org/self.md, date: '2025-09-01', comment: c}

      """)
    #expect(second.date?.description == "2026-03-02" && second.expires == nil)
    #expect(
      lines(second) == [
        "repository https://github.com/example/example :13", "maintainer ann (Acme) :15",
        "document https://example.org/SECURITY.md (security-policy) :11",
        "document https://example.org/GOVERNANCE.md (governance) :18",
        "assessment https://example.org/self.md (self-assessment) 2025-09-01 :21",
        "security-contact security@example.org :10",
      ])
  }

  @Test func readsABadgeEntryAndAnExportOfIssues() async throws {
    let badge = try await imported(
      "badge.json",
      """
      {"id": 7, "repo_url": "https://github.com/example/example", "updated_at": "2026-08-01T10:00:00.000Z",
       "achieved_passing_at": "2024-03-04T10:00:00.000Z", "badge_percentage_0": 100, "badge_level": "passing"}

      """)
    #expect(badge.form == .badge && badge.date?.description == "2026-08-01")
    #expect(
      lines(badge) == [
        "repository https://github.com/example/example :1", "badge passing (100) 2024-03-04 :2",
      ])
    let issues = try await imported(
      "issues.json",
      """
      [{"number": 12, "title": "Roadmap", "state": "CLOSED", "closedAt": "2026-01-02T03:04:05Z"},
       {"number": 13, "title": "More", "state": "OPEN", "url": "https://example.org/13"}]

      """)
    #expect(lines(issues) == ["issue closed (12) 2026-01-02 :1", "issue open (https://example.org/13) :2"])
  }

  /// What others wrote down names people, organizations and levels; it makes no criterion met, claimable or failed.
  @Test func importsAloneDecideNothing() async throws {
    let application = Samples.fullApplication([
      "- [x] **Clear and discoverable project governance documentation.**\n\nYes.",
      "- [x] **Project maintainers from at least 2 organizations that demonstrates survivability.**\n\nYes.",
      "- [x] **Publicly documented list of adopters.**\n\nYes.",
      "- [x] **Achieving OpenSSF Best Practices passing badge.**",
    ])
    let maintainers = "# Maintainers\n\n| Name | GitHub |\n|---|---|\n| Ann Example | @ann |\n| Bob Example | @bob |\n"
    let csv =
      ",Project,Maintainer Name,Company,Github Name,OWNERS/MAINTAINERS\n"
      + "Incubating,Example,Ann Example,Acme,ann,\n,,Bob Example,Globex,bob,\n"
    let imports = [
      "project-maintainers.csv": csv,
      ".project/project.yaml":
        "schema_version: \"1.0.0\"\nmaturity_log: [{phase: incubating, date: 2024-05-02}]\nadopters: {path: ADOPTERS.md}\n",
      "badge.json":
        "{\"id\": 1, \"repo_url\": \"https://github.com/e/e\", \"badge_percentage_0\": 100, \"badge_level\": \"passing\"}",
    ]
    let bare = ["application.md": application, "MAINTAINERS.md": maintainers, "README.md": "# Example\n"]
    let workspace = ["sitegen.yaml": "communities:\n- {id: example, name: Example}\n"]
    let without = await assess(bare.merging(workspace) { a, _ in a }).value
    let with = await assess(bare.merging(workspace) { a, _ in a }.merging(imports) { a, _ in a }).value
    func verdicts(_ assessments: [Assessment]) -> [String: Verdict] {
      let criteria = assessments.flatMap(\.models).flatMap(\.criteria).map { ($0.criterion.id.rawValue, $0.verdict) }
      return Dictionary(criteria, uniquingKeysWith: { a, _ in a })
    }
    let (before, after) = (verdicts(without), verdicts(with))
    #expect(before.count > 40 && before.count == after.count)
    for (id, verdict) in after where verdict != before[id] {
      #expect(
        verdict == .needsReview && before[id] == .unsupported, "\(id): \(String(describing: before[id])) to \(verdict)")
    }
    // What the import offers is shown to the reviewer.
    let badge = try #require(with.first?.models.first?.criteria.first { $0.criterion.id == "SEC-BADGE" })
    #expect(badge.verdict == .needsReview && badge.candidates.map(\.location.path) == ["badge.json"])
  }

  @Test func aCheckMustNotRestOnImports() async throws {
    let set = try ownSet(checks: "- {id: c, needs: [readme], holds: imports | length > 0, cites: imports}")
    let diagnostics = await assess(["README.md": "# A\n"], sets: [set]).diagnostics.filter { $0.kind == .configuration }
    #expect(diagnostics.map { "\($0.location?.line ?? 0) \($0.rule)" } == ["12 criteria/check-on-imports"])
  }

  /// The foundation's list lies in one community and speaks of all.
  @Test func theFoundationsListOfAnotherCommunityIsHeldAgainstTheProjectsOwn() async throws {
    let files = [
      "foundation/lists/README.md": "# Foundation\n",
      "foundation/lists/project-maintainers.csv":
        ",Project,Maintainer Name,Company,Github Name,OWNERS/MAINTAINERS\nSandbox,Other,Zoe,Acme,zoe,\n"
        + "Incubating,Example,Ann Example,Acme,Ann,\n,,Dan Example,Globex,dan,\n",
      "example/community/README.md": "# Example\n",
      "example/community/MAINTAINERS.md":
        "# Maintainers\n\n| Name | GitHub |\n|---|---|\n| Ann Example | @ann |\n| Bob Example | @bob |\n",
    ]
    let found = await assess(files).value.first { $0.community.id == "example" }?.findings.filter {
      $0.rule == "import/maintainers-differ"
    }
    let finding = try #require(found?.first)
    #expect(found?.count == 1 && finding.severity == .note)
    #expect(finding.message.hasSuffix("has dan; only example/community/MAINTAINERS.md has bob"))
    #expect(finding.message.contains("(undated) lists") && finding.message.contains("MAINTAINERS.md (undated) lists"))
    #expect(
      finding.places.map { "\($0.location.path):\($0.location.line)" } == [
        "foundation/lists/project-maintainers.csv:4", "example/community/MAINTAINERS.md:6",
      ])
  }
}
