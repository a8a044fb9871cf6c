import CSystem
import Hashing
import Intake

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

  /// Whether there is no such file, or not the folder for it.
  var isAbsence: Bool { code == ENOENT }

  /// Whether a folder cannot be moved because of where it lies: it is a mount, or its parent may not be changed.
  var forbidsMoving: Bool { [EBUSY, EXDEV, EPERM, EACCES].contains(code) }
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

  /// Most bytes of a file that a command line names; a device has no end.
  private static let mostBytes = 1 << 28

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
      guard bytes.count <= mostBytes else { throw FileError(path: path, action: "read", code: EFBIG) }
    }
  }

  /// The bytes of a file that a source names: a regular one of bounded size that lies in the folder, links followed.
  static func read(_ path: String, inside folder: String) throws(FileError) -> [UInt8] {
    var info = stat()
    guard let real = realPath(path), stat(real, &info) == 0 else {
      throw FileError(path: path, action: "read", code: errno)
    }
    guard lies(real, inside: folder), info.st_mode & S_IFMT == S_IFREG else {
      throw FileError(path: path, action: "read", code: EACCES)
    }
    guard info.st_size <= IntakeLimits.fileBytes else { throw FileError(path: path, action: "read", code: EFBIG) }
    return try read(real)
  }

  /// Writes a new file; one of that name is replaced. Nothing waits for a pipe of that name.
  static func write(_ bytes: [UInt8], to path: String) throws(FileError) {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, 0o644)
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
    try makeDirectory(path)
  }

  /// Whether a regular file, no link, holds just these bytes.
  static func holds(_ path: String, _ bytes: [UInt8]) -> Bool {
    // Non-blocking: a pipe in the file's place must not hold the run up.
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    var info = stat()
    guard fstat(descriptor, &info) == 0, info.st_mode & S_IFMT == S_IFREG, Int(info.st_size) == bytes.count else {
      return false
    }
    return withUnsafeTemporaryAllocation(byteCount: 64 * 1024, alignment: 16) { buffer in
      var offset = 0
      while offset < bytes.count {
        var failure: Int32 = 0
        let got = systemRead(descriptor, buffer.baseAddress, buffer.count, &failure)
        guard got > 0, offset + got <= bytes.count,
          bytes.withUnsafeBytes({ bytes in
            guard let ours = bytes.baseAddress, let read = buffer.baseAddress else { return false }
            return memcmp(ours + offset, read, got) == 0
          })
        else { return false }
        offset += got
      }
      return true
    }
  }

  /// The SHA-256 of a regular file, no link; nil where there is none.
  static func hash(_ path: String) -> String? {
    guard kind(of: path) == .file else { return nil }
    do throws(FileError) { return SHA256.hex(try read(path)) } catch { return nil }
  }

  /// The text of a small file; empty where there is none.
  static func text(_ path: String) -> String {
    guard kind(of: path) == .file else { return "" }
    do throws(FileError) { return String(decoding: try read(path), as: UTF8.self) } catch { return "" }
  }

  /// Whether a `.gitignore` names a folder beside it.
  static func ignores(_ path: String, _ folder: String) -> Bool {
    let names = [folder, "\(folder)/", "/\(folder)", "/\(folder)/"]
    return text(path).split(separator: "\n").contains { names.contains(String($0)) }
  }

  /// The path without links; nil for what is not there.
  static func realPath(_ path: String) -> String? {
    guard let real = realpath(path, nil) else { return nil }
    defer { free(real) }
    return String(cString: real)
  }

  /// Whether an absolute path is a folder or lies in it.
  static func isInside(_ path: String, _ folder: String) -> Bool { path == folder || path.hasPrefix(folder + "/") }

  /// Whether a path is there and, links followed, is a folder or lies in it.
  static func lies(_ path: String, inside folder: String) -> Bool {
    guard let real = realPath(path), let folder = realPath(folder) else { return false }
    return isInside(real, folder)
  }

  /// The disk a path lies on.
  static func device(_ path: String) -> UInt64? {
    var info = stat()
    return stat(path, &info) == 0 ? UInt64(truncatingIfNeeded: info.st_dev) : nil
  }

  /// Whether an open descriptor is the file that has this path now.
  static func isSame(_ path: String, _ descriptor: Int32) -> Bool {
    var (named, opened) = (stat(), stat())
    return lstat(path, &named) == 0 && fstat(descriptor, &opened) == 0 && named.st_ino == opened.st_ino
      && named.st_dev == opened.st_dev
  }

  /// Gives a second name to a file of any kind, a link as such; copies it where the disk knows no second names.
  static func link(_ path: String, to other: String) throws(FileError) {
    if linkat(AT_FDCWD, path, AT_FDCWD, other, 0) == 0 { return }
    guard errno != ENOSPC, errno != EDQUOT, kind(of: path) == .file else {
      throw FileError(path: other, action: "write", code: errno)
    }
    try write(try read(path), to: other)
  }

  /// Gives a directory the permissions of another.
  static func copyMode(of directory: String, to other: String) {
    var info = stat()
    if stat(directory, &info) == 0 { chmod(other, info.st_mode & 0o7777) }
  }

  /// Puts a directory in another one's place in one step. Where the system cannot exchange them, the other is moved to
  /// `aside` for the moment between.
  static func exchange(_ new: String, _ place: String, by aside: String) throws(FileError) {
    if kind(of: place) == .absent { return try rename(new, to: place) }
    if csystem_exchange(new, place) == 0 { return }
    guard errno == EINVAL || errno == ENOSYS || errno == ENOTSUP else {
      throw FileError(path: place, action: "replace", code: errno)
    }
    try rename(place, to: aside)
    do throws(FileError) { try rename(new, to: place) } catch {
      try rename(aside, to: place)
      throw error
    }
  }

  /// The same; false where nothing may be moved, as with a directory that is a mount.
  static func exchangeIfMovable(_ new: String, _ place: String, by aside: String) throws(FileError) -> Bool {
    do throws(FileError) { try exchange(new, place, by: aside) } catch {
      if error.forbidsMoving { return false }
      throw error
    }
    return true
  }

  /// Removes a directory with all that is in it, links as such; what cannot be removed stays, and so does what lies on
  /// another disk.
  static func removeTree(_ path: String) {
    guard kind(of: path) == .directory else {
      unlink(path)
      return
    }
    let disk = device(path)
    var pending = [path]
    var folders: [String] = []
    while let folder = pending.popLast() {
      folders.append(folder)
      do throws(FileError) {
        for entry in try entries(in: folder) {
          let path = "\(folder)/\(entry.name)"
          if !entry.isDirectory { unlink(path) } else if device(path) == disk { pending.append(path) }
        }
      } catch { continue }
    }
    for folder in folders.reversed() { rmdir(folder) }
  }

  /// Creates a directory, unless it is there; anything else in its place is an error.
  static func makeDirectory(_ path: String) throws(FileError) {
    if mkdir(path, 0o755) == 0 { return }
    let code = errno
    guard code == EEXIST, kind(of: path) == .directory else {
      throw FileError(path: path, action: "create", code: code)
    }
  }

  /// Creates the directories of a relative path below `root`; a link among them is refused.
  static func makeDirectories(_ parts: [String], below root: String) throws(FileError) {
    var path = root
    for part in parts {
      path += "/" + part
      switch kind(of: path) {
      case .directory: continue
      case .absent: try makeDirectory(path)
      case .file, .other: throw FileError(path: path, action: "create directory", code: ENOTDIR)
      }
    }
  }

  static func rename(_ from: String, to path: String) throws(FileError) {
    if systemRename(from, path) != 0 { throw FileError(path: path, action: "write", code: errno) }
  }

  static func remove(_ path: String) throws(FileError) {
    if unlink(path) != 0, errno != ENOENT { throw FileError(path: path, action: "remove", code: errno) }
  }

  /// Removes a directory if it is empty, and says whether it was.
  static func removeIfEmpty(_ directory: String) -> Bool { rmdir(directory) == 0 }

  /// Names in a directory, sorted by bytes.
  static func names(in directory: String) throws(FileError) -> [String] {
    try entries(in: directory).map(\.name).sortedByBytes()
  }

  /// What is in a directory, in the system's order.
  static func entries(in directory: String) throws(FileError) -> [(name: String, isDirectory: Bool)] {
    guard let stream = opendir(directory) else { throw FileError(path: directory, action: "read", code: errno) }
    defer { closedir(stream) }
    var entries: [(String, Bool)] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) { String(cString: $0) }
      }
      guard name != ".", name != ".." else { continue }
      let type = Int32(entry.pointee.d_type)
      // Some disks do not say what an entry is.
      let isDirectory =
        type == Int32(DT_UNKNOWN) ? kind(of: "\(directory)/\(name)") == .directory : type == Int32(DT_DIR)
      entries.append((name, isDirectory))
    }
    return entries
  }

  /// Opens what the caller closed of standard input, output and error, so that no file of ours takes its number and
  /// receives what was meant for it; writing there fails.
  static func openStandardDescriptors() {
    while true {
      let descriptor = open("/dev/null", O_RDONLY)
      guard descriptor >= 0, descriptor <= 2 else {
        if descriptor > 2 { close(descriptor) }
        return
      }
    }
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
