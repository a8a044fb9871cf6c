import Diagnostics
import Testing
import Words

@testable import Intake

/// Numbers, lists and breakdowns in sentences.
@Suite struct ClaimScannerTests {
  private func claims(_ text: String, topic: String? = nil, lead: String = "") -> [Claim] {
    let source = SourceText(path: "a.md", text: text)
    let plain = PlainText(source.bytes, 0..<source.bytes.count)
    return ClaimScanner.claims(in: plain, of: source, topic: topic, lead: lead)
  }

  private func short(_ text: String) -> [String] {
    claims(text).map { claim in
      let value = claim.value.map(String.init) ?? ""
      let upper = claim.upperValue.map { "-\($0)" } ?? ""
      let names = claim.names.isEmpty ? "" : " " + claim.names.joined(separator: "|")
      return "\(claim.kind) \(value)\(upper) \(claim.qualifier.rawValue)\(names)"
    }
  }

  @Test(arguments: [
    ("Our file shows 8 maintainers, all active.", "maintainers 8 exact"),
    ("The project has eight regular committers.", "committers 8 exact"),
    ("Over 60 public adopters are listed.", "adopters 60 more-than"),
    ("more than 1,200 contributors", "contributors 1200 more-than"),
    ("There are 20+ maintainers.", "maintainers 20 at-least"),
    ("~945 PRs/month", "pull_requests 945 about"),
    ("About 50 contributors", "contributors 50 about"),
    ("up to 30 attendees came", "attendees 30 at-most"),
    ("Just under 100 users", "users 100 at-most"),
    ("a list of 5-6 adopters", "adopters 5-6 range"),
    ("10\u{2013}20 new contributors per month", "contributors 10-20 range"),
    ("[183 different companies](https://example.org)", "organizations 183 exact"),
    ("**4,284** stars", "stars 4284 exact"),
    ("12k stars", "stars 12000 exact"),
    ("Currently 10 organizations use Example", "adopters 10 exact"),
    ("It is used by 10 organizations.", "adopters 10 exact"),
    ("Use in production by 3 significant end users", "adopters 3 exact"),
    ("open issues (155)", "issues 155 exact"),
    ("5 of these adopters were interviewed", "interviews 5 exact"),
    ("15 of the 16 issues were fixed", "findings 15 exact"),
    ("50+ built-in scalers", "scalers 50 at-least"),
    ("The number of contributors is now over 3,000.", "contributors 3000 more-than"),
    ("one of the Top 20 projects", "rank 20 at-most"),
    ("Example is the 36th most active project", "rank 36 exact"),
    ("2 contributors do 51% of the activity", "contributors 2 exact, share 51 exact"),
    ("It has been a project for two years.", "years 2 exact"),
    ("Confirmed that it has maintainers from at least 2 organizations.", "organizations 2 at-least"),
    ("One paper submitted.", "papers 1 exact"),
    ("Github stars: **5,300+ (26% more)**", "stars 5300 at-least"),
    ("Core repo contributors: 165", "contributors 165 exact"),
    ("New contributors added since then: 93", "contributors 93 exact"),
    ("[Stars](x) grew from 398 \u{2192} 2052", "stars 2052 exact"),
    ("Stargazers: 84% growth from 524 -> 2537.", "growth 84 exact, stars 2537 exact"),
    ("Stars have increased up to 13.5k stars", "stars 13500 exact"),
    ("1.2M downloads", "downloads 1200000 exact"), ("over 4 million downloads", "downloads 4000000 more-than"),
    ("two hundred contributors", "contributors 200 exact"), ("about half a dozen adopters", "adopters 6 about"),
    ("more than a dozen adopters", "adopters 12 more-than"),
    ("an average of 85 PRs and 30 contributors per month", "pull_requests 85 about, contributors 30 about"),
    ("Four adopters from several fields were interviewed", "interviews 4 exact"),
    ("25+ organizations in production", "adopters 25 at-least"),
    ("The maintainers team consists of 14 members", "maintainers 14 exact"),
    ("The audit found 1 Critical and 4 High bugs.", "findings 1 exact, findings 4 exact"),
    ("PRs (91 including updates)", "pull_requests 91 exact"),
    ("Five maintainers across four organizations", "maintainers 5 exact, organizations 4 exact"),
    ("at most 4 maintainers come from Acme", "maintainers 4 at-most Acme"),
    ("5 of the 10 most active contributors are maintainers", "contributors 5 exact"),
  ])
  func readsCounts(text: String, expected: String) {
    #expect(short(text).joined(separator: ", ") == expected)
  }

