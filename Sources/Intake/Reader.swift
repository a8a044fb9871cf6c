public import Criteria
public import Diagnostics
public import Markdown
public import StructuredData
public import Words

/// What a reader gets: one file, parsed once for all readers, and what the run knows beforehand.
public struct ReaderInput: Sendable {
  /// The file.
  public let source: SourceText
  /// What discovery took it for.
  public let kind: DocumentKind
  /// Its Markdown tree, when it is Markdown (an HTML mail or scraped page may have none).
  public let markdown: Document?
  /// Its data, when it is YAML or JSON.
  public let data: Node?
  /// Its front matter.
  public let frontMatter: Node?
  /// The web page it is a saved copy of, if any.
  public let page: ScrapedPage?
  /// Criteria sets by which lines are recognized.
  public let criteria: [CriteriaSet]
  /// What readers share; nil for an input made by hand.
  var shared: SharedReading?
  /// The words by which it is understood.
  public let lexicon: Lexicon

  /// Input of a reader.
  public init(
    source: SourceText, kind: DocumentKind, markdown: Document?, data: Node?, frontMatter: Node?, page: ScrapedPage?,
    criteria: [CriteriaSet], lexicon: Lexicon = .builtIn
  ) {
    self.source = source
    self.kind = kind
    self.markdown = markdown
    self.data = data
    self.frontMatter = frontMatter
    self.page = page
    self.criteria = criteria
    self.lexicon = lexicon
  }
}

/// Understands one form of document. A reader is a value: adding one is a file in `Readers` and its line in `Reader.all`.
public struct Reader: Sendable {
  /// Stable name (`maintainers-table`).
  public let id: String
  /// Kinds of document it reads.
  public let kinds: Set<DocumentKind>
  /// Readers whose facts of the same file it looks at; they read before it. It looks at no other reader's.
  public let needs: [String]
  /// Adds what it understands to the facts.
  public let read: @Sendable (ReaderInput, inout Facts) -> [Diagnostic]

  /// A reader.
  public init(
    id: String, kinds: Set<DocumentKind>, needs: [String] = [],
    read: @escaping @Sendable (ReaderInput, inout Facts) -> [Diagnostic]
  ) {
    self.id = id
    self.kinds = kinds
    self.needs = needs
    self.read = read
  }

  /// The same reader, its time added up.
  func measured(by costs: Costs) -> Reader {
    Reader(id: id, kinds: kinds, needs: needs) { input, facts in
      costs.measure(.reader, id) { read(input, &facts) }
    }
  }
}

extension [Reader] {
  /// Lets the readers of a file's kind read it, one after the other; the ids of those that found something come back.
  public func read(_ input: ReaderInput, into facts: inout Facts) -> Staged<[String]> {
    var staged = Staged<[String]>([])
    for reader in self where reader.kinds.contains(input.kind) {
      let before = facts.total
      staged.diagnostics += reader.read(input, &facts)
      if facts.total > before { staged.value.append(reader.id) }
    }
    return staged
  }
}
