import Diagnostics
import Foundation
import StructuredData
import TestSupport
import Testing

@testable import Intake

/// Histories of real repositories, good, broken and hostile.
@Suite struct HistoryReaderTests {
  private static func day(_ iso: String) -> CalendarDate { CalendarDate(iso: iso) ?? CalendarDate(daysSinceEpoch: 0) }

  private func read(_ folder: URL, asOf: String = "2026-11-21", jobs: Int = 2) async throws -> Staged<Portfolio> {
    let tree = try #require(SourceTree.disk(root: folder.path(percentEncoded: false)))
    let portfolio = await PortfolioReader.read(tree, workspace: WorkspaceConfiguration(), criteria: [])
    return await HistoryReader.read(
      portfolio.value, of: tree, criteria: [], asOf: Self.day(asOf), options: IntakeOptions(jobs: jobs))
  }

  /// The only note of a source without any history.
  private func note(_ folder: URL, asOf: String = "2026-11-21") async throws -> String? {
    let result = try await read(folder, asOf: asOf)
    #expect(result.value.communities.allSatisfy { !$0.hasHistory && $0.maintainerHistory == nil })
    #expect(result.diagnostics.count <= 1)
    #expect(result.diagnostics.allSatisfy { $0.severity == .note && $0.rule == "intake/no-history" })
    return result.diagnostics.first.map { "\($0.location?.path ?? ""): \($0.summary)" }
  }

  private static let files: [String: String?] = [
    "README.md": "# Example\n", "GOVERNANCE.md": "# Governance\n",
    "MAINTAINERS.md": "# Maintainers\n\n| Name | Company |\n|---|---|\n| Ann Alpha | Acme |\n",
  ]

  /// To follow a list through its renames git reads what was removed when it came; days and versions it knows without.
  @Test func missingContentsHideNoDays() async throws {
    try await withTemporaryFolder { folder in
      let git = try GitFixture(at: folder)
      try git.commit(["README.md": "# Example\n", "people.txt": "Nobody yet, but soon.\n"], on: "2024-01-10")
      let object = try git.git("rev-parse", "HEAD:people.txt")
      try git.commit(Self.files.merging(["people.txt": nil]) { $1 }, on: "2024-03-10")
      try FileManager.default.removeItem(
        at: folder.appending(path: ".git/objects/\(object.prefix(2))/\(object.dropFirst(2))"))
      let community = try await read(folder).value.communities[0]
      let history = try #require(community.repositories[0].history)
      #expect(history.changes["GOVERNANCE.md"]?.map(\.date) == [Self.day("2024-03-10")])
      #expect(community.maintainerHistory?.versions.count == 1 && community.maintainerHistory?.isComplete == false)
      #expect(history.activity == nil && !history.isWhole)
    }
  }

