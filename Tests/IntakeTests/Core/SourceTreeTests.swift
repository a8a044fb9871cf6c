import Diagnostics
import Hashing
import Testing

@testable import Intake

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A folder on disk for one test, removed afterwards.
private struct Folder: ~Copyable {
  let path: String

  init() throws {
    var template = Array("/tmp/sitegen-intake-XXXXXX".utf8CString)
    path = String(cString: try #require(mkdtemp(&template)))
  }

  deinit { remove(path) }

  private func remove(_ path: String) {
    var status = stat()
    guard lstat(path, &status) == 0 else { return }
    if status.st_mode & S_IFMT == S_IFDIR, let handle = opendir(path) {
      while let entry = readdir(handle) {
        let name = withUnsafePointer(to: &entry.pointee.d_name) {
          $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
        }
        if name != ".", name != ".." { remove(path + "/" + name) }
      }
      closedir(handle)
      rmdir(path)
    } else {
      unlink(path)
    }
  }

  func write(_ name: String, _ text: String) {
    var folder = path
    for part in name.split(separator: "/").dropLast() {
      folder += "/" + part
      mkdir(folder, 0o755)
    }
    guard let file = fopen(path + "/" + name, "w") else { return }
    fputs(text, file)
    fclose(file)
  }
}

@Suite struct SourceTreeTests {
  @Test func walksFilesInByteOrderAndNotesCheckouts() throws {
    let folder = try Folder()
    folder.write("b/README.md", "b")
    folder.write("b/.git/HEAD", "ref")
    folder.write("B.md", "B")
    folder.write("a.md", "a")
    let tree = try #require(SourceTree.disk(root: folder.path))
    #expect(tree.files.map(\.path) == ["B.md", "a.md", "b/README.md"])
    #expect(tree.gitRoots == ["b"])
    #expect(tree.read("a.md") == .success([UInt8(ascii: "a")]))
  }

  @Test func leavesOutIgnoredAndVendoredFolders() throws {
    let folder = try Folder()
    folder.write(".gitignore", "/out/\n*.log\n!keep.log\n")
    folder.write("out/x.md", "")
    folder.write("a.log", "")
    folder.write("keep.log", "")
    folder.write("deep/.gitignore", "only-here.md\n")
    folder.write("deep/only-here.md", "")
    folder.write("deep/out/y.md", "")
    folder.write("node_modules/z.md", "")
    folder.write("app/manifest.json", "{\"name\": \"app\"}")
    let tree = try #require(SourceTree.disk(root: folder.path))
    #expect(
      tree.files.map(\.path) == [
        ".gitignore", "app/manifest.json", "deep/.gitignore", "deep/out/y.md", "keep.log",
      ])
  }

  private func manifest(_ files: [String: String]) -> String {
    let outputs = files.sorted { $0.key < $1.key }.map { "\"\($0)\": \"\(SHA256.hex(Array($1.utf8)))\"" }
    return """
      {"generator": "sitegen", "schema": "manifest/1", "version": "0", "outputs": {\(outputs.joined(separator: ", "))}}
      """
  }

  @Test func leavesOutWhatASiteOfOursIsMadeOf() throws {
    let folder = try Folder()
    let files = ["index.html": "<p>", "a/gap-report.md": "# Gaps\n", "schemas/a.json": "{}"]
    for (path, text) in files { folder.write("site/\(path)", text) }
    folder.write("site/manifest.json", manifest(files))
    folder.write("site/CONTRIBUTING.md", "of somebody else")
    folder.write(".site.sitegen/holder", "process 1\n")
    folder.write(".site.sitegen/tree/a/gap-report.md", "half")
    let tree = try #require(SourceTree.disk(root: folder.path))
    #expect(tree.files.map(\.path) == ["site/CONTRIBUTING.md"])
    #expect(tree.diagnostics.map(\.rule) == ["intake/no-file", "intake/own-site"])
    #expect(tree.diagnostics.last?.summary.contains("4 files") == true)
  }

