import Templates

extension PageKind {
  /// What earlier reports said of a community; only where some were saved.
  static let history = PageKind(
    source: .community { _, community in
      guard !community.assessment.history.isEmpty else { return [] }
      return [
        Page(
          path: HistoryValues.page(folder: community.folder), template: "history.html",
          title: "History: \(community.community.name)", context: [("history", community.history)])
      ]
    })
}

/// The saved reports that pages link to, as they were saved.
enum SnapshotFiles {
  static func files(of site: SiteModel) -> [OutputFile] {
    let told = Set(site.communities.flatMap(\.assessment.history.points).compactMap(\.path))
    return site.input.portfolio.snapshots.filter { told.contains($0.path) }.map {
      OutputFile(path: HistoryValues.file($0.path), bytes: $0.bytes)
    }
  }
}
