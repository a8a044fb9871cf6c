import Defaults
import Diagnostics
import Foundation
@testable import Assess
@testable import Intake
import StructuredData
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

  @Test func keepsTheFirstOfTwoFilesWithOnePath() {
    let made = Production.distinct(["a", "b/c", "a", "b"].map { Production(path: $0) { [] } })
    #expect(made.value.map(\.path) == ["a", "b/c"])
    #expect(made.diagnostics.map(\.rule) == ["site/collision", "site/collision"])
  }

  @Test func makesNothingForAClosedSink() async {
    let sink = OutputSink(isOpen: { false }) { Issue.record("took \($0.path)") }
    _ = await SiteBuilder.build(Fixture.input([Fixture.community()]), into: sink)
  }

  private func page(_ path: String, _ assessments: [Assessment]) async -> String {
    let plan = await SiteBuilder.plan(Fixture.input(assessments)).value
    return plan.files.first { $0.path == path }.map { String(decoding: $0.bytes, as: UTF8.self) } ?? ""
  }

  /// What a page says, without its markup: numbers in it are links to what they count.
  private func text(of html: String) -> String {
    html.split(separator: "<", omittingEmptySubsequences: false).enumerated().map { index, part in
      index == 0 ? String(part) : part.split(separator: ">", maxSplits: 1).dropFirst().joined()
    }.joined()
  }

  @Test func saysTheAnswerInOneSentence() async {
    let html = await page("acme/index.html", [Fixture.community()])
    #expect(
      text(of: html).contains("Not ready to submit: 1 of 2 required criteria is open, 1 of them looks ready to tick."))
  }

  @Test func leavesControlCharactersOutOfPages() async {
    var assessment = Fixture.community()
    assessment.community.name = "A\u{1}c\u{1B}m\u{7F}e\t"
    let plan = await SiteBuilder.plan(Fixture.input([assessment])).value
    for file in plan.files where file.path.hasSuffix(".html") {
      #expect(!file.bytes.contains { ($0 < 0x20 && $0 != 0x09 && $0 != 0x0A) || $0 == 0x7F }, "\(file.path)")
    }
    #expect(await page("acme/index.html", [assessment]).contains("<h1>Acme\t</h1>"))
  }

  @Test func annotatesTheApplicationAtItsLines() async {
    let html = await page(
      "acme/documents/acme/community/dot-github/application é.md/index.html", [Fixture.community()])
    #expect(html.contains("<mark class=\"claim is-differs\">3 maintainers</mark>"))
    #expect(html.contains("id=\"L5\"><details class=\"margin v-claimable\"><summary>"))
    #expect(!html.contains("javascript:"))
  }

  @Test func aCommunityWithoutAnythingHasPagesThatSaySo() async {
    let bare = Assessment(community: Community(id: "bare", name: "Bare"), asOf: Fixture.asOf, models: [], findings: [])
    let staged = await SiteBuilder.plan(Fixture.input([bare]))
    #expect(staged.diagnostics == [])
    #expect(LinkCrawler.problems(in: staged.value) == [])
    #expect(await page("bare/people/index.html", [bare]).contains("Nobody is named"))
  }

  @Test func showsWhatChangedSinceTheEarlierVersionOfTheApplication() async throws {
    var assessment = Fixture.community()
    let application = try #require(assessment.community.application.flatMap { assessment.community[path: $0] })
    let old = Fixture.document("acme/community/draft.md", "# Draft\n\n[WIP] CPU\n", .dueDiligence) { facts, source in
      facts.date = Fixture.day("2026-03-01")
      facts.statusItems = [StatusItem(marker: .todo, text: "CPU", location: source.location(line: 3))]
      facts.items = [
        ChecklistItem(
          criterion: "GOV-ROLE", state: .unchecked, depth: 0, text: "Roles", location: source.location(line: 1)),
        ChecklistItem(
          criterion: "GOV-GONE", state: .checked, depth: 0, text: "<Gone>", location: source.location(line: 1)),
      ]
    }
    assessment.community.documents.append(old)
    assessment.changes = [DocumentChanges.between(old: old, new: application)]
    let plan = await SiteBuilder.plan(Fixture.input([assessment]))
    #expect(plan.diagnostics == [])
    #expect(LinkCrawler.problems(in: plan.value) == [])
    let html = await page("acme/changes/index.html", [assessment])
    #expect(html.contains("<h2 id=\"Comparison-1\">The application"))
    #expect(
      html.contains("title=\"acme/community/draft.md:3\">…/draft.md:3</a>") && html.contains("not ticked, no text"))
    #expect(html.contains("&lt;Gone&gt;"))
    let dashboard = await page("acme/index.html", [assessment])
    #expect(dashboard.contains("Changed since the earlier version of"))
    #expect(dashboard.contains("href=\"changes/index.html#Comparison-1\""))
    #expect(await !page("acme/index.html", [Fixture.community()]).contains("What changed"))
  }

  @Test func showsATextBeforeItsSiteIsMade() async throws {
    let path = "acme/community/how.md"
    func text(_ words: String) -> String { "---\ntitle: How\n---\n\n# How\n\n\(words)\n" }
    var document = Fixture.document(path, text("Old words."), .page) { _, _ in }
    document.frontMatter = YAML.read(SourceText(path: path, bytes: Array("title: How\n".utf8))).value
    var assessment = Fixture.community()
    assessment.community.documents.append(document)
    var made: SitePreview?
    let plan = await SiteBuilder.plan(Fixture.input([assessment])) { made = $0 }
    let preview = try #require(made)
    let page = try #require(preview.page(of: path, text: Array(text("New words.").utf8)))
    let old = try #require(plan.value.files.first { $0.path == page.path })
    let html = String(decoding: page.bytes, as: UTF8.self)
    #expect(html == String(decoding: old.bytes, as: UTF8.self).replacing("Old words.", with: "New words."))
    #expect(preview.page(of: "acme/community/none.md", text: []) == nil)
  }

  @Test func placesShowAsMuchOfThePathAsTellsThemApart() async {
    var assessment = Fixture.community()
    assessment.community.documents.append(
      Fixture.document("acme/community/docs/OWNERS", "approvers:\n  - bo\n", .owners) { facts, source in
        facts.people = [Person(name: "Cy", location: source.location(line: 2))]
      })
    let html = await page("acme/people/index.html", [assessment])
    #expect(html.contains("title=\"acme/community/docs/OWNERS:2\">…/docs/OWNERS:2</a>"))
    #expect(html.contains("title=\"acme/community/MAINTAINERS.md:5\">…/MAINTAINERS.md:5</a>"))
  }

  @Test func placesLeadToTheForgeUnlessTheDocumentIsRestated() async {
    var assessment = Fixture.community()
    let forge = "href=\"https://example.org/acme/community/blob/abc/MAINTAINERS.md#L5\">at abc</a>"
    #expect(await page("acme/gap-report/index.html", [assessment]).contains(forge))
    assessment.community.documents[1] = Fixture.document(
      "acme/community/MAINTAINERS.md", "---\nrestated: true\nsource: https://example.org/list\n---\n\nAnn\n",
      .maintainers
    ) { _, _ in }
    assessment.community.documents[1].frontMatter =
      YAML.read(SourceText(path: "f.yaml", text: "restated: true\nsource: https://example.org/list\n")).value
    let html = await page("acme/gap-report/index.html", [assessment])
    #expect(!html.contains(forge) && html.contains("href=\"https://example.org/list\">original</a>"))
  }

  @Test func theDashboardMapsCriteriaToTheirEvidence() async throws {
    let html = await page("acme/index.html", [Fixture.community()])
    let map = try #require(html.components(separatedBy: "<table class=\"map\">").last)
    #expect(map.contains("…/MAINTAINERS.md</a></th>") && map.contains("<circle class=\"full\" cx=\"4\""))
    #expect(map.contains("criteria/GOV-LIST/index.html\">GOV-LIST</a>"))
  }

  @Test func theRoadmapCountsALineOnce() async {
    var assessment = Fixture.community()
    let items = assessment.community.documents[0].facts.statusItems
    assessment.community.documents[0].facts.roadmapItems = items.map {
      RoadmapItem(text: $0.text, milestone: "v2", marker: $0.marker, location: $0.location)
    }
    let html = await page("acme/roadmap/index.html", [assessment])
    #expect(text(of: html).contains("1 in progress, none planned, none done"))
    #expect(html.contains("CPU <span class=\"quiet\">v2</span>"))
  }

  @Test func tellsTheHistoryOfSavedReports() async throws {
    func saved(_ day: String, _ verdict: String, open: Int, note: String = "") -> SourceText {
      let text = """
        {"schema": "snapshot/1", "as_of": "\(day)", "note": "<\(note)>", "rules": ["old/rule"], "communities": [
         {"id": "acme", "criteria_set": {"model": "model", "revision": "2024-01-01", "has_application": true},
          "level": "graduated", "totals": {"required": 2, "open": \(open)}, "criteria": [
          {"id": "GOV-LIST", "requirement": "required", "verdict": "\(verdict)", "counts_as_open": \(verdict == "open")},
          {"id": "GOV-OLD", "requirement": "required", "verdict": "open", "counts_as_open": true}],
          "findings": [{"rule": "old/rule", "message": "<gone>", "fingerprint": "1"}], "waivers": []}]}
        """
      return SourceText(path: "history/\(day).json", text: text)
    }
    let sources = [saved("2026-01-01", "open", open: 2, note: "first"), saved("2026-06-30", "met", open: 1)]
    var assessment = Fixture.community()
    let snapshots = Snapshot.read(sources, before: Fixture.asOf)
    #expect(snapshots.diagnostics == [])
    assessment.history = AssessmentHistory(
      snapshots.value, AssessmentSummary(assessment), isOnly: true, since: nil)
    var input = Fixture.input([assessment])
    input.portfolio.snapshots = sources
    let plan = await SiteBuilder.plan(input)
    #expect(plan.diagnostics == [])
    #expect(LinkCrawler.problems(in: plan.value) == [])
    func page(_ path: String) -> String {
      plan.value.files.first { $0.path == path }.map { String(decoding: $0.bytes, as: UTF8.self) } ?? ""
    }
    let history = page("acme/history/index.html")
    #expect(
      history.contains("<h2 id=\"Step-2\">") && history.contains("&lt;first&gt;") && history.contains("&lt;gone&gt;"))
    #expect(history.contains("href=\"../../snapshots/history/2026-01-01.json\">2</a>"))
    #expect(
      history.contains("class=\"break\"")
        && history.contains("Not comparable: new rules: adopters/"))
    #expect(history.components(separatedBy: "<rect class=\"v-").count > 4)
    for file in plan.value.files where file.path.hasSuffix(".html") {
      #expect(!String(decoding: file.bytes, as: UTF8.self).contains(" style=\""), "\(file.path)")
    }
    let since = "Since the report of <a href="
    #expect(page("acme/index.html").contains(since) && page("acme/gap-report/index.html").contains(since))
    #expect(
      text(of: page("acme/index.html")).contains(
        "1 open then, 1 now; 1 newly open; 1 added later; 1 no longer required"))
    #expect(page("index.html").contains(">1, as before</a>") && page("index.html").contains("<polyline points=\"2,2 "))
    #expect(page("acme/criteria/GOV-LIST/index.html").contains("<h2>History</h2>"))
    #expect(
      plan.value.files.contains { $0.path == "snapshots/history/2026-06-30.json" && $0.bytes == sources[1].bytes })
    #expect(await !self.page("acme/index.html", [Fixture.community()]).contains(since))
  }

  @Test func showsWhoReviewedACriterionAndWhatChangedSince() async throws {
    var assessment = Fixture.community()
    let workspace = WorkspaceConfiguration.read(
      SourceText(
        path: "sitegen.yaml",
        text: "reviews:\n- {criterion: GOV-ROLE, reviewer: <Rae>, date: 2024-07-04, note: fine, evidence: {}}\n"))
    let entry = try #require(workspace.value.reviews.first)
    assessment.models[0].criteria[1].review = CriterionReview(entry: entry, changes: [])
    let kept = await page("acme/criteria/GOV-ROLE/index.html", [assessment])
    #expect(kept.contains("Reviewed on <time datetime=\"2024-07-04\">4 July 2024</time> by &lt;Rae&gt;: fine"))
    #expect(!kept.contains("suspect"))
    #expect(
      await text(of: page("acme/gap-report/index.html", [assessment])).contains("1 needs review, 1 of them reviewed"))
    let place = try #require(assessment.models[0].criteria[1].item?.location)
    assessment.models[0].criteria[1].review?.changes = [.init(message: "the claim changed", location: place)]
    let suspect = await page("acme/criteria/GOV-ROLE/index.html", [assessment])
    #expect(suspect.contains("suspect since: the claim changed <a class=\"source\""))
    #expect(await text(of: page("acme/gap-report/index.html", [assessment])).contains("1 review no longer holds"))
  }

  @Test func aDocumentShowsHowItIsWritten() async throws {
    let assessment = Fixture.community()
    let document = try #require(assessment.community.documents.first { $0.path.hasSuffix("MAINTAINERS.md") })
    var input = Fixture.input([assessment])
    input.remarks = [
      Diagnostic(
        "people/example", .note, at: document.source.location(line: 1), "<b> is no name", help: "write `Ada`"),
      Diagnostic("people/elsewhere", .note, at: Location(path: "other.md", line: 1), "of another file"),
    ]
    let plan = await SiteBuilder.plan(input).value
    let path = "acme/documents/\(document.path)/index.html"
    let html = try #require(plan.files.first { $0.path == path }.map { String(decoding: $0.bytes, as: UTF8.self) })
    #expect(text(of: html).contains("How the file is written 1note &lt;b&gt; is no name"))
    #expect(text(of: html).contains("To do: write Ada") && !html.contains("of another file"))
  }

  @Test func theManifestNamesEveryOtherFile() async throws {
    let plan = await SiteBuilder.plan(Fixture.input([Fixture.community()])).value
    let manifest = try #require(plan.files.first { $0.path == "manifest.json" })
    let value = try Value(json: manifest.bytes)
    #expect(value["generator"].asString == "sitegen")
    #expect(value["outputs"].count == plan.files.count - 1)
    let inputs = value["inputs"]
    #expect(inputs.count == 3 + Defaults.files(under: "templates").filter { !$0.path.hasPrefix("generate/") }.count)
    #expect(inputs["templates/base.html"].asString?.utf8.count == 64)
  }

  @Test func leavesOutWhatNeedsAPublicAddress() async {
    var input = Fixture.input([Fixture.community()])
    input.portfolio.workspace.baseURL = nil
    let staged = await SiteBuilder.plan(input)
    #expect(staged.diagnostics.map(\.rule) == ["site/no-base-url"])
    #expect(!staged.value.files.contains { $0.path == "sitemap.xml" || $0.path == "404.html" })
    #expect(LinkCrawler.problems(in: staged.value) == [])
  }

  @Test func everyFindingOfTheReportShowsItsSource() async {
    let html = await page("acme/gap-report/index.html", [Fixture.community()])
    let table = html.components(separatedBy: "<table class=\"corrections\">").dropFirst().first ?? ""
    let rows = table.components(separatedBy: "</table>")[0].components(separatedBy: "<tr>").dropFirst(2)
    #expect(!rows.isEmpty)
    #expect(rows.allSatisfy { $0.contains("class=\"source\" href=") })
  }
}
