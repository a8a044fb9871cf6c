import Diagnostics

/// The text of a file, gone through once for all who go by its lines or its words.
struct DocumentText: Sendable {
  /// Which lines are the document.
  let body: DocumentBody
  /// Every line by the sign it begins with.
  let lines: DocumentLines
  /// Its words.
  let words: WordText

  /// Looks at a file; `page` is what it is a saved copy of, if any.
  init(_ source: SourceText, page: ScrapedPage?) {
    body = DocumentBody(source, page: page)
    var words = WordText(for: source)
    lines = DocumentLines(source, body: body.lines, words: &words)
    self.words = words
  }
}
