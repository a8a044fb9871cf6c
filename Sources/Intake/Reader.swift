import Diagnostics
import Markdown
import StructuredData

/// What a reader gets: one file, parsed once for all readers, and what the run knows beforehand.
struct ReaderInput: Sendable {
  let source: SourceText
  /// What discovery took it for.
  let kind: DocumentKind
  /// Its Markdown tree, when it is Markdown (an HTML mail or scraped page may have none).
  let markdown: Document?
  /// Its data, when it is YAML or JSON.
  let data: Node?
  let frontMatter: Node?
  /// The web page it is a saved copy of, if any.
  let page: ScrapedPage?
  /// What it shows, when it is HTML.
  let html: HTMLText?
  /// The criteria sets by which lines are recognized, compiled once a run.
  let matchers: CriteriaMatchers
  private let gone = Lazy<DocumentText>()
  private let parted = Lazy<[Region]>()

  /// Its lines and words, once a reader has asked for them.
  var text: DocumentText { gone.value { DocumentText(source, page: page) } }
  /// The top-level blocks of its Markdown tree with the headings they stand under, once a reader has asked for them.
  var regions: [Region] { parted.value { markdown.map { Region.all(in: $0) } ?? [] } }
  /// The same; nil where no reader has asked.
  var readText: DocumentText? { gone.known }
}

/// Understands one form of document. A reader is a value: adding one is a file in `Readers` and its line in `Reader.all`,
/// and where it reads a kind of document of its own, the case of that kind.
public struct Reader: Sendable {
  /// Stable name (`maintainers-table`).
  let id: String
  let kinds: Set<DocumentKind>
  /// Readers whose facts of the same file it looks at; they read before it. It looks at no other reader's.
  var needs: [String] = []
  /// How files of a kind that is its own are told from others; kinds that several readers share have their rules in
  /// ``Classifier``.
  var recognizes: [ClassificationRule] = []
  /// Files that are looked at for its sake, as their ending is unknown or missing: the form that each of them is written
  /// in, by its name in lower case with `_` for `-`.
  var files: [String: FileFormat] = [:]
  /// Adds what it understands to the facts.
  let read: @Sendable (ReaderInput, inout Facts) -> [Diagnostic]

  /// The same reader, its time added up.
  func measured(by costs: Costs) -> Reader {
    Reader(id: id, kinds: kinds, needs: needs, recognizes: recognizes, files: files) { input, facts in
      costs.measure(.reader, id) { read(input, &facts) }
    }
  }
}

extension [Reader] {
  /// Files that are looked at for the sake of one of them, with the form each is written in.
  var files: [String: FileFormat] { reduce(into: [:]) { all, reader in all.merge(reader.files) { first, _ in first } } }

  /// Lets readers of a file's kind read it, one after the other; the ids of those that found something come back.
  func read(_ input: ReaderInput, into facts: inout Facts) -> Staged<[String]> {
    var staged = Staged<[String]>([])
    for reader in self {
      let before = facts.total
      staged.diagnostics += reader.read(input, &facts)
      if facts.total > before { staged.value.append(reader.id) }
    }
    return staged
  }
}
