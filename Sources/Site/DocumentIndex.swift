import Diagnostics
import Intake
import Markdown

/// Every document that has a page, rendered once, and the way from a place in a file to the place on its page.
struct DocumentIndex: Sendable {
  /// A document with its page.
  struct Entry: Sendable {
    let document: SourceDocument
    let community: Int
    let page: String
    let rendered: RenderedDocument
    /// Whether the text begins with the title, so that the page needs none of its own.
    let hasOwnTitle: Bool
  }

  /// All documents, by community and path.
  let entries: [Entry]
  /// Where the entries of each community begin, and the end.
  private let starts: [Int]
  /// What is to be said about the names of pages.
  let diagnostics: [Diagnostic]
  private let byPath: [PathKey: Int]

  /// Renders all documents of the communities, each once.
  static func render(_ communities: [(community: Community, folder: String)], marks: @escaping Marks, jobs: Int) async
    -> DocumentIndex
  {
    var seen: Set<PathKey> = []
    var documents: [(document: SourceDocument, community: Int)] = []
    var starts: [Int] = []
    for (index, item) in communities.enumerated() {
      starts.append(documents.count)
      for document in item.community.documents where seen.insert(PathKey(document.path)).inserted {
        documents.append((document, index))
      }
    }
    starts.append(documents.count)
    let names = PageNames(documents.map { ($0.document.path, communities[$0.community].folder) })
    let jobsToDo = zip(documents, names.pages).map { (document: $0.document, community: $0.community, page: $1) }
    let anchors = await documents.concurrentMap(width: jobs) { $0.document.markdown?.anchors ?? [] }
    var targets: [PathKey: PageTarget] = [:]
    for (job, anchors) in zip(jobsToDo, anchors) {
      targets[PathKey(job.document.path)] = PageTarget(page: job.page, anchors: anchors)
    }
    let links = communities.map { DocumentLinks(repositories: $0.community.repositories, targets: targets) }
    let entries = await jobsToDo.concurrentMap(width: jobs) { job in
      let links = links[job.community]
      let resolve: @Sendable (String) -> LinkTarget = { links.target(of: $0, in: job.document.path, page: job.page) }
      let headings = job.document.markdown?.headings ?? []
      let hasOwnTitle =
        headings.first.map { $0.level == 1 && $0.text == job.document.title } ?? false
        && headings.dropFirst().allSatisfy { $0.level > 1 }
      let renderer = HTMLRenderer(
        headingOffset: hasOwnTitle ? 0 : 1, marks: marks(job.document), resolve: resolve)
      let rendered = job.document.markdown.map(renderer.render) ?? renderer.listing(job.document.source)
      return Entry(
        document: job.document, community: job.community, page: job.page, rendered: rendered, hasOwnTitle: hasOwnTitle)
    }
    return DocumentIndex(entries: entries, starts: starts, diagnostics: names.diagnostics)
  }

  /// The pieces of a document's text to be marked.
  typealias Marks = @Sendable (SourceDocument) -> [HTMLRenderer.Mark]

  private init(entries: [Entry], starts: [Int], diagnostics: [Diagnostic]) {
    self.entries = entries
    self.starts = starts
    self.diagnostics = diagnostics
    byPath = Dictionary(entries.enumerated().map { (PathKey($1.document.path), $0) }) { first, _ in first }
  }

  /// The documents of a community, by path.
  func entries(of community: Int) -> ArraySlice<Entry> { entries[starts[community]..<starts[community + 1]] }

  /// The document with this path.
  subscript(path: String) -> Entry? { byPath[PathKey(path)].map { entries[$0] } }

  /// The page and anchor that show a line of a file; nil when the file has no page.
  func page(of path: String, line: Int) -> String? {
    guard let entry = self[path] else { return nil }
    return entry.rendered.anchor(forLine: line).map { "\(entry.page)#\($0)" } ?? entry.page
  }
}

/// A page that links of documents can lead to.
struct PageTarget: Sendable {
  let page: String
  /// Anchors of the document's own.
  let anchors: Set<String>
}

/// Where the links of a community's documents lead.
struct DocumentLinks: Sendable {
  let repositories: [Repository]
  let targets: [PathKey: PageTarget]

  /// The target of a destination as written in a document.
  func target(of destination: String, in document: String, page: String) -> LinkTarget {
    if LinkTarget.isSafeAddress(destination) { return .external(destination) }
    if destination.hasPrefix("//") { return .external("https:" + destination) }
    // By scalars: a selector of emoji variants behind the `#` makes one character of both.
    let parts = destination.unicodeScalars.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    let fragment = parts.count > 1 ? Route.decoded(Substring(parts[1])).lowercased() : ""
    let path = parts.first?.split(separator: "?", omittingEmptySubsequences: false).first
    let written = Route.decoded(path.map { Substring($0) } ?? "")
    if hasScheme(written) { return .none }
    if written.isEmpty {
      guard !fragment.isEmpty, targets[PathKey(document)]?.anchors.contains(fragment) == true else { return .none }
      return .site("#" + Route.encoded(fragment))
    }
    let repository = repositories.holding(document)
    let folder = written.utf8.first == UInt8(ascii: "/") ? (repository?.path ?? "")[...] : document.folder
    guard let goal = LinkPath.resolve(written[...], in: folder) else { return .none }
    let places = [goal] + ["README.md", "README.rst", "README.adoc"].map { goal.isEmpty ? $0 : "\(goal)/\($0)" }
    if let target = places.lazy.compactMap({ targets[PathKey($0)] }).first {
      let anchor = !fragment.isEmpty && target.anchors.contains(fragment) ? "#\(fragment)" : ""
      return .site(Route.relative(target.page + anchor, from: page))
    }
    return forge(repository, goal)
  }

  /// Whether something like `mailto:` or `C:` stands before the first slash.
  private func hasScheme(_ text: String) -> Bool {
    guard let colon = text.utf8.firstIndex(of: UInt8(ascii: ":")) else { return false }
    return !text.utf8[..<colon].contains(UInt8(ascii: "/"))
  }

  private func isInside(_ path: String, _ folder: String) -> Bool { folder.isEmpty || path.hasPrefix(folder + "/") }

  /// A file that was not read, at the forge its repository came from.
  private func forge(_ repository: Repository?, _ path: String) -> LinkTarget {
    guard let repository, let url = repository.url, LinkTarget.isSafeAddress(url), isInside(path, repository.path)
    else {
      return .none
    }
    let inside = repository.path.isEmpty ? path : String(path.dropFirst(repository.path.count + 1))
    return .external("\(url)/blob/\(repository.commit ?? repository.branch ?? "HEAD")/\(Route.encoded(inside))")
  }
}

extension String {
  /// The folder a path lies in; empty at the root.
  fileprivate var folder: Substring { utf8.lastIndex(of: UInt8(ascii: "/")).map { self[..<$0] } ?? "" }
}
