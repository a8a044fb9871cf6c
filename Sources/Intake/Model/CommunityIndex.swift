import Diagnostics

/// What a community's documents say together, worked out once when the model is built.
public struct CommunityIndex: Sendable, Hashable {
  /// The document taken as the community's list of maintainers, and why; nil when none lists any.
  public var maintainerList: ChosenDocument?
  /// Maintainers who act today, each person once, in the order of the list.
  public var maintainers: [Identity] = []
  /// Former maintainers, each person once.
  var emeritus: [Identity] = []
  /// Former members of any role, from alumni files.
  public var alumni: [Identity] = []
  /// Adopters of all lists, in file order; an organization that an earlier file lists is left out of later ones.
  var adopters: [Adopter] = []
  /// Groups: those of data files, else those of lists in prose; notes add what stands nowhere else.
  public var groups: [Group] = []
  /// Regular meetings that documents at the roots of its repositories tell of and no group has.
  var meetings: [Group.Meeting] = []
  /// Entries of OWNERS files, aliases and CODEOWNERS, with the rights that aliases have where they are used.
  var ownerEntries: [OwnerEntry] = []

  /// A document chosen among several, with the reason.
  public struct ChosenDocument: Sendable, Hashable {
    /// Its path.
    public var path: String
    /// Why it was chosen, in words.
    var reason: String
  }
}

extension Community {
  /// Maintainers who act today, each person once.
  public var maintainers: [Identity] { index.maintainers }
  /// Former maintainers, each person once.
  public var emeritus: [Identity] { index.emeritus }
  /// Organizations listed as adopters.
  public var adopters: [Adopter] { index.adopters }
  /// Its groups.
  public var groups: [Group] { index.groups }
  /// Its own regular meetings, beside those of groups.
  public var meetings: [Group.Meeting] { index.meetings }
  /// Entries of OWNERS files, aliases and CODEOWNERS.
  public var ownerEntries: [OwnerEntry] { index.ownerEntries }

  /// Documents that speak of this community; a foundation's repository also stores those of other projects, which are
  /// shown and never held against it.
  public var ownDocuments: [SourceDocument] { documents.filter { $0.foreignSubject == nil } }

  /// The repository a path lies in: the one with the longest folder.
  public func repository(of path: String) -> Repository? { repositories.holding(path) }
}

extension [Repository] {
  /// The repository a file lies in, the innermost of several; they are sorted by the bytes of their paths, or few.
  public func holding(_ path: String) -> Repository? {
    guard count > 8 else {
      // By their numbers: they are large, and this is asked for every document.
      return indices.filter { path.isInside(self[$0].path) }.max { self[$0].path.utf8.count < self[$1].path.utf8.count }
        .map { self[$0] }
    }
    var folder = path[...]
    while !folder.isEmpty {
      folder = folder.parentFolder
      // By their numbers here, too.
      let start = indices.partitioningIndex { !self[$0].path.precedes(folder) }
      if start < count, self[start].path.utf8.elementsEqual(folder.utf8) { return self[start] }
    }
    return nil
  }
}

extension Repository {
  /// How deep below its root a file lies: 1 for a file at the root.
  func depth(of path: String) -> Int { path.pathNames.count - self.path.pathNames.count }
}
