import Foundation
import TestSupport
import Testing

/// Runs the built program: exit codes, standard output, standard error, files.
@Suite struct CommandTests {
  private static let program = URL(filePath: CommandLine.arguments[0]).resolvingSymlinksInPath()
    .deletingLastPathComponent().appending(path: "sitegen").path(percentEncoded: false)

  private func sitegen(
    _ arguments: String..., in folder: URL? = nil, input: String = "", environment: [String: String]? = nil
  ) throws -> RunResult {
    try run(Self.program, arguments, input: Data(input.utf8), in: folder, environment: environment)
  }

  /// A small community on disk.
  private func withCommunity(
    _ files: [String: String] = [:], _ body: (URL) async throws -> Void
  ) async throws {
    let base = [
      "README.md": "# Sample\n\nA CNCF project. See [governance](GOVERNANCE.md).\n",
      "GOVERNANCE.md": "# Governance\n\nMaintainers decide by vote.\n",
      "MAINTAINERS.md": "# Maintainers\n\n| Name | Employer |\n|--|--|\n| [Ada](https://github.com/ada) | Example |\n",
    ]
    try await withTemporaryFolder { folder in
      for (path, text) in base.merging(files, uniquingKeysWith: { $1 }) {
        let file = folder.appending(path: "in/\(path)")
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
      }
      try await body(folder)
    }
  }

  private func tree(_ folder: URL) throws -> [String: Data] {
    var files: [String: Data] = [:]
    for name in FileManager.default.enumerator(atPath: folder.path(percentEncoded: false)) ?? .init() {
      guard let name = name as? String else { continue }
      if let data = FileManager.default.contents(atPath: folder.appending(path: name).path(percentEncoded: false)) {
        files[name] = data
      }
    }
    return files
  }

  @Test func countsPathsFromTheRepositoryForToolsThatLookFilesUp() async throws {
    try await withCommunity(["GOVERNANCE.md": "# Governance\n\n[dead](#nowhere)\n"]) { folder in
      try FileManager.default.createDirectory(
        at: folder.appending(path: ".git"), withIntermediateDirectories: true)
      for (format, expected) in [
        ("github", "file=in/GOVERNANCE.md"), ("sarif", "in/GOVERNANCE.md"),
      ] {
        let result = try sitegen("report", "--source", "in", "--format", format, in: folder)
        #expect(String(decoding: result.output, as: UTF8.self).contains(expected), "\(format)")
      }
    }
  }

  @Test func printsFootnotesAsPagesShowThem() throws {
    let result = try sitegen("markdown", input: "Text[^1].\n\n[^1]: Note.\n")
    #expect(String(decoding: result.output, as: UTF8.self).contains("<section class=\"footnotes\""))
  }

