import Hashing
import Synchronization

/// One file of the output, not written yet.
public struct OutputFile: Sendable, Hashable {
  /// Path relative to the output directory, `/` separators.
  public let path: String
  /// Its bytes.
  public let bytes: [UInt8]
  /// SHA-256 of its bytes in hexadecimal: the manifest and whoever writes the file need it.
  public let hash: String
  /// A file.
  public init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
    hash = SHA256.hex(bytes)
  }
}

/// Where the files of a site go, each as soon as it is made, so that none waits in memory for the others.
public struct OutputSink: Sendable {
  /// Whether more files are wanted: nothing is made for a sink that is closed.
  public let isOpen: @Sendable () -> Bool
  /// Takes a file; several tasks call it at once, in no order, each path once.
  public let take: @Sendable (OutputFile) -> Void
  /// A sink.
  public init(isOpen: @escaping @Sendable () -> Bool = { true }, take: @escaping @Sendable (OutputFile) -> Void) {
    self.isOpen = isOpen
    self.take = take
  }
}

/// Every file of the output, kept in memory: for comparing, not for writing.
public struct OutputPlan: Sendable, Hashable {
  /// Files by path, sorted by UTF-8 bytes.
  public let files: [OutputFile]
  /// A plan.
  public init(files: [OutputFile]) {
    self.files = files.sortedByBytes(of: \.path)
  }
}

/// A sink that keeps every file.
final class CollectedFiles: Sendable {
  private let files = Mutex<[OutputFile]>([])

  var sink: OutputSink { OutputSink(take: { file in self.files.withLock { $0.append(file) } }) }

  var plan: OutputPlan { OutputPlan(files: files.withLock { $0 }) }
}