  @Test(arguments: [
    "Project maintainers from at least 2 organizations that demonstrates survivability.",
    "Have committers from at least two organizations.", "One organization may hold at most 2 seats.",
    "Used by at least 3 independent adopters",
    "Changes need approval by two maintainers.", "At least 1 maintainer must review.", "a 2/3 maintainer vote",
    "A majority of 5 members decides.", "an RC about 10 days before", "support the latest 3 minor releases",
    "If in doubt, at least two members of the team will discuss it.", "one of the maintainers", "Kubernetes 1.28 users",
    "version v2 users", "issue #12 members", "released on 2024-05-12 members met",
    "see https://example.org/8/maintainers",
    "`8 maintainers`", "Onboard at least 1 maintainer", "two factor authentication for members",
    "at 15:30 members meet",
    "Maintainer: 3+ months of work, 5+ reviews, 3+ merged PRs", "a list of inactive maintainers (12+ months)",
    "The two projects have announced a merger.", "several hundred contributors", "Members: 2 PM in the hall",
    "PRs: 12, 13", "Issues: 310", "It takes 5 people to move the members.", "grew from 55 at Incubation",
    "No more than 4 maintainers may be from one company.", "2 seats per 10 members must stay free",
    "10+ characters", "4-level contributor ladder", "more than 80% of organizations want it",
  ])
  func passesOverWhatIsNoClaim(text: String) {
    #expect(short(text).isEmpty)
  }

  @Test(arguments: [
    ("We have maintainers from Acme, FOO, Bar Baz, and QUX", "organizations  exact Acme|FOO|Bar Baz|QUX"),
    (
      "9 maintainers from 3 organizations: Acme, Foo.io and Bar",
      "maintainers 9 exact; organizations 3 exact Acme|Foo.io|Bar"
    ),
    (
      "7 maintainers, from various organizations, such as Nan University and Acme.",
      "maintainers 7 exact; organizations  exact Nan University|Acme"
    ),
    (
      "21 maintainers with 2 companies: Acme 10; Foo 5",
      "maintainers 21 exact; organizations 2 exact; maintainers 10 exact Acme; maintainers 5 exact Foo"
    ),
    ("7 committers from 2 organizations, Acme and Bar Baz.", "committers 7 exact; organizations 2 exact Acme|Bar Baz"),
    ("Maintainers represent Acme, Foo, and Bar", "organizations  exact Acme|Foo|Bar"),
    ("10 maintainers from Acme and 5 from Foo", "maintainers 10 exact Acme; maintainers 5 exact Foo"),
    (
      "Maintainers: Acme: 14, Foo: 1, Bar: 1",
      "maintainers 14 exact Acme; maintainers 1 exact Foo; maintainers 1 exact Bar"
    ),
  ])
  func readsOrganizations(text: String, expected: String) {
    #expect(short(text).joined(separator: "; ") == expected)
  }

  @Test(arguments: [
    ("As of November 2024, it lists 9 maintainers.", "2024-11-30"),
    ("There are (2021/06/01) 436 subscribers.", "2021-06-01"),
    ("226 contributors from July 2023-24", "2024-07-31"), ("Since May 2019 it has 9 maintainers.", "-"),
    ("It has 9 maintainers. The list is of 2024-05-01.", "-"),
    ("9 members were active from Feb 1, 2021 to Jan 31, 2022", "2022-01-31"),
  ])
  func readsTheDayAClaimHoldsFor(text: String, expected: String) {
    #expect(claims(text).first?.asOf.map(\.description) ?? "-" == expected)
  }

  @Test(arguments: [
    ("The project has 8 maintainers.", true), ("Five maintainers across four organizations", true),
    ("There are 7 active maintainers.", true), ("a total of 7 maintainers", true),
    ("Recently two maintainers left.", false), ("The 2 main maintainers are from Acme.", false),
    ("It has 9 new committers.", false), ("10 maintainers from Acme", false),
    ("Two end users are speaking in May.", false), ("18 adopters are using it today.", true), ("Stars: 900", true),
    ("New contributors: 9", false),
  ])
  func tellsTotalsFromParts(text: String, isTotal: Bool) {
    #expect(claims(text).first?.isTotal == isTotal)
  }

  @Test func organizationsCarryThePeopleTheyGoWith() {
    #expect(claims("It has 9 maintainers from 7 organizations.").map(\.scope) == [nil, "maintainers"])
    #expect(claims("listed by 7 organizations").map(\.scope) == [nil])
  }

  @Test func anEntryOfASeriesCountsWhatStandsBefore() {
    let found = claims("Today 2022-03-07: 128", lead: "Our adopters over time")
    #expect(found.map(\.kind) == ["adopters"])
    #expect(found.first?.asOf?.description == "2022-03-07")
  }

  @Test func namesThePlaceOfTheNumber() throws {
    let place = try #require(claims("It **has** [8](x) maintainers").first?.location)
    #expect((place.line, place.column, place.length) == (1, 13, 1))
  }

  /// An ellipsis leaves out what an arrow would say.
  @Test func takesNoEllipsisForAnArrow() {
    #expect(short("[Stars](x) grew from 3 \u{2192} 9") == ["stars 9 exact"])
    #expect(!short("[Stars](x) grew from 3 \u{2026} 9").contains("stars 9 exact"))
  }
}