  @Test func buildsTheSameBytesInAnyDirectoryAtAnyWidth() async throws {
    try await withTemporaryFolder { folder in
      for (name, jobs, zone) in [("a", "1", "UTC"), ("elsewhere/b", "8", "Asia/Tokyo")] {
        let copy = folder.appending(path: "\(name)/content")
        try FileManager.default.createDirectory(at: copy.deletingLastPathComponent(), withIntermediateDirectories: true)
        try FileManager.default.copyItem(at: Shared.packageRoot.appending(path: "content"), to: copy)
        let result = try sitegen(
          "build", "--jobs", jobs, "--quiet", in: folder.appending(path: name),
          environment: ["TZ": zone, "LANG": "tr_TR.UTF-8"])
        #expect(result.status == 0, "\(result.error)")
        #expect(result.output.isEmpty, "quiet prints no summary")
      }
      let first = try tree(folder.appending(path: "a/site"))
      let second = try tree(folder.appending(path: "elsewhere/b/site"))
      #expect(first.count > 100)
      #expect(first.keys.sorted() == second.keys.sorted())
      for (path, data) in first { #expect(second[path] == data, "\(path)") }
    }
  }

  @Test func checksWithoutWriting() async throws {
    try await withCommunity { folder in
      let arguments = ["--source", "in", "--as-of", "2026-01-01"]
      #expect(try run(Self.program, ["build"] + arguments, in: folder).status == 0)
      #expect(try run(Self.program, ["build", "--check"] + arguments, in: folder).status == 0)
      let page = folder.appending(path: "site/index.html")
      try Data("changed\n".utf8).write(to: page)
      let result = try run(Self.program, ["build", "--check"] + arguments, in: folder)
      #expect(result.status == 1)
      #expect(result.error.contains("site/index.html: differs from a fresh build\n  line 1 on disk: changed"))
      #expect(try Data(contentsOf: page) == Data("changed\n".utf8))
    }
  }

  @Test func saysHowLongEachPhaseTook() async throws {
    try await withCommunity { folder in
      let result = try sitegen("build", "--source", "in", "--as-of", "2026-01-01", "--timings", "--quiet", in: folder)
      #expect(result.status == 0)
      #expect(result.error.contains(" ms  Rendering and writing\n"), "\(result.error)")
      for title in ["Slowest documents", "Slowest readers", "Slowest rules"] {
        #expect(result.error.contains("\(title), all tasks together\n"), "\(result.error)")
      }
    }
  }

  @Test func saysThatItCannotPrintAndMixesNoFiles() async throws {
    try await withCommunity { folder in
      let command = "'\(Self.program)' build --source in --as-of 2026-01-01 >&-"
      let result = try run("sh", ["-c", command], in: folder)
      #expect(result.error.contains("cannot write standard output"), "\(result.error)")
      #expect(try sitegen("build", "--source", "in", "--as-of", "2026-01-01", "--output", "b", in: folder).status == 0)
      #expect(try tree(folder.appending(path: "site")) == tree(folder.appending(path: "b")))
    }
  }

  @Test func saysWhatChangedBetweenTwoReports() async throws {
    try await withCommunity { folder in
      func save(_ name: String, _ day: String, _ format: String) throws {
        let result = try sitegen("report", "--source", "in", "--as-of", day, "--format", format, in: folder)
        #expect(result.status == 0)
        try result.output.write(to: folder.appending(path: name))
      }
      try save("old.json", "2026-01-01", "json")
      try Data(
        "# Maintainers\n\n| Name | Employer |\n|--|--|\n| [Ada](https://github.com/ada) | Example |\n| Bo | |\n".utf8
      )
      .write(to: folder.appending(path: "in/MAINTAINERS.md"))
      try FileManager.default.removeItem(at: folder.appending(path: "in/GOVERNANCE.md"))
      try Data("# Sample\n\nA CNCF project. See [maintainers](MAINTAINERS.md#nobody).\n".utf8).write(
        to: folder.appending(path: "in/README.md"))
      try save("new.json", "2026-02-02", "snapshot")
      let text = try sitegen("diff", "old.json", "new.json", in: folder)
      #expect(text.status == 0 && text.error.isEmpty)
      let words = String(decoding: text.output, as: UTF8.self)
      #expect(words.hasPrefix("old.json of 2026-01-01 → new.json of 2026-02-02\n"))
      #expect(words.contains("GOV-DOC: found → not found") && words.contains("new findings\n      "))
      #expect(try sitegen("diff", "old.json", "new.json", in: folder).output == text.output)
      let same = try sitegen("diff", "new.json", "new.json", in: folder)
      #expect(String(decoding: same.output, as: UTF8.self).contains("no verdict and no finding changed"))
      let markdown = try sitegen("diff", "old.json", "new.json", "--format", "markdown", in: folder)
      #expect(
        String(decoding: markdown.output, as: UTF8.self).hasPrefix("# What changed from 2026-01-01 to 2026-02-02\n"))
      try Data("{\"schema\": 1".utf8).write(to: folder.appending(path: "broken.json"))
      let broken = try sitegen("diff", "old.json", "broken.json", in: folder)
      #expect(broken.status == 3 && broken.output.isEmpty && broken.error.hasPrefix("broken.json:1:"))
      #expect(try sitegen("diff", "old.json", "absent.json", in: folder).status == 3)
      #expect(try sitegen("diff", "old.json", in: folder).status == 2)
    }
  }

  @Test func writesTheSiteBeforeTheGateSpeaks() async throws {
    let application = """
      # Sample Graduation Application

      - [x] **Project maintainers from at least 2 organizations that demonstrates survivability.**

      Our maintainer file shows 8 maintainers.

      """
    try await withCommunity(["application.md": application]) { folder in
      let result = try sitegen("build", "--source", "in", "--as-of", "2026-01-01", "--fail-on", "warning", in: folder)
      #expect(result.status == 1, "\(result.error)")
      #expect(FileManager.default.fileExists(atPath: folder.appending(path: "site/index.html").path()))
    }
  }

  @Test(arguments: [
    ("repositries: []\n", "in/sitegen.yaml:1:1: error: ", "communities"),
    ("title: [\n", "in/sitegen.yaml:1:1: error: invalid YAML", "correct"),
    ("as_of: tomorrow\n", "in/sitegen.yaml:1:8: error: ", "YYYY-MM-DD"),
    (
      "waivers:\n  - {criterion: GOV-NOPE, reason: x, owner: a, approver: b, created: 2026-01-01, expires: 2026-02-01}\n",
      "in/sitegen.yaml:2:17: ", "GOV-NOPE"
    ),
  ])
  func locatesErrorsOfTheWorkspaceFile(text: String, place: String, hint: String) async throws {
    try await withCommunity(["sitegen.yaml": text]) { folder in
      let result = try sitegen("build", "--source", "in", "--as-of", "2026-01-01", in: folder)
      #expect(result.error.contains(place), "\(result.error)")
      #expect(result.error.contains(hint) || hint == "communities", "\(result.error)")
      if !text.hasPrefix("waivers") {
        #expect(result.status == 2)
        #expect(!FileManager.default.fileExists(atPath: folder.appending(path: "site").path()))
      }
    }
  }

