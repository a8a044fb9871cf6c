import Assess
import Criteria
import Defaults
import Diagnostics
import Intake
import Testing

/// The default content of this repository, as built into the binary or on disk.
private func content() throws -> SourceTree { try #require(SourceTree.disk(root: packageRoot + "/content")) }

/// The public files of KubeVirt with its graduation application beside them; nil where they are not at hand.
private func publicFiles() -> SourceTree? {
  let shared = packageRoot + "/../shared"
  guard let corpus = SourceTree.disk(root: shared + "/corpora/kubevirt"),
    let seeds = SourceTree.disk(root: shared + "/seeds"), !corpus.files.isEmpty,
    let application = seeds.files.first(where: { $0.path.hasPrefix("003_") })
  else {
    print("skipped: ../shared is not here")
    return nil
  }
  var files: [String: [UInt8]] = [:]
  for file in corpus.files { files[file.path] = try? corpus.read(file.path).get() }
  files["community/\(application.path)"] = try? seeds.read(application.path).get()
  return SourceTree.memory(files)
}

/// The judgment of the default content and of the public files, each made once for all tests.
private let judgedContent = Task { await assess(try content()).value }
private let judgedPublicFiles = Task { () -> Assessment? in
  guard let tree = publicFiles() else { return nil }
  return try kubeVirt(in: await assess(tree).value)
}

private func kubeVirt(in assessments: [Assessment]) throws -> Assessment {
  try #require(assessments.first { $0.community.name == "KubeVirt" })
}

/// Ids of the counted criteria with a verdict.
private func ids(_ verdict: Verdict, _ model: ModelAssessment) -> [String] {
  model.counted.filter { $0.verdict == verdict }.map(\.criterion.id.rawValue).sorted()
}

private func checkVerdicts(_ assessment: Assessment) throws {
  let model = try #require(assessment.models.first)
  #expect(model.level == "graduated")
  #expect(model.matchedRevision?.date.description == "2024-10-09")
  #expect(model.counted.count == 42)
  #expect(model.open.count == 14)
  #expect(ids(.claimable, model) == ["ECO-INT", "ENG-ROAD", "GOV-LIFEUSE", "GOV-LIST"])
  #expect(
    ids(.open, model) == [
      "ENG-REL", "GOV-OWN", "GOV-ROLE", "GOV-VN", "PROC-ACK", "PROC-VN", "SEC-3P", "SEC-ACL", "SEC-RESP", "SEC-SELF",
    ])
  #expect(
    ids(.met, model) == [
      "COM-HOWTO", "COM-PUBCH", "COM-SUBMIT", "ECO-LIST", "GOV-2ORG", "GOV-COC", "GOV-COCX", "GOV-DOC", "GOV-SUB",
      "SEC-REPORT",
    ])
  #expect(ids(.stale, model) == ["COM-ACT"])
  #expect(ids(.awaited, model) == ["ECO-TOCV"])
  #expect(model.count(.needsReview) == 16)
  #expect(model.criteria.filter { $0.verdict == .retired }.map(\.criterion.id) == ["PROC-TAGREC"])
  #expect(model.count(.contradicted) == 0 && model.count(.unsupported) == 0 && model.count(.missing) == 0)
}

/// `rule message` of the findings whose rules begin so.
private func findings(_ assessment: Assessment, _ rule: String) -> [String] {
  assessment.findings.filter { $0.rule.rawValue.hasPrefix(rule) }.map(\.message)
}

@Suite struct KubeVirtTests {
  @Test func theDefaultContentIsJudgedAsAReviewerReadsIt() async throws {
    try checkVerdicts(try kubeVirt(in: try await judgedContent.value))
  }

  @Test func theDraftIsComparedWithTheSubmission() async throws {
    let found = try kubeVirt(in: try await judgedContent.value)
    let comparison = try #require(found.changes.first)
    #expect(found.changes.count == 1)
    #expect(comparison.old.date?.description == "2021-06-04" && comparison.new.date?.description == "2021-09-15")
    let section = try #require(comparison.changes.first)
    #expect(section.subject == "Statement on alignment with the CNCF mission")
    #expect(section.before == "empty" && section.after == "filled")
    let items = comparison.changes.filter { $0.kind == .statusItem }
    #expect(items.count { $0.direction == .added } == 18)
    #expect(items.filter { $0.direction == .removed }.map(\.oldPlace?.line) == [85, 89])
  }

