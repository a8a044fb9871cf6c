import Diagnostics
import Testing

@testable import Intake

@Suite struct ClassificationTests {
  func kind(_ path: String, _ text: String = "text\n", root: String = "") throws -> DocumentKind {
    let name = try #require(path.split(separator: "/").last)
    let format = try #require(FileFormat(name: String(name)))
    return Classifier(criteria: try shippedCriteria())
      .classify(SourceText(path: path, text: text), root: root, format: format).kind
  }

  @Test(arguments: [
    ("README.md", DocumentKind.readme), ("docs/readme.txt", .readme), ("GOVERNANCE.md", .governance),
    ("MAINTAINERS", .maintainers), ("OWNERS.md", .maintainers), ("maintainers.csv", .maintainers),
    ("OWNERS", .owners), ("OWNERS_ALIASES", .ownersAliases), (".github/CODEOWNERS", .codeowners),
    ("EMERITUS.md", .alumni), ("alumni.yaml", .alumni), ("ADOPTERS.MD", .adopters), ("USERS.md", .adopters),
    ("data/adopters/1-x.yaml", .adopters), ("sigs.yaml", .groups), ("peribolos/x.yaml", .groups),
    ("sig-x/charter.md", .charter), ("SECURITY.md", .securityPolicy), ("SECURITY_CONTACTS", .securityContacts),
    ("code-of-conduct.md", .codeOfConduct), ("CONTRIBUTING.md", .contributing), ("ROADMAP.md", .roadmap),
    ("community-membership.md", .membership), ("contributor-ladder.md", .membership), ("docs/release.md", .releases),
    ("releases/v1/schedule.yaml", .schedule), ("elections/2024/alice.txt", .election), ("LICENSE", .license),
    ("docs/architecture.md", .architecture), ("meeting-notes/2024.txt", .meetings),
    ("meetings/README.md", .readme), ("meetings/core/2026-01-02/README.md", .meetings),
    ("2026-01-02/README.md", .readme), ("governance/council/2026-01-02.md", .notes),
    ("governance/council.md", .governance),
    ("info/toc-members.md", .governance), ("governance/meetings/2021.md", .meetings),
    ("docs/governance/2021-agm-minutes.md", .meetings), ("docs/governance/meetings.md", .governance),
    ("config/rbac/leader_election_role.yaml", .data), ("steering/2025/candidate-ann.md", .election),
    ("release-candidate.md", .releases), ("depends/acme/README.md", .page),
    ("project/security-assessment/self-assessment.md", .securityAssessment),
    ("x/governance-review/2024-01-01.md", .review), ("project-maintainers.csv", .imported),
    ("proposal.adoc", .page), ("GOVERNANCE.rst", .governance), ("MAINTAINERS.adoc", .maintainers),
    ("notes.org", .unsupported), ("teams/docs.toml", .groups),
    ("teams/docs-maintainers.toml", .groups),
    ("docs/maintainers-resources.md", .page), ("docs/x.md", .page), ("values.yaml", .data),
  ])
  func knowsNames(_ path: String, _ expected: DocumentKind) throws {
    #expect(try kind(path) == expected)
  }

  @Test(arguments: [
    ("docs/becoming-a-maintainer.md", DocumentKind.membership), ("maintainers-election-policy.md", .election),
    ("proposals/security-of-x.md", .page), ("blog/2022-contributing-to-x.md", .page),
    ("wg-charter-template.md", .page), ("maintainer-onboarding-guide.md", .page), ("users.yaml", .data),
  ])
  func keepsDocumentsAboutThingsApart(_ path: String, _ expected: DocumentKind) throws {
    #expect(try kind(path) == expected)
  }

  @Test(arguments: [
    ("vendor/github.com/x/MAINTAINERS.md", DocumentKind.page), ("third-party/z/CODE_OF_CONDUCT.rst", .page),
    ("examples/demo/OWNERS", .page), (".github/ISSUE_TEMPLATE/adopters.yaml", .data),
    ("rfc/20240102-governance.md", .page), ("testdata/sigs.yaml", .data), ("docs/vendors/SECURITY.md", .securityPolicy),
  ])
  func takesNothingOfOthersForTheCommunitysOwn(_ path: String, _ expected: DocumentKind) throws {
    #expect(try kind(path) == expected)
  }

  @Test(arguments: [
    ("data/adopters.yaml", DocumentKind.adopters), ("data/companies.yaml", .adopters), ("data/ecosystem.yaml", .data),
    ("data/enterprise_support.yaml", .data),
  ])
  func aFileNamedForOthersListsNoAdopters(_ path: String, _ expected: DocumentKind) throws {
    #expect(try kind(path, "adopters:\n- name: Acme\n") == expected)
  }

  @Test(arguments: ["AGENTS.md", "docs/agents/contributing.md", ".github/copilot-instructions.md"])
  func instructionsToProgramsAreNoDocumentsOfTheCommunity(_ path: String) throws {
    #expect(try kind(path) == .page)
  }