  @Test func hidesNoDocumentBehindAForgedManifest() throws {
    let folder = try Folder()
    folder.write("docs/SECURITY.md", "Write to us.\n")
    folder.write("docs/manifest.json", manifest(["SECURITY.md": "something else", "index.html": ""]))
    folder.write("old/SECURITY.md", "Write to us.\n")
    folder.write("old/manifest.json", "generator: sitegen\n")
    let tree = try #require(SourceTree.disk(root: folder.path))
    #expect(tree.files.map(\.path) == ["docs/SECURITY.md", "old/SECURITY.md", "old/manifest.json"])
  }

  @Test func hidesNoDocumentThatAForgedManifestListsWithItsHash() throws {
    let folder = try Folder()
    folder.write("docs/SECURITY.md", "Write to us.\n")
    folder.write("docs/manifest.json", manifest(["SECURITY.md": "Write to us.\n"]))
    let tree = try #require(SourceTree.disk(root: folder.path))
    #expect(tree.files.map(\.path) == ["docs/SECURITY.md"])
  }

  @Test func saysThatALinkLeadsToAPipe() throws {
    let folder = try Folder()
    mkfifo(folder.path + "/queue", 0o600)
    symlink("queue", folder.path + "/SECURITY.md")
    let tree = try #require(SourceTree.disk(root: folder.path))
    #expect(tree.files.isEmpty && tree.diagnostics.map(\.location?.path) == ["SECURITY.md"])
  }

