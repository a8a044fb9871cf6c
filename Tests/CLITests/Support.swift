import Foundation
import TestSupport

/// The program beside the tests.
let program = URL(filePath: CommandLine.arguments[0]).resolvingSymlinksInPath()
  .deletingLastPathComponent().appending(path: "sitegen").path(percentEncoded: false)

extension RunResult {
  /// Standard output as text.
  var text: String { String(decoding: output, as: UTF8.self) }
}

/// Runs the program as it was built.
func sitegen(_ arguments: [String], in folder: URL? = nil, environment: [String: String]? = nil) throws -> RunResult {
  try run(program, arguments, input: Data(), in: folder, environment: environment)
}

/// Writes files below a folder.
func write(_ files: [String: String], to folder: URL) throws {
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  for (path, text) in files {
    let file = folder.appending(path: path)
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }
}

/// A small community in the folder `in`, with these files beside its own.
func withCommunity(_ files: [String: String] = [:], _ body: (URL) async throws -> Void) async throws {
  let base = [
    "README.md": "# Sample\n\nA CNCF project. See [governance](GOVERNANCE.md).\n",
    "GOVERNANCE.md": "# Governance\n\nMaintainers decide by vote.\n",
    "MAINTAINERS.md": "# Maintainers\n\n| Name | Employer |\n|--|--|\n| [Ada](https://github.com/ada) | Example |\n",
  ]
  try await withTemporaryFolder { folder in
    try write(base.merging(files, uniquingKeysWith: { $1 }), to: folder.appending(path: "in"))
    try await body(folder)
  }
}
