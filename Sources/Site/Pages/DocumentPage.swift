import Diagnostics
import Markdown
import Templates

extension PageKind {
  /// The tree of a community's documents and each document; notes of the assessment stand at their lines.
  static let documents = PageKind.community { site, community in
    let list = community.page(
      "documents", "Documents", [("documents", .list(DocumentValues.list(community, index: site.index)))])
    // A document that another community has, too, is on the list, but its page is the other's.
    return [list]
      + site.index.entries(of: community.number).map { entry in
        PageKind.page(
          entry, notes: community.notes[entry.document.path] ?? [], site.remarks[entry.document.path] ?? [], community,
          site)
      }
  }

  /// The page of a document, with what is said about it.
  static func page(
    _ entry: DocumentIndex.Entry, notes: [DocumentNotes.Note], _ remarks: [Diagnostic], _ community: CommunityModel,
    _ site: SiteModel
  ) -> Page {
    Page(
      path: entry.page, template: "document.html", title: entry.document.title,
      context: [
        ("documents_page", .string("\(community.folder)/documents/index.html")),
        ("document", DocumentValues.value(entry, of: community)),
        ("place", site.places.value(entry.document.source.location(line: 1))),
        ("contents", DocumentValues.contents(entry.headings)),
        ("has_own_title", .bool(entry.hasOwnTitle)), ("is_listing", .bool(entry.document.markdown == nil)),
        ("remarks", DocumentValues.remarks(remarks, places: site.places)),
        ("notes", .int(notes.count)), ("furniture_lines", .int(entry.document.furnitureLines)),
      ], document: entry.document.path)
  }
}
