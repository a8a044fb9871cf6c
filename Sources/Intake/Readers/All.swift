extension Reader {
  /// Every reader, in the order they read a file.
  public static let all: [Reader] = data + documents + activity

  /// Readers of lists and data files: people, adopters, owners, groups.
  private static let data: [Reader] = [
    .peopleText, .peopleCSV, .peopleData, .owners, .codeowners, .groups, .groupPage, .meetingPage,
    .adoptersText, .adoptersData,
  ]

  /// Readers of due-diligence documents.
  private static let documents: [Reader] = [.dueDiligence, .claims]

  /// Readers of notes, mails, threads, roadmaps, releases and their schedules.
  private static let activity: [Reader] = [.notes, .thread, .roadmap, .releases, .schedule]
}
