/// Which of a community's documents is its list of maintainers.
struct MaintainerList {
  /// The document, and why it.
  let chosen: CommunityIndex.ChosenDocument
  /// Its rows of people who act today.
  let active: [Person]

  /// Ways to find the list, best first. In each, the governing repository's documents come before others, then those
  /// nearest to the root.
  private static let ways: [(reason: String, takes: @Sendable (SourceDocument) -> Bool)] = [
    ("a list named for maintainers", { $0.kind == .maintainers && has($0, "maintainers") }),
    ("a list of people", { $0.kind == .maintainers && !has($0, "reviewers") && !has($0, "approvers") }),
    ("people listed in a governance document", { $0.kind == .governance || $0.kind == .membership }),
    ("people listed in the readme", { $0.kind == .readme }),
    ("people listed with their groups", { $0.kind == .groups }),
    ("people listed in an ownership file", { [.owners, .ownersAliases, .codeowners].contains($0.kind) }),
  ]

  /// Chooses among the documents of a community; nil when none lists a maintainer.
  init?(_ documents: [SourceDocument], repository: (SourceDocument) -> Repository?, governing: Repository?) {
    for way in Self.ways {
      let lists = documents.filter { way.takes($0) && !Self.active($0).isEmpty }
      func rank(_ document: SourceDocument) -> (Int, Int) {
        let home = repository(document)
        return (home?.path == governing?.path ? 0 : 1, home?.depth(of: document.path) ?? 0)
      }
      guard let best = lists.min(by: { rank($0) < rank($1) }) else { continue }
      let (repositoryRank, depth) = rank(best)
      var reason = way.reason
      if depth == 1 { reason += ", at the root" }
      if repositoryRank == 0, governing?.path.isEmpty == false { reason += " of the repository that holds the governance" }
      if lists.count > 1 { reason += "; \(lists.count - 1) more found" }
      chosen = CommunityIndex.ChosenDocument(path: best.path, reason: reason)
      active = Self.active(best)
      return
    }
    return nil
  }

  /// Rows of maintainers who act today; where no row says maintainer, everybody who acts.
  private static func active(_ document: SourceDocument) -> [Person] {
    let active = document.facts.people.filter { $0.status == .active }
    let maintainers = active.filter { $0.role.contains("maintainer") }
    return maintainers.isEmpty ? active : maintainers
  }

  private static func has(_ document: SourceDocument, _ word: String) -> Bool {
    Candidate.words(document.path.split(separator: "/").last ?? "").contains(word)
  }
}
