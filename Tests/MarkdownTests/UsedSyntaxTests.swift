import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import Markdown

/// Leaving out what a text does not use changes no document.
@Suite struct UsedSyntaxTests {
  private let all = UsedSyntax(hasTables: true, hasStrikethrough: true, hasAutolinks: true, hasFootnotes: true)

  private func used(_ text: String) -> UsedSyntax {
    var text = text
    return text.withUTF8 { UsedSyntax(of: $0) }
  }

  private func expectSameDocument(_ source: SourceText) {
    guard MarkdownLimits.refusal(of: source) == nil else { return }
    #expect(GFM.document(source).value == GFM.document(source, reading: all), "\(source.path)")
  }

  @Test func namesWhatATextCanHold() {
    #expect(used("# Who wins\n\nTwo: one - two.\n").extensions == ["tagfilter", "tasklist"])
    #expect(!used("# Who wins\n").isSpecial)
    #expect(!used("# Who wins\n").hasFootnotes)
    #expect(used("a[^1]\n\n[^1]: b\n").hasFootnotes)
    for text in ["a|b", "a\n:-", "a\n-:", "a\n  \u{B}---"] {
      #expect(used(text).extensions.contains("table"), "\(text)")
    }
    for text in ["ftp://x.org", "see www.x.org", "a@b.org", "a&#64;b.org", "a\\@b.org"] {
      #expect(used(text).extensions.contains("autolink") && used(text).isSpecial, "\(text)")
    }
    #expect(used("~a~").extensions.contains("strikethrough") && used("~a~").isSpecial)
  }

  /// Short texts of the signs that matter, all that three places of them make.
  @Test func readsEveryTextOfItsSignsTheSame() {
    let parts = [
      "www.", "w", ":", "/", "://", "http", "a.b", "@", "&#64;", "&commat;", "\\", "~", "~~", "|", "-", ":-", "\n",
      "\n\n", "    ", "\u{B}", "\u{C}", "*", "_", "[", "]", "[^", "[^a]: ", "(x)", "`", "<", ">", "- [ ] ", "é", "\r",
    ]
    for first in parts {
      for second in parts {
        let texts = parts.flatMap { ["\(first)\(second)\($0)", "wow\n\(first)\(second)\($0)b c\n"] }
        for text in texts { expectSameDocument(SourceText(path: String(reflecting: text), text: text)) }
      }
    }
  }

  @Test(.enabled(if: Shared.has("corpora"), "needs ../shared"))
  func readsEveryCorpusFileTheSame() async throws {
    _ = try await corpusSources().concurrentMap(width: 8) { expectSameDocument($0) }
  }

  @Test(
    .enabled(if: Shared.has("markdown-conformance"), "needs ../shared"),
    arguments: ["spec.txt", "extensions.txt", "regression.txt"])
  func readsEachExampleTheSame(name: String) throws {
    let text = String(decoding: try Data(contentsOf: Shared.url("markdown-conformance/\(name)")), as: UTF8.self)
    let examples = ConformanceTests.Example.read(text)
    #expect(examples.count > 10)
    for example in examples {
      expectSameDocument(SourceText(path: "\(name):\(example.line)", text: example.markdown))
    }
  }
}
