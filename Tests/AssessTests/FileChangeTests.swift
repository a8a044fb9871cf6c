import Criteria
import Diagnostics
import Intake
import Testing

@testable import Assess

/// A file that comes or goes changes the verdicts that rest on it, and no other.
@Suite struct FileChangeTests {
  private static let files = [
    "README.md":
      "# Example\n\nExample bakes bread, a project of the CNCF. Read the [governance](GOVERNANCE.md) and how to "
      + "[contribute](CONTRIBUTING.md). Talk to us in #example on https://slack.example.org.\n",
    "GOVERNANCE.md":
      "# Governance\n\nWe follow the [code of conduct](CODE_OF_CONDUCT.md).\n\n## Maintainers\n\nMaintainers are elected "
      + "by the other maintainers with a majority vote, step down at will, and are removed after a year of inactivity. "
      + "They have write access.\n\n## Changes\n\nThe governance changes by a vote of two thirds.\n",
    "MAINTAINERS.md":
      "# Maintainers\n\n| Name | GitHub | Organization | Domain |\n|---|---|---|---|\n| Ann Example | @ann95 | Acme | core |\n"
      + "| Bob Example | @bob95 | Globex | docs |\n\n## Emeritus\n\n* Eve Example (@eve95)\n",
    "OWNERS": "approvers:\n- ann95\n- bob95\n",
    "CODE_OF_CONDUCT.md":
      "# Code of Conduct\n\nWe follow the [CNCF Code of Conduct](https://github.com/cncf/foundation/blob/main/code-of-conduct.md).\n",
    "CONTRIBUTING.md":
      "# Contributing\n\n## Issues\n\nReport issues on GitHub.\n\n## Changes\n\nOpen a pull request.\n",
    "SECURITY.md": "# Security\n\n## Reporting\n\nMail security@example.org in private.\n",
    "ADOPTERS.md": Samples.adopters,
    "ROADMAP.md": "# Roadmap\n\n* Q3 2026: faster ovens\n",
  ]

  private static let application = Samples.fullApplication([
    "- [x] **Publicly documented list of adopters.**\n\nSee [the list](ADOPTERS.md).\n",
    "- [x] **Project maintainers from at least 2 organizations that demonstrates survivability.**\n\nSee the list.\n",
  ])

  private struct Judged {
    let verdict: Verdict
    let named: Set<String>
  }

  private func judged(_ files: [String: String], applies: Bool) async throws -> [CriterionID: Judged] {
    var files = files
    if applies { files["application.md"] = Self.application }
    let assessment = try #require(await assess(files).value.first)
    let documents = Dictionary(assessment.community.documents.map { ($0.path, $0) }) { first, _ in first }
    let criteria = try #require(assessment.models.first).criteria
    return Dictionary(
      uniqueKeysWithValues: criteria.map { judged in
        let paths = Set(judged.cites.map(\.path) + judged.candidates.map(\.location.path))
        let linked = paths.flatMap { documents[$0]?.facts.links.map(\.destination) ?? [] }
        return (judged.criterion.id, Judged(verdict: judged.verdict, named: paths.union(linked)))
      })
  }

  /// The worse the lower.
  private func rank(_ verdict: Verdict) -> Int {
    switch verdict {
    case .contradicted: 0
    case .missing, .unsupported, .open: 1
    case .claimable, .met: 3
    default: 2
    }
  }

  @Test(arguments: files.keys.sorted(), [false, true])
  func aFileMovesOnlyWhatRestsOnIt(path: String, applies: Bool) async throws {
    let with = try await judged(Self.files, applies: applies)
    var rest = Self.files
    rest[path] = nil
    let without = try await judged(rest, applies: applies)
    for (id, judged) in with {
      guard let other = without[id], rank(judged.verdict) != rank(other.verdict) else { continue }
      #expect(judged.named.contains(path), "\(id): \(judged.verdict) with \(path), \(other.verdict) without")
      #expect(rank(judged.verdict) > rank(other.verdict), "\(id) is worse with \(path)")
    }
  }

  @Test(arguments: [
    ("src/README.md", "# Sources\n\nThe oven is in oven.go.\n"), ("src/oven.go", "package oven\n"),
    ("notes/2026-10.md", "# Notes\n\nAttendees: Ann, Bob\n"), ("LICENSE", "Apache License\nVersion 2.0\n"),
    ("data/table.csv", "a,b\n1,2\n"),
  ])
  func whatSaysNothingMovesNothing(path: String, text: String) async throws {
    for applies in [false, true] {
      let before = try await judged(Self.files, applies: applies)
      let after = try await judged(Self.files.merging([path: text]) { old, _ in old }, applies: applies)
      for (id, judged) in before where rank(judged.verdict) != after[id].map({ rank($0.verdict) }) {
        Issue.record("\(id): \(judged.verdict), with \(path) \(String(describing: after[id]?.verdict))")
      }
    }
  }
}
