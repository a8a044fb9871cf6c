public import Foundation
import Synchronization

/// What a program printed and how it ended.
public struct RunResult: Sendable {
  /// Exit status.
  public let status: Int32
  /// Bytes of standard output.
  public let output: Data
  /// Text of standard error.
  public let error: String
}

/// Runs a program with bytes on its standard input; a program that is not there is looked up in PATH.
public func run(
  _ program: String, _ arguments: [String], input: Data = Data(), in directory: URL? = nil,
  environment: [String: String]? = nil
) throws -> RunResult {
  let process = Process()
  process.executableURL = program.contains("/") ? URL(filePath: program) : URL(filePath: "/usr/bin/env")
  process.arguments = program.contains("/") ? arguments : [program] + arguments
  if let directory { process.currentDirectoryURL = directory }
  if let environment {
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
  }
  let (stdin, stdout, stderr) = (Pipe(), Pipe(), Pipe())
  process.standardInput = stdin
  process.standardOutput = stdout
  process.standardError = stderr
  try process.run()
  // Input and both outputs flow at once: a full pipe on one side must not stop the others.
  let errors = Mutex(Data())
  let group = DispatchGroup()
  DispatchQueue.global().async(group: group) {
    try? stdin.fileHandleForWriting.write(contentsOf: input)
    try? stdin.fileHandleForWriting.close()
  }
  DispatchQueue.global().async(group: group) {
    let read = bytes(of: stderr)
    errors.withLock { $0 = read }
  }
  let output = bytes(of: stdout)
  group.wait()
  process.waitUntilExit()
  return RunResult(
    status: process.terminationStatus, output: output,
    error: String(decoding: errors.withLock { $0 }, as: UTF8.self))
}

/// Everything that comes out of a pipe. `readDataToEndOfFile` ends the process where a signal interrupts it.
private func bytes(of pipe: Pipe) -> Data {
  var data = Data()
  var buffer = [UInt8](repeating: 0, count: 65_536)
  while true {
    let count = read(pipe.fileHandleForReading.fileDescriptor, &buffer, buffer.count)
    if count < 0, errno == EINTR { continue }
    guard count > 0 else { return data }
    data.append(contentsOf: buffer[..<count])
  }
}

/// A folder for one test, removed when `body` returns.
public func withTemporaryFolder<Result>(_ body: (URL) async throws -> Result) async throws -> Result {
  let folder = FileManager.default.temporaryDirectory.appending(path: "sitegen-test-\(UUID().uuidString)")
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  return try await body(folder)
}
