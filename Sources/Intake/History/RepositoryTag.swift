public import Diagnostics

/// Tags of repositories as places: a tag is in no file, so its place is its name among the repository's references.
public enum RepositoryTag {
  /// The place of a tag that names a commit.
  static func location(of name: String, commit: String, in repository: Repository) -> Location {
    Location(path: "refs/tags/\(name)".path(in: repository.path), line: 1, excerpt: name, commit: commit)
  }

  /// The tag that a place means; nil for a place in a file.
  public static func name(of location: Location, in repository: Repository) -> String? {
    guard location.commit != nil else { return nil }
    let folder = "refs/tags/".path(in: repository.path)
    guard location.path.hasPrefix(folder) else { return nil }
    return String(location.path.dropFirst(folder.count))
  }
}
