import Assess
import Criteria
import Defaults
import Diagnostics
import Intake
import Report
import StructuredData
import TestSupport
import Testing

@testable import Site

/// Folders beside the tests, read and judged.
enum WholeInput {
  static func read(_ folder: String) async -> SiteInput? {
    guard let tree = SourceTree.disk(root: Shared.packagePath + "/" + folder) else { return nil }
    let own = tree.files.map(\.path).filter { $0.hasPrefix("criteria/communities/") }.compactMap { path in
      (try? tree.read(path).get()).map { (path: path, bytes: $0) }
    }
    let sets = (Defaults.files(under: "content/criteria") + own).compactMap {
      CriteriaReader.read(SourceText(path: $0.path, bytes: $0.bytes)).value
    }
    let workspace = PortfolioReader.workspace(of: tree).value
    let portfolio = await PortfolioReader.read(tree, workspace: workspace, criteria: sets).value
    let asOf = workspace.asOf ?? Fixture.asOf
    let assessments = await Assessor.assess(portfolio, sets: sets, asOf: asOf).value
    let theme = SiteTheme.load(defaults: Defaults.files(under: "templates")).theme
    return SiteInput(
      portfolio: portfolio, report: GapReport(assessments: assessments), criteriaSets: sets, theme: theme, asOf: asOf,
      version: "0.0.0")
  }
}

/// The whole pipeline on real input: the content of this repository, and the shared corpora where they are.
@Suite struct WholeSiteTests {
  @Test func everyLinkOfTheDefaultSiteResolvesAndWidthChangesNothing() async throws {
    let input = try #require(await WholeInput.read("content"))
    let one = await SiteBuilder.plan(input, jobs: 1)
    let many = await SiteBuilder.plan(input, jobs: 8)
    #expect(one.diagnostics == [])
    #expect(LinkCrawler.problems(in: one.value) == [])
    #expect(one.value == many.value)
    #expect(one.value.files.count > 100)
  }

  @Test(.enabled(if: Shared.has("corpora/kubevirt"), "needs ../shared"))
  func everyLinkOfASharedCommunityResolves() async throws {
    let input = try #require(await WholeInput.read("../shared/corpora/kubevirt"))
    let plan = await SiteBuilder.plan(input, jobs: 2)
    #expect(plan.diagnostics.map(\.rule) == ["site/no-base-url"])
    #expect(LinkCrawler.problems(in: plan.value) == [])
  }

  @Test func pagesStaySmall() async throws {
    let input = try #require(await WholeInput.read("content"))
    let plan = await SiteBuilder.plan(input, jobs: 2).value
    func largest(_ matches: (String) -> Bool) -> Int {
      plan.files.filter { matches($0.path) }.map(\.bytes.count).max() ?? 0
    }
    let dashboards = plan.files.map(\.path).filter { $0.hasSuffix("/gap-report/index.html") }.map {
      $0.replacing("/gap-report/", with: "/")
    }
    #expect(dashboards.count == 2 && largest(dashboards.contains) <= 60_000)
    #expect(largest { $0.hasSuffix("gap-report/index.html") } <= 200_000)
    #expect(largest { $0 == "assets/site.css" } <= 30_000)
    #expect(largest { $0 == "assets/site.js" } <= 20_000)
  }
}