  @Test func saysWhatIsNamedLikeADocumentAndIsNone() throws {
    let folder = try Folder()
    folder.write("README.md", "")
    folder.write("ADOPTERS.md/x.md", "")
    mkfifo(folder.path + "/SECURITY.md", 0o600)
    mkfifo(folder.path + "/sitegen.yaml", 0o600)
    mkfifo(folder.path + "/queue", 0o600)
    let tree = try #require(SourceTree.disk(root: folder.path))
    #expect(tree.files.map(\.path) == ["ADOPTERS.md/x.md", "README.md"])
    #expect(
      tree.diagnostics.map { "\($0.location?.path ?? "") \($0.severity)" } == [
        "ADOPTERS.md note", "SECURITY.md warning", "sitegen.yaml warning",
      ])
  }

  @Test func takesLongIgnoreFilesAndRefusesTheLongest() throws {
    let folder = try Folder()
    folder.write(".gitignore", (0..<50_000).map { "name\($0).md\n" }.joined() + "x.md\n!x.md\ny.md/\n!n*7.md\n")
    for name in ["name49999.md", "name7.md", "x.md", "y.md"] { folder.write(name, "") }
    folder.write("d/y.md/z.md", "")
    var tree = try #require(SourceTree.disk(root: folder.path))
    #expect(tree.files.map(\.path) == [".gitignore", "name7.md", "x.md", "y.md"])
    #expect(tree.diagnostics.isEmpty)
    folder.write(".gitignore", String(repeating: "*a\n", count: 5_000))
    tree = try #require(SourceTree.disk(root: folder.path))
    #expect(tree.diagnostics.map(\.rule).contains("intake/too-many-patterns"))
  }

  @Test func followsLinksInsideOnly() throws {
    let folder = try Folder()
    folder.write("real.md", "text")
    symlink("real.md", folder.path + "/link.md")
    symlink("/etc/hostname", folder.path + "/outside.md")
    symlink(".", folder.path + "/loop")
    let tree = try #require(SourceTree.disk(root: folder.path))
    #expect(tree.files.map(\.path) == ["link.md", "real.md"])
    #expect(tree.diagnostics.map(\.rule) == ["intake/outside-link"])
    #expect(tree.diagnostics.first?.location?.path == "outside.md")
    #expect(tree.read("link.md") == .success(Array("text".utf8)))
  }

  @Test func obeysIgnoreFilesAsGitDoes() throws {
    let folder = try Folder()
    folder.write(
      ".gitignore",
      "\u{FEFF}*.tmp\n# note\n\\#odd.md\n/top.md\nbuild/\ndocs/*.md\n!docs/keep.md\na/**/z.md\nspace.md   \n")
    for name in [
      "x.tmp", "d/x.tmp", "#odd.md", "top.md", "d/top.md", "build/r.md", "d/build/r.md", "docs/a.md", "docs/keep.md",
      "docs/sub/a.md", "a/z.md", "a/b/c/z.md", "b/a/z.md", "space.md", "nobuild/r.md",
    ] { folder.write(name, "") }
    folder.write("d/.gitignore", "!x.tmp\n/only.md\n")
    folder.write("d/only.md", "")
    folder.write("d/e/only.md", "")
    let tree = try #require(SourceTree.disk(root: folder.path))
    #expect(
      tree.files.map(\.path).filter { !$0.hasSuffix(".gitignore") } == [
        "b/a/z.md", "d/e/only.md", "d/top.md", "d/x.tmp", "docs/keep.md", "docs/sub/a.md", "nobuild/r.md",
      ])
  }

  @Test func readsOddNamesAndSaysWhichItCannot() throws {
    let folder = try Folder()
    folder.write(" ADOPTERS.md", "")
    folder.write("new\nline/OWNERS", "")
    folder.write("社区/治理.md", "")
    folder.write("pkg/testdata/OWNERS", "")
    symlink("loop-b.md", folder.path + "/loop-a.md")
    symlink("loop-a.md", folder.path + "/loop-b.md")
    symlink("nowhere", folder.path + "/nothing")
    if let file = fopen(folder.path + "/bad\u{1}.md", "w") { fclose(file) }
    folder.path.withCString { root in
      var name = Array(UnsafeBufferPointer(start: root, count: strlen(root))) + Array("/caf".utf8CString.dropLast())
      name += [CChar(bitPattern: 0xE9), 0]
      if let file = fopen(name, "w") { fclose(file) }
    }
    let tree = try #require(SourceTree.disk(root: folder.path))
    #expect(tree.files.map(\.path) == [" ADOPTERS.md", "bad\u{1}.md", "new\nline/OWNERS", "社区/治理.md"])
    #expect(
      tree.diagnostics.map { "\($0.location?.path ?? "") \($0.rule)" }.sorted() == [
        ". intake/file-name", "loop-a.md intake/dangling-link", "loop-b.md intake/dangling-link",
      ])
    #expect(tree.diagnostics.allSatisfy { $0.kind != .unreadable })
  }

  @Test func stopsInVeryDeepTreesAndSaysSo() throws {
    let folder = try Folder()
    folder.write((0..<80).map { "d\($0)" }.joined(separator: "/") + "/README.md", "")
    folder.write("README.md", "")
    let tree = try #require(SourceTree.disk(root: folder.path))
    #expect(tree.files.map(\.path) == ["README.md"])
    #expect(tree.diagnostics.map(\.rule) == ["intake/too-deep"])
  }

  @Test func saysWhyAFileCannotBeRead() throws {
    let folder = try Folder()
    folder.write("a.md", "text")
    let tree = try #require(SourceTree.disk(root: folder.path))
    guard case .failure(let diagnostic) = tree.read("../../etc/hostname") else {
      Issue.record("read a file outside of the source")
      return
    }
    #expect(diagnostic.kind == .unreadable)
    #expect(SourceTree.disk(root: folder.path + "/absent") == nil)
  }
}

@Suite struct GlobTests {
  @Test(arguments: [
    ("*.md", "a.md", true), ("*.md", "x/a.md", false), ("**/*.md", "a.md", true), ("**/*.md", "x/y/a.md", true),
    ("docs/**", "docs/x/y", true), ("docs/**", "doc", false), ("a?c", "abc", true), ("a?c", "a/c", false),
    ("[a-c]x", "bx", true), ("[!a-c]x", "bx", false), ("a\\*b", "a*b", true), ("a\\*b", "axb", false),
    ("x/**/z", "x/z", true), ("x/**/z", "x/y/z", true), ("[", "[", true), ("", "", true),
  ])
  func matches(_ pattern: String, _ path: String, _ expected: Bool) {
    #expect(Glob(pattern).matches(path) == expected)
  }

  @Test func staysQuickOnHostilePatterns() {
    let pattern = String(repeating: "*a", count: 500)
    #expect(!Glob(pattern).matches(String(repeating: "a", count: 2000) + "b"))
  }
}
