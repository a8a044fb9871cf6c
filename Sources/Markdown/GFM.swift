public import Diagnostics
import CCMarkGFM

/// GitHub-flavored Markdown by cmark-gfm.
public enum GFM {
  /// The extensions GitHub uses, in cmark's spelling.
  public static let extensions = ["table", "strikethrough", "autolink", "tagfilter", "tasklist"]

  /// HTML exactly as the `cmark-gfm` program renders it with these extensions.
  ///
  /// `unsafe` lets raw HTML and script links through, `footnotes` reads footnotes as GitHub does. Throws a diagnostic for
  /// input over the limits.
  public static func html(
    _ source: SourceText, extensions: [String] = GFM.extensions, footnotes: Bool = false, unsafe: Bool = false
  ) throws(MarkdownError) -> [UInt8] {
    if let refusal = MarkdownLimits.refusal(of: source) { throw MarkdownError(source, refusal) }
    let options = (unsafe ? CMARK_OPT_UNSAFE : CMARK_OPT_DEFAULT) | (footnotes ? CMARK_OPT_FOOTNOTES : 0)
    let parser = CMarkParser(options: options, extensions: extensions)
    source.bytes.withUnsafeBytes { parser.feed($0) }
    return parser.finishHTML()
  }

  /// The document of a Markdown file, front matter left out; footnotes are read.
  ///
  /// Input over the limits comes back as one block of literal text, with a diagnostic.
  public static func document(_ source: SourceText) -> Staged<Document> {
    if let refusal = MarkdownLimits.refusal(of: source) {
      var builder = DocumentBuilder()
      builder.add(block: .code(info: "", text: source.text), lines: 1...max(1, source.lineCount))
      return Staged(builder.finish(), [MarkdownError(source, refusal).diagnostic])
    }
    return Staged(document(source, reading: nil))
  }

  /// The document of a file within the limits, read with some syntax or, if nil, with what it can use.
  static func document(_ source: SourceText, reading syntax: UsedSyntax?) -> Document {
    let file = source.bytes
    let syntax = syntax ?? file.withUnsafeBufferPointer { UsedSyntax(of: $0) }
    let front = FrontMatter(of: source)
    let parser = CMarkParser(
      options: CMARK_OPT_DEFAULT | (syntax.hasFootnotes ? CMARK_OPT_FOOTNOTES : 0), extensions: syntax.extensions,
      isSpecial: syntax.isSpecial)
    // Empty lines stand in for the front matter, so that cmark's line numbers are the file's.
    [UInt8](repeating: 0x0A, count: front?.lineCount ?? 0).withUnsafeBytes { parser.feed($0) }
    file.withUnsafeBytes { bytes in
      parser.feed(UnsafeRawBufferPointer(rebasing: bytes[(front?.bodyStart ?? 0)...]))
    }
    var builder = DocumentBuilder(source, bytes: file)
    var reader = TreeReader(lineCount: source.lineCount)
    _ = parser.finish { reader.read($0, into: &builder) }
    return builder.finish()
  }
}

/// Markdown that is refused because it would take cmark too long.
public struct MarkdownError: Error, Sendable {
  /// Where and why.
  public let diagnostic: Diagnostic

  init(_ source: SourceText, _ refusal: (line: Int, reason: String)) {
    diagnostic = Diagnostic(
      "markdown/too-large", .warning, at: source.location(line: refusal.line),
      "not read as Markdown: \(refusal.reason)",
      help: "split the file or the table")
  }
}
