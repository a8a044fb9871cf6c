extension Reader {
  /// Every reader, in the order they read a file.
  public static let all: [Reader] = data + documents + activity + imports

  /// Readers of lists and data files: people, adopters, owners, groups.
  private static let data: [Reader] = [
    .peopleText,
    .peopleCSV,
    .peopleData,
    .owners,
    .codeowners,
    .groups,
    .groupPage,
    .meetingPage,
    .adoptersText,
    .adoptersData,
  ]

  /// Readers of due-diligence documents.
  private static let documents: [Reader] = [
    .dueDiligence,
    .claims,
    .decisions,
    .members,
  ]

  /// Readers of notes, mails, threads, roadmaps, releases and their schedules.
  private static let activity: [Reader] = [
    .notes,
    .thread,
    .roadmap,
    .releases,
    .schedule,
  ]

  /// Readers of what other tools and bodies wrote down.
  private static let imports: [Reader] = [
    .projectFile,
    .projectRoster,
    .foundationList,
    .scorecard,
    .securityInsights,
    .bestPracticesBadge,
    .issuesList,
    .linkAnswers,
  ]
}
