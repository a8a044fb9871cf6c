@testable import Assess
@testable import Criteria
import Diagnostics
@testable import Intake
import StructuredData
import Testing

@testable import Report

/// One community with one criterion of each kind of verdict that matters, and two findings.
func canned() throws -> GapReport {
  let day = try #require(CalendarDate(iso: "2026-11-21"))
  let set = CriteriaSet(
    model: "m", title: "Model", foundation: "F", levels: ["graduated"],
    revisions: [CriteriaRevision(date: day, label: "1", note: "")], criteria: [],
    location: Location(path: "m.yaml", line: 1))
  func criterion(_ id: String, _ verdict: Verdict, _ text: String) -> CriterionAssessment {
    let criterion = Criterion(
      id: CriterionID(rawValue: id), section: "S", text: text, order: 1, location: Location(path: "m.yaml", line: 1))
    return CriterionAssessment(
      criterion: criterion, requirement: .required, assertion: .unchecked, evidence: .empty, verification: .person,
      verdict: verdict, because: ["a | b", "<c>"], cites: [Location(path: "a b/ä.md", line: 3)])
  }
  let model = ModelAssessment(
    criteriaSet: set, level: "graduated", matchedRevision: set.revisions[0], currentRevision: set.revisions[0],
    hasApplication: true,
    criteria: [
      criterion("A-1", .open, "First, \"quoted\""), criterion("A-2", .met, "Second"),
      criterion("A-3", .needsReview, "=Third"), criterion("A-4", .claimable, "Fourth"),
    ])
  let claim = Location(path: "app.md", line: 7, column: 3, length: 2, excerpt: "- 8 maintainers\u{1B}[31m")
  let fact = Location(path: "a b/ä.md", line: 9)
  let findings = [
    Finding(
      rule: "claim/maintainer-count", severity: .warning, claim: .differs, criterion: "A-1",
      message: "8 maintainers claimed, 7 listed", places: [.init(.claim, claim), .init(.fact, fact)], expected: "8",
      actual: "7", why: "why", fix: "write 7, 100%\nnow", fingerprint: "0123456789abcdef"),
    Finding(
      rule: "groups/no-leads", severity: .note, message: "G has no chair", places: [.init(.fact, fact)], why: "why",
      fix: "name one", fingerprint: "fedcba9876543210"),
  ]
  var community = Community(id: "c", name: "C & D")
  community.application = "app.md"
  let assessment = Assessment(
    community: community, asOf: day, models: [model], findings: findings)
  return GapReport(assessments: [assessment])
}

private func render(_ id: String) throws -> String {
  let reporter = try #require(Reporter.all.first { $0.id == id })
  return String(decoding: reporter.render(try canned()), as: UTF8.self)
}