  @Test func readsChangesTagsAndTheHead() async throws {
    try await withTemporaryFolder { folder in
      let git = try GitFixture(at: folder)
      let first = try git.commit(Self.files, on: "2024-01-10")
      try git.git("tag", "v1.0.0")
      // The day on the main line counts, not that of the work on a branch.
      try git.git("checkout", "--quiet", "-b", "work")
      try git.commit(["GOVERNANCE.md": "# Governance\n\nNew.\n"], on: "2024-02-10")
      try git.git("checkout", "--quiet", "main")
      try git.git("merge", "--quiet", "--no-ff", "--message", "Merge", "work", on: "2024-05-10")
      let merge = try git.git("rev-parse", "HEAD")
      try git.git("tag", "--annotate", "--message", "Release", "example-1.1.0", on: "2024-06-01")
      let late = try git.commit(["GOVERNANCE.md": "# Governance\n\nNewer.\n"], on: "2025-01-10T23:59:59+00:00")

      let result = try await read(folder, asOf: "2025-01-10")
      #expect(result.diagnostics.isEmpty)
      let community = result.value.communities[0]
      let history = try #require(community.repositories[0].history)
      #expect(history.head == Commit(id: late, date: Self.day("2025-01-10")))
      #expect(
        history.changes["GOVERNANCE.md"] == [
          Commit(id: late, date: Self.day("2025-01-10")), Commit(id: merge, date: Self.day("2024-05-10")),
          Commit(id: first, date: Self.day("2024-01-10")),
        ])
      #expect(history.tags.map(\.name) == ["v1.0.0"], "a tag with a name in front is another one's beside plain ones")
      #expect(history.tags.map(\.location.reference) == ["refs/tags/v1.0.0:1@\(first.prefix(12))"])
      #expect(community.changes(of: "MAINTAINERS.md").map(\.id) == [first])
      // One day earlier the last commit is not known.
      let earlier = try await read(folder, asOf: "2025-01-09").value.communities[0]
      #expect(earlier.repositories[0].history?.head.id == merge)
      #expect(earlier.changes(of: "GOVERNANCE.md").map(\.id) == [merge, first])
      #expect(
        try await read(folder, asOf: "2024-05-31", jobs: 1).value.communities[0].releases(
          asOf: Self.day("2024-05-31")
        ).map(\.state) == [.done])
    }
  }

  @Test func readsTheChangesOfManyFilesOfOneFolderAndOfMany() async throws {
    for folders in [1, 40] {
      try await withTemporaryFolder { folder in
        let git = try GitFixture(at: folder)
        var files = Self.files
        for number in 0..<40 {
          files["part-\(number % folders)/sub/\(number)/GOVERNANCE.md"] = "# Governance \(number)\n"
        }
        let first = try git.commit(files, on: "2024-01-10")
        // What nobody asks about is in the same folder.
        try git.commit(["part-0/sub/program.c": "int main;\n"], on: "2024-02-10")
        let last = try git.commit(["part-0/sub/0/GOVERNANCE.md": "# Governance\n\nNew.\n"], on: "2024-03-10")

        let history = try #require(try await read(folder).value.communities[0].repositories[0].history)
        #expect(history.changes["part-0/sub/0/GOVERNANCE.md"]?.map(\.id) == [last, first])
        #expect(history.changes["part-\(39 % folders)/sub/39/GOVERNANCE.md"]?.map(\.id) == [first])
        #expect(history.changes["README.md"]?.map(\.id) == [first])
        #expect(history.changes["part-0/sub/program.c"] == nil)
      }
    }
  }

  @Test func asksNothingOfFilesBesideTheCodeWhereDocumentsAreMany() async throws {
    for documents in [1, 40] {
      try await withTemporaryFolder { folder in
        let git = try GitFixture(at: folder)
        var files = Self.files.merging(["pkg/OWNERS": "approvers: [ann]\n", "pkg/README.md": "# Package\n"]) { $1 }
        for number in 0..<documents { files["groups/\(number)/GOVERNANCE.md"] = "# Governance \(number)\n" }
        try git.commit(files, on: "2024-01-10")

        let read = try await read(folder)
        let changes = try #require(read.value.communities[0].repositories[0].history).changes
        let isMany = documents > 1
        for path in ["pkg/OWNERS", "pkg/README.md"] { #expect((changes[path] == nil) == isMany) }
        #expect(changes["groups/0/GOVERNANCE.md"] != nil && changes["README.md"] != nil)
        #expect(read.diagnostics.map(\.rule) == (isMany ? ["intake/much-history"] : []))
      }
    }
  }

  @Test func keepsTheHistoryOfAFileWhoseNewNameIsNotCommitted() async throws {
    try await withTemporaryFolder { folder in
      let git = try GitFixture(at: folder)
      let first = try git.commit(Self.files, on: "2024-01-10")
      try FileManager.default.createDirectory(at: folder.appending(path: "docs"), withIntermediateDirectories: true)
      try git.git("mv", "GOVERNANCE.md", "docs/GOVERNANCE.md")
      let list = folder.appending(path: "docs/MAINTAINERS.md")
      try FileManager.default.moveItem(at: folder.appending(path: "MAINTAINERS.md"), to: list)
      let more = "| Bob Beta | Acme |\n"
      try Data((try String(contentsOf: list, encoding: .utf8) + more).utf8).write(to: list)
      try Data("# Charter\n\nOf its own.\n".utf8).write(to: folder.appending(path: "CHARTER.md"))

      let community = try await read(folder).value.communities[0]
      #expect(community.changes(of: "docs/GOVERNANCE.md").map(\.id) == [first])
      #expect(community.changes(of: "docs/MAINTAINERS.md").map(\.id) == [first])
      #expect(community.maintainerHistory?.versions.map(\.commit.id) == [first])
      #expect(community.changes(of: "CHARTER.md").isEmpty)
    }
  }

  @Test func knowsNothingOfShallowAndPartialClones() async throws {
    try await withTemporaryFolder { folder in
      let git = try GitFixture(at: folder.appending(path: "origin"))
      try git.commit(Self.files, on: "2024-01-10")
      try git.commit(["GOVERNANCE.md": "# Governance\n\nNew.\n"], on: "2024-02-10")
      try git.git("config", "uploadpack.allowFilter", "true")
      let address = "file://\(git.folder.path(percentEncoded: false))"
      for (name, option) in [("shallow", "--depth=1"), ("partial", "--filter=blob:none")] {
        let clone = ["clone", "--quiet", option, address, folder.appending(path: name).path(percentEncoded: false)]
        #expect(try run("git", clone, environment: ["GIT_CONFIG_GLOBAL": "/dev/null"]).status == 0)
        let help = name == "shallow" ? "the clone is shallow" : "the clone is a partial one"
        #expect(try await note(folder.appending(path: name)) == ".git: the history is unknown: \(help)")
      }
    }
  }

  @Test func knowsNothingOfBrokenRepositories() async throws {
    try await withTemporaryFolder { folder in
      // The broken ones lie inside a good one, whose history is not theirs.
      let outer = try GitFixture(at: folder)
      try outer.commit(Self.files, on: "2024-01-10")
      let empty = folder.appending(path: "empty")
      try FileManager.default.createDirectory(at: empty.appending(path: ".git"), withIntermediateDirectories: true)
      let stray = folder.appending(path: "stray")
      try FileManager.default.createDirectory(at: stray, withIntermediateDirectories: true)
      try Data("gitdir: ../nowhere\n".utf8).write(to: stray.appending(path: ".git"))
      // A colon in its path, by which folders are parted that bound git's search.
      let colon = folder.appending(path: "a:b/inner")
      try FileManager.default.createDirectory(at: colon.appending(path: ".git"), withIntermediateDirectories: true)
      let unborn = try GitFixture(at: folder.appending(path: "unborn"))
      let damaged = try GitFixture(at: folder.appending(path: "damaged"))
      try damaged.commit(Self.files, on: "2024-01-10")
      try FileManager.default.removeItem(at: damaged.folder.appending(path: ".git/objects"))
      try FileManager.default.createDirectory(
        at: damaged.folder.appending(path: ".git/objects"), withIntermediateDirectories: true)
      for place in [empty, stray, colon, unborn.folder, damaged.folder] {
        try Data("# Example\n".utf8).write(to: place.appending(path: "README.md"))
        let note = try await note(place)
        #expect(note?.hasPrefix(".git: the history is unknown: ") == true, "\(place.lastPathComponent): \(note ?? "-")")
      }
      #expect(
        try await note(colon)
          == ".git: the history is unknown: its root is no git repository of its own")
      #expect(
        try await note(outer.folder, asOf: "2023-01-01")
          == ".git: the history is unknown: it has no commit up to the day of assessment")
    }
  }

  @Test func usesNoRepositoryAboveTheSource() async throws {
    try await withTemporaryFolder { folder in
      let git = try GitFixture(at: folder)
      for (path, text) in Self.files { try git.commit(["inside/\(path)": text], on: "2024-01-10") }
      #expect(try await note(folder.appending(path: "inside")) == nil)
    }
  }

  @Test func readsSubmodulesAndWorktrees() async throws {
    try await withTemporaryFolder { folder in
      let origin = try GitFixture(at: folder.appending(path: "origin"))
      let commit = try origin.commit(Self.files, on: "2024-01-10")
      let outer = try GitFixture(at: folder.appending(path: "outer"))
      try outer.git(
        "-c", "protocol.file.allow=always", "submodule", "--quiet", "add",
        origin.folder.path(percentEncoded: false), "community")
      let tree = folder.appending(path: "worktree")
      try origin.git("worktree", "add", "--quiet", "--detach", tree.path(percentEncoded: false))
      for place in [outer.folder.appending(path: "community"), tree] {
        var isFolder: ObjCBool = false
        let git = place.appending(path: ".git").path(percentEncoded: false)
        #expect(FileManager.default.fileExists(atPath: git, isDirectory: &isFolder) && !isFolder.boolValue)
        let result = try await read(place)
        #expect(result.diagnostics.isEmpty)
        #expect(result.value.communities[0].changes(of: "GOVERNANCE.md").map(\.id) == [commit])
      }
      // Seen from outside the submodule is one repository among others.
      let portfolio = try await read(folder)
      #expect(portfolio.value.communities.flatMap(\.repositories).count { $0.history != nil } >= 2)
    }
  }

  @Test func keepsTheOrderOfCommitsWhoseClocksWereWrong() async throws {
    try await withTemporaryFolder { folder in
      let git = try GitFixture(at: folder)
      func table(_ count: Int) -> String {
        "# Maintainers\n\n| Name | Company |\n|---|---|\n"
          + ["Ann Alpha", "Bob Bravo", "Cid Charlie"].prefix(count).map { "| \($0) | Acme |\n" }.joined()
      }
      try git.commit(["README.md": "# Example\n", "MAINTAINERS.md": table(1)], on: "2024-03-10")
      try git.commit(["MAINTAINERS.md": table(2)], on: "2024-01-10")
      try git.commit(["MAINTAINERS.md": table(3)], on: "2024-04-10")
      let history = try #require(try await read(folder).value.communities[0].maintainerHistory)
      #expect(history.versions.map(\.maintainers.count) == [1, 2, 3])
      #expect(history.versions.map(\.commit.date.description) == ["2024-03-10", "2024-03-10", "2024-04-10"])
    }
  }

  @Test func takesAnyName() async throws {
    try await withTemporaryFolder { folder in
      let git = try GitFixture(at: folder)
      let names = [
        "docs/governance \"quoted\".md", "new\nline/GOVERNANCE.md", "*/GOVERNANCE.md", ":(top)/GOVERNANCE.md",
        "-- --exec/GOVERNANCE.md", "é/GOVERNANCE.md",
      ]
      var files = Self.files
      for name in names { files[name] = "# Governance of \(name.utf8.count)\n" }
      let first = try git.commit(files, on: "2024-01-10")
      let second = try git.commit(["GOVERNANCE.md": "# Governance\n\nNew.\n"], on: "2024-02-10")
      let community = try await read(folder).value.communities[0]
      for name in names { #expect(community.changes(of: name).map(\.id) == [first], "\(name)") }
      #expect(community.changes(of: "GOVERNANCE.md").map(\.id) == [second, first])
    }
  }

  @Test func followsAListThatHadANameThatIsNoText() async throws {
    try await withTemporaryFolder { folder in
      let git = try GitFixture(at: folder)
      let table = "# Maintainers\n\n| Name | Company |\n|---|---|\n| Ann Alpha | Acme |\n| Bob Bravo | Acme |\n"
      try Data(table.utf8).write(to: folder.appending(path: "MAINTAINERS.md"))
      let script = #"mv MAINTAINERS.md "$(printf 'list\377\n.md')""#
      #expect(try run("sh", ["-c", script], in: folder).status == 0)
      let first = try git.commit(["README.md": "# Example\n"], on: "2024-01-10")
      let back = #"mv list* MAINTAINERS.md"#
      #expect(try run("sh", ["-c", back], in: folder).status == 0)
      let second = try git.commit([:], on: "2024-02-10")
      let history = try #require(try await read(folder).value.communities[0].maintainerHistory)
      #expect(history.versions.map(\.commit.id) == [first, second])
      #expect(history.versions.map(\.maintainers.count) == [2, 2])
      #expect(history.isComplete)
    }
  }

  @Test func leavesVersionsThatAreNoListWithoutRows() async throws {
    try await withTemporaryFolder { folder in
      let git = try GitFixture(at: folder)
      let table = "# Maintainers\n\n| Name | Company |\n|---|---|\n| Ann Alpha | Acme |\n"
      try git.commit(["README.md": "# Example\n", "MAINTAINERS.md": table], on: "2024-01-10")
      try git.commit(["MAINTAINERS.md": nil], on: "2024-02-10")
      try FileManager.default.createSymbolicLink(
        atPath: folder.appending(path: "MAINTAINERS.md").path(percentEncoded: false), withDestinationPath: "README.md")
      try git.commit([:], on: "2024-03-10")
      try FileManager.default.removeItem(at: folder.appending(path: "MAINTAINERS.md"))
      try git.commit(["MAINTAINERS.md": "\u{0}\u{0}\u{1}"], on: "2024-04-10")
      try git.commit(["MAINTAINERS.md": table], on: "2024-05-10")
      let history = try #require(try await read(folder).value.communities[0].maintainerHistory)
      #expect(history.versions.last?.maintainers.count == 1)
      #expect(
        history.versions.dropLast().filter { !$0.maintainers.isEmpty }.allSatisfy {
          $0.commit.date < Self.day("2024-02-01")
        })
    }
  }

  /// Every setting of a repository that makes `git` start something, with proof that it would.
  @Test func startsNothingThatARepositoryNames() async throws {
    try await withTemporaryFolder { folder in
      let git = try GitFixture(at: folder.appending(path: "community"))
      let marker = folder.appending(path: "marker").path(percentEncoded: false)
      let script = folder.appending(path: "evil").path(percentEncoded: false)
      // It also passes for a program that signs, so that there is a signature to check.
      let text = """
        #!/bin/sh
        echo "$0 $*" >> '\(marker)'
        echo "[GNUPG:] SIG_CREATED D 1 2 3" >&2
        echo "-----BEGIN PGP SIGNATURE-----"
        echo "-----END PGP SIGNATURE-----"
        cat > /dev/null

        """
      try Data(text.utf8).write(to: URL(filePath: script))
      try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: script)
      try git.git("config", "gpg.program", script)
      try git.git("config", "commit.gpgSign", "true")
      var files = Self.files
      files[".gitattributes"] = "*.md diff=evil filter=evil\n"
      try git.commit(files, on: "2024-01-10")
      try git.commit(["MAINTAINERS.md": (files["MAINTAINERS.md"] ?? "")! + "| Bob Bravo | Acme |\n"], on: "2024-02-10")
      for (name, value) in [
        ("core.fsmonitor", script), ("core.pager", script), ("pager.log", script), ("diff.external", script),
        ("diff.evil.textconv", script), ("diff.evil.command", script), ("filter.evil.smudge", script),
        ("filter.evil.clean", script), ("alias.log", "!\(script)"), ("alias.rev-parse", "!\(script)"),
        ("log.showSignature", "true"), ("core.sshCommand", script),
        ("core.hooksPath", folder.path(percentEncoded: false)),
        ("core.editor", script), ("core.askPass", script), ("credential.helper", "!\(script)"),
      ] {
        try git.git("config", name, value)
      }
      func marks() -> Int {
        let data = FileManager.default.contents(atPath: marker) ?? Data()
        return data.count { $0 == UInt8(ascii: "\n") }
      }
      // The trap works: a signature is checked by plain `git log`, and the monitor asked by `git status`.
      try FileManager.default.removeItem(atPath: marker)
      try git.git("log", "-1")
      #expect(marks() > 0)
      try FileManager.default.removeItem(atPath: marker)
      _ = try? git.git("status")
      #expect(marks() > 0)

      try FileManager.default.removeItem(atPath: marker)
      let result = try await read(git.folder)
      #expect(marks() == 0)
      #expect(result.diagnostics.isEmpty)
      #expect(result.value.communities[0].maintainerHistory?.versions.map(\.maintainers.count) == [1, 2])
    }
  }
}
