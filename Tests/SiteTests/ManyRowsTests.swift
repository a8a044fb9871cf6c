import Testing

@testable import Intake
@testable import Assess
@testable import Site

/// Pages of much: lists in parts, and which community stands first.
@Suite struct ManyRowsTests {
  private static func pages(_ assessments: [Assessment]) async -> [String: String] {
    let files = await SiteBuilder.plan(Fixture.input(assessments), jobs: 1).value.files
    return Dictionary(uniqueKeysWithValues: files.map { ($0.path, String(decoding: $0.bytes, as: UTF8.self)) })
  }

  @Test func manyPeopleAreListedOnAPageForEachLetter() async throws {
    let few = Fixture.community()
    var community = few.community
    let place = community.documents[1].source.location(line: 5)
    community.documents[1].facts.people = (0...500).map { number in
      Person(name: number % 2 == 0 ? "Ann \(number)" : "Bo \(number)", location: place)
    }
    let many = Assessment(
      community: community, asOf: few.asOf, models: few.models, findings: few.findings, waivers: few.waivers)
    let pages = await Self.pages([many])
    let list = try #require(pages["acme/people/index.html"])
    #expect(list.contains("href=\"a/index.html\">A <span class=\"count\""))
    #expect(!list.contains("Ann 2"))
    let letter = try #require(pages["acme/people/b/index.html"])
    #expect(letter.contains(">Bo 499") && !letter.contains(">Ann 2"))
    #expect(await Self.pages([few])["acme/people/a/index.html"] == nil)
  }

  @Test func aCommunityOfWhichLittleIsKnownIsNotTheClosest() async throws {
    func community(_ id: String, _ verdicts: [Verdict]) -> Assessment {
      let base = Fixture.community(id: id, folder: "\(id)/community")
      let rows = zip(base.models[0].criteria, verdicts).map { row, verdict in
        CriterionAssessment(
          criterion: row.criterion, requirement: .required, assertion: row.assertion, evidence: .empty,
          verification: .person,
          verdict: verdict)
      }
      let model = ModelAssessment(
        criteriaSet: Fixture.criteria, level: "graduated", matchedRevision: nil, currentRevision: nil,
        hasApplication: false, criteria: rows)
      return Assessment(community: base.community, asOf: base.asOf, models: [model], findings: [], waivers: [])
    }
    let pages = await Self.pages([community("acme", [.unknown, .unknown]), community("beta", [.claimable, .missing])])
    let matrix = try #require(pages["index.html"]?.split(separator: "<tbody>").dropFirst().first)
    let rows = matrix.split(separator: "<tr class=\"on\">")
    #expect(rows.first?.contains("beta/index.html") == true)
    #expect(rows.dropFirst().first?.contains("class=\"v-unknown\" href=\"acme/") == true)
  }
}
