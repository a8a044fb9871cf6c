import Foundation
import Hashing
import Intake
import Site
import TestSupport
import Testing

@testable import SitegenCLI

@Suite struct OutputDirectoryTests {
  /// Writes a site of these files and their manifest.
  @discardableResult
  private func write(
    _ files: [String: String], to path: String, inPlace: Bool = false
  ) throws -> (summary: OutputWriter.Summary, kept: [String]) {
    let writer = try OutputWriter(path, inPlace: inPlace, patience: 0)
    for file in plan(files).files { writer.sink.take(file) }
    return try writer.finish()
  }

  private func plan(_ files: [String: String]) -> OutputPlan {
    let names = files.sorted { $0.key < $1.key }.map { "\"\($0)\": \"\(SHA256.hex(Array($1.utf8)))\"" }
    let manifest =
      #"{"generator": "sitegen", "schema": "manifest/1", "version": "0", "outputs": {\#(names.joined(separator: ","))}}"#
    return OutputPlan(
      files: files.map { OutputFile(path: $0.key, bytes: Array($0.value.utf8)) }
        + [OutputFile(path: "manifest.json", bytes: Array(manifest.utf8))])
  }

  private func withOutput(_ body: (String, URL) async throws -> Void) async throws {
    try await withTemporaryFolder { folder in
      try await body(folder.appending(path: "out").path(percentEncoded: false), folder)
      let names = try Files.names(in: folder.path(percentEncoded: false))
      #expect(!names.contains(".out.sitegen"), "nothing is left beside the output")
    }
  }

  private func put(_ text: String, _ path: String) throws {
    let file = URL(filePath: path)
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }

  @Test(arguments: [false, true]) func removesOnlyWhatItWroteItself(inPlace: Bool) async throws {
    try await withOutput { path, _ in
      let first = try write(["a/index.html": "1", "b.txt": "2", "c.txt": "3"], to: path, inPlace: inPlace).summary
      #expect((first.written, first.unchanged, first.removed) == (4, 0, 0))
      try put("mine", "\(path)/mine.txt")
      try put("mine", "\(path)/a/notes/mine.txt")
      try put("changed by somebody", "\(path)/c.txt")
      let second = try write(["b.txt": "2"], to: path, inPlace: inPlace).summary
      #expect((second.written, second.unchanged, second.removed) == (1, 1, 1))
      #expect(try Files.names(in: path) == ["a", "b.txt", "c.txt", "manifest.json", "mine.txt"])
      #expect(try Files.names(in: "\(path)/a") == ["notes"])
      #expect(Files.text("\(path)/a/notes/mine.txt") == "mine")
    }
  }

  @Test func keepsAFolderOfSomebodyElseThatIsNamedAsOurs() async throws {
    try await withOutput { path, _ in
      try write(["a.txt": "1"], to: path)
      try put("mine", "\(path)/.sitegen/mine.txt")
      try write(["a.txt": "2"], to: path)
      #expect(Files.text("\(path)/.sitegen/mine.txt") == "mine")
    }
  }

