public import StructuredData
import Words

/// What one name and address did in a repository, as its commits show it.
public struct AuthorActivity: Sendable, Hashable {
  /// The name, after the repository's own `.mailmap`.
  var name: String
  /// The address, after the repository's own `.mailmap`, in lower case.
  public var address: String
  /// Commits written, those with others counted too (`Co-authored-by:`).
  var commits = 0
  /// The day of the last of them.
  public var lastCommit: CalendarDate?
  /// Commits of others that name it as a reviewer (`Reviewed-by:`, `Acked-by:`), and merges of others' work.
  var reviews = 0
  /// The day of the last of them.
  var lastReview: CalendarDate?
  /// How many of the reviews are of the year up to the day of assessment.
  var recentReviews = 0

  /// The day on which the last branch of the account was merged; commits in it can be under other addresses.
  var lastMerged: CalendarDate?

  /// The latest of these days.
  var last: CalendarDate? { [lastCommit, lastReview, lastMerged].compactMap { $0 }.max() }

  /// The account that an address of the forge names (`12345+ann@users.noreply.…`).
  var account: String? {
    let parts = address.split(separator: "@")
    guard parts.count == 2, parts[1].hasPrefix("users.noreply.") else { return nil }
    return parts[0].split(separator: "+").last.map(String.init)
  }

  /// Whether it is a program: its name says so.
  static func isProgram(name: String, address: String) -> Bool {
    let account = address.utf8.split(separator: UInt8(ascii: "@"), maxSplits: 1).first.map { Substring($0) } ?? ""
    if name.hasSuffix("[bot]") || account.hasSuffix("[bot]") { return true }
    return (name + " " + account).lowercaseWords.contains(where: Lexicon.activity.programWords.contains)
  }
}

/// Who did what in a repository, up to the day of assessment.
public struct RepositoryActivity: Sendable, Hashable {
  /// By address and name, programs left out.
  public var authors: [AuthorActivity] = []
}
