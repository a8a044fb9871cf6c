import Foundation
import TestSupport
import Testing

@testable import SitegenCLI

/// What somebody meets in the first hour: `init`, help, what fits a terminal, what can be replaced.
@Suite struct FirstHourTests {
  private static let readme = """
    # Acme Rockets

    Acme is a CNCF incubating project. See [tools](https://github.com/acme/tools), [more](https://github.com/acme/tools/issues)
    and [others](https://github.com/elsewhere/tools).

    """

  @Test func writesAWorkspaceFileWithItsGuessesAndNeverOverAnother() async throws {
    try await withCommunity([
      "README.md": Self.readme, "third_party/README.md": "# Copy\n", ".git/HEAD": "ref: refs/heads/trunk\n",
      ".git/config": "[remote \"origin\"]\n\turl = https://user:secret@github.com/acme/rockets.git\n",
    ]) { folder in
      let source = folder.appending(path: "in")
      let first = try sitegen(["init", "--as-of", "2026-01-01", "--gitignore"], in: source)
      #expect(first.status == 0, "\(first.error)")
      #expect(first.text.contains("next:\n  sitegen ") && first.text.contains("added /site/ to .gitignore"))
      let file = source.appending(path: "sitegen.yaml")
      let text = String(decoding: try Data(contentsOf: file), as: UTF8.self)
      for expected in [
        "# yaml-language-server: $schema=site/schemas/sitegen.schema.json\n",
        "  - id: rockets\n    name: rockets ",
        "    foundation: CNCF            # README.md:3 names it\n",
        "    holds: incubating           # README.md:3 says so\n",
        "      - {path: ., url: https://github.com/acme/rockets, branch: trunk}\n",
        "      # - {path: tools, url: https://github.com/acme/tools}  (2 links)\n",
        "# exclude:\n#   - \"third_party/**\"\n",
      ] { #expect(text.contains(expected), "\(expected)\n\(text)") }
      #expect(!text.contains("secret") && !text.contains("elsewhere"))
      // What it writes is read without a word, also with its signs of comments removed.
      let read = try sitegen(["report", "--as-of", "2026-01-01"], in: source)
      #expect(read.status == 0 && !read.error.contains("sitegen.yaml"), "\(read.error)")
      let again = try sitegen(["init"], in: source)
      #expect(again.status == 2 && again.error.hasPrefix("error: sitegen.yaml is there already"))
      #expect(String(decoding: try Data(contentsOf: file), as: UTF8.self) == text)
      #expect(String(decoding: try Data(contentsOf: source.appending(path: ".gitignore")), as: UTF8.self) == "/site/\n")
    }
  }

  @Test func givesAnIdThatItTakesItself() async throws {
    try await withTemporaryFolder { folder in
      let source = folder.appending(path: "Acme__Tool_Box")
      try write(
        ["README.md": "# Welcome to all of you here\n", "GOVERNANCE.md": "# Governance\n\nWe vote.\n"], to: source)
      #expect(try sitegen(["init"], in: source).status == 0)
      let read = try sitegen(["fix"], in: source)
      #expect(read.status == 0 && read.error.hasSuffix("nothing to correct\n"), "\(read.error)")
    }
  }

  @Test(arguments: [
    ("Acme Rockets", "Acme Rockets"), ("true", "\"true\""), ("1.5", "\"1.5\""), ("a: b", "\"a: b\""),
    ("say \"x\"\\\n", "\"say \\\"x\\\"\\\\\\x0a\""), ("", "\"\""), ("https://example.org/a", "https://example.org/a"),
  ])
  func quotesWhatYAMLWouldTakeForSomethingElse(text: String, expected: String) {
    #expect(WorkspaceDraft.yaml(text) == expected)
  }

  @Test func followsLinksThroughTheForgeIntoTheCheckout() async throws {
    let readme = """
      # Sample

      [a](GOVERNANCE.md#governance) [b](https://github.com/acme/rockets/blob/main/MAINTAINERS.md)
      [c](GOVERNANCE.md#nothing) [d](https://github.com/acme/rockets/blob/main/GONE.md) [e](governance.md)
      [f](https://github.com/acme/other/blob/main/GONE.md)

      """
    try await withCommunity([
      "README.md": readme, "docs/a.md": (1...30).map { _ in "[g](../GOVERNANCE.md)\n" }.joined(),
    ]) { folder in
      let repository = try GitFixture(at: folder.appending(path: "in"))
      try repository.git("remote", "add", "origin", "git@github.com:acme/rockets.git")
      try repository.commit([:], on: "2026-01-01")
      let result = try sitegen(["links", "--source", "in"], in: folder)
      #expect(result.status == 1, "\(result.error)")
      #expect(result.text.contains("README.md:4:5: note: GOVERNANCE.md has no heading with the anchor #nothing"))
      #expect(result.text.contains("GONE.md does not exist [links/broken]"), "\(result.text)")
      #expect(result.text.contains("write GOVERNANCE.md"), "\(result.text)")
      #expect(result.text.hasSuffix("37 links in 4 documents: 3 lead nowhere\n"), "\(result.text)")
      let part = try sitegen(["links", "--source", "in", "docs/"], in: folder)
      #expect(part.status == 0 && part.text == "30 links in 1 document: none leads nowhere\n", "\(part.text)")
      #expect(try sitegen(["links", "--source", "in", "dcos"], in: folder).status == 2)
    }
  }

  @Test func narrowsTheReport() async throws {
    try await withCommunity { folder in
      let whole = try sitegen(["report", "--source", "in"], in: folder).text
      let open = try sitegen(["report", "--source", "in", "--only", "open"], in: folder).text
      let top = try sitegen(["report", "--source", "in", "--only", "open", "--top", "2"], in: folder).text
      #expect(open.count < whole.count && top.count < open.count)
      #expect(whole.contains("\n  Suggested (") && !open.contains("\n  Suggested ("))
      #expect(top.split(separator: "\n").count { $0.hasPrefix("    ") && !$0.hasPrefix("     ") } <= 4)
      #expect(top.split(separator: "\n")[2] == whole.split(separator: "\n")[2], "totals stay those of the whole")
      let json = try sitegen(["report", "--source", "in", "--top", "2", "--format", "json"], in: folder)
      #expect(json.status == 2 && json.error.contains("narrow the text alone"))
    }
  }

  @Test func takesTemplatesForNoDocuments() async throws {
    try await withCommunity(["mine/portfolio.html": "{% extends \"base.html\" %}\n"]) { folder in
      let source = folder.appending(path: "in")
      #expect(try sitegen(["build", "--templates", "mine", "--output", "site", "--quiet"], in: source).status == 0)
      let documents = source.appending(path: "site/in/documents")
      let names = try FileManager.default.contentsOfDirectory(atPath: documents.path(percentEncoded: false))
      #expect(names.contains("README.md") && !names.contains("mine"), "\(names)")
    }
  }

  @Test func saysThatNothingIsOpen() async throws {
    let set = try #require(
      try Documentation.blocks("yaml", in: "content/guide/criteria.md").first { $0.hasPrefix("model: house") })
    let list = "# Maintainers\n\n| Name | Employer |\n|--|--|\n| Ada Byron | Example |\n| Bo Bell | Acme |\n"
    try await withCommunity([
      "criteria/house.yaml": set, "MAINTAINERS.md": list, "sitegen.yaml": "communities: [{id: in, models: [house]}]\n",
    ]) { folder in
      let open = try sitegen(["report", "--source", "in", "--only", "open"], in: folder).text
      #expect(open.contains("1 found") && open.contains("\n  nothing is open; `sitegen report` also"), "\(open)")
      #expect(!(try sitegen(["report", "--source", "in"], in: folder).text.contains("nothing is open")))
    }
  }

