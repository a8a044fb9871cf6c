import Diagnostics
import Intake
import Markdown
import Words

extension Rule {
  static let linksDeadAnchor = Rule(
    id: "links/dead-anchor",
    summary: "a link to a heading that does not exist",
    why: "The reader lands at the top of a long page.",
    howToFix: "link the heading by its current name",
    examples: [
      Example(
        ["README.md": "# Example\n\nSee [the end](↓docs/a.md#the-end).\n", "docs/a.md": "# A\n"],
        finds: ["docs/a.md has no heading with the anchor #the-end"]),
      Example(
        [
          "README.md": """
          # Example

          <!-- ALL-CONTRIBUTORS-LIST:START - Do not remove or modify this section -->
          | Ada Example [ideas](#ideas-ada) |
          | --- |
          <!-- ALL-CONTRIBUTORS-LIST:END -->

          See [the end](↓#the-end).

          """
        ], finds: ["README.md has no heading with the anchor #the-end"]),
      Example(["README.md": "# Example\n\nSee [the end](docs/a.md#the-end).\n", "docs/a.md": "# A\n\n## The End\n"]),
      Example([
        "README.md": "# Example\n\nSee [the end](#the-end) and [the start](docs/a.md#start).\n",
        "docs/a.md": "# A\n\n(the-end)=\n## Last part\n\n(Start)=\n",
      ]),
      Example([
        "README.adoc":
          "= Example\n\nSee xref:docs/a.adoc#_the_end[], xref:docs/a.adoc#the-end[], xref:docs/a.adoc#own[].\n",
        "docs/a.adoc": "= A\n\n[[own]]\n== The End\n",
      ]),
      Example([
        "README.adoc": """
        = Example
        :prefix: api

        See <<micro>>, <<api-part>>, <<a.b>>, <<_the_rest>> and <<example>>.

        [#micro]
        `MICRO`::
          A part.

        [id="{prefix}-part"]
        A paragraph.

        [#a.b]
        |===
        |One
        |===

        include::rest.asc[]

        """, "rest.asc": "== The Rest\n\n[#example,text]\n----\nOne.\n----\n",
      ]),
      Example([
        "README.mdx":
          "# Example\n\nSee [the end](#last) and [the port](book/a.md#general-port).\n\n## The End {#last}\n",
        "book/a.md": "# A\n\n## General.Port\n", "book/conf.py": "project = 'A'\n",
        "site/docs/a.md": "# A\n\nSee [this](#is-it-a-pr-we-want).\n\n## Is it a PR , we want\n",
        "site/mkdocs.yml": "site_name: A\n",
      ]),
      Example([
        "README.md":
          "# Example\n\nSee [this](#ask-us).\n\n<details>\n<summary><h4>Ask <b>us</b></h4></summary>\n\nIt.\n\n</details>\n"
      ]),
      Example(
        ["README.adoc": "= Example\n\nSee ↓<<nothing>>.\n\n[[all]]\n== All\n"],
        finds: ["README.adoc has no heading with the anchor #nothing"]),
    ]
  ) { data, rule in
    var anchors: [String: Set<String>] = [:]
    var labels: Set<String>?
    var books: AsciiDocAnchors?
    var kept: [String: [ClosedRange<Int>]] = [:]
    return data.links.compactMap { resolved in
      guard case .local(let path, let fragment?) = resolved.target, !fragment.isEmpty,
        let document = data.document(path), let tree = document.markdown, !document.facts.lostLinks,
        !isTemplate(resolved.document.path)
      else { return nil }
      let wanted = LinkPath.decoded(fragment).lowercased()
      // Places that the host makes itself: line numbers, footnotes, the prefix for authors' anchors.
      if isHostAnchor(wanted) { return nil }
      if anchors[path] == nil {
        anchors[path] = Self.anchors(of: document, tree).union(data.isOfBook(path) ? tree.bookAnchors : [])
      }
      let bare = wanted.hasPrefix("user-content-") ? String(wanted.dropFirst(13)) : wanted
      guard let known = anchors[path], !known.contains(bare) else { return nil }
      if labels == nil { labels = Self.labels(of: data.community.documents) }
      guard labels?.contains(bare) != true else { return nil }
      if document.isAsciiDoc {
        // A page of a book is put together of files that include one another.
        if books == nil { books = AsciiDocAnchors(data.community.documents) }
        if books?.holds(bare) == true { return nil }
      }
      let from = resolved.document
      if kept[from.path] == nil { kept[from.path] = Self.keptLists(in: from.source) }
      guard kept[from.path]?.contains(where: { $0.contains(resolved.link.location.line) }) != true else { return nil }
      return rule.finding(
        .note, "\(path) has no heading with the anchor #\(fragment)", key: resolved.link.destination,
        at: [.init(.claim, resolved.link.location), .init(.fact, document.source.location(line: 1))],
        confidence: .medium, expected: "#\(fragment)",
        solutions: Self.corrections(of: resolved.link, bare, known))
    }
  }

