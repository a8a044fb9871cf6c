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
  private let byPath: [String: Int]

  /// Renders all documents of the communities, each once.
  static func render(_ communities: [(community: Community, folder: String)], marks: @escaping Marks, jobs: Int) async
    -> DocumentIndex
  {
    var targets: [String: PageTarget] = [:]
    var jobsToDo: [(document: SourceDocument, community: Int, page: String)] = []
    for (index, item) in communities.enumerated() {
      for document in item.community.documents where targets[document.path] == nil {
        let page = "\(item.folder)/documents/\(Route.segments(of: document.path))/index.html"
        targets[document.path] = PageTarget(page: page, anchors: document.markdown?.anchors ?? [])
        jobsToDo.append((document, index, page))
      }
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
    return DocumentIndex(entries: entries)
  }

  /// The pieces of a document's text to be marked.
  typealias Marks = @Sendable (SourceDocument) -> [HTMLRenderer.Mark]

  private init(entries: [Entry]) {
    self.entries = entries
    byPath = Dictionary(entries.enumerated().map { ($1.document.path, $0) }) { first, _ in first }
  }

  /// The document with this path.
  subscript(path: String) -> Entry? { byPath[path].map { entries[$0] } }

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
  let targets: [String: PageTarget]

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
      guard !fragment.isEmpty, targets[document]?.anchors.contains(fragment) == true else { return .none }
      return .site("#" + Route.encoded(fragment))
    }
    let repository = repositories.last { isInside(document, $0.path) }
    guard let goal = resolve(written, from: document, root: repository?.path ?? "") else { return .none }
    if let target = targets[goal] ?? targets[goal.isEmpty ? "README.md" : goal + "/README.md"] {
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

  /// The path a relative destination names, inside the source; nil when it leaves it.
  private func resolve(_ written: String, from path: String, root: String) -> String? {
    var segments = written.hasPrefix("/") ? root.split(separator: "/") : path.split(separator: "/").dropLast()
    for part in written.split(separator: "/") {
      switch part {
      case ".": continue
      case "..":
        if segments.isEmpty { return nil }
        segments.removeLast()
      default: segments.append(part)
      }
    }
    return segments.joined(separator: "/")
  }

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
