import Defaults
import Diagnostics
import Templates
import Testing

@testable import Site

@Suite struct SiteTests {
  @Test func shippedTemplatesHaveNoErrors() {
    let errors = SiteTheme.load(defaults: Defaults.files(under: "templates")).errors
    for error in errors { Issue.record("\(error.render())") }
  }

  @Test func rendersEveryPageOfTheFixtureWithoutDiagnostics() async {
    let staged = await SiteBuilder.plan(Fixture.input([Fixture.community()]))
    for diagnostic in staged.diagnostics { Issue.record("\(DiagnosticText.render(diagnostic))") }
    #expect(staged.value.files.count > 30)
  }

  @Test func everyLinkAndAnchorResolves() async {
    let staged = await SiteBuilder.plan(
      Fixture.input([Fixture.community(), Fixture.community(id: "rules", folder: "x")]))
    #expect(LinkCrawler.problems(in: staged.value) == [])
  }

  @Test func isTheSameAtAnyWidth() async {
    let input = Fixture.input([Fixture.community(), Fixture.community(id: "b", folder: "b")])
    let one = await SiteBuilder.plan(input, jobs: 1)
    let many = await SiteBuilder.plan(input, jobs: 8)
    #expect(one.value == many.value)
  }

  @Test func reportsPathsThatCollide() async {
    let staged = await SiteBuilder.plan(Fixture.input([Fixture.community(), Fixture.community(folder: "other")]))
    #expect(staged.diagnostics.contains { $0.rule == "site/collision" })
  }
}
