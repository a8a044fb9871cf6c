public import Diagnostics
public import Markdown
public import StructuredData

/// One input file, classified, parsed and read.
///
/// A document is one reference, so that lists of documents cost little to pass on; it is copied when it is changed while
/// somebody else holds it.
public struct SourceDocument: Sendable, Hashable {
  private var shared: Shared<Content>

  private struct Content: Sendable, Hashable {
    let source: SourceText
    var kind: DocumentKind
    var reason: String
    var readers: [String] = []
    var frontMatter: Node?
    var markdown: Document?
    var facts = Facts()
    var savedPageTitle: String?
    var furnitureLines = 0
    var foreignSubject: String?
    /// Found once: every later stage asks for it, some for each heading.
    var title: String?
    let words = Lazy<WordText>()
    var wordCount: Int?
    var phrases: [PhraseOccurrence]?

    mutating func entitle() {
      title = frontMatter?["title"]?.string ?? savedPageTitle ?? markdown?.headings.first?.text
    }
  }

  public init(source: SourceText, kind: DocumentKind, reason: String) {
    shared = Shared(Content(source: source, kind: kind, reason: reason))
  }

  /// The file's text.
  public var source: SourceText { _read { yield shared.value.source } }
  /// Its words, for those who look for a phrase.
  public var words: WordText { shared.value.words.value { WordText(source) } }
  /// How many words it has.
  public var wordCount: Int { shared.value.wordCount ?? words.count }
  /// Gives its words up, which take as much as its text: pages are made without them.
  public func forgetWords() { shared.value.words.forget() }
  /// The phrases of all criteria that occur in its sections; nil where they were not looked for.
  package var phrases: [PhraseOccurrence]? { shared.value.phrases }
  /// What it is for.
  public var kind: DocumentKind {
    get { shared.value.kind }
    set { shared.value.kind = newValue }
  }
  /// Why it was classified so, for people ("name and a table with Maintainer and Employer columns").
  public var reason: String {
    get { shared.value.reason }
    set { shared.value.reason = newValue }
  }
  /// Readers that read it.
  public var readers: [String] {
    get { shared.value.readers }
    _modify { yield &shared.value.readers }
  }
  /// Its front matter, if any.
  public var frontMatter: Node? {
    get { shared.value.frontMatter }
    set {
      shared.value.frontMatter = newValue
      shared.value.entitle()
    }
  }
  /// Its Markdown tree, for Markdown files.
  public var markdown: Document? {
    get { shared.value.markdown }
    set {
      shared.value.markdown = newValue
      shared.value.phrases = nil
      shared.value.entitle()
    }
  }
  /// What is in it.
  public var facts: Facts {
    _read { yield shared.value.facts }
    _modify { yield &shared.value.facts }
  }
  /// Title of the saved page the document was found in, if it was.
  public var savedPageTitle: String? {
    get { shared.value.savedPageTitle }
    set {
      shared.value.savedPageTitle = newValue
      shared.value.entitle()
    }
  }
  /// Lines of page furniture around the document in a saved page, which are no content.
  public var furnitureLines: Int {
    get { shared.value.furnitureLines }
    set { shared.value.furnitureLines = newValue }
  }
  /// The other project it is about, for a document that a foundation's repository stores; nothing in it may be held
  /// against the community it lies in.
  public var foreignSubject: String? {
    get { shared.value.foreignSubject }
    set { shared.value.foreignSubject = newValue }
  }

  /// Takes over what a reader by lines has found, if one has read it, and looks for the phrases of the criteria while its
  /// words are there. The words of a page are not kept: most documents are pages, and hardly anybody asks again.
  mutating func learn(_ read: WordText?, _ table: PhraseTable?) {
    if let read { shared.value.words.learn(read) }
    guard let table, kind.tellsHowItIsRun, markdown != nil else { return }
    let found = PhraseOccurrence.all(in: self, table)
    shared.value.phrases = found
    shared.value.wordCount = words.count
    if kind == .page { forgetWords() }
  }

  /// Path relative to the source root.
  public var path: String { source.path }

  /// Whether it is written in AsciiDoc, by its ending or, where that may stand for something else, by its text.
  public var isAsciiDoc: Bool { FileFormat(name: String(path.fileName))?.shown(by: source) == .asciiDoc }

  /// Title: front matter, else the first heading, else the file's name.
  public var title: String {
    shared.value.title ?? path.pathNames.last.map(String.init) ?? ""
  }

  /// Public address the file was taken from, if its front matter says so.
  public var sourceURL: String? { frontMatter?["source"]?.string }

  /// The day the document speaks for: its own, else its front matter's.
  public var date: CalendarDate? {
    facts.date ?? frontMatter?["date"]?.string.flatMap { CalendarDate(iso: $0) }
  }
}
