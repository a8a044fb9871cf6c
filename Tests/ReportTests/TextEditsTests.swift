import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import Report

@Suite struct TextEditsTests {
  private func edits(_ text: String, _ changes: [(line: Int, column: Int, length: Int, text: String)]) -> TextEdits {
    var edits = TextEdits(SourceText(path: "a.md", text: text))
    for change in changes {
      let place = Location(path: "a.md", line: change.line, column: change.column, length: change.length)
      let isTaken = edits.add([Replacement(place, with: change.text)])
      #expect(isTaken)
    }
    return edits
  }

  /// What `git apply` makes of a text.
  private func applied(_ edits: TextEdits, as path: String) async throws -> Data {
    try await withTemporaryFolder { folder in
      let file = folder.appending(path: path)
      try Data(edits.source.bytes).write(to: file)
      let result = try run("git", ["apply", "-"], input: Data(edits.unifiedDiff(as: path)), in: folder)
      #expect(result.status == 0, "\(result.error)")
      return try Data(contentsOf: file)
    }
  }

  private static let long = (1...30).map { "line \($0)\n" }.joined()

  @Test(arguments: [
    ("one\ntwo\nthree\n", "a.md"), ("one\r\ntwo\r\nthree\r\n", "a b.md"), ("one\ntwo", "ä\"x.md"),
    (TextEditsTests.long, "a.md"), ("öne\ntwö\n", "a.md"),
  ])
  func areWhatGitApplies(text: String, path: String) async throws {
    let edits = edits(text, [(1, 1, 1, "X"), (2, 2, 2, "Y\nZ")])
    #expect(try await applied(edits, as: path) == Data(edits.result))
  }

  @Test func farAwayEditsGetHunksOfTheirOwn() async throws {
    let edits = edits(Self.long, [(2, 1, 4, "row"), (9, 1, 4, "row"), (28, 1, 4, "row\nrow")])
    let diff = String(decoding: edits.unifiedDiff(as: "a.md"), as: UTF8.self)
    #expect(
      diff.hasPrefix("diff --git a/a.md b/a.md\n--- a/a.md\n+++ b/a.md\n@@ -1,12 +1,12 @@\n line 1\n-line 2\n+row 2\n"))
    #expect(diff.contains("@@ -25,6 +25,7 @@\n"))
    #expect(try await applied(edits, as: "a.md") == Data(edits.result))
  }

  @Test func editsThatTouchAreNotBothTaken() {
    var edits = edits("one two\n", [(1, 1, 3, "1")])
    func take(_ place: Location, _ text: String) -> Bool { edits.add([Replacement(place, with: text)]) }
    let again = take(Location(path: "a.md", line: 1, column: 1, length: 3), "1")
    let touching = take(Location(path: "a.md", line: 1, column: 3, length: 2), "x")
    let elsewhere = take(Location(path: "b.md", line: 1, column: 5, length: 3), "x")
    let beyond = take(Location(path: "a.md", line: 7, column: 1, length: 1), "x")
    #expect(again && edits.edits.count == 1)
    #expect(!touching && !elsewhere && !beyond)
    #expect(edits.result == Array("1 two\n".utf8))
  }

  @Test func aDifferenceIsOneStretchOfLines() {
    func difference(_ old: String, _ new: String) -> String {
      String(decoding: TextDifference.unified(of: "a", from: Array(old.utf8), to: Array(new.utf8)), as: UTF8.self)
    }
    #expect(difference("a\nb\nc\n", "a\nx\nc\n").hasSuffix("@@ -1,3 +1,3 @@\n a\n-b\n+x\n c\n"))
    #expect(
      difference("a\n", "a\nb\n").hasSuffix("@@ -1,1 +1,2 @@\n-a\n+a\n+b\n")
        || difference("a\n", "a\nb\n").hasSuffix(" a\n+b\n"))
    #expect(difference("a\n", "a\n").isEmpty)
  }
}
