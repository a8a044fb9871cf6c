import Testing

@testable import Intake

/// One statement in many styles, each with the reading it must have: `kind value qualifier names @day`, an empty text
/// where nothing is claimed.
@Suite struct ClaimVariantTests {
  static let variants: [(text: String, reading: String)] =
    numbersInWords + digitsAndSigns + exactness + ranges + order + punctuationAndMarkup + tense + organizations
    + adopters + requirements + days

  @Test func areMany() { #expect(Self.variants.count >= 150) }

  @Test(arguments: variants.map(\.text)) func readsTheVariant(text: String) throws {
    let expected = try #require(Self.variants.first { $0.text == text }).reading
    let found = try facts("# Example\n\n\(text)\n").claims.map { claim in
      let value = claim.value.map(String.init) ?? ""
      let upper = claim.upperValue.map { "-\($0)" } ?? ""
      let names = claim.names.isEmpty ? "" : " " + claim.names.joined(separator: "|")
      let day = claim.asOf.map { " @\($0)" } ?? ""
      return "\(claim.kind) \(value)\(upper) \(claim.qualifier.rawValue)\(names)\(day)"
    }
    #expect(found.joined(separator: ", ") == expected, "\(text)")
  }

  private static let numbersInWords: [(text: String, reading: String)] = [
    ("We have eight maintainers.", "maintainers 8 exact"),
    ("We have Eight maintainers.", "maintainers 8 exact"),
    ("There are twelve active maintainers.", "maintainers 12 exact"),
    ("The project has thirteen maintainers.", "maintainers 13 exact"),
    ("The project counts twenty maintainers.", "maintainers 20 exact"),
    ("The project has twenty-one maintainers.", "maintainers 21 exact"),
    ("The project has twenty one maintainers.", "maintainers 21 exact"),
    ("The project has thirty-five contributors.", "contributors 35 exact"),
    ("The project has one hundred contributors.", "contributors 100 exact"),
    ("The project has a hundred contributors.", "contributors 100 exact"),
    ("The project has one hundred and twenty contributors.", "contributors 120 exact"),
    ("The project has two hundred fifty contributors.", "contributors 250 exact"),
    ("The project has three thousand stars.", "stars 3000 exact"),
    ("The project has a thousand stars.", "stars 1000 exact"),
    ("The project has two and a half thousand stars.", ""),
    ("The project has a dozen maintainers.", "maintainers 12 exact"),
    ("The project has two dozen adopters.", "adopters 24 exact"),
    ("The project has half a dozen adopters.", "adopters 6 exact"),
    ("The project has a half dozen adopters.", "adopters 6 exact"),
    ("The project has a couple of maintainers.", ""),
    ("The project has a handful of maintainers.", ""),
    ("The project has several maintainers.", ""),
    ("The project has hundreds of contributors.", ""),
    ("The project has dozens of adopters.", ""),
    ("The project has thousands of stars.", ""),
    ("There is one maintainer.", "maintainers 1 exact"),
    ("There is a single maintainer.", ""),
    ("There is only one maintainer.", "maintainers 1 exact"),
    ("There are no maintainers from other companies.", ""),
    ("Both maintainers work for Acme.", ""),
    ("Ninety-nine people have starred it.", ""),
    ("The project has nineteen reviewers.", "reviewers 19 exact"),
    ("The project has forty approvers.", "approvers 40 exact"),
    ("The project has seventy-two members.", "members 72 exact"),
  ]

  private static let digitsAndSigns: [(text: String, reading: String)] = [
    ("The project has 1,234 stars.", "stars 1234 exact"),
    ("The project has 1 234 stars.", "stars 1234 exact"),
    ("The project has 1.234 stars.", ""),
    ("The project has 1.2k stars.", "stars 1200 exact"),
    ("The project has 1.2K stars.", "stars 1200 exact"),
    ("The project has 12K stars.", "stars 12000 exact"),
    ("The project has 3.5 thousand stars.", "stars 3500 exact"),
    ("The project has 2M downloads.", "downloads 2000000 exact"),
    ("The project has 1.5 million downloads.", "downloads 1500000 exact"),
    ("The project has 10,000+ stars.", "stars 10000 at-least"),
    ("The project has 10k+ stars.", "stars 10000 at-least"),
    ("The project has >100 contributors.", "contributors 100 more-than"),
    ("The project has > 100 contributors.", "contributors 100 more-than"),
    ("The project has ≥ 100 contributors.", "contributors 100 at-least"),
    ("The project has >= 100 contributors.", "contributors 100 at-least"),
    ("The project has < 100 contributors.", "contributors 100 at-most"),
    ("The project has <= 100 contributors.", "contributors 100 at-most"),
    ("The project has ≤100 contributors.", "contributors 100 at-most"),
    ("The project has ~100 contributors.", "contributors 100 about"),
    ("The project has ≈100 contributors.", "contributors 100 about"),
    ("The project has c. 100 contributors.", "contributors 100 about"),
    ("The project has ca. 100 contributors.", "contributors 100 about"),
    ("The project has circa 100 contributors.", "contributors 100 about"),
    ("The project has 100-ish contributors.", "contributors 100 about"),
    ("The project has 100 or so contributors.", "contributors 100 about"),
    ("The project has some 100 contributors.", "contributors 100 about"),
  ]

  private static let exactness: [(text: String, reading: String)] = [
    ("The project has more than 100 contributors.", "contributors 100 more-than"),
    ("The project has over 100 contributors.", "contributors 100 more-than"),
    ("The project has well over 100 contributors.", "contributors 100 more-than"),
    ("The project has upwards of 100 contributors.", "contributors 100 at-least"),
    ("The project has in excess of 100 contributors.", "contributors 100 more-than"),
    ("The project has greater than 100 contributors.", "contributors 100 more-than"),
    ("The project has at least 100 contributors.", "contributors 100 at-least"),
    ("The project has no fewer than 100 contributors.", "contributors 100 at-least"),
    ("The project has no less than 100 contributors.", "contributors 100 at-least"),
    ("The project has not less than 100 contributors.", "contributors 100 at-least"),
    ("The project has 100 or more contributors.", "contributors 100 at-least"),
    ("The project has a minimum of 100 contributors.", "contributors 100 at-least"),
    ("The project has as many as 100 contributors.", "contributors 100 at-most"),
    ("The project has up to 100 contributors.", "contributors 100 at-most"),
    ("The project has at most 100 contributors.", "contributors 100 at-most"),
    ("The project has no more than 100 contributors.", "contributors 100 at-most"),
    ("The project has not more than 100 contributors.", "contributors 100 at-most"),
    ("The project has fewer than 100 contributors.", "contributors 100 at-most"),
    ("The project has less than 100 contributors.", "contributors 100 at-most"),
    ("The project has under 100 contributors.", "contributors 100 at-most"),
    ("The project has just under 100 contributors.", "contributors 100 at-most"),
    ("The project has 100 or fewer contributors.", "contributors 100 at-most"),
    ("The project has about 100 contributors.", "contributors 100 about"),
    ("The project has around 100 contributors.", "contributors 100 about"),
    ("The project has approximately 100 contributors.", "contributors 100 about"),
    ("The project has approx. 100 contributors.", "contributors 100 about"),
    ("The project has roughly 100 contributors.", "contributors 100 about"),
    ("The project has nearly 100 contributors.", "contributors 100 about"),
    ("The project has almost 100 contributors.", "contributors 100 about"),
    ("The project has close to 100 contributors.", "contributors 100 about"),
    ("The project has an estimated 100 contributors.", "contributors 100 about"),
    ("The project has exactly 100 contributors.", "contributors 100 exact"),
    ("The project has precisely 100 contributors.", "contributors 100 exact"),
    ("The project has a total of 100 contributors.", "contributors 100 exact"),
    ("The project has 100 contributors in total.", "contributors 100 exact"),
    ("The project has 100 total contributors.", "contributors 100 exact"),
    ("The project has only 3 maintainers.", "maintainers 3 exact"),
    ("The project has just 3 maintainers.", "maintainers 3 exact"),
  ]

  private static let ranges: [(text: String, reading: String)] = [
    ("The project has 5-6 maintainers.", "maintainers 5-6 range"),
    ("The project has 5–6 maintainers.", "maintainers 5-6 range"),
    ("The project has 5 – 6 maintainers.", "maintainers 5-6 range"),
    ("The project has 5 to 6 maintainers.", "maintainers 5-6 range"),
    ("The project has five to six maintainers.", "maintainers 5-6 range"),
    ("The project has five or six maintainers.", "maintainers 5-6 range"),
    ("The project has between 5 and 6 maintainers.", "maintainers 5-6 range"),
    ("The project has between five and six maintainers.", "maintainers 5-6 range"),
  ]

  private static let order: [(text: String, reading: String)] = [
    ("Eight maintainers look after the project.", "maintainers 8 exact"),
    ("Maintainers: 8", "maintainers 8 exact"),
    ("Maintainers - 8", "maintainers 8 exact"),
    ("Maintainers (8)", "maintainers 8 exact"),
    ("Number of maintainers: 8", "maintainers 8 exact"),
    ("Number of active maintainers: 8", "maintainers 8 exact"),
    ("Total maintainers: 8", "maintainers 8 exact"),
    ("Total number of maintainers is 8.", "maintainers 8 exact"),
    ("The number of maintainers is 8.", "maintainers 8 exact"),
    ("The number of maintainers is currently 8.", "maintainers 8 exact"),
    ("The number of maintainers stands at 8.", "maintainers 8 exact"),
    ("The number of maintainers has grown to 8.", "maintainers 8 exact"),
    ("The number of maintainers grew from 3 to 8.", "maintainers 8 exact"),
    ("The maintainer count is 8.", "maintainers 8 exact"),
    ("Our maintainer team has 8 members.", "maintainers 8 exact"),
    ("The maintainers number eight.", "maintainers 8 exact"),
    ("The team of maintainers is 8 strong.", ""),
    ("There are 8 of us maintainers.", "maintainers 8 exact"),
    ("The project is maintained by 8 people.", "maintainers 8 exact"),
    ("The project is maintained by eight people from four companies.", "maintainers 8 exact, organizations 4 exact"),
    ("8 people maintain the project.", "maintainers 8 exact"),
    ("Of the 8 maintainers, 3 work for Acme.", "maintainers 8 exact"),
    ("The 8 maintainers meet weekly.", "maintainers 8 exact"),
    ("All 8 maintainers agreed.", "maintainers 8 exact"),
    ("We maintainers are 8.", ""),
    ("Currently, eight maintainers are active.", "maintainers 8 exact"),
    ("With 8 maintainers, the project is healthy.", "maintainers 8 exact"),
    ("Stars: 1,200", "stars 1200 exact"),
    ("Stars: 1.2k", "stars 1200 exact"),
    ("GitHub stars: 1200", "stars 1200 exact"),
    ("GitHub Stars — 1200", "stars 1200 exact"),
    ("1200 GitHub stars", "stars 1200 exact"),
    ("1200 ⭐", ""),
    ("Stars = 1200", "stars 1200 exact"),
    ("Stars: over 1200", "stars 1200 more-than"),
    ("Stars: ~1200", "stars 1200 about"),
    ("Stars: 1200+", "stars 1200 at-least"),
  ]

  private static let punctuationAndMarkup: [(text: String, reading: String)] = [
    ("The project has **8** maintainers.", "maintainers 8 exact"),
    ("The project has **8 maintainers**.", "maintainers 8 exact"),
    ("The project has *eight* maintainers.", "maintainers 8 exact"),
    ("The project has `8` maintainers.", "maintainers 8 exact"),
    ("The project has [8 maintainers](MAINTAINERS.md).", "maintainers 8 exact"),
    ("The project has [8](MAINTAINERS.md) maintainers.", "maintainers 8 exact"),
    ("The project has 8 [maintainers](MAINTAINERS.md).", "maintainers 8 exact"),
    ("The project has 8 (eight) maintainers.", "maintainers 8 exact"),
    ("The project has eight (8) maintainers.", "maintainers 8 exact"),
    ("The project has \"8 maintainers\".", "maintainers 8 exact"),
    ("The project has 8 maintainers!", "maintainers 8 exact"),
    ("The project has 8 maintainers; all are active.", "maintainers 8 exact"),
    ("The project has 8 maintainers — all are active.", "maintainers 8 exact"),
    ("The project (8 maintainers) is active.", "maintainers 8 exact"),
    (
      "8 maintainers, 12 reviewers, and 100 contributors",
      "maintainers 8 exact, reviewers 12 exact, contributors 100 exact"
    ),
    (
      "8 maintainers / 12 reviewers / 100 contributors",
      "maintainers 8 exact, reviewers 12 exact, contributors 100 exact"
    ),
    ("We have 8 maintainers and 12 reviewers.", "maintainers 8 exact, reviewers 12 exact"),
    ("We have 8 Maintainers and 12 Reviewers.", "maintainers 8 exact, reviewers 12 exact"),
    ("WE HAVE 8 MAINTAINERS.", "maintainers 8 exact"),
    ("We have 8 maintainer's.", ""),
    ("We've 8 maintainers.", "maintainers 8 exact"),
    ("We have 8 active project maintainers.", "maintainers 8 exact"),
    ("We have 8 full-time maintainers.", "maintainers 8 exact"),
    ("We have 8 very active maintainers.", "maintainers 8 exact"),
    ("We have 8 non-emeritus maintainers.", "maintainers 8 exact"),
  ]

  private static let tense: [(text: String, reading: String)] = [
    ("The project had 8 maintainers.", "maintainers 8 exact"),
    ("The project has had 8 maintainers.", "maintainers 8 exact"),
    ("The project will have 8 maintainers.", ""),
    ("The project is going to have 8 maintainers.", ""),
    ("The project plans to have 8 maintainers.", ""),
    ("The project hopes to reach 8 maintainers.", ""),
    ("The project aims for 8 maintainers.", ""),
    ("We intend to add 3 maintainers.", ""),
    ("We would like to have 8 maintainers.", ""),
    ("We should have 8 maintainers.", ""),
    ("We used to have 8 maintainers.", ""),
    ("We are looking for 3 maintainers.", ""),
    ("We expect 3 new maintainers next year.", ""),
    ("We want 8 maintainers by 2027.", ""),
    ("Three maintainers joined last year.", "maintainers 3 exact"),
    ("Three maintainers have joined.", "maintainers 3 exact"),
    ("The goal is 8 maintainers.", ""),
  ]

  private static let organizations: [(text: String, reading: String)] = [
    ("The maintainers come from 4 organizations.", "organizations 4 exact"),
    ("The maintainers come from four different companies.", "organizations 4 exact"),
    ("The maintainers come from 4 distinct employers.", "organizations 4 exact"),
    ("The maintainers are employed by 4 companies.", "organizations 4 exact"),
    ("The maintainers work at 4 companies.", "organizations 4 exact"),
    ("The maintainers represent 4 companies.", "organizations 4 exact"),
    ("Four companies employ the maintainers.", "organizations 4 exact"),
    ("Four companies are represented among the maintainers.", "organizations 4 exact"),
    ("There are 8 maintainers, representing 4 companies.", "maintainers 8 exact, organizations 4 exact"),
    ("There are 8 maintainers across 4 companies.", "maintainers 8 exact, organizations 4 exact"),
    ("There are 8 maintainers (4 companies).", "maintainers 8 exact, organizations 4 exact"),
    ("There are 8 maintainers, from more than 4 companies.", "maintainers 8 exact, organizations 4 more-than"),
    ("8 maintainers affiliated with 4 organisations", "maintainers 8 exact, organizations 4 exact"),
    ("Our maintainers come from Acme, Globex, and Initech.", "organizations  exact Acme|Globex|Initech"),
    ("Our maintainers come from Acme, Globex and Initech.", "organizations  exact Acme|Globex|Initech"),
    ("Our maintainers are employed by Acme, Globex, and Initech.", "organizations  exact Acme|Globex|Initech"),
    ("Our maintainers work for Acme, Globex, and Initech.", "organizations  exact Acme|Globex|Initech"),
    ("Our maintainers work at Acme, Globex, and Initech.", "organizations  exact Acme|Globex|Initech"),
    ("Our maintainers represent Acme, Globex, and Initech.", "organizations  exact Acme|Globex|Initech"),
    ("Our maintainers are from Acme, Globex, and Initech.", "organizations  exact Acme|Globex|Initech"),
    ("Maintainers from Acme, Globex, and Initech take part.", "organizations  exact Acme|Globex|Initech"),
    ("Maintainers (Acme, Globex, Initech)", ""),
    ("Acme, Globex, and Initech employ our maintainers.", ""),
    (
      "We have 3 maintainers: 2 from Acme and 1 from Globex.",
      "maintainers 3 exact, maintainers 2 exact Acme, maintainers 1 exact Globex"
    ),
    (
      "We have 3 maintainers: two from Acme, one from Globex.",
      "maintainers 3 exact, maintainers 2 exact Acme, maintainers 1 exact Globex"
    ),
    (
      "We have 3 maintainers (Acme 2, Globex 1).",
      "maintainers 3 exact, maintainers 2 exact Acme, maintainers 1 exact Globex"
    ),
    (
      "We have 3 maintainers (2 Acme, 1 Globex).",
      "maintainers 3 exact, maintainers 2 exact Acme, maintainers 1 exact Globex"
    ),
  ]

  private static let adopters: [(text: String, reading: String)] = [
    ("The project has 8 adopters.", "adopters 8 exact"),
    ("The project has 8 public adopters.", "adopters 8 exact"),
    ("The project has 8 end users.", "adopters 8 exact"),
    ("The project has 8 end-user organizations.", "adopters 8 exact"),
    ("The project has 8 production users.", "users 8 exact"),
    ("8 organizations use Example in production.", "adopters 8 exact"),
    ("8 companies are using Example.", "adopters 8 exact"),
    ("Example is used by 8 companies.", "adopters 8 exact"),
    ("Example is used in production by 8 companies.", "adopters 8 exact"),
    ("Example has been adopted by 8 companies.", "adopters 8 exact"),
    ("Example is running in production at 8 companies.", "adopters 8 exact"),
    ("Eight companies have adopted Example.", "adopters 8 exact"),
    ("Eight companies run Example in production.", "adopters 8 exact"),
    ("The adopters list has 8 entries.", "adopters 8 exact"),
    ("ADOPTERS.md lists 8 organizations.", "adopters 8 exact"),
    ("Adopters: 8", "adopters 8 exact"),
  ]

  private static let requirements: [(text: String, reading: String)] = [
    ("A project needs 8 maintainers.", ""),
    ("Projects must have 8 maintainers.", ""),
    ("At least 3 maintainers are required.", ""),
    ("It takes 3 maintainers to approve.", ""),
    ("Three maintainers must approve.", ""),
    ("A quorum is 3 maintainers.", ""),
    ("Have at least 3 maintainers.", ""),
    ("Demonstrate 3 independent adopters.", ""),
  ]

  private static let days: [(text: String, reading: String)] = [
    ("As of March 2026, there are 8 maintainers.", "maintainers 8 exact @2026-03-31"),
    ("There are 8 maintainers as of March 2026.", "maintainers 8 exact @2026-03-31"),
    ("There are 8 maintainers (March 2026).", "maintainers 8 exact @2026-03-31"),
    ("There are 8 maintainers (as of 2026-03-15).", "maintainers 8 exact @2026-03-15"),
    ("There are 8 maintainers as of 15 March 2026.", "maintainers 8 exact @2026-03-15"),
    ("There are 8 maintainers as of March 15, 2026.", "maintainers 8 exact @2026-03-15"),
    ("There are 8 maintainers as of March 15th, 2026.", "maintainers 8 exact @2026-03-15"),
    ("There are 8 maintainers as of 2026/03/15.", "maintainers 8 exact @2026-03-15"),
    ("There are 8 maintainers as of Q1 2026.", "maintainers 8 exact @2026-03-31"),
    ("There are 8 maintainers as of 2026 Q1.", "maintainers 8 exact @2026-03-31"),
    ("There are 8 maintainers at the end of March 2026.", "maintainers 8 exact @2026-03-31"),
    ("In March 2026 there were 8 maintainers.", "maintainers 8 exact @2026-03-31"),
    ("In Mar 2026 there were 8 maintainers.", "maintainers 8 exact @2026-03-31"),
    ("Since March 2026 there are 8 maintainers.", "maintainers 8 exact"),
    ("Maintainers (2026-03-15): 8", "maintainers 8 exact @2026-03-15"),
  ]
}
