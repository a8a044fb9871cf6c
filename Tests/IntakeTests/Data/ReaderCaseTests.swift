import Diagnostics
import Foundation
import Testing
import TestSupport

@testable import Intake

/// Inputs with a known right answer, collected from real documents; they lie beside the checkout.
@Suite struct ReaderCaseTests {
  static let isHere = Shared.has("cases/readers")

  private func community(_ name: String, _ folder: String = "input") async throws -> Community {
    let tree = try #require(SourceTree.disk(root: Shared.packagePath + "/../shared/cases/readers/\(name)/\(folder)"))
    return try #require(try await portfolio(tree).value.communities.first)
  }

  private func people(_ community: Community) -> [String] {
    community.documents.flatMap(\.facts.people).map { person in
      "\(person.name) @\(person.handle ?? "") (\(person.organization ?? "")) \(person.status.rawValue) \(person.role)"
    }
  }

  @Test(.enabled(if: isHere)) func rowsBehindABlankLineAreAdopters() async throws {
    let adopters = try await community("09-adopters-tables").documents.flatMap(\.facts.adopters)
    #expect(
      adopters.map(\.name) == [
        "Acme", "Bolt | Nut", "Corp, Inc.", "Delta", "Echo Labs", "Foxtrot", "Golf GmbH & Co. KG", "株式会社ホテル",
        "India", "Juliet",
      ])
    #expect(adopters.map(\.location.line) == [5, 6, 8, 9, 10, 11, 12, 13, 14, 15])
  }

  @Test(.enabled(if: isHere)) func filtersGiveRightsAsProwReadsThem() async throws {
    let filters = try await community("13-owners-filters").documents.first { $0.path == "a/OWNERS" }
    #expect(filters?.facts.owners.map { "\($0.name) \($0.canApprove)" } == ["Eve-Ex true", "dee-ex false"])
    let beside = try await community("14-owners-filters-ignored").documents.first { $0.path == "OWNERS" }
    #expect(beside?.facts.owners.map(\.name) == ["ann-ex"])
  }

  @Test(.enabled(if: isHere)) func ownersOfCodeAreReadAsTheHostDoes() async throws {
    let owners = try await community("15-codeowners-escapes").documents.flatMap(\.facts.owners)
    #expect(
      owners.map { "\($0.list) \($0.name)" } == [
        "* acme/maintainers", "* ann-ex", "/My Folder/ bob-ex", "/Audit Notes/*.md cid-ex",
        "/Audit Notes/*.md ann@example.org", "/a:b/ dee-ex", "/docs/ acme/docs", "/src/ ann-ex", "/gone/ gil-ex",
        "*.go ANN-EX",
      ])
  }

  @Test(.enabled(if: isHere)) func samplesAndVendoredFilesAreNotTheCommunitysOwn() async throws {
    let community = try await community("23-security-elsewhere")
    #expect(
      people(community) == [
        "Ann Example @ann-ex (Acme) active maintainer", "Bob Example @bob-ex (Bolt) active maintainer",
      ])
    #expect(community.documents.filter { $0.kind == .securityPolicy }.map(\.path).contains("SECURITY.md"))
    #expect(!community.documents.contains { $0.kind == .codeOfConduct || $0.kind == .owners })
  }

  @Test(.enabled(if: isHere)) func bulletsMayBeginWithTheAccount() async throws {
    #expect(
      people(try await community("31-handle-first-bullets")) == [
        "Ann Example @ann95 () active maintainer", "Bob Example @bob-ex () active maintainer",
      ])
    let readme = try await community("31-handle-first-bullets", "node-form").documents.flatMap(\.facts.people)
    #expect(readme.prefix(2).map(\.name) == ["Ann du Example", "Bob Example"])
    #expect(readme.allSatisfy { $0.organization == nil && !$0.name.isEmpty && !$0.role.contains("/") })
  }

  @Test(.enabled(if: isHere)) func aTableOfScopesListsNobody() async throws {
    #expect(
      people(try await community("32-lfdt-scope-table")) == [
        "Ann Example @ann-ex (Acme) active maintainer", "Bob Example @bob-ex (Bolt) active maintainer",
      ])
  }

  @Test(.enabled(if: isHere)) func anAdopterMayBeNamedAfterAStep() async throws {
    let adopters = try await community("33-adopter-named-open").documents.flatMap(\.facts.adopters)
    #expect(adopters.map(\.name) == ["Acme", "Open-Bolt", "Corp"])
  }

  @Test(.enabled(if: isHere)) func aREADMEListsItsCouncilAndItsGroups() async throws {
    let community = try await community("36-readme-council-table")
    let people = community.documents.flatMap(\.facts.people)
    #expect(
      people.map { "\($0.name) (\($0.organization ?? ""))" } == ["Ann Le Example (Acme)", "Bob Example (Bolt L.P.)"])
    #expect(community.documents.flatMap(\.facts.groups).map(\.name) == ["AI Security", "Tooling"])
  }

  @Test(.enabled(if: isHere)) func teamsInTOMLAreGroups() async throws {
    let groups = try await community("37-toml-teams").documents.flatMap(\.facts.groups)
    #expect(groups.map(\.name) == ["alpha-cli"])
    #expect(
      groups.first?.leads.map { "\($0.handle ?? "") \($0.role)" } == [
        "ann-ex lead", "bob-ex member", "eve-ex emeritus",
      ])
  }

  @Test(.enabled(if: isHere)) func meetingsHaveTheirExceptionsAndOffsets() async throws {
    let weekly = try await community("41-weekly-except").documents.flatMap(\.facts.groups).flatMap(\.meetings)
    #expect(weekly.map { MeetingTime($0).recurrence } == [.monthly([1, 2, 3, 5]), .monthly([4])])
    let half = try await community("42-utc-half-hour").documents.flatMap(\.facts.groups).flatMap(\.meetings)
    #expect(half.map { MeetingTime($0).zone } == ["Asia/Kolkata"])
  }

  @Test(.enabled(if: isHere)) func aStatementIsTheUse() async throws {
    let adopters = try await community("44-adopters-statement").documents.flatMap(\.facts.adopters)
    #expect(adopters.map { $0.useCase?.isEmpty == false } == [true, true, true])
  }

  @Test(.enabled(if: isHere)) func textBetweenTwoRulesIsText() async throws {
    let community = try await community("11-front-matter-hr")
    #expect(community.documents.first { $0.path == "GOVERNANCE.md" }?.title == "Governance")
    #expect(
      community.documents.first { $0.path == "MAINTAINERS.md" }?.facts.people.map(\.handle) == ["ann-ex", "bob-ex"])
  }

  @Test(.enabled(if: isHere)) func cellsWithMarkupNameAdopters() async throws {
    let adopters = try await community("10-adopters-cells").documents.flatMap(\.facts.adopters)
    #expect(adopters.count == 14 && adopters.allSatisfy { !$0.name.isEmpty && !$0.name.contains("<") })
  }

  @Test(.enabled(if: isHere)) func plainScalarsAreTextAsWritten() async throws {
    let community = try await community("12-yaml-plain-scalars")
    #expect(community.maintainers.compactMap(\.joined).compactMap(\.handle).sorted() == ["ann-ex", "bob-ex", "cid-ex"])
    let owners = community.documents.filter { $0.kind == .owners }.flatMap(\.facts.owners).map(\.name)
    #expect(owners == ["no", "ann-ex", "bob-ex", "007", "yes", "on", "off", "1e3"])
  }

  @Test(.enabled(if: isHere)) func zonesAreThoseOfTheDatabase() async throws {
    for name in ["19-meetings", "20-calendar-zones", "38-meeting-utc-vs-pt"] {
      let meetings = try await community(name).documents.flatMap(\.facts.groups).flatMap(\.meetings)
      #expect(!meetings.isEmpty)
      for meeting in meetings {
        let zone = MeetingTime(meeting).zone
        #expect(zone.map { TimeZone(identifier: $0) != nil } ?? true, "\(name): \(zone ?? "")")
      }
    }
  }

  @Test(.enabled(if: isHere)) func linesOfWindowsSayTheSame() async throws {
    let folder = Shared.packagePath + "/../shared/cases/readers/30-windows-lines/input"
    let disk = try #require(SourceTree.disk(root: folder))
    var plain: [String: [UInt8]] = [:]
    for file in disk.files {
      let bytes = try disk.read(file.path).get()
      plain[file.path] = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
      plain[file.path]?.removeAll { $0 == 0x0D }
    }
    func facts(_ tree: SourceTree) async throws -> [String] {
      let read = await PortfolioReader.read(
        tree, workspace: WorkspaceConfiguration(), criteria: try shippedCriteria(), options: IntakeOptions(jobs: 1))
      let documents = read.value.communities.flatMap(\.documents).filter { $0.path != "OLDMAC.md" }
      return documents.flatMap { document -> [String] in
        let people = document.facts.people.map { "\($0.name) \($0.handle ?? "") \($0.location.line)" }
        let owners = document.facts.owners.map { "\($0.list) \($0.name)" }
        return people + owners + document.facts.groups.map(\.name)
      }
    }
    let windows = try await facts(disk)
    #expect(windows.count == 11)
    #expect(windows == (try await facts(SourceTree.memory(plain))))
  }

  @Test(.enabled(if: isHere)) func namesOfFilesAreMetInAllCases() async throws {
    let kinds = try await community("39-file-name-variants").documents.map { "\($0.path) \($0.kind.rawValue)" }
    for kind in [
      "Adopters.mkd adopters", "CODE-OF-CONDUCT.MD code-of-conduct", "CONTRIBUTING contributing",
      "Governance.Md governance", "MAINTAINERS.MARKDOWN maintainers", "OWNERS.yaml owners", "Readme.MD readme",
      "SECURITY.MD security-policy", "docs/CODEOWNERS codeowners", "docs/GOVERNANCE.adoc governance",
      "docs/ROADMAP.markdown roadmap", "docs/governance.mdx governance", "docs/maintainers.rst maintainers",
    ] { #expect(kinds.contains(kind), "\(kind)") }
  }

  @Test(.enabled(if: isHere), arguments: [("k3s", 4), ("vitess", 4), ("envoy", 11), ("opensearch", 4), ("linux", 0)])
  func formsOfMaintainersAreRead(_ form: String, _ people: Int) async throws {
    let documents = try await community("45-maintainer-forms", "input/\(form)").documents
    #expect(documents.flatMap(\.facts.people).count == people)
    if people == 0 { #expect(documents.contains { !$0.facts.unread.isEmpty }) }
  }

  @Test(.enabled(if: isHere)) func namesThatDifferByCaseAloneAreTwoFiles() async throws {
    let paths = try await community("05-case-collision").documents.map(\.path)
    #expect(paths.contains("docs/SUMMARY.md") && paths.contains("docs/summary.md"))
  }
}
