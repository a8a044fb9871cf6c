/// One file of the output, not written yet.
public struct OutputFile: Sendable, Hashable {
  /// Path relative to the output directory, `/` separators.
  public let path: String
  /// Its bytes.
  public let bytes: [UInt8]
  /// A file.
  public init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }
}

/// Every file of the output, before anything is written.
public struct OutputPlan: Sendable, Hashable {
  /// Files by path, sorted by UTF-8 bytes, each path once.
  public let files: [OutputFile]
  /// A plan; of two files with one path the first is kept (the renderer reports the collision).
  public init(files: [OutputFile]) {
    var seen: Set<[UInt8]> = []
    self.files = files.filter { seen.insert(Array($0.path.utf8)).inserted }
      .sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  }
}
