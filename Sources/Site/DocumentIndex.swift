import Diagnostics
import Intake
import Markdown
import Synchronization
import Templates

/// Every document that has a page, and the way from a place in a file to the place on its page.
///
/// A document is rendered when its page is made, and then forgotten: only the lines that can be linked to are kept.
struct DocumentIndex: Sendable {
  /// A document with its page.
  struct Entry: Sendable {
    let document: SourceDocument
    let community: Int
    let page: String
    /// Whether the text begins with the title, so that the page needs none of its own.
    let hasOwnTitle: Bool
    /// The lines that have an anchor on the page.
    fileprivate let lines = Lazy<[Int32]>()
    /// Where its file was published, once a place in it is shown.
    let origin = Lazy<Origin?>()
    /// The document as templates see it, once its page or the list is made.
    let value = Lazy<Value>()

    var headings: [Heading] { document.markdown?.headings ?? [] }
  }

  /// Where a file was published, and by what name that is told.
  struct Origin: Sendable {
    let url: String
    let name: String
    /// Whether a line of it has an address of its own.
    let hasLines: Bool
  }

  /// All documents, by community and path.
  let entries: [Entry]
  /// Where the entries of each community begin, and the end.
  private let starts: [Int]
  /// What is to be said about the names of pages.
  let diagnostics: [Diagnostic]
  /// By which a document is named shortly.
  let endings: PathEndings
  private let byPath: ByteTable
  /// By community.
  private let links: [DocumentLinks]
  private let marks: Marks

  /// The documents of the communities, each once.
  init(_ communities: [(community: Community, folder: String)], marks: @escaping Marks, jobs: Int) async {
    var byPath = ByteTable(minimumCapacity: communities.reduce(0) { $0 + $1.community.documents.count })
    var documents: [(document: SourceDocument, community: Int)] = []
    var starts: [Int] = []
    for (index, item) in communities.enumerated() {
      starts.append(documents.count)
      for document in item.community.documents where byPath.insert(document.path).inserted {
        documents.append((document, index))
      }
    }
    starts.append(documents.count)
    let paths = documents.map { (community: $0.community, path: $0.document.path) }
    // Beside the names of pages, which as little depend on it.
    async let endings = PathEndings(paths)
    if jobs == 1 { _ = await endings }
    let folders = communities.map(\.folder)
    let names = PageNames(documents.map { ($0.document.path, folders[$0.community]) })
    let anchors = await documents.concurrentMap(width: jobs) { DocumentAnchors($0.document.markdown) }
    let pages = PageTargets(numbers: byPath, pages: names.pages, anchors: anchors)
    links = communities.map { DocumentLinks(repositories: $0.community.repositories, pages: pages) }
    entries = zip(documents, names.pages).map { item, page in
      let headings = item.document.markdown?.headings ?? []
      let hasOwnTitle =
        headings.first.map { $0.level == 1 && $0.text == item.document.title } ?? false
        && headings.dropFirst().allSatisfy { $0.level > 1 }
      return Entry(document: item.document, community: item.community, page: page, hasOwnTitle: hasOwnTitle)
    }
    self.starts = starts
    self.marks = marks
    diagnostics = names.diagnostics
    self.byPath = byPath
    self.endings = await endings
  }

  /// The pieces of a document's text to be marked.
  typealias Marks = @Sendable (SourceDocument) -> [HTMLRenderer.Mark]

  /// A document as HTML.
  func render(_ entry: Entry) -> RenderedDocument {
    let links = links[entry.community].links(
      of: entry.document.path, page: entry.page, known: entry.document.facts.links)
    let renderer = HTMLRenderer(
      headingOffset: entry.hasOwnTitle ? 0 : 1, marks: marks(entry.document), resolve: links.target)
    let rendered = entry.document.markdown.map(renderer.render) ?? renderer.listing(entry.document.source)
    entry.lines.learn(rendered.lines.fitted)
    return rendered
  }

  /// A document with another text of which nothing is known yet; nil where a reader takes more from it than Markdown.
  func entry(_ path: String, showing source: SourceText) -> Entry? {
    guard let old = self[path], old.document.markdown != nil, path.hasSuffix(".md"), old.document.furnitureLines == 0
    else { return nil }
    var document = SourceDocument(source: source, kind: old.document.kind, reason: old.document.reason)
    document.markdown = GFM.document(source).value
    document.frontMatter = old.document.frontMatter
    return Entry(document: document, community: old.community, page: old.page, hasOwnTitle: old.hasOwnTitle)
  }

