import Diagnostics
import Markdown
import Markup
import Testing

private func dumped(_ text: String, path: String = "a.rst") -> String {
  dump(ReStructuredText.document(SourceText(path: path, text: text)))
}

/// The inline content of a text of one paragraph.
private func inline(_ text: String, path: String = "a.rst") -> String {
  let document = ReStructuredText.document(SourceText(path: path, text: text))
  return document.blocks.last { $0.hasInlines }.map { inlines($0.inlines) } ?? ""
}

@Suite struct ReStructuredTextBlockTests {
  @Test func givesTitlesTheirLevelsInTheOrderOfTheirSigns() {
    let text = """
      =======
       Title
      =======

      Part
      ====

      Chapter
      -------

      Part two
      ========
      """
    #expect(dumped(text) == "2-3 h1 Title\n5-6 h2 Part\n8-9 h3 Chapter\n11-12 h2 Part two")
    #expect(dumped("Short line\n--\n") == "1-2 p Short line/--")
  }

  @Test func readsListsOfAllKinds() {
    let text = """
      * one
        goes on

        - nested
      * two

      3. three
      4. four

      term
        definition

      :Author: Ann
        Example
      """
    #expect(
      dumped(text) == """
        1-5 list
          1-4 item
            1-2 p one/goes on
            4-4 list
              4-4 item
                4-4 p nested
          5-5 item
            5-5 p two
        7-8 list 3
          7-7 item
            7-7 p three
          8-8 item
            8-8 p four
        10-11 list
          10-11 item
            10-10 p **term**
            11-11 p definition
        13-14 list
          13-14 item
            13-14 p **Author:** Ann/Example
        """)
  }

  @Test func aSentenceThatBeginsWithAnInitialIsNoItem() {
    #expect(dumped("A. Example wrote\nthis text.\n") == "1-2 p A. Example wrote/this text.")
  }

  @Test func readsGridTablesWithSpansAndSeveralLines() {
    let text = """
      +-------+-------+
      | Name  | Seat  |
      +=======+=======+
      | Ann   | chair |
      | Ünï   |       |
      +-------+-------+
      | both together |
      +-------+-------+
      """
    #expect(
      dumped(text) == """
        1-8 table
          2-2 heading row
            2-2 cell Name
            2-2 cell Seat
          4-4 row
            4-4 cell Ann/Ünï
            4-4 cell chair
          7-7 row
            7-7 cell both together
            7-7 cell
        """)
  }

  /// Without its blank a directive is a term, and was read without end.
  @Test func readsADirectiveWithoutItsBlankOnce() {
    #expect(
      dumped("..note:: a\n   b\n\n..c\n   d\n") == """
        1-2 list
          1-2 item
            1-1 p **..note:: a**
            2-2 p b
        4-5 list
          4-5 item
            4-4 p **..c**
            5-5 p d
        """)
  }

  /// A byte that is no UTF-8 is one column of its line, whatever is read in its place.
  @Test(arguments: [[0xFF], [0x80, 0x80], [0xE2, 0x82], [0xF0, 0x9F, 0x98], [0xC3]] as [[UInt8]])
  func readsGridTablesWithBytesThatAreNoText(bytes: [UInt8]) {
    let row = Array("|   ".utf8) + bytes + bytes + bytes
    let text = Array("+---+---+\n".utf8) + row + Array("\n| a | b |\n".utf8) + row + Array(" |--+\n+---+---+\n".utf8)
    let dumped = dump(ReStructuredText.document(SourceText(path: "a.rst", bytes: text)))
    #expect(dumped.contains("cell") && dumped.contains("b"))
  }

  @Test func readsSimpleTables() {
    let text = """
      =====  =====
      Name   Seat
      =====  =====
      Ann    chair
      Bob    a
             b
      =====  =====
      """
    #expect(
      dumped(text) == """
        1-7 table
          2-2 heading row
            2-2 cell Name
            2-2 cell Seat
          4-4 row
            4-4 cell Ann
            4-4 cell chair
          5-5 row
            5-5 cell Bob
            5-5 cell a/b
        """)
  }

  @Test func readsTablesByDirective() {
    let text = """
      .. list-table:: Seats
         :header-rows: 1

         * - Name
           - Seat
         * - Ann
           - chair

      .. csv-table::
         :header: "Name", Seat

         "Example, Ann", chair
      """
    #expect(
      dumped(text) == """
        1-1 p **Seats**
        4-7 table
          4-5 heading row
            4-4 cell Name
            5-5 cell Seat
          6-7 row
            6-6 cell Ann
            7-7 cell chair
        9-12 table
          9-9 heading row
            9-9 cell Name
            9-9 cell Seat
          12-12 row
            12-12 cell Example, Ann
            12-12 cell chair
        """)
  }

  @Test func keepsTheTextOfDirectivesAndLeavesOutWhatSteersPages() {
    let text = """
      .. note:: Look
         here.

         And there.

      .. toctree::

         a
         b

      .. include:: x.rst

      .. a comment
         of two lines

      .. code-block:: yaml

         a: b

      Literal::

        x
          y

      | one
      | two

      ----

      .. image:: a.png
         :alt: Alt
      """
    #expect(
      dumped(text) == """
        1-2 p Look/here.
        4-4 p And there.
        18-18 code yaml ["a: b", ""]
        20-20 p Literal:
        22-23 code  ["x", "  y", ""]
        25-26 p one//two
        28-28 rule
        30-30 p ![Alt](a.png)
        """)
  }

  @Test func readsBytesOfAnyKindAndAnyDepth() {
    _ = ReStructuredText.document(SourceText(path: "a.rst", bytes: (0...255).map { UInt8($0) }))
    let signs = [
      "* ", "`", "``", "**", "|", "_", ":a:`", "+-", "== ", ".. ", ".. _a: b_\n", "[", "\\", "__ ", "a_ ", "@",
      "http://",
    ]
    for sign in signs {
      _ = ReStructuredText.document(SourceText(path: "a.rst", text: String(repeating: sign, count: 3_000)))
      _ = ReStructuredText.document(SourceText(path: "a.rst", text: String(repeating: sign + "\n", count: 1_000)))
    }
    let stairs = (0..<500).map { String(repeating: " ", count: $0) + "* a\n" }.joined()
    _ = ReStructuredText.document(SourceText(path: "a.rst", text: stairs))
    _ = ReStructuredText.document(SourceText(path: "a.rst", text: ""))
  }
}

