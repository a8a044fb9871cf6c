public import Diagnostics
public import Markdown
public import StructuredData

/// One input file, classified, parsed and read.
public struct SourceDocument: Sendable, Hashable {
  /// The file's text.
  public var source: SourceText
  /// What it is for.
  public var kind: DocumentKind
  /// Why it was classified so, for people ("name and a table with Maintainer and Employer columns").
  public var reason: String
  /// Readers that read it.
  public var readers: [String]
  /// Its front matter, if any.
  public var frontMatter: Node?
  /// Its Markdown tree, for Markdown files.
  public var markdown: Document?
  /// What is in it.
  public var facts: Facts
  /// Title of the saved page the document was found in, if it was.
  public var savedPageTitle: String?
  /// Lines of page furniture around the document in a saved page, which are no content.
  public var furnitureLines = 0
  /// The other project it is about, for a document that a foundation's repository stores; nothing in it may be held
  /// against the community it lies in.
  public var foreignSubject: String?

  public init(source: SourceText, kind: DocumentKind, reason: String) {
    self.source = source
    self.kind = kind
    self.reason = reason
    readers = []
    facts = Facts()
  }

  /// Path relative to the source root.
  public var path: String { source.path }

  /// Title: front matter, else the first heading, else the file's name.
  public var title: String {
    frontMatter?["title"]?.string ?? savedPageTitle ?? markdown?.headings.first?.text
      ?? String(path.split(separator: "/").last ?? "")
  }

  /// Public address the file was taken from, if its front matter says so.
  public var sourceURL: String? { frontMatter?["source"]?.string }

  /// The day the document speaks for: its own, else its front matter's.
  public var date: CalendarDate? {
    facts.date ?? frontMatter?["date"]?.string.flatMap { CalendarDate(iso: $0) }
  }
}
