import Foundation
import Site
import TestSupport
import Testing

@testable import SitegenCLI

@Suite struct OutputDirectoryTests {
  private func plan(_ files: [String: String]) -> OutputPlan {
    let names = files.keys.sorted().map { "\"\($0)\": \"\"" }.joined(separator: ", ")
    let manifest = #"{"generator": "sitegen", "outputs": {\#(names)}}"#
    return OutputPlan(
      files: files.map { OutputFile(path: $0.key, bytes: Array($0.value.utf8)) }
        + [OutputFile(path: "manifest.json", bytes: Array(manifest.utf8))])
  }

  @Test func removesOnlyWhatItWroteItself() async throws {
    try await withTemporaryFolder { folder in
      let path = folder.appending(path: "out").path(percentEncoded: false)
      let first = try OutputDirectory(path: path).write(plan(["a/index.html": "1", "b.txt": "2"]))
      #expect((first.written, first.unchanged, first.removed) == (3, 0, 0))
      try Data("mine".utf8).write(to: folder.appending(path: "out/mine.txt"))
      let second = try OutputDirectory(path: path).write(plan(["b.txt": "2"]))
      #expect((second.written, second.unchanged, second.removed) == (1, 1, 1))
      #expect(try Files.names(in: path) == ["b.txt", "manifest.json", "mine.txt"])
    }
  }

  @Test func refusesADirectoryOfSomebodyElse() async throws {
    try await withTemporaryFolder { folder in
      try Data("x".utf8).write(to: folder.appending(path: "x"))
      #expect(throws: OutputDirectory.NotOurs.self) {
        try OutputDirectory(path: folder.path(percentEncoded: false))
      }
    }
  }

  @Test func writesNothingThroughALink() async throws {
    try await withTemporaryFolder { folder in
      let path = folder.appending(path: "out").path(percentEncoded: false)
      _ = try OutputDirectory(path: path).write(plan(["a/x.txt": "1"]))
      let elsewhere = folder.appending(path: "elsewhere")
      try FileManager.default.createDirectory(at: elsewhere, withIntermediateDirectories: true)
      try FileManager.default.removeItem(atPath: path + "/a")
      try FileManager.default.createSymbolicLink(atPath: path + "/a", withDestinationPath: elsewhere.path())
      #expect(throws: FileError.self) { try OutputDirectory(path: path).write(plan(["a/x.txt": "2"])) }
      _ = try OutputDirectory(path: path).write(plan(["b.txt": "2"]))
      #expect(try Files.names(in: elsewhere.path(percentEncoded: false)).isEmpty)
    }
  }

  @Test func namesTheFirstDifferingLine() async throws {
    try await withTemporaryFolder { folder in
      let path = folder.appending(path: "out").path(percentEncoded: false)
      _ = try OutputDirectory(path: path).write(plan(["a": "1\n2\n", "b": "x"]))
      let found = try OutputDirectory(path: path).differences(from: plan(["a": "1\n3\n", "c": ""]))
      #expect(found.map(\.path) == ["a", "b", "c", "manifest.json"])
      #expect(found.map(\.kind) == [.differs, .extra, .missing, .differs])
      #expect(found.first?.firstLine?.number == 2)
    }
  }
}
