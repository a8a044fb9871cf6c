import Markdown
import Templates

extension PageKind {
  /// The tree of a community's documents and each document; notes of the assessment stand at their lines.
  static let documents = PageKind(
    source: .community { site, community in
      let list = Page(
        path: "\(community.folder)/documents/index.html", template: "documents.html",
        title: "Documents: \(community.community.name)", context: [("documents", .list(community.documents))])
      let entries = site.index.entries(of: community.number)
      // A document that another community has, too, is on the list, but its page is the other's.
      let values = community.documents.count == entries.count ? community.documents : []
      return [list]
        + zip(entries.indices, entries).map { number, entry in
          let notes = community.notes[entry.document.path] ?? []
          return Page(
            path: entry.page, template: "document.html", title: entry.document.title,
            context: [
              ("documents_page", .string(list.path)),
              (
                "document",
                values.isEmpty
                  ? DocumentValues.value(entry, of: community.community) : values[number - entries.startIndex]
              ),
              ("place", site.places.value(entry.document.source.location(line: 1))),
              ("contents", DocumentValues.contents(entry.headings)),
              ("has_own_title", .bool(entry.hasOwnTitle)), ("is_listing", .bool(entry.document.markdown == nil)),
              ("remarks", DocumentValues.remarks(site.remarks[entry.document.path] ?? [], places: site.places)),
              ("notes", .int(notes.count)), ("furniture_lines", .int(entry.document.furnitureLines)),
            ], document: entry.document.path)
        }
    })
}
