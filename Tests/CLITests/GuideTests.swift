import Foundation
import TestSupport
import Testing

@testable import SitegenCLI

/// The guide shows what comes out.
@Suite struct GuideTests {
  private static let python = ["/usr/bin/python3", "/usr/local/bin/python3", "/opt/homebrew/bin/python3"]
    .first { FileManager.default.isExecutableFile(atPath: $0) }

  @Test(.enabled(if: python != nil, "needs python3"))
  func showsWhatItsCommandsPrint() throws {
    let script = Shared.packageRoot.appending(path: "Tests/Guide/run.py").path(percentEncoded: false)
    let result = try run(try #require(Self.python), [script, program], input: Data())
    #expect(result.status == 0, "\(result.text)\(result.error)")
  }

  @Test func initWritesTheFilesThatTheGuideShows() async throws {
    let blocks = try Documentation.blocks("yaml", in: "content/guide/ci.md")
    for forge in PipelineDraft.allCases {
      #expect(blocks.contains(forge.text), "\(forge)")
      try await withCommunity { folder in
        let source = folder.appending(path: "in")
        let result = try sitegen(["init", "--ci", forge.rawValue], in: source)
        #expect(result.status == 0 && result.text.contains("wrote \(forge.path)"), "\(result.text)\(result.error)")
        let file = source.appending(path: forge.path)
        #expect(String(decoding: try Data(contentsOf: file), as: UTF8.self) == forge.text)
        try Data("mine\n".utf8).write(to: file)
        try FileManager.default.removeItem(at: source.appending(path: "sitegen.yaml"))
        #expect(try sitegen(["init", "--ci", forge.rawValue], in: source).text.contains("is there already; add to it"))
        #expect(try Data(contentsOf: file) == Data("mine\n".utf8))
      }
    }
  }

  /// Every page of the guide is a page of the site, and every page that the site names is there.
  @Test func isPartOfTheDefaultSite() throws {
    let folder = Shared.packageRoot.appending(path: "content/guide")
    let pages = try FileManager.default.contentsOfDirectory(atPath: folder.path(percentEncoded: false)).sorted()
    let workspace = Shared.packageRoot.appending(path: "content/sitegen.yaml")
    let text = String(decoding: try Data(contentsOf: workspace), as: UTF8.self)
    let listed = text.split(separator: "\n").filter { $0.hasPrefix("  - guide/") }.map { String($0.dropFirst(10)) }
    #expect(listed.sorted() == pages)
  }

  @Test func pagesOfTheSiteAreNoDocuments() async throws {
    try await withCommunity([
      "sitegen.yaml": "pages: [\"handbook/*.md\"]\n", "handbook/index.md": "# Handbook\n\n[Next](b.md#part)\n",
      "handbook/b.md": "# Next\n\n## Part\n\nMaintainers: 99.\n",
    ]) { folder in
      #expect(try sitegen(["build", "--source", "in", "--quiet"], in: folder).status == 0)
      func page(_ path: String) throws -> String {
        String(decoding: try Data(contentsOf: folder.appending(path: "site/\(path)")), as: UTF8.self)
      }
      let first = try page("handbook/index.html")
      #expect(first.contains("<a href=\"b/index.html#part\">Next</a>"), "\(first)")
      #expect(try page("index.html").contains("href=\"handbook/index.html\">Handbook</a>"))
      #expect(try page("handbook/b/index.html").contains("aria-current=\"page\">Next</a>"))
      let read = try sitegen(["inspect", "--source", "in"], in: folder).text
      #expect(!read.contains("handbook"), "\(read)")
    }
  }
}
