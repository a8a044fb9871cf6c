import Assess
import Diagnostics
import Intake
import Testing

/// Kinds of document whose removal must never make a judgment better.
private let kinds: [DocumentKind] = [
  .governance, .membership, .maintainers, .adopters, .owners, .ownersAliases, .groups, .securityPolicy, .codeOfConduct,
  .contributing, .roadmap, .releases, .readme,
]

/// The files of a tree without those of some kinds.
private func removing(_ removed: [DocumentKind], from tree: SourceTree, _ communities: [Community]) -> SourceTree {
  let documents = communities.flatMap(\.documents).filter { removed.contains($0.kind) }
  let paths = Set(documents.map(\.path))
  return SourceTree(name: tree.name, files: tree.files.filter { !paths.contains($0.path) }, read: tree.read)
}

private func verdicts(_ assessment: Assessment) -> [String: Verdict] {
  let criteria = assessment.models.flatMap(\.criteria).map { ($0.criterion.id.rawValue, $0.verdict) }
  return Dictionary(criteria, uniquingKeysWith: { first, _ in first })
}

@Suite struct PropertyTests {
  /// Without a kind of file, what rested on it is unknown or missing, never met, claimable or contradicted anew.
  @Test func takingFilesAwayNeverMakesAJudgmentBetter() async throws {
    let tree = try #require(SourceTree.disk(root: packageRoot + "/content"))
    let whole = await assess(tree).value
    let pairs = stride(from: 0, to: kinds.count, by: 3).map { [kinds[$0], kinds[($0 + 4) % kinds.count]] }
    for removed in kinds.map({ [$0] }) + pairs {
      let rest = await assess(removing(removed, from: tree, whole.map(\.community))).value
      for community in whole {
        let before = verdicts(community)
        guard let after = rest.first(where: { $0.community.id == community.community.id }).map(verdicts) else {
          continue
        }
        for (id, verdict) in after where [.met, .claimable, .contradicted].contains(verdict) {
          #expect(before[id] == verdict, "\(id) without \(removed)")
        }
      }
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
    let tree = try #require(SourceTree.disk(root: packageRoot + "/content"))
    let read = await PortfolioReader.read(
      tree, workspace: PortfolioReader.workspace(of: tree).value, criteria: shippedSets)
    let one = await Assessor.assess(read.value, sets: shippedSets, asOf: asOf, jobs: 1)
    let many = await Assessor.assess(read.value, sets: shippedSets, asOf: asOf, jobs: 8)
    #expect(one.diagnostics == many.diagnostics)
    #expect(one.value.map(\.findings) == many.value.map(\.findings))
    #expect(one.value.flatMap(\.models).map(\.criteria) == many.value.flatMap(\.models).map(\.criteria))
  }
}
