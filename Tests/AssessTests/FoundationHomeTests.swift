import Intake
import Testing

@testable import Assess

/// What is kept elsewhere, or is in force no more.
@Suite struct FoundationHomeTests {
  private func judged(_ id: String, _ files: [String: String]) async throws -> CriterionAssessment {
    let model = try #require(await assess(files, sets: shippedSets).value.first?.models.first)
    return try #require(model.criteria.first { $0.criterion.id.rawValue == id })
  }

  private let code = ["lib.c": "int main() { return 0; }\n"]

  /// Where a main page says that a project is one of a foundation with rules for all, its own are not missing.
  @Test(arguments: [
    ("README.md", "<!--\n  Licensed to the Apache Software Foundation (ASF) under one or more\n-->\n\n# Example\n", 2),
    ("CONTRIBUTING.md", "# Contributing\n\nSee https://projects.eclipse.org/projects/iot.example for more.\n", 3),
    (
      "CONTRIBUTING.md", "# Contributing\n\nIt is an Eclipse project,\ngoverned by the Eclipse Development Process.\n",
      4
    ),
  ])
  func theRulesOfAFoundationAreNotMissing(path: String, text: String, line: Int) async throws {
    var files = code
    files[path] = text
    for id in ["TOPIC-GOV", "TOPIC-PEOPLE"] {
      let judged = try await judged(id, files)
      #expect(judged.verdict == .unknown)
      #expect(judged.because.contains { $0.holds("as \(path):\(line) says") }, "\(judged.because)")
    }
    files[path] = "# Contributing\n\nIt runs on what the Apache Software Foundation makes.\n"
    #expect(try await judged("TOPIC-GOV", files).verdict == .missing)
  }

  /// Many rules link that foundation's page on lazy consensus, whoever they are for.
  @Test func aLinkToHowOthersDecideIsNoHome() async throws {
    let rules =
      "# Governance\n\nWe use [lazy consensus](https://community.apache.org/committers/lazyConsensus.html).\n"
    let judged = try await judged("TOPIC-CONDUCT", code.merging(["GOVERNANCE.md": rules]) { $1 })
    #expect(!judged.because.contains { $0.holds("Apache") }, "\(judged.because)")
  }

  /// What lies in a folder of what is over is no evidence, however it is named.
  @Test(arguments: ["docs/to-be-deleted", "oldocs", "attic", "deprecated"])
  func whatIsOverIsNoEvidence(folder: String) async throws {
    let rules =
      "# Governance\n\nMaintainers decide by a majority vote.\n\n* Ann Example (@ann95)\n* Bob Example (@bob95)\n"
    let files = code.merging(["README.md": "# Example\n", "\(folder)/GOVERNANCE.md": rules]) { $1 }
    #expect(try await judged("TOPIC-GOV", files).verdict == .missing)
    let community = await assess(files).value.first?.community
    #expect(community?.index.maintainerList == nil)
    #expect(community?.documents.first { $0.path.holds(folder) }?.kind == .page)
  }

  /// Words of one part of a question, deep below in pages on other things, and what others made, are no evidence.
  @Test(arguments: [
    ("docs/guide-to-use/cluster.md", 0), ("tool/vendor/lib/CONTRIBUTING.md", 0), ("docs/people/cluster.md", 1),
  ])
  func pagesOnOtherThingsAreNoEvidence(path: String, count: Int) async throws {
    let other = "# Cluster\n\nInactive members are removed; removal is final, and they retire.\n"
    let rules = "# Cluster\n\nMembers are elected, and removed when they are inactive.\n"
    let files = code.merging(["README.md": "# Example\n", path: count > 0 ? rules : other]) { $1 }
    #expect(try await judged("TOPIC-CHANGE", files).candidates.count == count)
  }

  /// "maintainer.md" is the list of maintainers, where its title says so.
  @Test func aListCalledByOneOfThem() async throws {
    let list = "# Maintainers\n\n* Ann Example (@ann95)\n* Bob Example (@bob95)\n"
    let path = "docs/src/community/maintainer.md"
    let listed = await assess([path: list, "README.md": "# Example\n"]).value.first?.community.index.maintainers
    #expect(listed?.count == 2)
    let guide = list.replacing("# Maintainers", with: "# How to be one")
    #expect(await assess([path: guide, "README.md": "# Example\n"]).value.first?.community.index.maintainers == [])
  }

  /// A link that one of many proposals gives names no channel of the community.
  @Test func linksOfProposalsAreNoChannels() async throws {
    let text = "# Modules\n\nSee [the thread](https://groups.google.com/g/example).\n"
    let proposal = code.merging(["README.md": "# Example\n", "text/0018-modules.md": text]) { $1 }
    #expect(try await judged("TOPIC-CHANNELS", proposal).verdict != .claimable)
    let page = code.merging(["README.md": "# Example\n", "contact.md": text]) { $1 }
    #expect(try await judged("TOPIC-CHANNELS", page).verdict == .claimable)
  }
}
