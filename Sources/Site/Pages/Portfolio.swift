import Templates

extension PageKind {
  /// The first page: every community.
  static let portfolio = PageKind.site { site in
    [
      Page(
        path: "index.html", template: "portfolio.html", title: site.input.portfolio.title,
        context: [
          ("communities", .list(site.communities.map(\.value))),
          ("matrices", MatrixValues.list(site.communities)),
          ("has_trend", .bool(site.communities.contains { $0.history["trend"].isTruthy })),
        ])
    ]
  }

  /// What a server shows for an address without a page; it is at any address, so its links need the public one.
  static let notFound = PageKind.site { site in
    guard let base = site.baseURL else { return [] }
    return [
      Page(path: "404.html", template: "404.html", title: "Page not found", linksFrom: base, isListed: false)
    ]
  }

  /// The search page.
  static let search = PageKind.site { _ in [Page(path: "search/index.html", template: "search.html", title: "Search")] }

  /// A badge of counts for each community: a picture, and the text of one for a service that draws them.
  static let badges = PageKind.community { _, community in
    [("svg", "badge.svg"), ("json", "badge.txt")].map { ending, template in
      Page(
        path: "badges/\(community.folder).\(ending)", template: template, title: community.community.name,
        isListed: false)
    }
  }
}
