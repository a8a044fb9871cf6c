#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Waits for changes below some folders: asked of the system (inotify) where it can be, else by looking again and again.
struct FolderWatch: ~Copyable {
  private let folders: [String]
  private let ignored: Set<String>
  #if os(Linux)
    private let descriptor: Int32
  #else
    private var seen: [String: Int] = [:]
  #endif

  /// - Parameter ignored: paths of folders that are not looked into, such as a site on disk.
  init(_ folders: [String], ignoring ignored: Set<String> = []) {
    self.folders = folders
    self.ignored = ignored
    #if os(Linux)
      descriptor = inotify_init1(Int32(IN_NONBLOCK) | Int32(IN_CLOEXEC))
      for folder in folders { watch(folder) }
    #else
      seen = look()
    #endif
  }

  /// Folders below a folder, itself first; those with names that hold no documents are left out.
  private func tree(_ folder: String) -> [String] {
    var (found, pending): ([String], [String]) = ([], [folder])
    while let folder = pending.popLast(), found.count < 100_000 {
      found.append(folder)
      guard let handle = opendir(folder) else { continue }
      defer { closedir(handle) }
      while let entry = readdir(handle) {
        let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
          pointer.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) { String(cString: $0) }
        }
        let path = "\(folder)/\(name)"
        guard ![".", "..", ".git", ".build", "node_modules"].contains(name), !ignored.contains(path),
          !name.hasSuffix(".sitegen"), Files.kind(of: path) == .directory
        else { continue }
        pending.append(path)
      }
    }
    return found
  }

  #if os(Linux)
    deinit { close(descriptor) }

    private func watch(_ folder: String) {
      let mask = IN_CLOSE_WRITE | IN_MODIFY | IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO | IN_ATTRIB
      for path in tree(folder) { inotify_add_watch(descriptor, path, UInt32(mask)) }
    }

    /// Returns once something changed and nothing has for `quiet` milliseconds, or after `patience` milliseconds; says
    /// which. Folders that are new are watched from then on.
    mutating func wait(quiet: Int32 = 15, patience: Int32 = 1_000) -> Bool {
      var poller = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      guard poll(&poller, 1, patience) > 0 else { return false }
      repeat {
        var hasFolder = false
        withUnsafeTemporaryAllocation(byteCount: 64 << 10, alignment: 8) { buffer in
          while true {
            let count = read(descriptor, buffer.baseAddress, buffer.count)
            guard count > 0 else { return }
            var offset = 0
            while offset + MemoryLayout<inotify_event>.size <= count {
              let event = buffer.loadUnaligned(fromByteOffset: offset, as: inotify_event.self)
              if event.mask & UInt32(IN_ISDIR) != 0 { hasFolder = true }
              offset += MemoryLayout<inotify_event>.size + Int(event.len)
            }
          }
        }
        // Adding a watch twice changes nothing.
        if hasFolder { for folder in folders { watch(folder) } }
      } while poll(&poller, 1, quiet) > 0
      return true
    }
  #else
    /// What can be told of each file without opening it.
    private func look() -> [String: Int] {
      var found: [String: Int] = [:]
      for folder in folders.flatMap(tree) {
        guard let handle = opendir(folder) else { continue }
        defer { closedir(handle) }
        while let entry = readdir(handle) {
          let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
            pointer.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) { String(cString: $0) }
          }
          var info = stat()
          guard name != ".", name != "..", lstat("\(folder)/\(name)", &info) == 0 else { continue }
          found["\(folder)/\(name)"] =
            Int(info.st_size) &* 31 &+ info.st_mtimespec.tv_sec &* 1_000_000_007 &+ info.st_mtimespec.tv_nsec
        }
      }
      return found
    }

    mutating func wait(quiet: Int32 = 15, patience: Int32 = 1_000) -> Bool {
      for _ in 0..<max(1, patience / 200) {
        usleep(200_000)
        let now = look()
        if now != seen {
          seen = now
          return true
        }
      }
      return false
    }
  #endif
}
