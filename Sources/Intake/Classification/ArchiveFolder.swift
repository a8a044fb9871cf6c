import Words

extension FindingWords {
  /// Whether the name of a folder says that what lies there is over: `archive`, `notes-archive`.
  package func isArchive(_ folder: some StringProtocol) -> Bool {
    folder.wordsOfLetters.contains(where: archives.contains)
  }
}
