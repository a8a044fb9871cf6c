import Diagnostics
import Intake
import StructuredData
import Testing

@testable import Assess

/// A community whose application links two documents and rests on a list of maintainers.
private let base = [
  "MAINTAINERS.md": """
  # Maintainers

  | Name | GitHub | Organization |
  |---|---|---|
  | Ann Example | [ann](https://github.com/ann) | Acme |
  | Bob Example | [bob](https://github.com/bob) | Globex |

  """,
  "GOVERNANCE.md": """
  # Governance

  Decisions need a majority of 2 of the
  maintainers.

  ## Roles

  There are 3 roles.

  ## Votes

  Votes take 7 days.

  """,
  "sigs.yaml": """
  sigs:
  - dir: sig-one
    name: One
    leadership:
      chairs:
      - github: ann
        name: Ann Example

  """,
  "application.md": Samples.fullApplication([
    "- [x] **Clear and discoverable project governance documentation.**",
    "It is in [the governance](GOVERNANCE.md), written by 2 people.",
    "- [x] **Governance is up to date with actual project activities.**",
    "The [roles](GOVERNANCE.md#roles) are followed.",
    "- [x] **Project maintainers from at least 2 organizations that demonstrates survivability.**",
    "See the list, which has 2 rows.",
  ]),
]

/// The stamp that `explain` prints for a criterion of a tree.
private func stamp(_ id: String, in files: [String: String] = base) async throws -> String {
  let text = try #require(Explanation.text(of: id, in: await assess(files).value))
  let lines = text.split(separator: "\n", omittingEmptySubsequences: false).drop { !$0.contains("under `reviews:`") }
  let entry = lines.dropFirst().filter { $0.hasPrefix("    ") }.map { String($0.dropFirst(4)) }
  return "reviews:\n" + entry.joined(separator: "\n").replacing("YOUR NAME", with: "Rae Viewer") + "\n"
}

/// The review of a criterion in a tree, with the day after the stamp's as the day of assessment.
private func review(
  _ id: String, _ yaml: String, in files: [String: String], asOf day: CalendarDate = asOf
) async throws -> CriterionReview? {
  var files = files
  files["sitegen.yaml"] = yaml
  let staged = await assess(files, asOf: day)
  #expect(staged.diagnostics.filter { $0.rule.rawValue.hasPrefix("review/") } == [])
  return staged.value.first?.models.first?.criteria.first { $0.criterion.id.rawValue == id }?.review
}

/// A tree with one file changed.
private func changed(_ path: String, _ edit: (String) -> String) -> [String: String] {
  var files = base
  files[path] = edit(base[path] ?? "")
  return files
}

/// Edits that change nothing of what a reviewer of GOV-DOC saw.
private let harmless: [(path: String, edit: @Sendable (String) -> String)] = [
  ("application.md", { $0.replacing("\n", with: "\r\n") }),
  ("application.md", { $0.replacing("), written by", with: "),\n  written   by") }),
  ("application.md", { $0.replacing("which has 2 rows", with: "which has 9 rows") }),
  ("application.md", { "\u{FEFF}" + $0.replacing(".\n", with: ".  \n") }),
  ("GOVERNANCE.md", { $0.replacing("of the\nmaintainers", with: "of\nthe maintainers  ") }),
  ("GOVERNANCE.md", { $0.replacing("\n", with: "\r\n") + "\n\n" }),
  ("GOVERNANCE.md", { "---\ncommit: abc\n---\n\n" + $0 }),
  ("MAINTAINERS.md", { $0.replacing("Acme", with: "Initech") }),
]

@Suite struct ReviewTests {
  @Test func theStampThatIsPrintedHolds() async throws {
    for id in ["GOV-DOC", "GOV-CUR", "GOV-2ORG"] {
      let found = try #require(try await review(id, stamp(id), in: base), "\(id)")
      #expect(found.changes == [], "\(id)")
      #expect(found.words == "reviewed on 2026-11-21 by Rae Viewer")
    }
  }

  @Test(arguments: harmless.indices)
  func keepsTheReviewOfADocument(index: Int) async throws {
    let (path, edit) = harmless[index]
    let found = try #require(try await review("GOV-DOC", stamp("GOV-DOC"), in: changed(path, edit)))
    #expect(found.changes == [], "\(index) of \(path)")
  }

