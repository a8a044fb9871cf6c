import Templates

extension PageKind {
  /// What changed between versions of a community's due-diligence documents; only where there are several of one level.
  static let changes = PageKind(
    source: .community { _, community in
      guard !community.changes.isEmpty else { return [] }
      return [
        Page(
          path: "\(community.folder)/changes/index.html", template: "changes.html",
          title: "Changes: \(community.community.name)", context: [("comparisons", .list(community.changes))])
      ]
    })
}
