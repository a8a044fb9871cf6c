extension Reporter {
  /// Every format, in the order help texts list them.
  public static let all: [Reporter] = [
    .text,
    .markdown,
    .json,
    .sarif,
    .junit,
    .github,
    .csv,
    .triage,
    .applicationForm,
    .governanceReview,
    .snapshot,
    .health,
  ]
}