  @Test func locatesErrorsOfTemplates() async throws {
    try await withCommunity { folder in
      let templates = folder.appending(path: "mine")
      try FileManager.default.createDirectory(at: templates, withIntermediateDirectories: true)
      try Data("<p>\n{{ page.title | uppr }}\n</p>\n".utf8).write(to: templates.appending(path: "portfolio.html"))
      let result = try sitegen(
        "build", "--source", "in", "--as-of", "2026-01-01", "--templates", "mine", in: folder)
      #expect(result.status == 2)
      #expect(result.error.contains("mine/portfolio.html:2:17"), "\(result.error)")
      #expect(result.error.contains("upper"), "\(result.error)")
    }
  }

  @Test func refusesADirectoryOfSomebodyElse() async throws {
    try await withCommunity { folder in
      let result = try sitegen("build", "--source", "in", "--output", "in", "--as-of", "2026-01-01", in: folder)
      #expect(result.status == 2)
      #expect(result.error.contains("in is not empty and was not written by sitegen"))
    }
  }

  @Test func goesOnBehindAFileThatCannotBeRead() async throws {
    try await withCommunity { folder in
      try Data([0x61, 0x3A, 0x20, 0xFF, 0x0A]).write(to: folder.appending(path: "in/sigs.yaml"))
      let result = try sitegen("build", "--source", "in", "--as-of", "2026-01-01", in: folder)
      #expect(result.status == 3)
      #expect(result.error.contains("in/sigs.yaml:1:"), "\(result.error)")
      #expect(FileManager.default.fileExists(atPath: folder.appending(path: "site/index.html").path()))
    }
  }

  @Test(arguments: [
    (["report", "--format", "pdf"], "--format does not know `pdf`\n  help: one of text"),
    (["report", "--community", "nobody"], "--community does not know `nobody`\n  help: one of in"),
    (["build", "--source", "nowhere"], "--source nowhere is not a folder"),
    (["build", "--as-of", "2026-02-30"], "2026-02-30"),
    (["build", "--level", "gold"], "one of sandbox, incubating, graduated"),
    (["bild"], "did you mean `build`?"),
  ])
  func explainsWrongUsage(arguments: [String], hint: String) async throws {
    try await withCommunity { folder in
      let result = try run(Self.program, arguments, in: folder.appending(path: "in"))
      #expect(result.status == 2, "\(result.error)")
      #expect(result.error.contains(hint), "\(result.error)")
    }
  }

  @Test func takesTheCriterionOfTheReadmeFromOneFile() async throws {
    let readme = String(decoding: try Data(contentsOf: Shared.packageRoot.appending(path: "README.md")), as: UTF8.self)
    let entry = try #require(readme.components(separatedBy: "```yaml\n").last?.components(separatedBy: "```").first)
    try await withTemporaryFolder { folder in
      let content = folder.appending(path: "content")
      try FileManager.default.copyItem(at: Shared.packageRoot.appending(path: "content"), to: content)
      let file = content.appending(path: "criteria/cncf-levels.yaml")
      let indented = entry.split(separator: "\n").map { "  " + $0 }.joined(separator: "\n")
      let text = String(decoding: try Data(contentsOf: file), as: UTF8.self)
      try Data((text + indented + "\n").utf8).write(to: file)
      let result = try sitegen("report", "--format", "json", "--community", "kubevirt", in: folder)
      #expect(result.status == 0, "\(result.error)")
      let report = String(decoding: result.output, as: UTF8.self)
      #expect(report.contains("GOV-LEADS"))
      #expect(report.contains("SIGs without a lead: documentation, testing"))
    }
  }

  @Test func rendersOneTemplateAndLocatesItsErrors() async throws {
    try await withTemporaryFolder { folder in
      try Data("Hello {{ name }}!\n".utf8).write(to: folder.appending(path: "a.txt"))
      try Data("{\"name\": \"Ada\"}".utf8).write(to: folder.appending(path: "c.json"))
      let fine = try sitegen("render", "a.txt", "--context", "c.json", in: folder)
      #expect(fine.status == 0)
      #expect(String(decoding: fine.output, as: UTF8.self) == "Hello Ada!")
      let wrong = try sitegen("render", "a.txt", in: folder)
      #expect(wrong.status == 1)
      #expect(wrong.error.contains("a.txt:1:10"), "\(wrong.error)")
    }
  }

  @Test func printsMarkdownFromStandardInput() throws {
    let result = try sitegen("markdown", input: "~~a~~ <b>\n")
    #expect(result.status == 0)
    #expect(String(decoding: result.output, as: UTF8.self) == "<p><del>a</del> <!-- raw HTML omitted --></p>\n")
  }

  @Test func saysNothingWasFoundInAnEmptyFolder() async throws {
    try await withTemporaryFolder { folder in
      let result = try sitegen("inspect", in: folder)
      #expect(result.status == 3)
      #expect(result.error.contains("nothing was read"), "\(result.error)")
      let report = try sitegen("report", in: folder)
      #expect(report.status == 3)
      #expect(report.error.contains("there are no files in ."), "\(report.error)")
    }
  }
}