  @Test(arguments: [
    ("application.md", "2 people", "3 people", "the claim changed", "application.md:45"),
    ("application.md", "[x] **Clear", "[ ] **Clear", "the claim changed", "application.md:45"),
    ("application.md", "(GOVERNANCE.md)", "(GOVERNANCE.md?a)", "the claim changed", "application.md:45"),
    ("GOVERNANCE.md", "7 days", "8 days", "the evidence changed", "GOVERNANCE.md:1"),
    ("GOVERNANCE.md", "majority of 2", "majority of < 2", "the evidence changed", "GOVERNANCE.md:1"),
  ])
  func doubtsAReviewWhenWhatWasSeenChanges(
    path: String, old: String, new: String, message: String, place: String
  ) async throws {
    let files = changed(path) { $0.replacing(old, with: new) }
    let found = try #require(try await review("GOV-DOC", stamp("GOV-DOC"), in: files))
    #expect(found.changes.map { "\($0.message) \($0.location.path):\($0.location.line)" } == ["\(message) \(place)"])
  }

  @Test func followsALinkToItsSectionAlone() async throws {
    let yaml = try await stamp("GOV-CUR")
    let elsewhere = changed("GOVERNANCE.md") { $0.replacing("7 days", with: "8 days") }
    #expect(try await review("GOV-CUR", yaml, in: elsewhere)?.isSuspect == false)
    let inside = changed("GOVERNANCE.md") { $0.replacing("3 roles", with: "4 roles") }
    let found = try #require(try await review("GOV-CUR", yaml, in: inside))
    #expect(found.changes.map(\.location.line) == [6])
  }

