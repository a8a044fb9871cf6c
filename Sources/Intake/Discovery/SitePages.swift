import Diagnostics

/// Markdown files that the workspace file makes pages of the site.
enum SitePages {
  /// The files by the order of their patterns, then by path, the `index.md` of a folder first.
  static func read(_ tree: SourceTree, _ workspace: WorkspaceConfiguration) -> Staged<[SourceText]> {
    var staged = Staged<[SourceText]>([])
    var seen: Set<String> = []
    for pattern in workspace.pages {
      let glob = Glob(pattern)
      let matching = tree.files.filter { $0.path.hasSuffix(".md") && glob.matches($0.path) }
      func rank(_ file: SourceTree.File) -> Int { file.path == "index.md" || file.path.hasSuffix("/index.md") ? 0 : 1 }
      for file in matching.filter({ rank($0) == 0 }) + matching.filter({ rank($0) == 1 })
      where seen.insert(file.path).inserted {
        switch tree.read(file.path) {
        case .success(let bytes): staged.value.append(SourceText(path: file.path, bytes: bytes))
        case .failure(let diagnostic): staged.diagnostics.append(diagnostic)
        }
      }
    }
    return staged
  }
}
