import Diagnostics

/// The text of a file line by line, worked out once for all readers that go by lines.
struct DocumentText: Sendable {
  /// Which lines are the document.
  let body: DocumentBody
  /// Every line by the sign it begins with.
  let lines: DocumentLines

  /// Looks at a file; `page` is what it is a saved copy of, if any.
  init(_ source: SourceText, page: ScrapedPage?) {
    body = DocumentBody(source, page: page)
    lines = DocumentLines(source, body: body.lines)
  }
}

/// What several readers of a file would otherwise work out anew.
struct SharedReading: Sendable {
  /// Matchers of the criteria sets, compiled once a run.
  let matchers: CriteriaMatchers
  /// The file's lines; nil where at most one reader goes by them.
  let text: DocumentText?
  /// What an HTML mail shows.
  let html: HTMLText?

  /// Kinds that several readers read line by line.
  private static let kindsByLine: Set<DocumentKind> = [.dueDiligence, .thread]

  /// For a document of this kind.
  init(
    _ matchers: CriteriaMatchers, _ source: SourceText, kind: DocumentKind, page: ScrapedPage?, html: HTMLText?
  ) {
    self.matchers = matchers
    self.html = html
    text = html == nil && Self.kindsByLine.contains(kind) ? DocumentText(source, page: page) : nil
  }
}

extension ReaderInput {
  /// Matchers of its criteria sets.
  var matchers: CriteriaMatchers { shared?.matchers ?? CriteriaMatchers(criteria) }
  /// What it shows, when it is HTML.
  var html: HTMLText? { shared?.html ?? (HTMLStart.isHTML(source) ? HTMLText(source) : nil) }
  /// Its lines.
  var text: DocumentText { shared?.text ?? DocumentText(source, page: page) }
}
