import Diagnostics
import StructuredData

extension GitRepository {
  /// A file or link as a commit has it.
  struct Entry: Hashable, Sendable {
    /// Path from the root of the repository.
    let path: String
    let object: String
    let isLink: Bool
    let size: Int
  }

  /// The commit that a revision names, or that the branch of this name at `origin` is at; nil when it is not here.
  func commit(named revision: String) throws(HistoryUnavailable) -> Commit? {
    guard !revision.hasPrefix("-"), !revision.utf8.contains(0) else { return nil }
    for name in [revision, "refs/remotes/origin/\(revision)"] {
      let found = try ask(["rev-parse", "--verify", "--quiet", "--end-of-options", name + "^{commit}"])
      let id = String(decoding: found.output.prefix { $0 != 0x0A }, as: UTF8.self)
      guard found.status == 0, !id.isEmpty else { continue }
      let time = try answer(["log", "-1", "--no-show-signature", "--format=%ct", id])
      let second = String(decoding: time.prefix(while: \.isASCIIDigit), as: UTF8.self)
      return Commit(id: id, date: GitAnswers.day(ofSecond: second) ?? CalendarDate(daysSinceEpoch: 0))
    }
    return nil
  }

  /// Where what is checked out left the line of a commit: that commit itself where the clone is too shallow to tell.
  func forkPoint(of commit: Commit) throws(HistoryUnavailable) -> Commit {
    let found = try ask(["merge-base", commit.id, "HEAD"])
    let id = String(decoding: found.output.prefix { $0 != 0x0A }, as: UTF8.self)
    guard found.status == 0, !id.isEmpty, id != commit.id else { return commit }
    return try self.commit(named: id) ?? commit
  }

  /// Files and links of a commit below a folder (empty for the root), sorted by their bytes; names that are no UTF-8 and
  /// other repositories are left out.
  func entries(of commit: Commit, below folder: String) throws(HistoryUnavailable) -> [Entry] {
    let output = try answer(
      ["ls-tree", "-r", "-z", "-l", "--full-tree", commit.id] + (folder.isEmpty ? [] : ["--", folder + "/"]))
    return GitAnswers.entries(in: output)
  }
}
