public import Foundation

/// A real repository for a test, made by `git` itself: fixed people and days, nothing of the user's configuration.
public struct GitFixture: Sendable {
  /// Its root.
  public let folder: URL

  /// Makes an empty repository, and the folders above it.
  public init(at folder: URL) throws {
    self.folder = folder
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try git("init", "--quiet", "--initial-branch=main")
  }

  /// Runs `git` in the repository; throws what it says when it fails.
  @discardableResult
  public func git(_ arguments: String..., on day: String = "2024-01-01") throws -> String {
    try git(arguments, on: day)
  }

  /// Runs `git` in the repository; throws what it says when it fails.
  @discardableResult
  public func git(_ arguments: [String], on day: String, by author: String = "Ann Example") throws -> String {
    let root = folder.path(percentEncoded: false)
    let time = day.contains("T") ? day : "\(day)T12:00:00+00:00"
    let address = author.split(separator: " ").first.map { $0.lowercased() + "@example.org" } ?? ""
    let result = try run(
      "git", arguments, in: folder,
      environment: [
        "GIT_DIR": "\(root)/.git", "GIT_WORK_TREE": root, "GIT_INDEX_FILE": "\(root)/.git/index",
        "GIT_CONFIG_NOSYSTEM": "1", "GIT_CONFIG_GLOBAL": "/dev/null", "HOME": root, "GIT_AUTHOR_NAME": author,
        "GIT_AUTHOR_EMAIL": address, "GIT_AUTHOR_DATE": time, "GIT_COMMITTER_NAME": author,
        "GIT_COMMITTER_EMAIL": address, "GIT_COMMITTER_DATE": time, "LC_ALL": "C",
      ])
    guard result.status == 0 else {
      throw CocoaError(.executableLoad, userInfo: [NSLocalizedDescriptionKey: "git \(arguments): \(result.error)"])
    }
    return String(decoding: result.output, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
  }

  /// Writes files (removes those without text) and commits everything; the commit's id.
  @discardableResult
  public func commit(
    _ files: [String: String?], on day: String, by author: String = "Ann Example", message: String? = nil
  ) throws -> String {
    for (path, text) in files {
      let file = folder.appending(path: path)
      if let text {
        try FileManager.default.createDirectory(
          at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
      } else {
        try FileManager.default.removeItem(at: file)
      }
    }
    try git("add", "--all", on: day)
    try git(["commit", "--quiet", "--allow-empty", "--message", message ?? "Change on \(day)"], on: day, by: author)
    return try git("rev-parse", "HEAD", on: day)
  }
}