  /// The anchor that was meant: the one with the same letters, or the nearest, which only a person can confirm.
  private static func corrections(of link: Link, _ wanted: String, _ known: Set<String>) -> [Solution] {
    let letters = Folding.letters(wanted)
    let same = known.filter { !letters.isEmpty && Folding.letters($0) == letters }
    guard let meant = same.count == 1 ? same.first : Suggestion.nearest(to: wanted, among: known.sorted()),
      let edit = link.replacement("\(LinkResolver.split(link.destination, at: "#").0)#\(meant)")
    else { return [] }
    return [Solution("write #\(meant)", [edit], isSafe: same.count == 1)]
  }

  /// The lines of lists that a program keeps, between two comments.
  private static func keptLists(in source: SourceText) -> [ClosedRange<Int>] {
    let comments = source.lines(holding: [.lessThan, .colon])
    func line(of mark: String, from start: Int) -> Int? {
      comments.first { $0 >= start && source[line: $0].holds(Array(mark.utf8)) }
    }
    return Lexicon.findings.keptLists.compactMap { name in
      guard let first = line(of: "\(name):START", from: 1), let last = line(of: "\(name):END", from: first)
      else { return nil }
      return first...last
    }
  }

  /// Labels as MyST sets them, a line of `(label)=`, lower case; a link from any page of the site leads to them.
  private static func labels(of documents: [SourceDocument]) -> Set<String> {
    var labels: Set<String> = []
    for document in documents where document.markdown != nil {
      for line in document.source.lines(holding: .equals) {
        let text = document.source.lineText(line)
        if text.hasPrefix("("), text.hasSuffix(")=") { labels.insert(text.dropFirst().dropLast(2).lowercased()) }
      }
    }
    return labels
  }

  private static let marks = ["id=", "name="].map { Array($0.utf8) }

  /// Anchors of headings, those a markup gives itself, and those set by `id` or `name` in raw HTML, lower case.
  private static func anchors(of document: SourceDocument, _ tree: Document) -> Set<String> {
    var anchors = Set(tree.anchors.map { $0.lowercased() })
    anchors.formUnion(tree.headings.lazy.compactMap { Self.ownAnchor(of: $0.text) })
    anchors.formUnion(
      document.source.lines(holding: .lessThan).lazy.flatMap { line -> [String] in
        let bytes = document.source[line: line]
        guard bytes.withUnsafeBufferPointer(closings.occur) else { return [] }
        return Self.headings(inHTML: String(decoding: bytes, as: UTF8.self)).map(Slugs.slug)
      })
    for line in document.source.lines(holding: .equals) {
      let text = Array(document.source[line: line])
      for mark in marks {
        var next = 0
        while let found = text.firstPlace(of: mark, from: next) {
          next = found + mark.count
          var value = text[next...]
          let quote = value.first.flatMap { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "'") ? $0 : nil }
          if quote != nil { value.removeFirst() }
          let end = value.prefix(200).prefix { byte in
            quote.map { byte != $0 } ?? ![0x20, 0x3E, 0x09, 0x2F].contains(byte)
          }
          anchors.insert(String(decoding: end, as: UTF8.self).lowercased())
        }
      }
    }
    return anchors
  }
}

/// Ends of headings that are written in HTML.
private let closings = ByteStrings(["</h", "</H"])

extension Rule {
  /// The texts of headings written in HTML on a line, which the host gives anchors, too.
  private static func headings(inHTML line: String) -> [String] {
    guard line.utf8.count < 2_000 else { return [] }
    var texts: [String] = []
    var rest = line[...]
    while let start = rest.firstRange(ofBytes: "<h") ?? rest.firstRange(ofBytes: "<H") {
      rest = rest[start.upperBound...]
      guard let level = rest.first, ("1"..."6").contains(level), let open = rest.firstIndex(of: ">"),
        let close = rest.firstRange(ofBytes: "</h") ?? rest.firstRange(ofBytes: "</H"), open < close.lowerBound
      else { continue }
      let inside = rest[rest.index(after: open)..<close.lowerBound].split(
        separator: "<", omittingEmptySubsequences: false)
      // Other tags in it are no text.
      let parts = inside.enumerated().map { $0 == 0 ? $1 : $1.drop { $0 != ">" }.dropFirst() }
      texts.append(parts.joined().split(separator: " ").joined(separator: " "))
      rest = rest[close.upperBound...]
    }
    return texts
  }

  /// The anchor that a heading gives itself for a site generator: `The end {#end}`.
  private static func ownAnchor(of heading: String) -> String? {
    guard heading.hasSuffix("}"), let open = heading.lastIndex(of: "{") else { return nil }
    let anchor = heading[heading.index(after: open)...].dropLast().split(separator: " ").first { $0.hasPrefix("#") }
    return anchor.map { $0.dropFirst().lowercased() }
  }
}

extension Document {
  /// Anchors as Sphinx and MkDocs make them: what is no letter or digit parts words, each once. `General.Port` is `general-port`.
  fileprivate var bookAnchors: Set<String> {
    Set(headings.map { $0.text.lowercased().runsOfLettersAndNumbers.joined(separator: "-") })
  }
}

extension CommunityData {
  /// Whether a document is of a book that Sphinx or MkDocs makes, by the settings above it.
  fileprivate func isOfBook(_ path: String) -> Bool {
    var folder = path.folderPath
    while true {
      if ["conf.py", "mkdocs.yml"].contains(where: { resolver.exists($0.path(in: folder)) }) { return true }
      guard !folder.isEmpty else { return false }
      folder = folder.folderPath
    }
  }
}

/// Whether a fragment is one the host makes: `L12`, `L12-L20`, `readme`, a footnote, a comment.
private func isHostAnchor(_ fragment: String) -> Bool {
  if Lexicon.findings.hostAnchors.contains(where: { fragment.hasPrefix($0) }) { return true }
  return fragment.utf8.first == UInt8(ascii: "l")
    && fragment.utf8.dropFirst().first?.isASCIIDigit ?? false
}
