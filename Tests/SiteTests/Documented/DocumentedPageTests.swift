import Defaults
import Templates
import TestSupport
import Testing

@testable import Site

/// The page that `docs/adding-a-page.md` shows.
@Suite struct DocumentedPageTests {
  @Test func thePageOfTheExampleIsTheOneThatRuns() throws {
    let blocks = try Documentation.blocks("swift", in: "docs/adding-a-page.md")
    #expect(blocks.count == 1)
    #expect(try blocks.allSatisfy { try Documentation.isCompiled($0, in: "Tests/SiteTests/Documented") })
  }

  @Test func itCountsTheDocumentsOfEachCommunity() async throws {
    let model = await SiteModel(Fixture.input([Fixture.community()]), jobs: 1)
    guard case .site(let pages) = PageKind.inventory else {
      Issue.record("the page is made from the whole site")
      return
    }
    let page = try #require(pages(model).first)
    let rows = try #require(page.context().first { $0.0 == "rows" }?.1.asList)
    #expect(rows.map { $0["documents"].asInt } == [3])
  }

  @Test func itsTemplateHasNoErrors() throws {
    let template = try #require(try Documentation.blocks("html", in: "docs/adding-a-page.md").first)
    let files = Defaults.files(under: "templates") + [(path: "inventory.html", bytes: Array(template.utf8))]
    for error in SiteTheme.load(defaults: files).errors { Issue.record("\(error.render())") }
  }
}
