import Diagnostics

/// Reports saved earlier, found by their paths and their schema: they tell the past of the communities and are no
/// documents of theirs.
enum Snapshots {
  /// The files of a tree that are saved reports, by path. A file of the default folder that is none
  /// stays a document and gets a note; one that a pattern of the workspace file names gets a warning.
  static func read(_ tree: SourceTree, _ workspace: WorkspaceConfiguration) -> Staged<[SourceText]> {
    let patterns = workspace.snapshots ?? WorkspaceConfiguration.defaultSnapshots
    let globs = patterns.map { Glob($0) }
    let excluded = workspace.exclude.map { Glob($0) }
    var diagnostics: [Diagnostic] = []
    let files = tree.files.filter { file in
      globs.contains { $0.matches(file.path) } && !excluded.contains { $0.matches(file.path) }
    }
    let sources = files.compactMap { file -> SourceText? in
      switch tree.read(file.path) {
      case .failure(let diagnostic):
        diagnostics.append(diagnostic)
        return nil
      case .success(let bytes):
        let source = SourceText(path: file.path, bytes: bytes)
        if isReport(bytes) { return source }
        diagnostics.append(
          Diagnostic(
            "snapshot/no-report", workspace.snapshots == nil ? .note : .warning, at: source.location(line: 1),
            "not a saved report: it has no `schema` of `report/…` or `snapshot/…`",
            help: "save one with `sitegen report --format snapshot`, or name other files in `snapshots`"))
        return nil
      }
    }
    return Staged(sources, diagnostics)
  }

  /// Whether a file says of itself that it is a report or a snapshot, wherever its members were sorted to.
  private static func isReport(_ bytes: [UInt8]) -> Bool {
    let text = String(decoding: bytes.filter { $0 != 0x20 && $0 != 0x09 && $0 != 0x0A && $0 != 0x0D }, as: UTF8.self)
    return ["report", "snapshot"].contains { text.holds("\"schema\":\"\($0)/") }
  }
}
