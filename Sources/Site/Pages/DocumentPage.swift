import Diagnostics
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
          PageKind.page(
            entry, values.isEmpty ? nil : values[number - entries.startIndex],
            notes: community.notes[entry.document.path] ?? [], site.remarks[entry.document.path] ?? [], community, site)
        }
    })

  /// The page of a document, with what is said about it.
  static func page(
    _ entry: DocumentIndex.Entry, _ value: Value? = nil, notes: [DocumentNotes.Note], _ remarks: [Diagnostic],
    _ community: CommunityModel, _ site: SiteModel
  ) -> Page {
    Page(
      path: entry.page, template: "document.html", title: entry.document.title,
      context: [
        ("documents_page", .string("\(community.folder)/documents/index.html")),
        ("document", value ?? DocumentValues.value(entry, of: community.community)),
        ("place", site.places.value(entry.document.source.location(line: 1))),
        ("contents", DocumentValues.contents(entry.headings)),
        ("has_own_title", .bool(entry.hasOwnTitle)), ("is_listing", .bool(entry.document.markdown == nil)),
        ("remarks", DocumentValues.remarks(remarks, places: site.places)),
        ("notes", .int(notes.count)), ("furniture_lines", .int(entry.document.furnitureLines)),
      ], document: entry.document.path)
  }
}
