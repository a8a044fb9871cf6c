public import Foundation

/// Test input that lies beside the checkout and is not part of it.
public enum Shared {
  /// The package's root folder.
  public static let packageRoot = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// The package's root folder without a slash at its end.
  public static let packagePath = String(packageRoot.path(percentEncoded: false).dropLast())

  /// A folder or file under `../shared`, which may be absent: a test that needs it is `.enabled(if: Shared.has(…))`, so
  /// that it shows as skipped.
  public static func url(_ path: String) -> URL {
    packageRoot.deletingLastPathComponent().appending(path: "shared/\(path)")
  }

  /// Whether a folder or file under `../shared` is beside this checkout.
  public static func has(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: url(path).path(percentEncoded: false))
  }

  /// Regular files under a folder whose name ends in one of the endings, sorted by path; hidden ones included.
  public static func files(in folder: URL, endings: [String]) -> [URL] {
    let names = FileManager.default.enumerator(atPath: folder.path(percentEncoded: false))
    return (names?.compactMap { $0 as? String } ?? []).sorted()
      .filter { name in endings.contains { name.lowercased().hasSuffix($0) } }
      .map { folder.appending(path: $0) }
  }
}