@Suite struct ReStructuredTextInlineTests {
  @Test(arguments: [
    ("*a* **b** ``c *d*``", "*a* **b** `c *d*`"), ("2 * 3 * 4, a*b*c, \\*d\\*", "2 * 3 * 4, a*b*c, *d*"),
    ("`Ann <https://a.example>`_ and `x <https://b.example>`__", "[Ann](https://a.example) and [x](https://b.example)"),
    ("`mail <ann@a.example>`_", "[mail](mailto:ann@a.example)"),
    (
      "ann@a.example, https://a.example/x_y.",
      "[ann@a.example](mailto:ann@a.example), [https://a.example/x_y](https://a.example/x_y)."
    ),
    ("see [1]_ and snake_case_ and __init__", "see [1] and snake_case_ and __init__"),
    ("`x`:emphasis: :strong:`y` :file:`z` :guilabel:`q`", "*x* **y** `z` q"),
    ("|x| stays", "|x| stays"), ("a *line\nbreak* b", "a *line break* b"),
  ])
  func readsMarks(text: String, expected: String) {
    #expect(inline(text) == expected)
  }

  @Test func findsNamesWhereverTheyAreExplained() {
    let text = """
      .. _site: https://a.example
      .. _Long name: https://b.example/
         page
      .. |who| replace:: the *board*
      __ https://c.example

      Members
      -------

      .. _place:

      Rules
      -----

      site_ `long NAME`_ |who| nameless__ Members_ :ref:`place` :ref:`here <place>` :ref:`elsewhere`
      """
    #expect(
      inline(text)
        == "[site](https://a.example) [long NAME](https://b.example/page) the *board* [nameless](https://c.example) "
        + "[Members](#members) [Rules](#place) [here](#place) elsewhere")
    #expect(dumped(text).contains("h1 <a id=\"place\"></a>Rules"))
  }

  @Test func linksDocumentsByTheirFiles() {
    let text = ":doc:`charter` :doc:`Rules </policy/rules>`"
    #expect(inline(text, path: "doc/source/a/b.rst") == "[charter](charter.rst) [Rules](../policy/rules.rst)")
    #expect(inline(text, path: "a/b.rst") == "[charter](charter.rst) [Rules](../policy/rules.rst)")
  }
}