  @Test func putsTheVerdictFirst() async throws {
    try await withCommunity { folder in
      let lines = try sitegen(["explain", "GOV-DOC", "--source", "in"], in: folder).text.split(separator: "\n")
      #expect(lines[0].hasPrefix("GOV-DOC: ") && lines[2].hasPrefix("  verdict: "), "\(lines)")
      #expect(!lines.contains { $0.contains("reviewer:") })
      let review = try sitegen(["explain", "GOV-DOC", "--source", "in", "--review"], in: folder).text
      #expect(review.contains("reviewer:"))
    }
  }

  @Test func wrapsAndPaintsForATerminal() {
    let text = TerminalText(width: 40, color: false)
    #expect(
      text.wrapped("    ID  one two three four five six seven eight") == [
        "    ID  one two three four five six", "      seven eight",
      ])
    #expect(text.wrapped("short") == ["short"])
    let long = "https://example.org/" + String(repeating: "x", count: 60)
    #expect(text.wrapped("  see \(long)"[...]) == ["  see", "    \(long)"])
    #expect(
      TerminalText(width: nil, color: true).render("Acme\n    error: bad\n")
        == "\u{1B}[1mAcme\u{1B}[0m\n    \u{1B}[31merror:\u{1B}[0m bad\n")
    #expect(TerminalText(width: nil, color: false).render("a\n\n") == "a\n\n")
  }

  @Test func fitsTheColumnsThatAreAskedFor() async throws {
    try await withCommunity { folder in
      let result = try sitegen(["report", "--source", "in"], in: folder, environment: ["COLUMNS": "60"])
      let long = result.text.split(separator: "\n").filter { $0.count > 60 && $0.contains(" ") }
      #expect(long.allSatisfy { $0.split(separator: " ").contains { $0.count > 40 } }, "\(long)")
      let painted = try sitegen(["report", "--source", "in", "--color", "always"], in: folder).text
      #expect(painted.contains("\u{1B}[1m"))
      #expect(!(try sitegen(["report", "--source", "in"], in: folder).text.contains("\u{1B}")))
    }
  }

  @Test func endsTheSummaryWithThePathToOpen() async throws {
    try await withCommunity { folder in
      let text = try sitegen(["build", "--source", "in"], in: folder).text
      #expect(text.hasSuffix("\nopen site/index.html\n") && text.split(separator: "\n").count < 24)
    }
  }

  @Test func printsTemplatesAndSchemas() async throws {
    try await withTemporaryFolder { folder in
      let names = try sitegen(["templates", "list"], in: folder).text.split(separator: "\n")
      #expect(names.contains("dashboard.html") && names.contains("partials/document-note.html"))
      let page = try sitegen(["templates", "export", "dashboard.html"], in: folder)
      let original = try Data(contentsOf: Shared.packageRoot.appending(path: "templates/dashboard.html"))
      #expect(page.output == original)
      #expect(try sitegen(["templates", "export", "dashboard.html", "--to", "mine"], in: folder).status == 0)
      #expect(try Data(contentsOf: folder.appending(path: "mine/dashboard.html")) == original)
      let again = try sitegen(["templates", "export", "dashboard.html", "--to", "mine"], in: folder)
      #expect(again.status == 2 && again.error.contains("is there already"))
      #expect(try sitegen(["templates", "export", "dashbord.html"], in: folder).error.contains("`dashboard.html`?"))
      for name in ["workspace", "criteria", "lexicon"] {
        let schema = try JSONSchema(try sitegen(["schema", name], in: folder).output)
        #expect(schema.root["$id"] != .null, "\(name)")
      }
    }
  }

  @Test func hasAManualOfEveryCommand() throws {
    let text = try sitegen(["manual"]).text
    for command in Sitegen.configuration.subcommands where command.configuration.shouldDisplay {
      #expect(text.contains(".SH \"sitegen \(command.configuration.commandName ?? "")\""))
    }
    #expect(text.hasPrefix(".TH SITEGEN 1") && !text.contains("\n.\n") && text.contains("\\-\\-only"))
    for shell in ["bash", "zsh", "fish"] {
      #expect(try sitegen(["--generate-completion-script", shell]).text.contains("explain"), "\(shell)")
    }
  }

  /// The examples of all commands' help, as printed.
  private static func examples() throws -> [[String]] {
    var examples: [[String]] = []
    for command in Sitegen.configuration.subcommands where command.configuration.shouldDisplay {
      let help = try sitegen([command.configuration.commandName ?? "", "--help"]).text
      let lines = help.split(separator: "\n").map(String.init)
      let start = try #require(lines.firstIndex { $0.hasSuffix("Examples:") }, "\(help)")
      for line in lines[(start + 1)...].prefix(while: { $0.hasPrefix("  sitegen") }) {
        // Two blanks part a line from what it is for.
        let text = line.dropFirst(2).split(separator: "  ", maxSplits: 1)[0]
        examples.append(text.split(separator: " ").dropFirst().map(String.init))
      }
    }
    return examples
  }

  @Test func runsTheExamplesOfItsHelp() async throws {
    let examples = try Self.examples()
    #expect(examples.count > 20)
    try await withCommunity([
      "page.html": "<p>{{ title }}</p>\n", "page.json": "{\"title\": \"T\"}\n", "docs/a.md": "# A\n",
    ]) { folder in
      let source = folder.appending(path: "in")
      for name in ["old.json", "new.json"] {
        try sitegen(["report", "--format", "snapshot"], in: source).output.write(to: source.appending(path: name))
      }
      for arguments in examples {
        if arguments[0] == "init" { try? FileManager.default.removeItem(at: source.appending(path: "sitegen.yaml")) }
        if ["fix", "check", "generate", "serve"].contains(arguments[0]) || arguments.contains("--online") { continue }
        let result = try sitegen(arguments, in: source)
        #expect([0, 1].contains(result.status), "\(arguments): \(result.error)")
      }
    }
  }
}
