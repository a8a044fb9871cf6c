import Diagnostics
import TestSupport
import Testing

@testable import Markdown

@Suite struct HTMLRendererTests {
  private func render(
    _ text: String, _ renderer: HTMLRenderer = HTMLRenderer(), notes: [(line: Int, html: [UInt8])] = []
  ) -> String {
    let document = GFM.document(SourceText(path: "a.md", text: text)).value
    return String(decoding: renderer.render(document).html(inserting: notes), as: UTF8.self)
  }

  @Test func givesEachLineOneAnchor() {
    #expect(
      render("# A\n\none\ntwo\n\n- x\n  - y\n") == """
        <h1 id="a"><span id="L1"></span>A</h1>
        <p id="L3">one
        <span id="L4"></span>two</p>
        <ul>
        <li id="L6">x<ul>
        <li id="L7">y</li>
        </ul>
        </li>
        </ul>

        """)
  }

  /// Pages link to lines of documents whose own pages are not made yet.
  @Test(arguments: [
    "# A\n\none *two\nthree* [four\nfive](x) `six\nseven`\n", "[ \n ](x)\na\n", "- [ ] a\n  b\n\n  c\n- d\n",
    "> [!NOTE]\n> a\n>\n> b\n\n> c\n", "a[^1]\n\n[^1]: b\n    c\n", "| a |\n|---|\n| b |\n\n    x\n    y\n",
    "<div>\n\n<p>a\n<a href=\"x\">b</a>\n</div>\n\na <b>b\nc</b> ![d\ne](f)\n",
  ])
  func tellsTheLinesWithAnchorsWithoutWritingThem(text: String) {
    let document = GFM.document(SourceText(path: "a.md", text: text)).value
    #expect(HTMLRenderer.lines(of: document) == HTMLRenderer().render(document).lines)
  }

  @Test(.enabled(if: Shared.has("corpora"), "needs ../shared"))
  func tellsTheLinesOfEveryCorpusFile() throws {
    for source in try corpusSources() {
      let document = GFM.document(source).value
      #expect(HTMLRenderer.lines(of: document) == HTMLRenderer().render(document).lines, "\(source.path)")
    }
  }

  @Test func findsTheAnchorOfALineInsideABlock() {
    let document = GFM.document(SourceText(path: "a.md", text: "\n# A\n\n```\nx\ny\n```\n\n| a |\n|---|\n| b |\n"))
      .value
    let rendered = HTMLRenderer().render(document)
    #expect(rendered.lines == [2, 4, 5, 6, 9, 11])
    #expect(RenderedDocument.anchor(forLine: 1, of: rendered.lines) == nil)
    #expect(RenderedDocument.anchor(forLine: 7, of: rendered.lines) == "L6")
    #expect(RenderedDocument.anchor(forLine: 10, of: rendered.lines) == "L9")
  }

  @Test(arguments: [
    ("[x](javascript:alert(1))", "x"), ("[x](data:text/html,y)", "x"), ("<script>alert(1)</script>", nil),
    ("a <script>alert(1)</script> b", nil), ("<img src=x onerror=alert(1)>", nil), ("[x](vbscript:y)", "x"),
    ("<a href=\"java&#115;cript:alert(1)\">x</a>", "x"), ("<div onclick=\"x()\">y</div>", "y"),
  ])
  func letsNothingThroughThatRuns(text: String, shown: String?) {
    let html = render(text)
    for danger in ["<script", "javascript:", "vbscript:", "data:", "<img", "onerror", "onclick"] {
      #expect(!html.contains(danger), "\(html)")
    }
    if let shown { #expect(html == "<p id=\"L1\">\(shown)</p>\n") }
  }

  @Test func showsAnImageAsItsTextWithALink() {
    #expect(
      render("![Logo](https://e.org/l.png) [![CI](https://e.org/b.svg)](https://e.org/ci)") == """
        <p id="L1"><a rel="noopener nofollow" href="https://e.org/l.png"><span class="image">Logo</span></a> \
        <a rel="noopener nofollow" href="https://e.org/ci"><span class="image">CI</span></a></p>

        """)
  }

  @Test func keepsHarmlessRawElementsInPairsOnly() {
    #expect(render("a <kbd>K</kbd> <b>x <i>y</b> z</i>") == "<p id=\"L1\">a <kbd>K</kbd> <strong>x y</strong> z</p>\n")
  }

  @Test func readsTextLinksAndAnchorsOfHTMLBlocks() {
    let html = render("<div align=center>\n<a name=\"Top\"></a><a href=\"https://e.org\">x &amp; y</a> &z\n</div>\n")
    #expect(
      html == """
        <p id="L1">
        <span id="top"></span><a rel="noopener nofollow" href="https://e.org">x &amp; y</a> &amp;z
        </p>

        """)
  }

  @Test(
    arguments: [
      ("https://example.org/a#b#c", "https://example.org/a#b%23c"),
      ("https://example.org/%zz%20%", "https://example.org/%25zz%20%25"),
      ("https://example.org/a b[c]|d\\", "https://example.org/a%20b%5Bc%5D%7Cd%5C"), ("javascript:x", nil),
      ("//x.org", nil),
    ] as [(String, String?)])
  func writesAddressesThatAreValid(address: String, written: String?) {
    #expect(LinkTarget.safeAddress(address) == written)
  }

  @Test func rewritesLinks() {
    let renderer = HTMLRenderer { $0 == "b.md#c" ? .site("../b.md/index.html#c") : .none }
    #expect(
      render("[b](b.md#c) [d](d.md)", renderer) == "<p id=\"L1\"><a href=\"../b.md/index.html#c\">b</a> d</p>\n")
  }

  @Test func rendersAlertsAndFootnotes() {
    let html = render("> [!NOTE]\n> Mind it.[^a]\n\n[^a]: Why.\n")
    #expect(
      html == """
        <div role="note" class="alert" id="L1"><p class="alert-title">Note</p>
        <p id="L2">Mind it.<sup><a href="#Fn-1" id="FnRef-1">1</a></sup></p>
        </div>
        <div class="footnote" id="Fn-1"><span id="L4"></span>\
        <a href="#FnRef-1" aria-label="back to the reference of note 1"><span class="footnote-number">1</span></a>\
        <p>Why.</p>
        </div>

        """)
  }

  @Test func rendersTaskListsAndTables() {
    let html = render("- [x] a\n- [ ] b\n\n| n |\n|--:|\n| 1 |\n")
    #expect(
      html.contains(
        "<li class=\"task\" id=\"L1\"><span class=\"box\" role=\"img\" aria-label=\"ticked\">☑</span> a</li>"))
    #expect(html.contains("<tr id=\"L4\"><th scope=\"col\" class=\"right\">n</th></tr>"))
    #expect(html.contains("<tr id=\"L6\"><td class=\"right\">1</td></tr>"))
  }

  @Test func keepsTheBoxOfALooseItemOnItsLine() {
    let box = "<span class=\"box\" role=\"img\" aria-label=\"ticked\">☑</span>"
    #expect(
      render("- [x] a\n\n  b\n") == """
        <ul>
        <li class="task" id="L1"><p>\(box) a</p>
        <p id="L3">b</p>
        </li>
        </ul>

        """)
  }

  @Test func putsNotesBeforeTheTextOfTheirLine() {
    let html = render("- [ ] a\n  - [ ] b\n\nc\n", notes: [(2, Array("<i>2</i>".utf8)), (1, Array("<i>1</i>".utf8))])
    #expect(html.contains("id=\"L1\"><i>1</i><span "))
    #expect(html.contains("id=\"L2\"><i>2</i><span "))
  }

  @Test func marksAPieceOfTextOnItsLine() {
    let renderer = HTMLRenderer(marks: [.init(line: 2, text: "8 maintainers", name: "claim differs")])
    #expect(
      render("8 maintainers\n8 maintainers & more\n", renderer) == """
        <p id="L1">8 maintainers
        <span id="L2"></span><mark class="claim differs">8 maintainers</mark> &amp; more</p>

        """)
  }

  @Test func flattensWhatIsNestedTooDeeply() {
    let quotes = String(repeating: "> ", count: 50_000) + "x\n"
    #expect(render(quotes).contains("<p>x</p>"))
    let emphasis = String(repeating: "*a **b ", count: 20_000) + String(repeating: "c** d*", count: 20_000)
    #expect(render(emphasis).contains("c"))
  }

  /// A tag that never ends is no reason to read what follows again for each tag that begins inside of it.
  @Test func followsATagThatNeverEndsOnce() {
    let text = "<div>\n" + String(repeating: "<a b='c=\"d'e=\" ", count: 20_000)
    #expect(render(text).utf8.count > text.utf8.count)
  }
}
