import Diagnostics

extension SourceTree {
  /// The innermost folder above an absolute path that holds a `.git`.
  static func checkout(around path: String) -> String? {
    var parts = path.pathNames
    while parts.popLast() != nil {
      let folder = "/" + parts.joined(separator: "/")
      if status(of: parts.isEmpty ? "/.git" : folder + "/.git") != nil { return folder }
    }
    return nil
  }

  /// Turns a path of the source into one from the root of the repository that a tool looks files up in: the checkout
  /// around the source or the source itself, else the checkout inside it that is named or the only one. Other files keep
  /// their path.
  public func pathsInRepository(_ repository: String? = nil) -> @Sendable (String) -> String {
    let inside = repository ?? (gitRoots.count == 1 ? gitRoots.first : gitRoots.contains("") ? "" : nil)
    if let inside { return { $0.isInside(inside) ? $0.below(inside) : $0 } }
    guard gitRoots.isEmpty, let folder, let above = Self.checkout(around: folder) else { return { $0 } }
    let prefix = folder.dropFirst(above == "/" ? 1 : above.count + 1)
    return { "\(prefix)/\($0)" }
  }

  /// Whether the disk has anything at a path of the source, read or not.
  func isOnDisk(_ path: String) -> Bool { folder.map { Self.status(of: "\($0)/\(path)") != nil } ?? false }

  /// Folders with checkouts of their own inside the checkout that the source is, submodules left out: a tool that
  /// a workflow fetched, or another project's copy, is no document of the community.
  var nestedCheckouts: [String] {
    guard gitRoots.contains("") else { return [] }
    var modules: Set<String> = []
    if files.contains(where: { $0.path == ".gitmodules" }), case .success(let bytes) = read(".gitmodules") {
      for line in String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline) {
        let parts = line.split(separator: "=", maxSplits: 1).map { $0.split(separator: " ").joined(separator: " ") }
        if parts.count == 2, parts[0].split(separator: "\t").joined() == "path" { modules.insert(parts[1]) }
      }
    }
    return gitRoots.filter { !$0.isEmpty && !modules.contains($0) }
      .sortedByBytes()
  }
}
