import Templates

extension PageKind {
  /// What earlier reports said of a community; only where some were saved.
  static let history = PageKind.community { _, community in
    guard !community.assessment.history.isEmpty else { return [] }
    let title = "History: \(community.community.name)"
    let path = HistoryValues.page(folder: community.folder)
    return [
      Page(path: path, template: "history.html", title: title, context: [("history", community.history)]),
      Page(
        path: path.replacing("index.html", with: "feed.xml"), template: "feed.xml", title: title,
        context: [("history", community.history)], isListed: false),
    ]
  }
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
