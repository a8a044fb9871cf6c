import Foundation
import TestSupport
import Testing

/// The gate on one repository; `Tests/Gate` has the pull requests.
@Suite struct CheckCommandTests {
  private static let program = URL(filePath: CommandLine.arguments[0]).resolvingSymlinksInPath()
    .deletingLastPathComponent().appending(path: "sitegen").path(percentEncoded: false)

  private func sitegen(_ arguments: [String], _ git: GitFixture) throws -> (status: Int32, text: String, error: String)
  {
    let result = try run(Self.program, arguments + ["--as-of", "2026-11-21"], in: git.folder)
    return (result.status, String(decoding: result.output, as: UTF8.self), result.error)
  }

  private func withRepository(_ body: (GitFixture) async throws -> Void) async throws {
    try await withTemporaryFolder { folder in
      let git = try GitFixture(at: folder.appending(path: "in"))
      try git.commit(
        [
          "README.md": "# Example\n\nA CNCF project.\n", "SECURITY.md": "# Security\n\nWrite to a@b.example.\n",
          "vendor/go.mod": "module x\n", "docs/link.md": "# A\n",
        ], on: "2024-01-10")
      try await body(git)
    }
  }

  @Test func readsTheRevisionWithoutCheckingItOut() async throws {
    try await withRepository { git in
      let same = try sitegen(["check", "--base", "HEAD"], git)
      #expect(same.status == 0 && same.text.hasPrefix("Nothing got worse since HEAD ("), "\(same)")
      try FileManager.default.removeItem(at: git.folder.appending(path: "SECURITY.md"))
      let worse = try sitegen(["check", "--base", "main"], git)
      #expect(
        worse.status == 1 && worse.text.contains("SEC-REPORT: ") && worse.text.contains("was: SECURITY.md:1"),
        "\(worse)")
      #expect(try git.git("status", "--short") == "D SECURITY.md")
      #expect(try sitegen(["check", "--base", "main", "--fail-on", "none"], git).status == 0)
    }
  }

  @Test func saysWhichVersionIsNotThere() async throws {
    try await withRepository { git in
      let unknown = try sitegen(["check", "--base", "nowhere"], git)
      #expect(unknown.status == 2 && unknown.error.contains("git knows no revision `nowhere`"), "\(unknown)")
      #expect(try sitegen(["check"], git).status == 2)
      #expect(try sitegen(["check", "--base", "--exec=x"], git).status == 2)
      #expect(try sitegen(["check", "--baseline", "absent.json"], git).status == 3)
    }
  }

  @Test func diffFailsWhereAnythingIsWorse() async throws {
    try await withRepository { git in
      func save(_ name: String) throws {
        let report = try run(
          Self.program, ["report", "--format", "snapshot", "--as-of", "2026-11-21"], in: git.folder)
        try report.output.write(to: git.folder.deletingLastPathComponent().appending(path: name))
      }
      try save("old.json")
      try FileManager.default.removeItem(at: git.folder.appending(path: "SECURITY.md"))
      try save("new.json")
      func diff(_ old: String, _ new: String, _ more: String...) throws -> Int32 {
        try run(Self.program, ["diff", "../\(old)", "../\(new)"] + more, in: git.folder).status
      }
      #expect(try diff("old.json", "new.json", "--fail-on", "worse") == 1)
      #expect(try diff("old.json", "new.json") == 0)
      #expect(try diff("new.json", "old.json", "--fail-on", "worse") == 0)
    }
  }

  @Test func aHeadingWithAnotherNameLosesNoList() async throws {
    try await withRepository { git in
      let rule = "# Governance\n\nDecisions need a majority vote of the steering committee.\n"
      try git.commit(
        ["GOVERNANCE.md": rule, "ABOUT.md": "# About\n\n## Steering Committee\n\nThey steer.\n"], on: "2024-02-01")
      func check() throws -> String { try sitegen(["check", "--base", "HEAD", "--fail-on", "note"], git).text }
      try write(["ABOUT.md": "# About\n\n## Who steers\n\nThey steer.\n"], to: git.folder)
      let renamed = try check()
      #expect(!renamed.contains("no list of its members"), "\(renamed)")
      try write(["TECH.md": rule.replacing("steering", with: "technical oversight")], to: git.folder)
      let added = try check()
      #expect(added.contains("the technical oversight committee decides by vote"), "\(added)")
    }
  }

  @Test func fixPrintsAPatchOrMakesIt() async throws {
    try await withRepository { git in
      try git.commit(["README.md": "# Example\n\n[Site](https:example.org/a)\n"], on: "2024-01-11")
      let patch = try run(Self.program, ["fix", "--as-of", "2026-11-21"], in: git.folder)
      #expect(patch.error == "1 finding to correct in 1 file\n")
      #expect(try run("git", ["apply", "--check", "-"], input: patch.output, in: git.folder).status == 0)
      #expect(try sitegen(["fix", "--ignore", "links"], git).text.isEmpty)
      #expect(try sitegen(["fix", "--select", "lnks"], git).error.contains("did you mean `links`?"))
      #expect(try sitegen(["fix", "--write"], git).error == "1 finding corrected in 1 file\n")
      #expect(
        try git.git("diff", "--unified=0").hasSuffix("-[Site](https:example.org/a)\n+[Site](https://example.org/a)"))
    }
  }

  /// What is wrong with the configuration has corrections like findings, in every form that shows those.
  @Test func aKnownCorrectionOfTheConfigurationIsShownAndMade() async throws {
    try await withRepository { git in
      let waiver = "waivers:\n- {criterion: SEC-REPROT, reason: r, expires: 2027-01-01}\n"
      try write(["sitegen.yaml": waiver], to: git.folder)
      func check(_ format: String) throws -> String {
        try sitegen(["check", "--base", "HEAD", "--format", format], git).text.split(whereSeparator: \.isWhitespace)
          .joined(separator: " ")
      }
      let edit = #""line": 2, "column": 15, "end_line": 2, "end_column": 25, "text": "SEC-REPORT""#
      #expect(try check("json").contains(edit))
      #expect(try check("sarif").contains(#""insertedContent": {"text": "SEC-REPORT"}"#))
      #expect(try check("github").contains("is known; did you mean `SEC-REPORT`?"))
      #expect(try check("patch").isEmpty, "a person confirms it")
      #expect(try sitegen(["fix", "--write"], git).error == "nothing to correct; 1 more with --unsafe\n")
      #expect(try sitegen(["fix", "--write", "--unsafe"], git).error == "1 message corrected in 1 file\n")
      let written = try String(contentsOf: git.folder.appending(path: "sitegen.yaml"), encoding: .utf8)
      #expect(written == waiver.replacing("REPROT", with: "REPORT"))
    }
  }

  @Test func anErrorOfTheConfigurationIsCorrectedWhereItStopsTheRun() async throws {
    try await withRepository { git in
      try write(["content/README.md": "# Example\n", "content/sitegen.yaml": "asOf: 2026-01-01\n"], to: git.folder)
      let fix = try sitegen(["fix"], git)
      #expect(fix.status == 2 && fix.error.hasSuffix("1 message to correct in 1 file\n"), "\(fix)")
      let check = ["check", "--base", "HEAD", "--format"]
      #expect(try sitegen(check + ["patch"], git).text == fix.text)
      #expect(try sitegen(check + ["github"], git).text.contains("file=content/sitegen.yaml,"))
      #expect(try run("git", ["apply", "-"], input: Data(fix.text.utf8), in: git.folder).status == 0)
      #expect(try sitegen(["fix", "--source", "content"], git).status == 0)
    }
  }
}
