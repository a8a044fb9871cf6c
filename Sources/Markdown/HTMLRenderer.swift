/// Renders a document as HTML for a page of the site.
///
/// Nothing from the document gets through that could run, load or break out: raw HTML is reduced to a few harmless
/// elements, images become their alternative text (with a link), and links go where `resolve` says. Every block and
/// every line of a paragraph has an anchor `L<line>`; headings have the anchors GitHub gives them. Our own ids begin
/// with a capital letter and therefore never meet a heading's.
public struct HTMLRenderer: Sendable {
  /// A piece of text to be marked.
  public struct Mark: Sendable, Hashable {
    /// 1-based line it is on.
    let line: Int
    /// The text as it is there.
    let text: String
    /// Class of the `mark` element: letters, digits, hyphens and blanks.
    let name: String
    public init(line: Int, text: String, name: String) {
      self.line = line
      self.text = text
      self.name = name
    }
  }

  /// Where a destination (of a link or an image) leads.
  var resolve: @Sendable (String) -> LinkTarget
  /// Added to the level of each heading, so that the page's own title can stand above them.
  var headingOffset: Int
  /// Pieces of text to be marked; each is marked once.
  var marks: [Mark]
  /// Whether ids are written. A fragment inside of another page has none, so that they cannot meet.
  var hasAnchors: Bool

  public init(
    headingOffset: Int = 0, marks: [Mark] = [], hasAnchors: Bool = true,
    resolve: @escaping @Sendable (String) -> LinkTarget = LinkTarget.standalone
  ) {
    self.headingOffset = headingOffset
    self.marks = marks
    self.hasAnchors = hasAnchors
    self.resolve = resolve
  }

  /// The document as HTML.
  public func render(_ document: Document) -> RenderedDocument {
    HTMLWriter.render(document, self)
  }

  /// The lines that have an anchor when the document is rendered: neither links nor marks move one.
  public static func lines(of document: Document) -> [Int32] {
    HTMLWriter.render(document, HTMLRenderer(resolve: { _ in .none }), writesInlines: false).lines
  }
}
