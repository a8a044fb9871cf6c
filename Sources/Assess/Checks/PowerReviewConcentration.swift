import Intake

extension Rule {
  /// Fewer reviews say nothing about a year.
  private static let leastReviews = 20

  static let powerReviewConcentration = Rule(
    id: "power/review-concentration",
    summary: "people of one organization did nearly all reviews and merges of the last year that commits show",
    why:
      "Whoever reviews decides what gets in; a list of several organizations hides it when one of them does all of that.",
    howToFix: "let maintainers of other organizations review and merge, or say where their reviews can be seen",
    examples: [
      Example(
        ["MAINTAINERS.md": PowerSamples.twoOfThree.marked("| Ann")],
        after: (1...20).map { .init("2026-10-\($0 + 10)", reviewer: $0 > 16 ? "Bob Example" : "Ann Example") },
        finds: ["people of Acme did 16 of the 20 reviews and merges of the last year that commits show"]),
      Example(
        ["MAINTAINERS.md": PowerSamples.twoOfThree],
        after: (1...20).map { .init("2026-10-\($0 + 10)", reviewer: $0 > 15 ? "Bob Example" : "Ann Example") }),
      // Too few to tell, and reviews of an earlier year.
      Example(
        ["MAINTAINERS.md": PowerSamples.twoOfThree],
        after: (1...19).map { .init("2026-10-\($0 + 10)", reviewer: "Ann Example") }
          + (1...9).map { .init("2025-02-0\($0)", reviewer: "Ann Example") }),
    ]
  ) { data, rule in
    let organizations = data.view.employers.organizations
    guard organizations.count > 1, let activity = data.view.listedActivity, activity.recentReviews >= leastReviews
    else { return [] }
    return organizations.compactMap { organization in
      let reviews = activity.recentReviews(of: organization.people)
      guard reviews * 5 >= activity.recentReviews * 4 else { return nil }
      return rule.finding(
        .note,
        "people of \(organization.name) did \(reviews) of the \(activity.recentReviews) reviews and merges of the last year "
          + "that commits show", key: Folding.letters(organization.name),
        at: organization.people.map { .init(.fact, $0.location) }, confidence: .medium)
    }
  }
}
