import Diagnostics
import TestSupport
import Testing

@testable import Assess
@testable import Intake

/// Kinds of document whose removal must never make a judgment better: all but the one that asserts, on which its own
/// statements rest.
private let kinds = DocumentKind.allCases.filter { $0 != .dueDiligence && $0 != .unsupported }

/// Every kind and every pair of kinds.
private let removals: [Set<DocumentKind>] = kinds.indices.flatMap { index in
  kinds[index...].map { [kinds[index], $0] }
}

/// A source to take files from; nil where it is no part of this repository and not beside it.
private struct Source: CustomTestStringConvertible {
  let name: String
  let tree: @Sendable () -> SourceTree?
  var testDescription: String { name }
}

private func disk(_ path: String) -> SourceTree? {
  guard let tree = SourceTree.disk(root: Shared.packagePath + path), !tree.files.isEmpty else { return nil }
  return tree
}

/// A community's files with its due-diligence document beside them.
private func open(_ community: String, _ document: String) -> Source {
  Source(name: community) {
    guard let tree = disk("/../shared/corpora/\(community)"),
      let documents = disk("/../shared/corpora-dd/cncf__toc/projects"),
      let text = try? documents.read(document).get()
    else { return nil }
    var files: [String: [UInt8]] = ["application.md": text]
    for file in tree.files { files[file.path] = try? tree.read(file.path).get() }
    return SourceTree.memory(files)
  }
}

private let sources = [Source(name: "content") { disk("/content") }]

private let sharedSources = [
  open("knative", "knative/knative-graduation-dd.md"),
  open("crossplane", "crossplane/crossplane-graduation-dd.md"),
  open("cert-manager", "cert-manager/cert-manager-graduation.md"),
]

extension Community {
  /// The community as reading gives it without the documents of some kinds.
  fileprivate func without(_ removed: Set<DocumentKind>) -> Community {
    var rest = self
    let gone = Set(documents.filter { removed.contains($0.kind) && $0.path != application }.map(\.path))
    rest.documents.removeAll { gone.contains($0.path) }
    rest.files.removeAll { gone.contains($0) }
    rest.earlierApplications.removeAll { gone.contains($0) }
    rest.index = IndexBuilder(rest).index()
    for index in rest.repositories.indices where !rest.repositories[index].isExcerpt {
      rest.repositories[index].isExcerpt = PartialCopy.isPartial(
        rest.repositories[index],
        rest.documents.filter { rest.repository(of: $0.path)?.path == rest.repositories[index].path })
    }
    return rest
  }

  /// Verdicts by criterion; findings change none, so rules are not run.
  fileprivate var verdicts: [String: Verdict] {
    let data = CommunityData(self, asOf: asOf, maxAge: 365)
    let language = CheckLanguage(data)
    let budget = CheckBudget(100_000_000)
    let judged = shippedSets.filter { models.contains($0.model) }.flatMap { set in
      let judgment = ModelJudgment(data, set, level: nil, waivers: [], language: language)
      return judgment.criteria.map { judgment.judge($0, budget).value }
    }
    return Dictionary(judged.map { ($0.criterion.id.rawValue, $0.verdict) }, uniquingKeysWith: { a, _ in a })
  }
}

@Suite struct PropertyTests {
  /// Without a kind of file, or two, what rested on it is unknown or missing, never met, claimable or contradicted anew.
  @Test(arguments: sources)
  private func takingFilesAwayNeverMakesAJudgmentBetter(source: Source) async throws {
    try await check(source)
  }

  @Test(.enabled(if: Shared.has("corpora-dd"), "needs ../shared"), arguments: sharedSources)
  private func norDoesItOfOtherCommunities(source: Source) async throws { try await check(source, pairs: false) }

