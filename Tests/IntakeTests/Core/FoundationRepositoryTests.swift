import Criteria
import Testing

@testable import Intake

/// A foundation's repository is a portfolio of the projects it has folders for.
@Suite struct FoundationRepositoryTests {
  private func application(_ name: String) -> String {
    """
    # \(name) Incubation Application

    ## Governance and Maintainers

    - [x] **Clear and discoverable project governance documentation.**

      See the governance.

    - [x] **Document complete list of current maintainers, including names, contact information, domain of \
    responsibility, and affiliation.**

    - [ ] **Contributor ladder with multiple roles for contributors.**
    """
  }

  private var files: [String: String] {
    [
      "README.md": "# The committee\n\nHow projects apply.\n",
      "process/graduation.md": "# Process\n\nA project applies with an issue.\n",
      "projects/oven/oven-incubation-proposal.md": application("Oven"),
      "projects/oven/governance-review/2025-01-02.md": "# Oven Governance Review\n\nThe list is current.\n",
      "projects/tent/2023-tent-incubation-dd.md": application("Tent"),
      "projects/tent/2025-tent-graduation-dd.md": application("Tent"),
      "projects/sail/governance-review/2025-01-02.md": "# Sail Governance Review\n\nNobody has applied.\n",
    ]
  }

  private func read(_ files: [String: String]) async throws -> [Community] {
    await PortfolioReader.read(
      SourceTree.memory(files, name: "committee"), workspace: WorkspaceConfiguration(), criteria: try shippedCriteria(),
      options: IntakeOptions(jobs: 2)
    ).value.communities
  }

  @Test func everyProjectIsACommunityBesideTheFoundation() async throws {
    let found = try await read(files)
    #expect(found.map(\.id) == ["committee", "oven", "sail", "tent"])
    #expect(
      found.map(\.application) == [
        nil, "projects/oven/oven-incubation-proposal.md", nil, "projects/tent/2025-tent-graduation-dd.md",
      ])
    #expect(found[3].earlierApplications == ["projects/tent/2023-tent-incubation-dd.md"])
    #expect(found[0].documents.map(\.path) == ["README.md", "process/graduation.md"])
  }

  /// What a project applied with is about its own checkout, where that lies beside the foundation's.
  @Test func aCheckoutBesideTakesItsApplication() async throws {
    var all = Dictionary(uniqueKeysWithValues: files.map { ("committee/" + $0, $1) })
    all["spec/README.md"] = "# Spec\n"
    all["spec/.git/config"] = "[remote \"origin\"]\n\turl = https://github.com/oven/spec.git\n"
    all["committee/.git/config"] = "[remote \"origin\"]\n\turl = https://github.com/acme/committee.git\n"
    let found = try await read(all)
    let own = try #require(found.first { $0.repositories.map(\.path) == ["spec"] })
    #expect(own.application == "committee/projects/oven/oven-incubation-proposal.md")
    #expect(own.ownDocuments.count == 3 && !found.contains { $0.id == "oven" })
    #expect(found.contains { $0.id == "tent" })
  }

  @Test func onlyProjectsThatAppliedAreJudged() async throws {
    let found = try await read(files)
    #expect(found.map(\.isUnjudged) == [true, false, true, false])
    #expect(found[2].documents.map(\.kind) == [.review])
    // What is not in a project's folder was not given; it is not absent.
    #expect(found[1].repositories.allSatisfy { $0.isExcerpt })
  }

  /// A foundation has repositories beside the one that its projects apply in; none of them is a project.
  @Test func whatElseTheFoundationKeepsIsNoProject() async throws {
    var all = Dictionary(uniqueKeysWithValues: files.map { ("acme/committee/" + $0, $1) })
    all["acme/foundation/README.md"] = "# Acme Foundation\n"
    all["acme/foundation/charter.md"] = "# Charter\n\nThe board decides by majority.\n"
    all["zinc/zinc/README.md"] = "# Zinc\n"
    let found = try await read(all)
    #expect(found.first { $0.id == "acme" }?.isUnjudged == true)
    #expect(found.first { $0.id == "zinc" }?.isUnjudged == false)
    #expect(found.filter(\.isKnownByApplicationOnly).map(\.id) == ["oven", "sail", "tent"])
  }

  @Test func whatLiesElsewhereJoinsItsProject() async throws {
    var files = files
    files["archive/graduation-oven.md"] = application("Oven")
    files["archive/incubation-kite.md"] = application("Kite")
    let found = try await read(files)
    #expect(found.first { $0.id == "oven" }?.documents.map(\.path).first == "archive/graduation-oven.md")
    #expect(found.first { $0.id == "kite" }?.application == "archive/incubation-kite.md")
    #expect(found.first { $0.id == "kite" }?.repositories.allSatisfy { $0.isExcerpt } == true)
  }

  @Test func foldersOfOneProjectAreOne() async throws {
    var files = files
    files["projects/x-tent/security-assessment/self-assessment.md"] = "# Tent Self-assessment\n\nThreats.\n"
    files["projects/o-ven/governance-review/2024-01-02.md"] = "# Governance Review\n\nEarlier.\n"
    let found = try await read(files)
    #expect(found.map(\.id) == ["committee", "oven", "sail", "tent"])
  }

  @Test func aRepositoryWithFoldersOfItsOwnProjectsIsNone() async throws {
    let own = [
      "README.md": "# Example\n", "projects/app/README.md": "# App\n", "projects/lib/README.md": "# Library\n",
      "projects/site/review.css": "", "projects/tool/graduation.md": "# A page\n",
    ]
    #expect(try await read(own).count == 1)
  }
}