@Suite struct ReportTests {
  @Test(arguments: Reporter.all.map(\.id))
  func everyReportEndsWithANewlineAndHoldsNoControlCharacter(id: String) throws {
    let text = try render(id)
    // Bytes: "\r\n" is one Character.
    #expect(text.utf8.last == 0x0A && text.utf8.dropLast().last != 0x0A)
    #expect(!text.unicodeScalars.contains("\u{1B}"))
    for value in ["Optional(", "VerdictWords("] { #expect(!text.contains(value), "a value as the program sees it") }
    #expect(try render(id) == text)
  }

  @Test func withoutAnApplicationSaysWhatToDo() throws {
    var assessment = try #require(try canned().communities.first?.assessment)
    assessment.models[0].hasApplication = false
    for index in assessment.models[0].criteria.indices {
      assessment.models[0].criteria[index].hasApplication = false
      assessment.models[0].criteria[index].verdict = .missing
      assessment.models[0].criteria[index].criterion.howToFix = "Write it."
    }
    // What data denies is a failure; what was only not found is none.
    assessment.models[0].criteria[0].verification = .failed
    func text(_ id: String) throws -> String {
      let reporter = try #require(Reporter.all.first { $0.id == id })
      return String(decoding: reporter.render(GapReport(assessments: [assessment])), as: UTF8.self)
    }
    #expect(try text("text").contains("\n      to do: Write it.\n"))
    #expect(try text("markdown").contains("to do: Write it. |"))
    #expect(try text("triage").contains("\n  Write it.\n"))
    #expect(try text("junit").split(separator: "<failure").count == 3, "the criterion, and the warning")
  }

  @Test func jsonHasTheDocumentedShape() throws {
    let staged = YAML.read(SourceText(path: "r.json", text: try render("json")))
    let root = try #require(staged.value)
    #expect(root["schema"]?.string == "report/1")
    #expect(root["as_of"]?.string == "2026-11-21")
    let community = try #require(root["communities"]?.elements.first)
    #expect(community["criteria_set"]?["revision"]?.string == "2026-11-21")
    #expect(community["level"]?.string == "graduated")
    let criterion = try #require(community["criteria"]?.elements.first)
    for key in ["id", "requirement", "verdict", "assertion", "evidence", "verification", "claim", "because", "cites"] {
      #expect(criterion[key] != nil, "\(key)")
    }
    #expect(criterion["counts_as_open"]?.bool == true)
    let finding = try #require(community["findings"]?.elements.first)
    #expect(finding["claim"]?.string == "differs")
    #expect(finding["locations"]?.elements.first?["role"]?.string == "claim")
    #expect(finding["locations"]?.elements.first?["line"]?.int == 7)
    #expect(community["totals"]?["open"]?.int == 2)
  }

  @Test func textSaysFirstWhatIsOpen() throws {
    let text = try render("text")
    #expect(text.hasPrefix("C & D as of 2026-11-21\n"))
    #expect(text.contains("2 of 4 required criteria open; 1 of them looks ready to tick"))
    #expect(
      text.contains("warning: 8 maintainers claimed, 7 listed [claim/maintainer-count]\n      app.md:7 ↔ a b/ä.md:9\n"))
  }

  @Test func markdownEscapesWhatWouldBreakATable() throws {
    #expect(try render("markdown").contains("a \\| b; \\<c\\>"))
  }

  @Test func aPathEndsNoCodeSpanAndNoCell() {
    #expect(ReportText.code(Location(path: "a`<b>|c\n.md", line: 2)) == "`a'<b>\\u{7c}c\\u{a}.md:2`")
  }

  @Test func csvQuotesAndDefusesFormulas() throws {
    let text = try render("csv")
    #expect(text.contains("\"First, \"\"quoted\"\"\""))
    #expect(text.contains(",'=Third,"))
  }

  @Test func annotationsEscapeTheirText() throws {
    let text = try render("github")
    #expect(text.contains("::warning file=app.md,line=7,col=3,title=claim/maintainer-count::"))
    #expect(text.contains("write 7, 100%25%0Anow"))
  }

  @Test func junitPassesOnlyWhatIsMet() throws {
    let text = try render("junit")
    #expect(text.contains("tests=\"4\" failures=\"2\" skipped=\"1\""))
    #expect(text.contains("message=\"open; a | b; &lt;c&gt;\""))
  }

  @Test func sarifNamesEachRuleOnceAndEncodesPaths() throws {
    let root = try #require(YAML.read(SourceText(path: "r.sarif", text: try render("sarif"))).value)
    let run = try #require(root["runs"]?.elements.first)
    #expect(run["tool"]?["driver"]?["rules"]?.elements.count == 2)
    let result = try #require(run["results"]?.elements.first)
    let related = result["relatedLocations"]?.elements.first?["physicalLocation"]?["artifactLocation"]?["uri"]
    #expect(related?.string == "a%20b/%C3%A4.md")
    #expect(result["partialFingerprints"]?["sitegen/v1"]?.string == "0123456789abcdef")
    let region = result["locations"]?.elements.first?["physicalLocation"]?["region"]
    #expect(region?["startColumn"]?.int == 3 && region?["endColumn"]?.int == 5)
  }

  @Test func triageListsTheLeastEffortFirst() throws {
    let text = try render("triage")
    let ready = try #require(text.range(of: "**A-4**"))
    let open = try #require(text.range(of: "**A-1**"))
    #expect(ready.lowerBound < open.lowerBound)
    #expect(text.contains("8 maintainers claimed, 7 listed (`app.md:7`, `a b/ä.md:9`)"))
  }
}