  @Test(arguments: [false, true]) func keepsTheTimesOfWhatDidNotChange(inPlace: Bool) async throws {
    try await withOutput { path, _ in
      try write(["a.txt": "1", "b.txt": "2"], to: path, inPlace: inPlace)
      let day = Date(timeIntervalSince1970: 1_000_000)
      try FileManager.default.setAttributes([.modificationDate: day], ofItemAtPath: "\(path)/a.txt")
      try write(["a.txt": "1", "b.txt": "3"], to: path, inPlace: inPlace)
      #expect(
        try FileManager.default.attributesOfItem(atPath: "\(path)/a.txt")[.modificationDate] as? Date == day)
      #expect(Files.text("\(path)/b.txt") == "3")
    }
  }

  @Test func leavesTheFolderAloneWhenNothingChanged() async throws {
    try await withOutput { path, _ in
      try write(["a.txt": "1"], to: path)
      let before = try FileManager.default.attributesOfItem(atPath: path)[.systemFileNumber] as? Int
      try write(["a.txt": "1"], to: path)
      #expect(try FileManager.default.attributesOfItem(atPath: path)[.systemFileNumber] as? Int == before)
    }
  }

  @Test(arguments: ["x", "manifest.json"]) func refusesADirectoryOfSomebodyElse(name: String) async throws {
    try await withOutput { path, _ in
      // Read as YAML this would name the generator.
      try put("generator: sitegen\noutputs: {}\n", "\(path)/\(name)")
      #expect(throws: OutputDirectory.ForeignDirectory.self) { try OutputDirectory(path: path) }
      #expect(throws: OutputDirectory.ForeignDirectory.self) { try write(["a": "1"], to: path) }
    }
  }

  @Test(arguments: [false, true]) func writesNothingThroughALink(inPlace: Bool) async throws {
    try await withOutput { path, folder in
      try write(["a/x.txt": "1"], to: path)
      let elsewhere = folder.appending(path: "elsewhere").path(percentEncoded: false)
      try put("2", "\(elsewhere)/x.txt")
      try FileManager.default.removeItem(atPath: path + "/a")
      try FileManager.default.createSymbolicLink(atPath: path + "/a", withDestinationPath: elsewhere)
      #expect(try write(["a/x.txt": "2"], to: path, inPlace: inPlace).kept == ["a.kept"])
      #expect(Files.kind(of: path + "/a") == .directory && Files.text(path + "/a/x.txt") == "2")
      try write(["b.txt": "2"], to: path, inPlace: inPlace)
      #expect(Files.text("\(elsewhere)/x.txt") == "2")
    }
  }

  @Test(arguments: [false, true]) func neitherHangsAtNorStopsForWhatStandsInTheWay(inPlace: Bool) async throws {
    try await withOutput { path, _ in
      try write(["a.html": "1", "b/c.html": "1", "d.html": "1"], to: path)
      try FileManager.default.removeItem(atPath: path + "/a.html")
      #expect(mkfifo(path + "/a.html", 0o600) == 0)
      try FileManager.default.removeItem(atPath: path + "/d.html")
      try put("mine", path + "/d.html/mine.txt")
      try FileManager.default.removeItem(atPath: path + "/b")
      try put("mine", path + "/b")
      let result = try write(["a.html": "2", "b/c.html": "2", "d.html": "2"], to: path, inPlace: inPlace)
      #expect(result.kept == ["b.kept", "d.html.kept"])
      for file in ["a.html", "b/c.html", "d.html"] { #expect(Files.text("\(path)/\(file)") == "2") }
      #expect(Files.text(path + "/b.kept") == "mine" && Files.text(path + "/d.html.kept/mine.txt") == "mine")
    }
  }

  @Test func leavesThePreviousSiteWholeWhenABuildFails() async throws {
    try await withOutput { path, _ in
      try write(["a": "1"], to: path)
      let writer = try OutputWriter(path, patience: 0)
      writer.sink.take(OutputFile(path: "b", bytes: [1]))
      writer.sink.take(OutputFile(path: "b/c", bytes: [1]))
      #expect(!writer.sink.isOpen())
      #expect(throws: FileError.self) { try writer.finish() }
      #expect(try Files.names(in: path) == ["a", "manifest.json"])
    }
  }

  @Test func namesWhoWritesThereAlready() async throws {
    try await withOutput { path, _ in
      let writer = try OutputWriter(path, patience: 0)
      do {
        _ = try OutputWriter(path, patience: 0)
        Issue.record("two builds wrote at once")
      } catch let error as OutputWork.Held {
        #expect(error.description.contains("(process \(getpid()))"))
      }
      writer.discard()
    }
  }

  @Test func putsRightWhatAKilledBuildLeft() async throws {
    try await withOutput { path, folder in
      let work = folder.appending(path: ".out.sitegen").path(percentEncoded: false)
      // Killed while files were made, before there was any site.
      try put("process 1\n", "\(work)/holder")
      try put("half", "\(work)/tree/a")
      try write(["a": "1"], to: path)
      #expect(Files.text(path + "/a") == "1")
      // Killed between the exchange and the move of a user's folder.
      try put("process 1\n", "\(work)/holder")
      try put("mine", "\(work)/tree/mine/notes.txt")
      try put("old", "\(work)/tree/a")
      try put("mine\0mine", "\(work)/moves")
      try write(["a": "1"], to: path)
      #expect(Files.text(path + "/mine/notes.txt") == "mine" && Files.text(path + "/a") == "1")
      // Killed between the two renames of a system without an exchange.
      try put("process 1\n", "\(work)/holder")
      try FileManager.default.moveItem(atPath: path, toPath: "\(work)/old")
      try write(["a": "1"], to: path)
      #expect(Files.text(path + "/mine/notes.txt") == "mine" && Files.text(path + "/a") == "1")
    }
  }

  @Test func namesTheFirstDifferingLine() async throws {
    try await withOutput { path, _ in
      try write(["a": "1\n2\n", "b": "x"], to: path)
      let found = try OutputDirectory(path: path).differences(from: plan(["a": "1\n3\n", "c": ""]))
      #expect(found.map(\.path) == ["a", "b", "c", "manifest.json"])
      #expect(found.map(\.kind) == [.differs, .extra, .missing, .differs])
      #expect(found.first?.firstLine?.number == 2)
    }
  }
}

@Suite struct SiteManifestTests {
  @Test(arguments: [
    "", "generator: sitegen", "{}", #"{"generator": "sitegen", "outputs": {}}"#,
    #"{"generator": "sitegen", "schema": "manifest/1", "version": "1", "outputs": {"a": "x"}}"#,
    #"{"generator": "sitegen", "schema": "manifest/1", "version": "1", "outputs": {}} # and more"#,
    #"{"generator": "sitegen", "schema": "manifest/1", "version": "1", "outputs": []}"#,
  ])
  func takesNothingElseForAManifest(text: String) {
    #expect(SiteManifest(Array(text.utf8)) == nil)
  }

  @Test func readsWhatABuildWrites() {
    let hash = String(repeating: "0", count: 64)
    func manifest(_ path: String) -> SiteManifest? {
      SiteManifest(
        Array(
          #"{ "generator":"sitegen", "schema":"manifest/1","version":"0.1.0", "inputs": {}, "outputs": {"\#(path)": "\#(hash)"} }"#
            .utf8))
    }
    #expect(manifest(#"a \"\\\u0007é"#)?.hashes == ["a \"\\\u{7}é": hash])
    #expect(manifest("../a") == nil && manifest("/a") == nil && manifest("a//b") == nil)
  }
}
