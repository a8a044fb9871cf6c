import Diagnostics
import Testing

@testable import Markdown

/// Texts of a document are parts of its file where they stand in it.
@Suite struct DocumentBytesTests {
  private func document(_ text: String) -> Document { GFM.document(SourceText(path: "a.md", text: text)).value }

  /// How many bytes a document has beside those of its file.
  private func own(_ text: String) -> Int { document(text).storage.bytes.end - text.utf8.count }

  @Test(arguments: [
    "# Title\n\nOne *two* three.\n\nOne *two* three.\n",
    "* [text](a.md) and [text](a.md)\n  second line, second line\n",
    "| a | b |\n|:--|--|\n| c | c |\n", "```\ncode\n\ncode\n```\n", "> quoted\n> **twice** twice\n",
    "---\ntitle: a\n---\n\na `code` a\n",
  ])
  func whatStandsInTheFileTakesNoMemory(text: String) {
    // Only the alignments of a table are its own.
    #expect(own(text) == (text.hasPrefix("|") ? 2 : 0))
  }

  @Test func whatIsWrittenAnotherWayIsKept() throws {
    let text =
      "a \\* b &amp; c, [d &lt;](e%20f.md \"t\")\n\n- item\n\n      indented\n        more\n\n```sh\nmake\n```\n"
    let document = document(text)
    #expect(document.allBlocks.map(\.plainText).contains("a * b & c, d <"))
    #expect(document.allBlocks.map(\.kind).contains(.code(info: "", text: "indented\n  more\n")))
    #expect(document.allBlocks.map(\.kind).contains(.code(info: "sh", text: "make\n")))
    #expect(document.linkSources.first.map { String(decoding: $0.bytes, as: UTF8.self) } == "e%20f.md")
    #expect(own(text) > 0)
  }

  /// A document has some hundred nodes, and all documents are held until the site is written.
  @Test func aNodeIsSmallAndKeepsWhatItIsGiven() {
    #expect(MemoryLayout<Node>.stride <= 24)
    var node = Node(.footnoteReference, line: 100_000)
    node.detail = 6
    #expect((node.kind, node.detail, node.line) == (.footnoteReference, 6, 100_000))
    node.line = .max
    #expect((node.kind, node.detail, node.line) == (.footnoteReference, 6, 0xFF_FFFF))
    #expect(Node(.text, line: -1).line == 1)
  }

  @Test func documentsAreEqualByTheirTextsWhereverTheyStand() {
    #expect(document("a *b*\n") == document("a _b_\n"))
    #expect(document("a *b*\n") != document("a *c*\n"))
    #expect(document("[a](b)\n") != document("[a](c)\n"))
    #expect(document("1. a\n") != document("2. a\n"))
  }

  @Test func aTextIsFoundBehindTheOneBeforeIt() {
    var bytes = DocumentBytes(file: Array("one two one".utf8))
    func place(_ text: String, from offset: Int = 0, isPassed: Bool = true) -> Int? {
      Array(text.utf8).withUnsafeBufferPointer { bytes.place(of: $0, from: offset, isPassed: isPassed) }
    }
    #expect(place("one", isPassed: false) == 0)
    #expect(place("one") == 0)
    #expect(place("one") == 8)
    #expect(place("one") == nil)
    #expect(place("") == nil)
  }

  /// What is far behind is another text's, and a file of one letter takes no time that grows with its square.
  @Test func aTextFarBehindIsNotLookedFor() {
    var bytes = DocumentBytes(file: Array(repeating: UInt8(ascii: " "), count: 1_000) + Array("end".utf8))
    let found = Array("end".utf8).withUnsafeBufferPointer { bytes.place(of: $0, from: 0, isPassed: true) }
    #expect(found == nil)
    #expect(Array("end".utf8).withUnsafeBufferPointer { bytes.place(of: $0, from: 990, isPassed: true) } == 1_000)
  }
}
