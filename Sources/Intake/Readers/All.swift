extension Reader {
  /// Every reader, in the order they read a file.
  public static let all: [Reader] = data

  /// Readers of lists and data files: people, adopters, owners, groups.
  private static let data: [Reader] = [
    .peopleText, .peopleCSV, .peopleData, .owners, .codeowners, .groups, .adoptersText, .adoptersData,
  ]
}
