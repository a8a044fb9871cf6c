import Foundation
import TestSupport
import Testing

/// What the program says to somebody who mistyped something, and what it leaves alone then.
@Suite struct MistakeTests {
  @Test(arguments: [
    (["reprot"], "there is no command `reprot`\n  help: did you mean `report`?"),
    (["criteria", "chek"], "there is no command `chek`\n  help: did you mean `check`?"),
    (["report", "--sorce", "in"], "unknown option '--sorce'. Did you mean '--source'?"),
    (["report", "--color", "alway"], "help: did you mean `always`?"),
    (["report", "--format", "markdwn"], "--format does not know `markdwn`\n  help: did you mean `markdown`?"),
    (["report", "--level", "graduatd"], "--level does not know `graduatd`\n  help: did you mean `graduated`?"),
    (["report", "--community", "inn"], "--community does not know `inn`\n  help: did you mean `in`?"),
    (["rules", "claim/maintainer-cont"], "help: did you mean `claim/maintainer-count`?"),
    (["fix", "--select", "links/brokn"], "there is no rule `links/brokn`\n  help: did you mean `links/broken`?"),
    (["report", "--as-of", "2026-13-01"], "is invalid for '--as-of <date>': expected a day, written YYYY-MM-DD"),
    (["report", "--jobs", "many"], "expected a number from 1 to 256"),
    (["report", "--top", "0"], "expected a number from 1 on"),
    (["serve", "--port", "99999"], "expected a number from 1 to 65535"),
    (["generate"], "there is no sitegen.yaml: `sitegen init` writes one"),
    (
      ["power", "../in"],
      "unexpected argument '../in'\n  help: a folder to read is named by an option: `--source ../in`"
    ),
    (["../in"], "there is no command `../in`\n  help: a folder to read is named by an option: `--source ../in`"),
    (["links", "../in"], "`../in`\n  help: a folder to read is named by an option: `--source ../in`"),
    (["explain", "GOV-DOCS"], "there is no criterion or rule `GOV-DOCS`\n  help: did you mean `GOV-DOC`?"),
  ])
  func namesWhatWasMeant(arguments: [String], expected: String) async throws {
    try await withCommunity { folder in
      let result = try sitegen(arguments, in: folder.appending(path: "in"))
      #expect(result.status == 2)
      #expect(result.error.hasPrefix("error: ") && result.error.contains(expected), "\(result.error)")
      #expect(!result.error.contains("USAGE") && !result.error.contains("Usage"), "no usage on a plain mistake")
      #expect(result.output.isEmpty)
    }
  }

  /// Whoever adds a criterion to a set wants to see its verdict, whoever is judged by the set.
  @Test func explainsACriterionThatNobodyIsJudgedBy() async throws {
    try await withCommunity { folder in
      let source = folder.appending(path: "in")
      let tried = try sitegen(["explain", "TOPIC-PEOPLE"], in: source)
      #expect(tried.status == 0, "\(tried.error)")
      let head = "No community here is judged by topics; this is what it would come to.\n\nTOPIC-PEOPLE: "
      #expect(tried.text.hasPrefix(head), "\(tried.text)")
      #expect(tried.text.contains("\n  verdict: "), "\(tried.text)")
      let early = try sitegen(["explain", "TOPIC-PEOPLE", "--as-of", "2020-01-01"], in: source)
      #expect(early.status == 2)
      #expect(early.error.hasPrefix("error: TOPIC-PEOPLE is asked of no community here on 2020-01-01\n"))
    }
  }

  @Test func writesNothingForASourceThatIsNoCommunity() async throws {
    try await withTemporaryFolder { folder in
      for files in [[:], ["lists/a.md": "# Shopping\n\nMilk.\n"], ["x.json": "{}\n"]] as [[String: String]] {
        let source = folder.appending(path: "in")
        try? FileManager.default.removeItem(at: source)
        try write(files, to: source)
        let result = try sitegen(["build", "--source", "in"], in: folder)
        #expect(result.status == 3 && result.error.contains("[source/nothing-recognized]"), "\(files)")
        #expect(!FileManager.default.fileExists(atPath: folder.appending(path: "site").path(percentEncoded: false)))
      }
    }
  }

