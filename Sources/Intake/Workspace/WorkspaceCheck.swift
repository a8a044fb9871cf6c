public import Criteria
public import Diagnostics
import StructuredData

/// Finds the values of a workspace file that name nothing: each would otherwise change nothing, silently.
public enum WorkspaceCheck {
  /// Errors for names of criteria sets, levels and foundations that do not exist; warnings for folders and patterns that
  /// match no file, which may be meant for another checkout.
  public static func diagnostics(
    of workspace: WorkspaceConfiguration, in tree: SourceTree, criteria: [CriteriaSet]
  ) -> [Diagnostic] {
    var check = Check(tree: tree, criteria: criteria, source: workspace.source)
    check.fileName()
    guard let source = workspace.source, let root = YAML.read(source).value else { return check.diagnostics }
    let communities = root["communities"].elements
    for community in communities {
      check.models(of: community)
      check.folders(of: community, isOnly: communities.count == 1)
    }
    for document in root["documents"].elements {
      if let level = document["level"] { check.level(level, in: criteria) }
      if let pattern = document["path"] { check.pattern(pattern) }
    }
    for key in ["exclude", "snapshots", "pages"] {
      for pattern in root[key].elements { check.pattern(pattern) }
    }
    return check.diagnostics
  }
}

/// One run over a workspace file.
private struct Check {
  let tree: SourceTree
  let criteria: [CriteriaSet]
  let source: SourceText?
  var diagnostics: [Diagnostic] = []

  /// A file that is probably meant for the workspace file and has another name.
  mutating func fileName() {
    let name = WorkspaceConfiguration.fileName
    let others: Set<String> = ["sitegen.yaml", "sitegen.yml", ".sitegen.yaml", ".sitegen.yml"]
    for file in tree.files where file.path != name && others.contains(file.path.lowercased()) {
      diagnostics.append(
        Diagnostic(
          "workspace/file-name", source == nil ? .error : .warning, at: Location(path: file.path, line: 1),
          "this file is not read: the workspace file is named `\(name)`",
          help: source == nil ? "rename it to `\(name)`" : "move what it says into `\(name)`, and remove it",
          kind: .configuration))
    }
    for folder in ["criteria/", "lexicon/"] {
      for file in tree.files where file.path.hasPrefix(folder) && file.path.lowercased().hasSuffix(".yml") {
        diagnostics.append(
          Diagnostic(
            "workspace/file-name", .warning, at: Location(path: file.path, line: 1),
            "this file is not read: names of files in `\(folder)` end with `.yaml`",
            help: "rename it to `\(file.path.dropLast(4)).yaml`", kind: .configuration))
      }
    }
  }

  /// The criteria sets, the foundation and the levels of a community.
  mutating func models(of community: Node) {
    let models = community["models"].elements
    for model in models {
      guard let name = model.string, !criteria.contains(where: { $0.model == name }) else { continue }
      let known = criteria.map(\.model)
      note(
        "unknown-model", model, "there is no criteria set `\(name)`",
        "one of \(known.joined(separator: ", ")), or a file of your own in `criteria/`", meant: (name, known))
    }
    var sets = criteria.filter { set in models.contains { $0.string == set.model } }
    if let foundation = community["foundation"], let name = foundation.string, models.isEmpty {
      sets = criteria.filter { NameFolding.project($0.foundation) == NameFolding.project(name) }
      if sets.isEmpty {
        let known = criteria.filter { !$0.isGeneral }.map(\.foundation).uniqued()
        note(
          "unknown-foundation", foundation, "there are no criteria of the foundation `\(name)`",
          "name the criteria sets to judge by with `models:`; there are criteria of \(known.joined(separator: ", "))",
          meant: (name, known))
      }
    }
    for key in ["applies_for", "holds"] {
      if let level = community[key] { self.level(level, in: sets.isEmpty ? criteria : sets) }
    }
  }

  /// A level that some set must have.
  mutating func level(_ node: Node, in sets: [CriteriaSet]) {
    guard let name = node.string else { return }
    let known = sets.flatMap(\.levels).map(\.rawValue).uniqued()
    guard !known.contains(name.lowercased()) else { return }
    let judged = sets.map(\.model).joined(separator: ", ")
    note(
      "unknown-level", node, "there is no level `\(name)` in \(judged)",
      known.isEmpty ? "remove it: these criteria have no levels" : "one of \(known.joined(separator: ", "))",
      meant: (name, known))
  }

  /// The folders of a community: an absent repository is allowed, a mistyped one is not meant.
  mutating func folders(of community: Node, isOnly: Bool) {
    let repositories = community["repositories"].elements
    let paths = repositories.compactMap { $0["path"] }.map { node in
      (node: node, folder: (node.string ?? "").pathNames.filter { $0 != "." }.joined(separator: "/"))
    }
    let absent = paths.filter { !$0.folder.isEmpty && !holds($0.folder) }
    // Where none of them is here, nothing at all is read of the community.
    let isNoneHere = absent.count == paths.count
    for (path, folder) in absent {
      let near = Suggestion.nearest(to: folder, among: folders(deep: folder.pathNames.count))
      note(
        "absent-repository", path, "the repository `\(folder)` is not here, so what it would answer is unknown",
        isNoneHere
          ? "clone it into this folder, or write the path of a folder that is here: `.` is this one"
          : "clone it into this folder, or leave the entry as it is",
        meant: near.map { (folder, [$0]) }, near == nil && !isNoneHere ? .note : .warning)
    }
    guard repositories.isEmpty, !isOnly, let id = community["id"], let name = id.string, !holds(name) else { return }
    note(
      "empty-community", id, "there is no folder `\(name)`, so no file belongs to this community",
      "name its folders with `repositories:`", meant: (name, folders(deep: 1)), .warning)
  }

  /// A pattern that matches no file.
  mutating func pattern(_ node: Node) {
    guard let pattern = node.string, !pattern.isEmpty else { return }
    let glob = Glob(pattern)
    guard !tree.files.contains(where: { glob.matches($0.path) }) else { return }
    let folder = pattern.hasSuffix("/") ? String(pattern.dropLast()) : pattern
    if holds(folder) {
      return note(
        "unused-pattern", node, "the pattern `\(pattern)` matches no file: it names a folder",
        "write `\(folder)/**` for all files in it", meant: nil, .warning)
    }
    let isPlain = !pattern.utf8.contains { "*?[".utf8.contains($0) }
    note(
      "unused-pattern", node, "the pattern `\(pattern)` matches no file",
      "patterns match whole paths from this folder on: `*` stops at `/`, `**` does not",
      meant: isPlain ? (pattern, tree.files.map(\.path)) : nil, .warning)
  }

  private func holds(_ folder: String) -> Bool { tree.files.contains { $0.path.hasPrefix(folder + "/") } }

  /// The folders of the tree with so many names in their path.
  private func folders(deep count: Int) -> [String] {
    tree.files.compactMap { file -> String? in
      let parts = file.path.pathNames
      return parts.count > count ? parts.prefix(count).joined(separator: "/") : nil
    }.uniqued()
  }

  private mutating func note(
    _ rule: String, _ node: Node, _ summary: String, _ help: String?, meant: (word: String, names: [String])?,
    _ severity: Severity = .error
  ) {
    guard let source else { return }
    let place = node.location(in: source)
    diagnostics.append(
      Diagnostic(
        RuleID(rawValue: "workspace/\(rule)"), severity, at: place, summary, help: help,
        solution: meant.flatMap { .meant(by: $0.word, among: $0.names, at: place) },
        kind: severity == .error ? .configuration : .input))
  }
}
