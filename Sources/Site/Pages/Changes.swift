import Templates

extension PageKind {
  /// What changed between versions of a community's due-diligence documents; only where there are several of one level.
  static let changes = PageKind.community { _, community in
    guard !community.changes.isEmpty else { return [] }
    return [community.page("changes", "Changes", [("comparisons", .list(community.changes))])]
  }
}
