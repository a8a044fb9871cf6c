@testable import Site
import Templates

extension PageKind {
  /// How many documents were read of each community.
  static let inventory = PageKind.site { site in
    let rows = site.communities.map { model in
      Value.map([
        ("name", .string(model.community.name)), ("documents", .int(model.community.documents.count)),
      ])
    }
    return [
      Page(
        path: "inventory/index.html", template: "inventory.html", title: "Inventory",
        context: [("rows", .list(rows))])
    ]
  }
}
