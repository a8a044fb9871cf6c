public import Foundation

/// Test input that lies beside the checkout and is not part of it.
public enum Shared {
  /// The package's root folder.
  public static let packageRoot = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// A folder or file under `../shared`; nil, and said so on standard output, when it is not there.
  public static func find(_ path: String) -> URL? {
    let url = packageRoot.deletingLastPathComponent().appending(path: "shared/\(path)")
    if FileManager.default.fileExists(atPath: url.path(percentEncoded: false)) { return url }
    print("not run: ../shared/\(path) does not lie beside this checkout")
    return nil
  }

  /// Regular files under a folder whose name ends in one of the endings, sorted by path; hidden ones included.
  public static func files(in folder: URL, endings: [String]) -> [URL] {
    let names = FileManager.default.enumerator(atPath: folder.path(percentEncoded: false))
    return (names?.compactMap { $0 as? String } ?? []).sorted()
      .filter { name in endings.contains { name.lowercased().hasSuffix($0) } }
      .map { folder.appending(path: $0) }
  }
}
