extension PageKind {
  /// Every kind of page.
  static let all: [PageKind] = [
    .portfolio,
    .dashboard,
    .gapReport,
    .whoDecides,
    .health,
    .changes,
    .history,
    .criterion,
    .findings,
    .people,
    .groups,
    .adopters,
    .activity,
    .metrics,
    .documents,
    .criteriaSet,
    .rules,
    .verdicts,
    .language,
    .schemas,
    .search,
    .badges,
    .notFound,
    .own,
  ]
}
