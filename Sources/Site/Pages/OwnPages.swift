import Diagnostics
import Markdown
import Templates

extension PageKind {
  /// Pages that people wrote for the site itself.
  static let own = PageKind.site { site in
    site.pages.all.map { page in
      Page(
        path: page.path, template: "page.html", title: page.title,
        context: [
          ("body", .safe(String(decoding: site.pages.html(page), as: UTF8.self))),
          ("contents", DocumentValues.contents(page.text.headings)), ("source", .string(page.source)),
        ], navigation: site.pages.navigation)
    }
  }
}

/// The Markdown files that `pages` of the workspace file names, as pages beside those that are made.
struct OwnPages: Sendable {
  struct OwnPage: Sendable {
    let source: String
    let path: String
    let title: String
    let text: Document
  }

  let all: [OwnPage]
  /// What is wrong with the files, and which links between them lead nowhere.
  let diagnostics: [Diagnostic]
  /// Their list, as a community's pages have one.
  let navigation: Value
  private let targets: PageTargets

  init(_ sources: [SourceText]) {
    let read = sources.map { ($0, GFM.document($0)) }
    let pages = read.map { source, document in
      let name = source.path.hasSuffix("index.md") ? source.path.dropLast(8) : source.path.dropLast(3) + "/"
      let title = document.value.headings.first?.text ?? String(source.path.fileName)
      return OwnPage(
        source: source.path, path: Route.segments(of: name.isEmpty ? "pages" : String(name)) + "/index.html",
        title: title, text: document.value)
    }
    all = pages
    var numbers = ByteTable()
    let distinct = pages.filter { numbers.insert($0.source).inserted }
    targets = PageTargets(
      numbers: numbers, pages: distinct.map(\.path), anchors: distinct.map { DocumentAnchors($0.text) })
    navigation = .list(
      pages.map { page in
        ["title": .string(page.title), "page": .string(page.path), "count": .none, "part": .string(pages[0].title)]
      })
    diagnostics = read.flatMap(\.1.diagnostics)
  }

  /// The text of a page; links between the files lead to their pages.
  func html(_ page: OwnPage) -> [UInt8] {
    let links = DocumentLinks(repositories: [], pages: targets).links(of: page.source, page: page.path)
    let renderer = HTMLRenderer(resolve: links.target)
    return renderer.render(page.text).html
  }
}
