import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import Markdown

/// Every Markdown file of the corpora.
func corpusSources() throws -> [SourceText] {
  let files = Shared.files(in: Shared.url("corpora"), endings: [".md", ".markdown"])
  #expect(files.count > 1000)
  return try files.map {
    SourceText(path: $0.path(percentEncoded: false), bytes: [UInt8](try Data(contentsOf: $0)))
  }
}

/// Our HTML against the `cmark-gfm` program's, byte for byte.
@Suite struct ConformanceTests {
  private func program(_ bytes: Data, extensions: [String]) throws -> RunResult {
    try run("cmark-gfm", extensions.flatMap { ["-e", $0] }, input: bytes)
  }

  @Test(.enabled(if: Shared.has("corpora"), "needs ../shared"))
  func rendersEveryCorpusFileLikeTheProgram() async throws {
    // The reference comes from one process a file; ours from eight tasks at once, to show that they do not disturb
    // one another.
    let sources = try corpusSources()
    let ours = await sources.concurrentMap(width: 8) { try? GFM.html($0) }
    for (source, html) in zip(sources, ours) {
      let reference = try program(Data(source.bytes), extensions: GFM.extensions)
      #expect(reference.status == 0, "cmark-gfm is missing: \(reference.error)")
      #expect(html.map { Data($0) } == reference.output, "\(source.path)")
    }
  }

  @Test(
    .enabled(if: Shared.has("markdown-conformance"), "needs ../shared"),
    arguments: ["spec.txt", "extensions.txt", "regression.txt"])
  func rendersEachExampleLikeTheProgram(name: String) throws {
    let file = Shared.url("markdown-conformance/\(name)")
    let examples = Example.read(String(decoding: try Data(contentsOf: file), as: UTF8.self))
    #expect(examples.count > 10)
    for example in examples {
      let source = SourceText(path: "\(name):\(example.line)", text: example.markdown)
      let reference = try program(Data(source.bytes), extensions: example.extensions)
      #expect(reference.status == 0, "cmark-gfm is missing: \(reference.error)")
      #expect(Data(try GFM.html(source, extensions: example.extensions)) == reference.output, "\(source.path)")
    }
  }

  struct Example {
    let line: Int
    let extensions: [String]
    let markdown: String

    /// Examples stand between fences of 32 backticks: Markdown, a line with a dot, HTML. Tabs are written as arrows.
    static func read(_ text: String) -> [Example] {
      let fence = String(repeating: "`", count: 32)
      var examples: [Example] = []
      var open: (line: Int, extensions: [String], body: [Substring])?
      var inMarkdown = false
      for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
        if line.hasPrefix(fence + " example") {
          let names = line.dropFirst(fence.count + " example".count).split(separator: " ").map(String.init)
          open = (index + 1, names.filter { GFM.extensions.contains($0) }, [])
          inMarkdown = true
        } else if line == fence, let example = open {
          let markdown = example.body.map { $0 + "\n" }.joined().replacingOccurrences(of: "→", with: "\t")
          examples.append(Example(line: example.line, extensions: example.extensions, markdown: markdown))
          open = nil
        } else if line == "." {
          inMarkdown = false
        } else if inMarkdown {
          open?.body.append(line)
        }
      }
      return examples
    }
  }
}
