import Diagnostics

/// Markdown files that the workspace file makes pages of the site.
enum SitePages {
  /// The files by the order of their patterns, then by path, the `index.md` of a folder first.
  static func read(_ tree: SourceTree, _ workspace: WorkspaceConfiguration) -> Staged<[SourceText]> {
    func isIndex(_ file: SourceTree.File) -> Bool { file.path.fileName == "index.md" }
    let files = workspace.pages.flatMap { pattern in
      let glob = Glob(pattern)
      let matching = tree.files.filter { $0.path.hasSuffix(".md") && glob.matches($0.path) }
      return matching.filter(isIndex) + matching.filter { !isIndex($0) }
    }
    return tree.texts(of: files.uniqued())
  }
}