  @Test func tellsAClaimThatIsGone() async throws {
    let files = changed("application.md") { $0.replacing("Clear and discoverable", with: "Unclear and hidden") }
    let found = try #require(try await review("GOV-DOC", stamp("GOV-DOC"), in: files))
    #expect(
      found.changes.map(\.message) == ["the claim is gone", "the evidence GOVERNANCE.md is no longer what it rests on"])
    #expect(found.changes.map(\.location.path) == ["sitegen.yaml", "GOVERNANCE.md"])
  }

  @Test func tellsEvidenceThatIsGone() async throws {
    var files = base
    files["GOVERNANCE.md"] = nil
    let found = try #require(try await review("GOV-DOC", stamp("GOV-DOC"), in: files))
    #expect(found.changes.map(\.message) == ["the evidence GOVERNANCE.md is gone"])
    #expect(found.changes.map(\.location.path) == ["sitegen.yaml"])
  }

  @Test(arguments: [
    // Another order, other padding, other lines: the rows are the same.
    (
      "| Bob Example | [bob](https://github.com/bob) | Globex |\n| Ann Example   |[ann](https://github.com/ann)| Acme |\n",
      [String]()
    ),
    (
      "| Ann Example | [ann](https://github.com/ann) | Acme |\n| Bob Example | [bob](https://github.com/bob) | Initech |\n",
      ["the evidence changed MAINTAINERS.md:8"]
    ),
    (
      "| Ann Example | [ann](https://github.com/ann) | Acme |\n| Bob Example | [bob](https://github.com/bob) | Globex |\n"
        + "| Cid Example | [cid](https://github.com/cid) | Initech |\n", ["the evidence grew MAINTAINERS.md:9"]
    ),
    (
      "| Ann Example | [ann](https://github.com/ann) | Acme |\n",
      ["1 part of the evidence in MAINTAINERS.md is gone MAINTAINERS.md:7"]
    ),
  ])
  func knowsTheRowsOfATable(rows: String, changes: [String]) async throws {
    let table = "# Maintainers\n\nWho they are.\n\n| Name | GitHub | Organization |\n|------|:---|---|\n"
    let found = try #require(
      try await review("GOV-2ORG", stamp("GOV-2ORG"), in: changed("MAINTAINERS.md") { _ in table + rows }))
    #expect(found.changes.map { "\($0.message) \($0.location.path):\($0.location.line)" } == changes)
  }

  @Test func countsARowOfDataWithAllBelowIt() throws {
    let source = SourceText(path: "sigs.yaml", text: base["sigs.yaml"] ?? "")
    var community = Community(id: "a", name: "A")
    func print(_ text: String) -> [String] {
      let document = SourceDocument(source: SourceText(path: "sigs.yaml", text: text), kind: .groups, reason: "")
      community.documents = [document]
      let criterion = CriterionAssessment(
        criterion: .init(id: "X", section: "", text: "", order: 1, location: source.location(line: 1)),
        requirement: .required, assertion: .absent, evidence: .empty, verification: .supported, verdict: .claimable,
        cites: [source.location(line: 2)])
      return ReviewedEvidence(criterion, in: CommunityData(community, asOf: asOf, maxAge: 365)).files
        .flatMap(\.parts).map(\.fingerprint)
    }
    let first = print(source.text)
    #expect(first.count == 1)
    #expect(print(source.text + "- dir: sig-two\n  name: Two\n") == first)
    #expect(print(source.text.replacing("name: Ann", with: "name: Eve")) != first)
  }

  @Test func changesNoVerdictAndIsCountedApart() async throws {
    var files = base
    let before = try #require(await assess(files).value.first?.models.first)
    files["sitegen.yaml"] = try await stamp("GOV-DOC")
    let after = try #require(await assess(files).value.first?.models.first)
    #expect(before.criteria.map(\.verdict) == after.criteria.map(\.verdict))
    #expect(after.criteria.first { $0.criterion.id == "GOV-DOC" }?.verdict == .needsReview)
    #expect(before.counted.filter(\.isReviewed).isEmpty)
    #expect(after.counted.filter(\.isReviewed).map(\.criterion.id) == ["GOV-DOC"])
  }

  @Test func aSuspectReviewIsAFindingWithBothPlaces() async throws {
    var files = changed("GOVERNANCE.md") { $0.replacing("7 days", with: "8 days") }
    files["sitegen.yaml"] = try await stamp("GOV-DOC")
    let assessment = try #require(await assess(files).value.first)
    let finding = try #require(assessment.findings.first { $0.rule == "review/suspect" })
    #expect(
      finding.places.map { "\($0.role) \($0.location.path):\($0.location.line)" } == [
        "claim sitegen.yaml:2", "fact GOVERNANCE.md:1",
      ])
    #expect(finding.criterion == "GOV-DOC")
    let suspect = assessment.models.first?.criteria.filter { $0.review?.isSuspect ?? false }
    #expect(suspect?.map(\.criterion.id) == ["GOV-DOC"])
  }

  @Test func takesTheNewestReviewAndNoneOfTheFuture() async throws {
    let old = try await stamp("GOV-DOC").replacing("2026-11-21", with: "2026-01-01").replacing("Rae", with: "Old")
    let new = try await stamp("GOV-DOC").replacing("reviews:\n", with: "")
    #expect(try await review("GOV-DOC", old + new, in: base)?.entry.reviewer == "Rae Viewer")
    let day = try #require(CalendarDate(iso: "2026-06-01"))
    #expect(try await review("GOV-DOC", old + new, in: base, asOf: day)?.entry.reviewer == "Old Viewer")
  }

  @Test(arguments: [
    ("criterion: GOV-DOCS", "2:14 review/unknown-criterion"),
    ("community: nobody", "3:14 review/unknown-community"),
    ("reviewer: ", "2:3 workspace/missing-key"),
    ("date: soon", "5:9 workspace/wrong-value"),
    ("claim: [a]", "6:10 workspace/wrong-value"),
    ("clam: a", "6:3 workspace/unknown-key"),
    ("evidence: GOVERNANCE.md", "7:13 workspace/wrong-value"),
  ])
  func saysWhereAReviewIsWrong(line: String, problem: String) async throws {
    let key = try #require(line.split(separator: ":").first)
    var lines = [
      "reviews:", "- criterion: GOV-DOC", "  community: source", "  reviewer: Rae", "  date: 2026-01-01", "  claim: a",
      "  evidence: {}",
    ]
    if let index = lines.firstIndex(where: {
      $0.dropFirst(2).hasPrefix("\(key):") || key == "clam" && $0.hasPrefix("  claim")
    }) {
      lines[index] = lines[index].prefix(2) + line
    }
    var files = base
    files["sitegen.yaml"] = lines.joined(separator: "\n") + "\n"
    let found = await assess(files).diagnostics.filter { $0.kind == .configuration }
    let places = found.map { "\($0.location?.line ?? 0):\($0.location?.column ?? 0) \($0.rule)" }
    #expect(places.contains(problem))
    #expect(found.allSatisfy { $0.severity == .error })
  }

  @Test func asksWhichCommunityIsMeant() async throws {
    let files = [
      "a/MAINTAINERS.md": "# A\n", "b/MAINTAINERS.md": "# B\n",
      "sitegen.yaml": """
      communities: [{id: a, repositories: [{path: a}]}, {id: b, repositories: [{path: b}]}]
      reviews:
      - {criterion: GOV-DOC, reviewer: Rae, date: 2026-01-01, evidence: {}}

      """,
    ]
    #expect(await assess(files).diagnostics.contains { $0.rule == "review/community" && $0.location?.line == 3 })
  }
}