  @Test func announcesTheFolderThatItMakesInACheckout() async throws {
    try await withCommunity { folder in
      let source = folder.appending(path: "in")
      try write([".git/HEAD": "ref: refs/heads/main\n"], to: source)
      let first = try sitegen([], in: source)
      #expect(first.error.contains("a new folder of this checkout, site/; to keep it out of commits, add /site/"))
      #expect(!(try sitegen([], in: source).error.contains("new folder")), "said once")
      try write([".gitignore": "other/\n/other/\n"], to: source)
      #expect(
        try sitegen(["--output", "other"], in: source).error.contains("writing the site to a new folder, other/"))
    }
  }

  @Test func namesATemplateThatReplacesNothing() async throws {
    try await withCommunity(["../mine/adoptrs.html": "<p>mine</p>\n", "../mine/own.html": "mine\n"]) { folder in
      let result = try sitegen(["build", "--source", "in", "--templates", "mine"], in: folder)
      #expect(result.status == 0)
      #expect(result.error.contains("mine/adoptrs.html:1:1: warning: this file replaces no template"))
      #expect(result.error.contains("help: did you mean `adopters.html`?"))
      try write(["mine/adopters.html": "{% include \"own.html\" %}{{ nothing.at.all }}\n"], to: folder)
      let broken = try sitegen(["build", "--source", "in", "--templates", "mine"], in: folder)
      #expect(broken.status == 2)
      #expect(broken.error.contains("mine/adopters.html:1:"), "a path that can be opened, not one below the source")
      #expect(!broken.error.contains("mine/own.html"), "included, so no mistake")
      try write(["mine/adopters.html": "mine\n", "mine/dashboard.html": "{{ community.nme }}\n"], to: folder)
      let mistyped = try sitegen(["build", "--source", "in", "--templates", "mine"], in: folder).error
      #expect(mistyped.contains("help: did you mean `name`? For an optional value write "), "\(mistyped)")
    }
  }

  @Test func showsEveryNoteThatItCounts() async throws {
    try await withCommunity(["sig/README.md": "\u{FEFF}# SIG\n", "OWNERS": "plain text\n"]) { folder in
      let source = folder.appending(path: "in")
      try FileManager.default.createSymbolicLink(
        atPath: source.appending(path: "gone.md").path(percentEncoded: false), withDestinationPath: "nowhere.md")
      let built = try sitegen(["--output", "../site"], in: source).error
      #expect(built.contains("note: no sitemap and no 404 page"), "what no other command can show: \(built)")
      let counted = try #require(
        built.split(separator: "\n").first { $0.contains("on the input; `sitegen inspect` shows") })
      let inspected = try sitegen(["inspect"], in: source).error
      let shown = inspected.split(separator: "\n").count { $0.contains(": note: ") }
      #expect(shown > 0 && counted.hasPrefix("\(shown) note"), "\(counted): \(inspected)")
    }
  }

  @Test func saysWhatItAssumes() async throws {
    try await withCommunity { folder in
      let assumed = "assumed: CNCF"
      #expect(try sitegen(["build", "--source", "in"], in: folder).text.contains(assumed))
      #expect(try sitegen(["report", "--source", "in"], in: folder).text.contains(assumed))
      try write(
        ["sitegen.yaml": "communities:\n- {id: acme, models: [cncf-levels], holds: incubating}\n"],
        to: folder.appending(path: "in"))
      #expect(!(try sitegen(["report", "--source", "in"], in: folder).text.contains("assumed")))
    }
    // Who names no foundation is not held against the criteria of one.
    try await withCommunity(["README.md": "# Sample\n"]) { folder in
      let report = try sitegen(["report", "--source", "in"], in: folder).text
      #expect(report.contains("read by topic") && report.contains("write `foundation` or `models`"), "\(report)")
    }
  }

  @Test func asksWhatWasMeantBeforeItSaysToRemoveAWaiver() async throws {
    try await withCommunity([
      "sitegen.yaml": "waivers:\n- {criterion: GOV-DOCS, reason: moving, expires: 2999-01-01}\n"
    ]) { folder in
      let result = try sitegen(["report", "--source", "in"], in: folder)
      #expect(result.error.contains("did you mean `GOV-DOC`?") && !result.error.contains("remove it"))
    }
  }
}