  /// What a chart fills in is no data yet, whatever the file is called.
  @Test func aTemplateOfDataIsNotReadAsData() async throws {
    let files = [
      "README.md": "# Example\n",
      "charts/tool/templates/schedule.yaml": "{{- range .Values.schedules }}\n---\n{{ end }}\n",
    ]
    let read = await PortfolioReader.read(
      .memory(files), workspace: WorkspaceConfiguration(), criteria: [], options: IntakeOptions())
    #expect(read.diagnostics.isEmpty, "\(read.diagnostics)")
  }

  @Test func aRepositoryNamedForAKindSaysNothingAboutItsFiles() throws {
    #expect(try kind("acme/governance/support.md", root: "acme/governance") == .page)
    #expect(try kind("acme/code/governance/support.md", root: "acme/code") == .governance)
  }

  @Test func knowsAChecklistByItsCriteriaWhateverItsName() throws {
    let criteria = try #require(try shippedCriteria().first { !$0.levels.isEmpty }).criteria
    let phrases = criteria.filter { $0.parent == nil }.compactMap(\.match.first).prefix(6)
    let boxes = phrases.map { "- [x] \($0)\n\n  Answer.\n" }.joined()
    #expect(try kind("notes/todo.md", "# Things\n\n" + boxes) == .dueDiligence)
    let bullets = phrases.map { "  • [ ] \($0)\n\n" }.joined()
    #expect(try kind("saved.txt", bullets) == .dueDiligence)
    #expect(try kind("template-application.md", boxes) == .review)
  }

  @Test(arguments: [
    ("# Acme Incubation Stage Review Proposal", DocumentKind.dueDiligence),
    ("# Application for Graduation: Acme", .dueDiligence), ("# Acme Graduation Due Diligence", .dueDiligence),
    ("# Governance Review for Acme", .review), ("# Acme Adopter Interview - Someone", .review),
    ("# General Technical Review - Acme / Incubation", .technicalReview), ("# New Member Due Diligence", .page),
  ])
  func knowsTitles(_ title: String, _ expected: DocumentKind) throws {
    #expect(try kind("x.md", "\(title)\n\n## A\n\ntext\n\n## B\n\ntext\n") == expected)
  }

  @Test func keepsUnfilledTemplatesFromBeingApplications() throws {
    let text = "# $PROJECT Graduation Due Diligence\n\n## $PROJECT\n\n## C\n\n$PROJECT has $LINK\n"
    #expect(try kind("dd.md", text) == .review)
    // A submitted form whose title was forgotten is still an application.
    #expect(
      try kind("dd.md", "# $PROJECT Graduation Application\n\n## A\n\nAcme\n\n## B\n\n$COMPANY\n") == .dueDiligence)
  }

  @Test func knowsMailsAndNotesByTheirText() throws {
    let html =
      "<html><body class=\"\">Hi <a href=\"mailto:x@example.org\">x</a><br class=\"Apple-interchange-newline\">"
    #expect(try kind("x.txt", html) == .mail)
    #expect(try kind("x.txt", "From: a\nTo: b\nSubject: c\n\ntext\n") == .mail)
    #expect(try kind("page.html", "<html><body>text") == .unsupported)
    let notes = "# Community activities\n\n## Events\n- one\n- two\n\n## Website updates\n- three\n- four\n"
    #expect(try kind("x.txt", notes) == .notes)
    #expect(try kind("x.txt", "abc\ndef\n") == .data)
  }

  @Test func readsSubjectAndLevelFromTitles() {
    func read(_ title: String) -> [String?] {
      let read = ApplicationTitle(title)
      return [read?.subject, read?.level?.rawValue]
    }
    #expect(read("KubeVirt Incubation Stage Review Proposal") == ["KubeVirt", "incubating"])
    #expect(read("Application for Graduation: Flux") == ["Flux", "graduated"])
    #expect(read("Propose ChubaoFS to Incubation Stage") == ["ChubaoFS", "incubating"])
    #expect(read("cert-manager Graduation Due Diligence") == ["cert-manager", "graduated"])
    #expect(read("[Incubation] Podman Incubation Application") == ["Podman", "incubating"])
    #expect(read("Open Policy Agent (OPA) Graduation Proposal") == ["Open Policy Agent OPA", "graduated"])
    #expect(read("CNCF Graduation Proposal") == [nil, "graduated"])
    #expect(ApplicationTitle("Release process") == nil)
  }

  @Test func saysWhichColumnsAListHas() throws {
    let source = SourceText(path: "MAINTAINERS.md", text: "| **Name** | Employer |\n|---|:-:|\n| A | B |\n")
    let found = Classifier(criteria: []).classify(source, root: "", format: .markdown)
    #expect(found.reason == "name and a table with the columns Name, Employer")
  }
}