  /// Pairs of kinds are many: they are tried on the content of this repository, single kinds on larger communities.
  private func check(_ source: Source, pairs: Bool = true) async throws {
    let tree = try #require(source.tree())
    let read = await PortfolioReader.read(
      tree, workspace: PortfolioReader.workspace(of: tree).value, criteria: shippedSets)
    for community in read.value.communities {
      let before = community.verdicts
      #expect(before.values.contains(.met) || source.name == "content")
      let present = Set(community.documents.map(\.kind))
      let possible = removals.filter { $0.isSubset(of: present) && (pairs || $0.count == 1) }
      #expect(possible.count > 5)
      let wrong = await possible.concurrentMap(width: 8) { removed in
        community.without(removed).verdicts.filter { id, verdict in
          [.met, .claimable, .contradicted].contains(verdict) && before[id] != verdict
        }.map { "\($0.key) is \($0.value) without \(removed.map(\.rawValue).sorted())" }
      }
      #expect(wrong.flatMap { $0 }.sorted() == [])
    }
  }

  /// Leaving facts out is what reading without the files gives.
  @Test func leavingDocumentsOutIsAsGoodAsReadingWithoutThem() async throws {
    let tree = try #require(disk("/content"))
    let workspace = PortfolioReader.workspace(of: tree).value
    let whole = await PortfolioReader.read(tree, workspace: workspace, criteria: shippedSets).value
    for removed: Set<DocumentKind> in [[.maintainers, .owners], [.groups, .adopters]] {
      let gone = Set(whole.communities.flatMap(\.documents).filter { removed.contains($0.kind) }.map(\.path))
      #expect(!gone.isEmpty)
      let rest = SourceTree(name: tree.name, files: tree.files.filter { !gone.contains($0.path) }, read: tree.read)
      let reread = await PortfolioReader.read(rest, workspace: workspace, criteria: shippedSets).value
      #expect(reread.communities.map(\.verdicts) == whole.communities.map { $0.without(removed).verdicts })
    }
  }

  @Test func fingerprintsSurviveReorderingAndRewrapping() async {
    let rows = [
      "| Ann | [ann](https://github.com/ann) | Acme | core |",
      "| Bob | [bob](https://github.com/bob) | Globex | docs |",
    ]
    func tree(_ rows: [String], _ text: String) -> [String: String] {
      let head = "# Maintainers\n\n| Name | GitHub | Organization | Responsibility |\n|---|---|---|---|\n"
      let items = [
        "Clear and discoverable project governance documentation.",
        "Governance is up to date with actual project activities.",
        "Contributor ladder with multiple roles for contributors.",
      ].map { "- [x] **\($0)**\n\nYes.\n\n" }.joined()
      let count = "- [x] **A number of active maintainers which is appropriate to the size of the project.**\n\n"
      return [
        "MAINTAINERS.md": head + rows.joined(separator: "\n") + "\n",
        "application.md": "# Example Graduation Application\n\n" + items + count + text + "\n",
      ]
    }
    let one = await assess(tree(rows, "Our maintainer file shows 8 maintainers today.")).value
    let two = await assess(tree(rows.reversed(), "\n\nOur maintainer file\nshows 8 maintainers\ntoday.")).value
    func prints(_ assessments: [Assessment]) -> [String] {
      assessments.flatMap(\.findings).filter { $0.rule == "claim/maintainer-count" }.map(\.fingerprint)
    }
    #expect(prints(one).count == 1)
    #expect(prints(one) == prints(two))
  }

  @Test func theResultDoesNotDependOnTheWidth() async throws {
    let tree = try #require(SourceTree.disk(root: Shared.packagePath + "/content"))
    let read = await PortfolioReader.read(
      tree, workspace: PortfolioReader.workspace(of: tree).value, criteria: shippedSets)
    let one = await Assessor.assess(read.value, sets: shippedSets, asOf: asOf, jobs: 1)
    let many = await Assessor.assess(read.value, sets: shippedSets, asOf: asOf, jobs: 8)
    #expect(one.diagnostics == many.diagnostics)
    #expect(one.value.map(\.findings) == many.value.map(\.findings))
    #expect(one.value.flatMap(\.models).map(\.criteria) == many.value.flatMap(\.models).map(\.criteria))
  }
}
