import Foundation
import TestSupport
import Testing

/// Histories as the built program shows them.
@Suite struct HistoryCommandTests {
  private static let program = URL(filePath: CommandLine.arguments[0]).resolvingSymlinksInPath()
    .deletingLastPathComponent().appending(path: "sitegen").path(percentEncoded: false)

  private static func maintainers(_ names: String...) -> String {
    "# Maintainers\n\n| Name | Company |\n|---|---|\n" + names.map { "| \($0) | Acme |\n" }.joined()
  }

  private static let application = """
    ---
    date: 2024-07-04
    ---
    # Example Graduation Application

    - [x] **Clear and discoverable project governance documentation.**

    It is here.

    - [x] **Governance is up to date with actual project activities.**

    It is.

    - [x] **Contributor ladder with multiple roles for contributors.**

    It has four roles.

    - [x] **A number of active maintainers which is appropriate to the size and scope of the project.**

    Our file shows 3 maintainers.

    """

  private func withRepository(_ body: (GitFixture, String) async throws -> Void) async throws {
    try await withTemporaryFolder { folder in
      let git = try GitFixture(at: folder.appending(path: "in"))
      let commit = try git.commit(
        [
          "README.md": "# Example\n", "application.md": Self.application,
          "MAINTAINERS.md": Self.maintainers("Ann Alpha", "Bob Bravo", "Cid Charlie"),
        ], on: "2024-01-10")
      try git.commit(["MAINTAINERS.md": Self.maintainers("Ann Alpha", "Bob Bravo")], on: "2025-01-10")
      try git.git("tag", "v1.0.0")
      try await body(git, commit)
    }
  }

  private func sitegen(_ command: [String], _ git: GitFixture, environment: [String: String] = [:]) throws -> RunResult
  {
    try run(
      Self.program, command + ["--source", git.folder.path(percentEncoded: false), "--as-of", "2026-11-21"],
      environment: environment)
  }

  @Test func everyFormatShowsTheEarlierVersion() async throws {
    try await withRepository { git, commit in
      let words = "3 maintainers claimed, 2 listed in MAINTAINERS.md; 3 were listed on 2024-07-04"
      let schema = try JSONSchema(
        Data(contentsOf: Shared.packageRoot.appending(path: "templates/schemas/report-1.schema.json")))
      for format in ["text", "markdown", "json", "sarif", "github", "csv", "triage"] {
        let result = try sitegen(["report", "--format", format], git)
        let text = String(decoding: result.output, as: UTF8.self)
        #expect(result.status == 0 && text.contains(words), "\(format): \(text)")
        if ["text", "markdown"].contains(format) {
          #expect(text.contains("MAINTAINERS.md:5@\(commit.prefix(12))"), "\(format): \(text)")
        }
        if ["json", "sarif"].contains(format) { #expect(text.contains(commit), "\(format): \(text)") }
        #expect(!text.contains(git.folder.deletingLastPathComponent().path(percentEncoded: false)))
        if format == "json" { #expect(try schema.problems(in: JSON(result.output)) == []) }
      }
      let explained = try sitegen(["explain", "claim/maintainer-count"], git)
      #expect(String(decoding: explained.output, as: UTF8.self).contains("fact: MAINTAINERS.md:5@\(commit.prefix(12))"))
    }
  }

  @Test func buildsTheSameSiteFromACopyOfTheRepository() async throws {
    try await withRepository { git, commit in
      let folder = git.folder.deletingLastPathComponent()
      try FileManager.default.copyItem(at: git.folder, to: folder.appending(path: "other/in"))
      for (name, zone, jobs) in [("", "UTC", "1"), ("other/", "Pacific/Auckland", "8")] {
        let result = try run(
          Self.program,
          ["build", "--as-of", "2026-11-21", "--jobs", jobs, "--source", "\(name)in", "--output", "\(name)site"],
          in: folder, environment: ["TZ": zone])
        #expect(result.status == 0, "\(result.error)")
      }
      let difference = try run("diff", ["-r", "site", "other/site"], in: folder)
      #expect(difference.status == 0, "\(String(decoding: difference.output, as: UTF8.self))")
      let page = try String(contentsOf: folder.appending(path: "site/in/findings/index.html"), encoding: .utf8)
      #expect(page.contains("MAINTAINERS.md:5@\(commit.prefix(12))"))
    }
  }

  @Test func startsGitOnlyWhereARepositoryIs() async throws {
    try await withRepository { git, _ in
      let folder = git.folder.deletingLastPathComponent()
      let fake = folder.appending(path: "bin/git")
      let marker = folder.appending(path: "marker").path(percentEncoded: false)
      try FileManager.default.createDirectory(at: fake.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data("#!/bin/sh\necho started >> '\(marker)'\nexit 1\n".utf8).write(to: fake)
      try FileManager.default.setAttributes(
        [.posixPermissions: 0o755], ofItemAtPath: fake.path(percentEncoded: false))
      let path = fake.deletingLastPathComponent().path(percentEncoded: false)
      let failing = try sitegen(["inspect"], git, environment: ["PATH": path])
      #expect(failing.status == 0)
      #expect(failing.error.contains(".git:1:1: note: the history is unknown: git finds no commit in it"))
      #expect(FileManager.default.fileExists(atPath: marker))

      try FileManager.default.removeItem(atPath: marker)
      try FileManager.default.removeItem(at: git.folder.appending(path: ".git"))
      let without = try sitegen(["inspect"], git, environment: ["PATH": path])
      #expect(without.status == 0 && !without.error.contains("history"))
      #expect(!FileManager.default.fileExists(atPath: marker))
    }
  }

  @Test func saysThatGitIsNotHere() async throws {
    try await withRepository { git, _ in
      let result = try sitegen(["inspect"], git, environment: ["PATH": "/nonexistent"])
      #expect(result.status == 0)
      #expect(result.error.contains("the history is unknown: the `git` program is not here"))
      let report = try sitegen(["report", "--format", "json"], git, environment: ["PATH": "/nonexistent"])
      #expect(
        String(decoding: report.output, as: UTF8.self).contains("\"3 maintainers claimed, 2 listed in MAINTAINERS.md\"")
      )
    }
  }

  @Test(.enabled(if: getuid() == 0, "only the superuser can give a repository to somebody else"))
  func believesTheUserAboutRepositoriesOfOthers() async throws {
    try await withRepository { git, _ in
      let root = git.folder.resolvingSymlinksInPath().path(percentEncoded: false)
      #expect(try run("chown", ["-R", "65534", root]).status == 0)
      let home = git.folder.deletingLastPathComponent()
      let environment = ["HOME": home.path(percentEncoded: false), "XDG_CONFIG_HOME": "/nonexistent"]
      let unknown = try sitegen(["inspect"], git, environment: environment)
      #expect(unknown.error.contains("the history is unknown: the repository belongs to another user"))
      #expect(unknown.error.contains("run `git config --global --add safe.directory \"$PWD\"` in it"))
      // The repository itself has no say.
      let own = git.folder.appending(path: ".git/config")
      let text = try String(contentsOf: own, encoding: .utf8) + "[safe]\n\tdirectory = *\n"
      try Data(text.utf8).write(to: own)
      #expect(try sitegen(["inspect"], git, environment: environment).error.contains("belongs to another user"))
      let trimmed = root.hasSuffix("/") ? String(root.dropLast()) : root
      try Data("[safe]\n\tdirectory = \(trimmed)\n".utf8).write(to: home.appending(path: ".gitconfig"))
      #expect(!(try sitegen(["inspect"], git, environment: environment).error.contains("history")))
    }
  }
}
