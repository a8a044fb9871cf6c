import Foundation
import TestSupport
import Testing

/// What the built program makes of inputs with a known right answer, which lie beside the checkout.
@Suite(.enabled(if: Shared.has("cases/readers"))) struct SharedCaseTests {
  private static let program = URL(filePath: CommandLine.arguments[0]).resolvingSymlinksInPath()
    .deletingLastPathComponent().appending(path: "sitegen").path(percentEncoded: false)

  private func sitegen(_ arguments: String..., in folder: URL? = nil) throws -> RunResult {
    try run(Self.program, arguments, in: folder)
  }

  private func path(_ name: String) -> String { Shared.url("cases/readers/\(name)").path(percentEncoded: false) }

  private func text(_ result: RunResult) -> String { String(decoding: result.output, as: UTF8.self) }

  @Test func pathsOfReportsAreEncoded() throws {
    func report(_ format: String) throws -> String {
      text(
        try sitegen("report", "--source", path("21-report-paths/input"), "--as-of", "2026-11-21", "--format", format))
    }
    #expect(try report("sarif").contains("Meeting%2C%20Notes%3A%202024%20%26%20%3Cmore%3E/a%25b.md"))
    let notices = try report("github")
    #expect(notices.contains("file=Meeting%2C Notes%3A 2024 & <more>/a%25b.md,line=5,col=15,"))
    #expect(!notices.contains("\n::warning::x"))
  }

  @Test func aSubfoldersFilesAreNamedFromTheRoot() async throws {
    try await withTemporaryFolder { folder in
      let root = folder.appending(path: "clone")
      try FileManager.default.copyItem(
        at: Shared.url("cases/readers/29-report-source-subfolder/input"), to: root)
      try GitFixture(at: root).commit([:], on: "2026-01-10")
      let notices = text(try sitegen("report", "--source", "community", "--format", "github", in: root))
      #expect(notices.contains("file=community/README.md,"))
      #expect(!notices.contains("file=README.md,"))
    }
  }

  @Test func addressesOfASitemapAreValid() async throws {
    try await withTemporaryFolder { folder in
      let site = folder.appending(path: "site").path(percentEncoded: false)
      _ = try sitegen("build", "--quiet", "--source", path("22-sitemap-feed/input"), "--output", site)
      let map = try String(contentsOf: folder.appending(path: "site/sitemap.xml"), encoding: .utf8)
      let addresses = map.split(separator: "<loc>").dropFirst().map { $0.prefix { $0 != "<" } }
      #expect(addresses.count > 4)
      #expect(addresses.allSatisfy { $0.allSatisfy { $0.isASCII && $0 != " " } }, "\(addresses)")
    }
  }

  @Test func tablesAreThoseOfTheReferenceProgram() throws {
    let sample = path("07-table-pipes/input/sample.md")
    let reference = try run(
      "cmark-gfm",
      [
        "-e", "footnotes", "-e", "table", "-e", "strikethrough", "-e", "autolink", "-e", "tagfilter", "-e",
        "tasklist", sample,
      ])
    #expect(try sitegen("markdown", sample).output == reference.output)
    let notes = path("08-footnotes/input/GOVERNANCE.md")
    let pages = try run("cmark-gfm", ["-e", "footnotes", "-e", "table", notes])
    #expect(try sitegen("markdown", notes).output == pages.output)
  }

  /// Each template of the file gives what Jinja2 gives, or is refused with a reason; a number beyond 64 bits apart.
  @Test(.enabled(if: hasJinja)) func templatesGiveWhatJinjaGives() async throws {
    let folder = Shared.url("cases/readers/27-template-filters")
    let context = folder.appending(path: "ctx.json").path(percentEncoded: false)
    let cases = try String(contentsOf: folder.appending(path: "cases.txt"), encoding: .utf8).split(separator: "\n")
    let script =
      "import json,sys,jinja2;"
      + "print(jinja2.Environment().from_string(sys.stdin.read()).render(**json.load(open(sys.argv[1]))),end='')"
    try await withTemporaryFolder { folder in
      let file = folder.appending(path: "t.html")
      var compared = 0
      for line in cases where !line.contains("{{ big }}") {
        try Data(line.utf8).write(to: file)
        let own = try run(
          Self.program,
          [
            "render", file.path(percentEncoded: false), "--context", context, "--undefined", "lenient", "--autoescape",
            "none",
          ])
        guard own.status == 0 else {
          #expect(own.error.contains("error["), "\(line)")
          continue
        }
        compared += 1
        let jinja = try run("python3", ["-c", script, context], input: Data(line.utf8))
        #expect(text(own) == text(jinja), "\(line)")
      }
      #expect(compared >= 15)
    }
  }

  private static let hasJinja = (try? run("python3", ["-c", "import jinja2"]))?.status == 0
}
