import Diagnostics
import Intake

extension Rule {
  static let linksBroken = Rule(
    id: "links/broken",
    summary: "a link to a document that does not exist",
    why: "Evidence behind a dead link is no evidence.",
    howToFix: "link the file where it is now, or remove the link",
    examples: [
      Example(
        Samples.linkedDocuments(readme: "See [the guide](↓GUIDE.md)."),
        finds: ["GUIDE.md does not exist"]),
      Example(
        Samples.linkedDocuments(readme: "See [the guide](↓GUIDE.rst) and [a picture](GUIDE.png)."),
        finds: ["GUIDE.rst does not exist"]),
      Example(Samples.linkedDocuments(readme: "See [the guide](docs/a.md).")),
      Example(
        Samples.linkedDocuments(readme: "See [the guide](docs/a.md).").merging([
          "docs/x.rst": "Title\n=====\n\nSee :doc:`a`.\n"
        ]) { $1 }),
    ]
  ) { data, rule in
    // Without the list of all files a missing one cannot be told from one that was not read.
    guard !data.community.files.isEmpty else { return [] }
    let absent = data.links.compactMap { resolved -> (CommunityData.ResolvedLink, String, String)? in
      guard case .absent(let path, let repository, _) = resolved.target else { return nil }
      return (resolved, path, repository)
    }
    guard !absent.isEmpty else { return [] }
    let whole = data.wholeRepositories
    let folders = data.wholeFolders
    let checkouts = data.checkouts
    let moved = MovedFiles(data.community)
    return absent.compactMap { resolved, path, repository in
      guard whole.contains(repository), path.namesDocument, !isTemplate(resolved.document.path) else { return nil }
      // A folder that is not here at all may be one that was not copied; of a whole checkout all are here, but a path
      // from the root may be one of a site.
      let folder = path.folderPath
      let isChecked = checkouts.contains(repository) && !resolved.link.destination.hasPrefix("/")
      guard isChecked || data.resolver.exists(folder) && (folder == repository || folders.contains(folder)) else {
        return nil
      }
      // Sphinx takes a page of another markup for one that is named without its ending.
      if resolved.document.path.hasSuffix(".rst"), path.hasSuffix(".rst"),
        data.resolver.exists(path.dropLast(4) + ".md")
      {
        return nil
      }
      let shown = path.below(repository)
      let carriesEvidence = data.isPending(resolved.document)
      return rule.finding(
        carriesEvidence ? .warning : .note, "\(shown) does not exist", key: resolved.link.destination,
        at: [.init(.claim, resolved.link.location)], confidence: .medium, expected: resolved.link.destination,
        solutions: moved.corrections(of: resolved, path, in: repository))
    }
  }
}

extension CommunityData {
  /// Documents that links find and those they miss, by what their paths are part of; a missing one names its repository.
  private func linkedDocuments(
    by part: (_ path: String, _ repository: String?) -> String
  ) -> (found: [String: Set<String>], missing: [String: Set<String>]) {
    var (found, missing): ([String: Set<String>], [String: Set<String>]) = ([:], [:])
    for resolved in links {
      switch resolved.target {
      case .local(let path, _) where path.namesDocument: found[part(path, nil), default: []].insert(path)
      case .absent(let path, let repository, _) where path.namesDocument:
        missing[part(path, repository), default: []].insert(path)
      default: break
      }
    }
    return (found, missing)
  }

  /// Folders below the roots of which links find at least as many documents as they miss; a folder that lacks more was
  /// copied in part.
  fileprivate var wholeFolders: Set<String> {
    let (found, missing) = linkedDocuments { path, _ in path.folderPath }
    return Set(missing.filter { folder, gone in (found[folder]?.count ?? 0) >= gone.count }.keys)
  }

  /// Folders of the repositories of which git says that everything is here.
  fileprivate var checkouts: Set<String> {
    Set(community.repositories.filter { $0.history?.isWhole == true && $0.isComplete }.map(\.path))
  }

  /// Folders of the repositories in which a missing file means something: not said to be an excerpt, and, as whole
  /// checkouts do, holding nearly all documents that links ask for. In whole checkouts six of a hundred lead nowhere.
  fileprivate var wholeRepositories: Set<String> {
    let (found, missing) = linkedDocuments { $1 ?? resolver.repository(of: $0)?.path ?? "" }
    let whole = community.repositories.filter { repository in
      let (here, gone) = (found[repository.path]?.count ?? 0, missing[repository.path]?.count ?? 0)
      return repository.isComplete && gone * 6 <= here + gone
    }
    return Set(whole.map(\.path)).union(checkouts)
  }
}

/// Documents by their names and by their folders, to find one that lies elsewhere now or whose name was mistyped.
private struct MovedFiles {
  private var paths: [String: [String]] = [:]
  private var siblings: [String: [String]] = [:]

  init(_ community: Community) {
    for path in community.files where path.namesDocument {
      paths[Self.name(path), default: []].append(path)
      siblings[path.folderPath, default: []].append(path)
    }
  }

  /// The link to the only document of that name in the repository, else to the one beside it of nearly that name, which
  /// only a person can confirm; a name that every folder has tells nothing.
  func corrections(of resolved: CommunityData.ResolvedLink, _ path: String, in repository: String) -> [Solution] {
    let name = Self.name(path)
    let link = resolved.link
    let (address, fragment) = LinkResolver.split(link.destination, at: "#")
    let here = (paths[name] ?? []).filter { $0.isInside(repository) }
    let isKnown = here.count == 1 && !name.hasSuffix("index.md") && name != "readme.md"
    guard LinkResolver.isRelative(link.destination), let found = isKnown ? here[0] : mistyped(path), fragment == nil,
      !address.utf8.contains(where: { $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "%") })
    else { return [] }
    let inside = found.below(repository)
    let isFromRoot = address.utf8.first == UInt8(ascii: "/")
    let target = isFromRoot ? "/" + inside : LinkResolver.relative(found, from: resolved.document.path)
    guard !target.holds(" "), let edit = link.replacement(target) else { return [] }
    return [Solution(isKnown ? "write \(target)" : Suggestion.question(target), [edit], isSafe: isKnown)]
  }

  /// The document of the same folder whose name is nearest; one that differs in a number is another one.
  private func mistyped(_ path: String) -> String? {
    func stem(_ path: String) -> String { Self.name(path).split(separator: ".").first.map(String.init) ?? "" }
    func digits(_ path: String) -> [UInt8] { path.utf8.filter(\.isASCIIDigit) }
    let beside = (siblings[path.folderPath] ?? []).filter { digits($0) == digits(path) }
    let near = Suggestion.nearest(to: stem(path), among: beside.map(stem))
    return beside.first { stem($0) == near }
  }

  private static func name(_ path: String) -> String { path.fileName.lowercased() }
}

/// Whether a document is a form to copy, whose links are meant for the copy.
func isTemplate(_ path: String) -> Bool { path.lowercased().holds("template") }
