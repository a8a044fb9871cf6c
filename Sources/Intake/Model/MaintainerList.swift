import Diagnostics

/// Which of a community's documents is its list of maintainers.
struct MaintainerList {
  let chosen: CommunityIndex.ChosenDocument
  /// Its rows of people who act today.
  let active: [Person]

  /// Ways to find the list, best first. In each, the governing repository's documents come before others, then those
  /// nearest to the root.
  ///
  /// `deepest` keeps the readme of one group from passing for the community's; a committee listed where no list of
  /// maintainers stands is not taken for one (`anyRole`).
  private static let ways: [(reason: String, deepest: Int, anyRole: Bool, takes: @Sendable (SourceDocument) -> Bool)] =
    [
      ("a list named for maintainers", .max, true, { $0.kind == .maintainers && has($0, "maintainers") }),
      (
        "a list of people", .max, true,
        { $0.kind == .maintainers && !has($0, "reviewers") && !has($0, "approvers") && !has($0, "committers") }
      ),
      ("the list that a file for maintainers says it moved to", .max, true, { $0.listsMaintainers }),
      ("maintainers named in a governance document", 2, false, { $0.kind == .governance }),
      ("maintainers named in the readme", 1, false, { $0.kind == .readme }),
      ("a list of committers", .max, true, { $0.kind == .maintainers && has($0, "committers") }),
      (
        "maintainers named in an ownership file", 2, false,
        { [.owners, .ownersAliases, .codeowners].contains($0.kind) }
      ),
    ]

  /// The way that is only taken where a file for maintainers points elsewhere.
  private static let moved = 2

  /// Chooses among the documents of a community; nil when none lists a maintainer.
  init?(_ documents: [SourceDocument], repository: (SourceDocument) -> Repository?, governing: Repository?) {
    let moved = documents.filter(\.isMovedList)
    let targets = Set(moved.flatMap { $0.facts.links.map { Self.lastName(of: $0.destination) } })
    let hasMoved = !moved.isEmpty
    for (index, way) in Self.ways.enumerated() where hasMoved || index != Self.moved {
      func active(_ document: SourceDocument) -> [Person] { Self.active(document, anyRole: way.anyRole) }
      let lists = documents.filter { document in
        way.takes(document) && (repository(document)?.depth(of: document.path) ?? 0) <= way.deepest
          && !active(document).isEmpty && (index != Self.moved || Self.isMeant(document.path, by: targets))
          && !document.isOfPart(among: documents)
      }
      func rank(_ document: SourceDocument) -> (Int, Int) {
        let home = repository(document)
        return (home?.path == governing?.path ? 0 : 1, home?.depth(of: document.path) ?? 0)
      }
      guard let best = lists.min(by: { rank($0) < rank($1) }) else { continue }
      let (repositoryRank, depth) = rank(best)
      var reason = way.reason
      if depth == 1 { reason += ", at the root" }
      if repositoryRank == 0, governing?.path.isEmpty == false {
        reason += " of the repository that holds the governance"
      }
      if lists.count > 1 { reason += "; \(lists.count - 1) more found" }
      chosen = CommunityIndex.ChosenDocument(path: best.path, reason: reason)
      self.active = active(best)
      return
    }
    return nil
  }

  /// The approvers of the governing repository's OWNERS file, aliases spelled out, or the accounts that own everything by
  /// its CODEOWNERS, where no document lists people.
  init?(approvers entries: [OwnerEntry], of governing: Repository?) {
    guard let governing else { return nil }
    func path(_ name: String) -> String { name.path(in: governing.path) }
    func people(_ named: [OwnerEntry]) -> [Person] {
      named.flatMap { entry -> [OwnerEntry] in
        let members = entries.filter {
          $0.location.path == path("OWNERS_ALIASES") && $0.list.lowercased() == entry.name.lowercased()
        }
        return members.isEmpty ? [entry] : members
      }.map { Person(name: "", handle: $0.name, role: "approver", location: $0.location) }
    }
    for file in ["OWNERS"] + ["", ".github/", "docs/"].map({ $0 + "CODEOWNERS" }) {
      let isRules = file != "OWNERS"
      let named = entries.filter { entry in
        // A team or an address is no account of a person.
        let isPerson = !entry.name.contains { $0 == "/" || $0 == "@" }
        return entry.location.path == path(file) && entry.canApprove && (!isRules || entry.list == "*" && isPerson)
      }
      guard !named.isEmpty else { continue }
      active = people(named)
      chosen = CommunityIndex.ChosenDocument(
        path: path(file),
        reason: isRules
          ? "owners of everything by CODEOWNERS; no document lists maintainers"
          : "approvers of the OWNERS file at the root; no document lists maintainers")
      return
    }
    return nil
  }

  /// Rows of maintainers who act today; in a list for maintainers where no row says so, everybody who acts.
  private static func active(_ document: SourceDocument, anyRole: Bool) -> [Person] {
    let active = document.facts.people.filter { $0.status == .active }
    let maintainers = active.filter { $0.role.holds("maintainer") }
    return maintainers.isEmpty && anyRole ? active : maintainers
  }

  /// The last name in an address, without what follows its first full stop: `governance` for `…/community/governance/`
  /// and for `docs/governance.md#people`.
  private static func lastName(of address: String) -> String {
    address.prefix { $0 != "#" && $0 != "?" }.fileStem.lowercased()
  }

  /// Whether a link leads to a document, by its name, or by its folder's where it is the folder's page.
  private static func isMeant(_ path: String, by targets: Set<String>) -> Bool {
    targets.contains(lastName(of: path))
      || path.pathNames.dropLast().last.map { targets.contains($0.lowercased()) } ?? false
  }

  private static func has(_ document: SourceDocument, _ word: String) -> Bool {
    Candidate.words(document.path.fileName).contains(word)
  }
}

extension SourceDocument {
  /// Whether it is a short file for maintainers that holds nobody and links to where they are listed now.
  fileprivate var isMovedList: Bool {
    kind == .maintainers && facts.people.isEmpty && source.byteCount < 2_000 && !facts.links.isEmpty
  }

  /// Whether people are listed under a heading that names maintainers, in a document of another kind.
  fileprivate var listsMaintainers: Bool {
    guard [.governance, .membership, .page, .readme].contains(kind), let headings = markdown?.headings else {
      return false
    }
    return facts.people.contains { person in
      let heading = headings.last { $0.line < person.location.line }
      return person.status == .active && heading?.text.lowercased().holds("maintainers") == true
    }
  }
}
