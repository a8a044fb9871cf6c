public import Diagnostics
public import Markdown

/// reStructuredText as a document: sections, paragraphs, lists, tables, links and anchors. Directives that only concern
/// the making of pages are left out; the text of all others stays.
public enum ReStructuredText {
  /// The document of a file. Every file is one: what is no markup is text.
  public static func document(_ source: SourceText) -> Document {
    let lines = MarkupLines(source)
    var parser = RSTParser(lines: lines, names: RSTNames(lines), path: source.path)
    parser.body(lines.all[...], indent: 0, depth: 0)
    return parser.builder.finish()
  }
}