  /// The documents of a community, by path.
  func entries(of community: Int) -> ArraySlice<Entry> { entries[starts[community]..<starts[community + 1]] }

  /// The document with this path.
  subscript(path: String) -> Entry? { byPath.number(of: path).map { entries[$0] } }

  /// The page and anchor that show a line of a file; nil when the file has no page.
  func page(of path: String, line: Int) -> String? {
    guard let entry = self[path] else { return nil }
    let lines = entry.lines.value {
      entry.document.markdown.map(HTMLRenderer.lines)
        ?? (1...entry.document.source.lineCount).map { Int32(clamping: $0) }
    }
    return RenderedDocument.anchor(forLine: line, of: lines).map { "\(entry.page)#\($0)" } ?? entry.page
  }
}

/// The pages that links of documents can lead to.
struct PageTargets: Sendable {
  /// The paths of the documents.
  let numbers: ByteTable
  let pages: [String]
  /// Anchors of each document's own. Apart, as few links name one, and to hold those of another document is slow.
  let anchors: [DocumentAnchors]
}

/// Where the links of a community's documents lead.
struct DocumentLinks: Sendable {
  let repositories: [Repository]
  let pages: PageTargets

  /// Those of one document, of which some may be known from its reading.
  func links(of document: String, page: String, known: [Link] = []) -> OneDocumentLinks {
    OneDocumentLinks(
      document: document, page: page, repository: repositories.holding(document), pages: pages, known: known)
  }
}

/// Where the links of a document lead.
final class OneDocumentLinks: Sendable {
  private let document: String
  private let page: String
  private let repository: Repository?
  private let pages: PageTargets
  private let known: [Link]
  /// The number of the known link that is asked for next, in all likelihood: a page shows them in their order.
  private let next = Atomic(0)

  fileprivate init(
    document: String, page: String, repository: Repository?, pages: PageTargets, known: [Link]
  ) {
    self.document = document
    self.page = page
    self.repository = repository
    self.pages = pages
    self.known = known
  }

  /// The target of a destination as written in the document.
  @Sendable func target(_ destination: String) -> LinkTarget {
    if LinkTarget.isSafeAddress(destination) { return .external(destination) }
    if destination.utf8.starts(with: "//".utf8) { return .external("https:" + destination) }
    let goal = goal(of: destination)
    if goal == .elsewhere { return .none }
    let fragment = Self.fragment(of: destination)
    guard let path = goal.path(root: repository?.path ?? "") else {
      guard !fragment.isEmpty, let own = pages.numbers.number(of: document), pages.anchors[own].contains(fragment)
      else { return .none }
      return .site("#" + Route.encoded(fragment))
    }
    guard let number = number(of: path) else { return forge(repository, path) }
    let target = pages.pages[number]
    let isAnchor = !fragment.isEmpty && pages.anchors[number].contains(fragment)
    return .site(Route.relative(isAnchor ? "\(target)#\(fragment)" : target, from: page))
  }

  /// What a destination names: as it was read, or by its text.
  private func goal(of destination: String) -> LinkPath.Goal {
    let next = next.load(ordering: .relaxed)
    // Addresses are links, too, and are not asked for here.
    let number = known.withUnsafeBufferPointer { known in
      (next..<min(next + 8, known.count)).first { known[$0].destination == destination }
    }
    guard let number else { return LinkPath.goal(of: destination, in: document.folderPath) }
    self.next.store(number + 1, ordering: .relaxed)
    return known[number].goal
  }

  /// The text behind the first `#` as anchors are spelled. By bytes: a selector of emoji variants behind the `#` makes
  /// one character of both.
  private static func fragment(of destination: String) -> String {
    guard let mark = destination.firstPlace(ofByte: UInt8(ascii: "#")) else { return "" }
    return LinkPath.decoded(destination[destination.utf8.index(after: mark)...]).lowercased()
  }

  /// The document of a path, or the one whose page stands for a folder.
  private func number(of path: String) -> Int? {
    if let number = pages.numbers.number(of: path) { return number }
    return ["README.md", "README.rst", "README.adoc"].lazy
      .compactMap { self.pages.numbers.number(of: path.isEmpty ? $0 : "\(path)/\($0)") }.first
  }

  /// A file that was not read, at the forge its repository came from.
  private func forge(_ repository: Repository?, _ path: String) -> LinkTarget {
    guard let repository, let url = repository.url, LinkTarget.isSafeAddress(url), path.isInside(repository.path)
    else {
      return .none
    }
    let version = repository.commit ?? repository.branch ?? "HEAD"
    return .external("\(url)/blob/\(version)/\(Route.encoded(path.below(repository.path)))")
  }
}
