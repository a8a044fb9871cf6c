#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// A failure of the file system, told with the path and the system's reason.
struct FileError: Error, CustomStringConvertible {
  let path: String
  let action: String
  let code: Int32

  var description: String { "cannot \(action) \(path): \(String(cString: strerror(code)))" }
}

/// Files by system calls: Foundation's writes wait for the disk on every file, and nobody here needs that.
enum Files {
  /// What a path is; links are not followed.
  enum Kind { case absent, file, directory, other }

  static func kind(of path: String) -> Kind {
    var info = stat()
    guard lstat(path, &info) == 0 else { return .absent }
    switch info.st_mode & S_IFMT {
    case S_IFREG: return .file
    case S_IFDIR: return .directory
    default: return .other
    }
  }

  /// Whether a path, links followed, is a directory.
  static func isDirectory(_ path: String) -> Bool {
    var info = stat()
    return stat(path, &info) == 0 && info.st_mode & S_IFMT == S_IFDIR
  }

  /// Where a folder lies in the git checkout around it, as a path from the checkout's root; nil for a checkout itself
  /// and outside of any.
  static func folderInRepository(_ folder: String) -> String? {
    guard let resolved = realpath(folder, nil) else { return nil }
    defer { free(resolved) }
    let parts = String(cString: resolved).split(separator: "/")
    for count in stride(from: parts.count, to: 0, by: -1) {
      let root = "/" + parts.prefix(count).joined(separator: "/")
      guard kind(of: root + "/.git") != .absent else { continue }
      return count == parts.count ? nil : parts.dropFirst(count).joined(separator: "/")
    }
    return nil
  }

  /// The bytes of a file, or of standard input for `-`.
  static func read(_ path: String) throws(FileError) -> [UInt8] {
    let descriptor = path == "-" ? 0 : open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileError(path: path, action: "read", code: errno) }
    defer { if descriptor != 0 { close(descriptor) } }
    var info = stat()
    let expected = fstat(descriptor, &info) == 0 ? Int(info.st_size) : 0
    var bytes: [UInt8] = []
    while true {
      let room = max(64 * 1024, expected - bytes.count + 1)
      var failure: Int32 = 0
      let chunk = [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
        count = max(0, systemRead(descriptor, buffer.baseAddress, room, &failure))
      }
      if failure != 0 { throw FileError(path: path, action: "read", code: failure) }
      if chunk.isEmpty { return bytes }
      if bytes.isEmpty { bytes = chunk } else { bytes += chunk }
    }
  }

  /// Writes a new file; one of that name is replaced.
  static func write(_ bytes: [UInt8], to path: String) throws(FileError) {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o644)
    guard descriptor >= 0 else { throw FileError(path: path, action: "write", code: errno) }
    defer { close(descriptor) }
    try write(bytes, to: descriptor, named: path)
  }

  /// Writes to an open descriptor: 1 is standard output, 2 standard error.
  static func write(_ bytes: [UInt8], to descriptor: Int32, named name: String) throws(FileError) {
    var failure: Int32 = 0
    bytes.withUnsafeBytes { buffer in
      var offset = 0
      while offset < buffer.count, let base = buffer.baseAddress {
        let written = systemWrite(descriptor, base + offset, buffer.count - offset)
        if written < 0 {
          if errno == EINTR { continue }
          failure = errno
          return
        }
        offset += written
      }
    }
    if failure != 0 { throw FileError(path: name, action: "write", code: failure) }
  }

  /// Creates a directory and those above it; links are followed.
  static func makeRoot(_ path: String) throws(FileError) {
    if isDirectory(path) { return }
    if let slash = path.lastIndex(of: "/"), slash > path.startIndex { try makeRoot(String(path[..<slash])) }
    try makeOne(path)
  }

  /// Creates the directories of a relative path below `root`; a link among them is refused.
  static func makeDirectories(_ parts: [String], below root: String) throws(FileError) {
    var path = root
    for part in parts {
      path += "/" + part
      switch kind(of: path) {
      case .directory: continue
      case .absent: try makeOne(path)
      case .file, .other: throw FileError(path: path, action: "create directory", code: ENOTDIR)
      }
    }
  }

  private static func makeOne(_ path: String) throws(FileError) {
    if mkdir(path, 0o755) != 0, errno != EEXIST { throw FileError(path: path, action: "create", code: errno) }
  }

  static func rename(_ from: String, to path: String) throws(FileError) {
    if systemRename(from, path) != 0 { throw FileError(path: path, action: "write", code: errno) }
  }

  static func remove(_ path: String) throws(FileError) {
    if unlink(path) != 0, errno != ENOENT { throw FileError(path: path, action: "remove", code: errno) }
  }

  /// Removes a directory if it is empty; otherwise nothing happens.
  static func removeIfEmpty(_ directory: String) { _ = rmdir(directory) }

  /// Names in a directory, sorted by bytes.
  static func names(in directory: String) throws(FileError) -> [String] {
    guard let stream = opendir(directory) else { throw FileError(path: directory, action: "read", code: errno) }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  static func isTerminal(_ descriptor: Int32) -> Bool { isatty(descriptor) == 1 }
}

// Free functions, because the members above hide the system's names inside the enum.
private func systemRead(_ descriptor: Int32, _ base: UnsafeMutableRawPointer?, _ count: Int, _ failure: inout Int32)
  -> Int
{
  while true {
    let got = read(descriptor, base, count)
    if got >= 0 { return got }
    if errno != EINTR {
      failure = errno
      return 0
    }
  }
}

private func systemWrite(_ descriptor: Int32, _ base: UnsafeRawPointer, _ count: Int) -> Int {
  write(descriptor, base, count)
}

private func systemRename(_ from: String, _ to: String) -> Int32 { rename(from, to) }
