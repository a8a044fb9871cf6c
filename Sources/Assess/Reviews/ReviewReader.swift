import Criteria
import Diagnostics
import Intake
import StructuredData

/// Finds out what the reviews of the workspace file are for.
enum ReviewReader {
  /// All reviews by the day of assessment, each with its community, and every name that is not known at its place.
  /// Errors stop the run with exit code 2.
  static func read(
    _ portfolio: Portfolio, sets: [CriteriaSet], asOf: CalendarDate
  ) -> Staged<[WorkspaceConfiguration.ReviewEntry]> {
    let criteria = sets.flatMap(\.criteria).map(\.id.rawValue)
    let communities = portfolio.communities.map(\.id)
    var diagnostics: [Diagnostic] = []
    func note(
      _ rule: RuleID, _ location: Location, _ summary: String, _ help: String = "correct the name",
      meant: Solution? = nil
    ) {
      diagnostics.append(
        Diagnostic(rule, .error, at: location, summary, help: help, solution: meant, kind: .configuration))
    }
    let reviews = portfolio.workspace.reviews.compactMap { review -> WorkspaceConfiguration.ReviewEntry? in
      var review = review
      let id = review.criterion.rawValue
      var isKnown = criteria.contains(id)
      if !isKnown {
        note(
          "review/unknown-criterion", review.criterionLocation, "no criterion `\(id)` is known",
          meant: .meant(by: id, among: criteria, at: review.criterionLocation))
      }
      if let community = review.community, !communities.contains(community) {
        isKnown = false
        note(
          "review/unknown-community", review.communityLocation, "no community `\(community)` is known",
          meant: .meant(by: community, among: communities, at: review.communityLocation))
      }
      if review.community == nil, communities.count > 1 {
        isKnown = false
        note(
          "review/community", review.location, "a review must say which community it is of",
          "add `community:` with one of \(communities.joined(separator: ", "))")
      }
      review.community = review.community ?? communities.first
      return isKnown && review.date <= asOf ? review : nil
    }
    return Staged(reviews, diagnostics)
  }

  /// A warning for each review of a criterion that its community is not judged by.
  static func unused(
    _ reviews: [WorkspaceConfiguration.ReviewEntry], in assessments: [Assessment]
  ) -> [Diagnostic] {
    reviews.compactMap { review in
      let assessment = assessments.first { $0.community.id == review.community }
      let isJudged = assessment?.models.contains { $0.criteria.contains { $0.criterion.id == review.criterion } }
      guard isJudged != true else { return nil }
      return Diagnostic(
        "review/unused", .warning, at: review.location,
        "\(review.criterion) is not asked of \(review.community ?? "this community")",
        help: "correct the criterion or the community, or remove the review")
    }
  }
}