  @Test func thePublicFilesAreJudgedAsAReviewerReadsThem() async throws {
    guard let found = try await judgedPublicFiles.value else { return }
    try checkVerdicts(found)
  }

  @Test func thePublicFilesShowTheGoldenFindings() async throws {
    guard let found = try await judgedPublicFiles.value else { return }
    let application = found.findings.filter { $0.places.first?.location.path.hasSuffix(".txt") ?? false }
    func lines(_ rule: RuleID) -> [Int] {
      application.filter { $0.rule == rule }.compactMap { $0.places.first?.location.line }
    }
    #expect(lines("claim/maintainer-count") == [86])
    #expect(lines("claim/organization-list") == [92])
    #expect(lines("claim/stale-metric") == [150])
    #expect(lines("claim/adopter-count") == [223])
    let count = try #require(application.first { $0.rule == "claim/maintainer-count" })
    #expect(count.claim == .differs && count.severity == .warning && count.expected == "8" && count.actual == "7")
    #expect(count.places[1].location.path == "community/MAINTAINERS.md" && count.places[1].location.line == 7)
    let adopters = try #require(application.first { $0.rule == "claim/adopter-count" })
    #expect(adopters.severity == .note && adopters.actual == "44")
    #expect(
      found.findings.filter { $0.rule == "owners/emeritus-approver" }.map {
        "\($0.places[0].location.path):\($0.places[0].location.line)"
      } == [
        "community/OWNERS_ALIASES:79", "kubevirt/OWNERS_ALIASES:3", "kubevirt/OWNERS_ALIASES:12",
        "sig-release/OWNERS_ALIASES:4", "user-guide/OWNERS_ALIASES:12", "user-guide/OWNERS_ALIASES:63",
      ])
    #expect(findings(found, "groups/orphan-folder") == ["the folder sig-architecture is not in the group data"])
    #expect(findings(found, "groups/no-leads").count == 2)
    #expect(findings(found, "groups/placeholder").count == 1)
    #expect(findings(found, "people/handle-case") == ["`eddev` is also written `EdDev`"])
    #expect(findings(found, "adopters/incomplete-row").count == 3)
    let old = found.findings.filter { $0.places.first?.location.path.hasSuffix("due-diligence.md") ?? false }
    #expect(old.contains { $0.rule == "claim/stale-metric" && $0.places[0].location.line == 75 })
    #expect(old.contains { $0.rule == "document/dangling-reference" && $0.places[0].location.line == 39 })
    #expect(old.contains { $0.rule == "document/empty-section" && $0.places[0].location.line == 89 })
    let drift = old.filter { $0.rule == "links/branch-drift" }.map { $0.places[0].location.line }
    #expect(drift == [51, 52, 58, 64, 83, 97])
  }

  @Test func theTrapsStaySilent() async throws {
    guard let found = try await judgedPublicFiles.value else { return }
    #expect(!found.findings.contains { $0.severity == .error })
    #expect(findings(found, "owners/maintainer-not-approver").isEmpty)
    for finding in found.findings {
      #expect(!finding.message.contains("Luboslav") && !finding.message.contains("Pivar"))
      #expect(!finding.message.contains("Nvidia"))
      #expect(!finding.places.isEmpty && finding.places.allSatisfy { $0.location.line > 0 })
    }
    let trap = found.findings.filter { $0.rule == "owners/emeritus-approver" }
      .contains { $0.places[0].location.path == "kubevirt/OWNERS_ALIASES" && $0.places[0].location.line == 101 }
    #expect(!trap)
  }
}

@Suite struct KataContainersTests {
  @Test func hasNoApplicationAndItsOwnRulesAreFoundInItsRoster() async throws {
    let kata = try #require(try await judgedContent.value.first { $0.community.name == "Kata Containers" })
    #expect(kata.models.map(\.criteriaSet.model) == ["openinfra", "kata-rules"])
    #expect(kata.models.allSatisfy { !$0.hasApplication && $0.open.isEmpty })
    #expect(kata.models[0].counted.map(\.verdict) == Array(repeating: .needsReview, count: 5))
    #expect(ids(.claimable, kata.models[1]) == ["KATA-AC-SEATS", "KATA-AC-SIZE"])
  }
}
