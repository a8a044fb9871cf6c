import Diagnostics
import Markdown
import Markup
import Testing

private func dumped(_ text: String) -> String { dump(AsciiDoc.document(SourceText(path: "a.adoc", text: text))) }

/// The inline content of a text of one paragraph.
private func inline(_ text: String) -> String {
  AsciiDoc.document(SourceText(path: "a.adoc", text: text)).blocks.last { $0.hasInlines }.map { inlines($0.inlines) }
    ?? ""
}

@Suite struct AsciiDocBlockTests {
  @Test func readsTheHeaderAndTitles() {
    let text = """
      = Governance
      Ann Example <ann@a.example>
      :toc:
      :org: Acme

      [[who]]
      == Members of {org} ==

      Old style
      ~~~~~~~~~
      """
    #expect(
      dumped(text) == """
        1-1 h1 <a id="_governance"></a>Governance
        2-2 p Ann Example <[ann@a.example](mailto:ann@a.example)>
        7-7 h2 <a id="who"></a><a id="_members_of_org"></a>Members of Acme
        9-9 h3 <a id="_old_style"></a>Old style
        """)
  }

  @Test func readsListsWithTheirNesting() {
    let text = """
      * one
      goes on
      ** nested
      +
      attached

      * [x] done
      * [ ] open

      . first
      .. inside

      Term:: text
      Other::
        below
      """
    #expect(
      dumped(text) == """
        1-15 list
          1-5 item
            1-2 p one/goes on
            3-5 list
              3-5 item
                3-3 p nested
                5-5 p attached
          7-7 item [x]
            7-7 p done
          8-15 item [ ]
            8-8 p open
            10-15 list 1
              10-15 item
                10-10 p first
                11-15 list 1
                  11-15 item
                    11-11 p inside
                    13-15 list
                      13-13 item
                        13-13 p **Term:** text
                      14-15 item
                        14-15 p **Other:** below
        """)
  }

  @Test func readsTablesWithCellsOverLinesAndSpans() {
    let text = """
      .Seats
      [cols="2,1",options="header"]
      |===
      |Name |Seat

      |Ann \\| Example
      |chair
      2+|both
      .2+|Bob |a
      |b
      |===

      |===
      |A |B

      |1 |2
      |===

      ,===
      a,"b, c"
      ,===
      """
    #expect(
      dumped(text) == """
        1-1 p **Seats**
        3-11 table
          4-4 heading row
            4-4 cell Name
            4-4 cell Seat
          6-7 row
            6-6 cell Ann | Example
            7-7 cell chair
          8-8 row
            8-8 cell both
            8-8 cell
          9-9 row
            9-9 cell Bob
            9-9 cell a
          10-10 row
            10-10 cell
            10-10 cell b
        13-17 table
          14-14 heading row
            14-14 cell A
            14-14 cell B
          16-16 row
            16-16 cell 1
            16-16 cell 2
        19-21 table
          20-20 row
            20-20 cell a
            20-20 cell b, c
        """)
  }

  @Test func readsBlocksBetweenLines() {
    let text = """
      ----
      code
      ----

      [NOTE]
      ====
      Inside.
      ====

      ____
      Quote.
      ____

      ////
      gone
      ////
      // gone
      include::x.adoc[]
      ifdef::x[]

      NOTE: Look.

       literal

      image::a.png[Alt, 200]

      '''
      """
    #expect(
      dumped(text) == """
        1-3 code  ["code", ""]
        7-7 p Inside.
        10-12 quote
          11-11 p Quote.
        21-21 p NOTE: Look.
        23-23 code  ["literal", ""]
        25-25 p ![Alt](a.png)
        27-27 rule
        """)
  }

  @Test func readsBytesOfAnyKindAndAnyDepth() {
    _ = AsciiDoc.document(SourceText(path: "a.adoc", bytes: (0...255).map { UInt8($0) }))
    let signs = [
      "* ", "`", "*", "__", "#", "+", "|", "[", "[[", "<<", "{a}", "a::", "|===\n", "====\n", "----\n", "+\n", "link:",
      "image:a[",
      "footnote:[", "http://", "@", ":a: {a}{a}\n", "2+|", "\"`",
    ]
    for sign in signs {
      _ = AsciiDoc.document(SourceText(path: "a.adoc", text: String(repeating: sign, count: 3_000)))
      _ = AsciiDoc.document(SourceText(path: "a.adoc", text: String(repeating: sign + "\n", count: 1_000)))
    }
    let fences = (4..<300).map { String(repeating: "=", count: $0) + "\n" }.joined()
    _ = AsciiDoc.document(SourceText(path: "a.adoc", text: fences))
    _ = AsciiDoc.document(SourceText(path: "a.adoc", text: ""))
  }
}

@Suite struct AsciiDocInlineTests {
  @Test(arguments: [
    ("*a* _b_ `c` **d**e", "**a** *b* `c` **d**e"),
    ("a*b*c snake_case_name 2 * 3 * 4", "a*b*c snake_case_name 2 * 3 * 4"),
    (
      "https://a.example[Ann *E*^], https://b.example.",
      "[Ann **E**](https://a.example), [https://b.example](https://b.example)."
    ),
    ("*https://a.example[Ann]*", "**[Ann](https://a.example)**"),
    ("link:b.adoc#x[text,window=_blank] mailto:a@b.example[Ann]", "[text](b.adoc#x) [Ann](mailto:a@b.example)"),
    ("a@b.example xref:c.adoc[C]", "[a@b.example](mailto:a@b.example) [C](c.adoc)"),
    ("image:a.png[Alt] \"`so`\" {nope} [.x]#y# a +\nb", "![Alt](a.png) “so” {nope} y a//b"),
    ("++*a*++ footnote:[Why.]", "*a*  (Why.)"), ("\\*a* and \\{b}", "*a* and {b}"),
  ])
  func readsMarks(text: String, expected: String) {
    #expect(inline(text) == expected)
  }

  @Test func attributesMakeNoHugeTextOfASmallOne() {
    let text = ":a: \(String(repeating: "x", count: 3_000))\n\n" + String(repeating: "{a}", count: 3_000)
    #expect(inline(text).utf8.count < 300_000)
  }

  @Test func findsPlacesAndAttributes() {
    let text = """
      :site: https://a.example
      :path: {site}/x

      [#rules]
      == Voting rules

      <<rules>> <<_voting_rules,here>> xref:rules[there] <<b.adoc#x,B>> {path}[X] {site}/y
      """
    #expect(
      inline(text)
        == "[Voting rules](#voting-rules) [here](#voting-rules) [there](#voting-rules) [B](b.adoc#x) "
        + "[X](https://a.example/x) [https://a.example/y](https://a.example/y)")
  }
}
