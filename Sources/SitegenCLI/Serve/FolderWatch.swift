#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Waits for changes below some folders: asked of the system (inotify) where it can be, else by looking again and again.
struct FolderWatch: ~Copyable {
  /// What happened while waiting.
  enum Change: Equatable {
    case nothing
    /// These files were written; other things may have happened, too.
    case files([String])
  }

  private let folders: [String]
  private let ignored: Set<String>
  #if os(Linux)
    private let descriptor: Int32
    /// Folders by the number of their watch.
    private var watched: [Int32: String] = [:]
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
      for (name, isDirectory) in Self.entries(in: folder) where isDirectory && !name.hasSuffix(".sitegen") {
        let path = "\(folder)/\(name)"
        if ![".git", ".build", "node_modules"].contains(name), !ignored.contains(path) { pending.append(path) }
      }
    }
    return found
  }

  /// What is in a folder; nothing where it is gone again.
  private static func entries(in folder: String) -> [(name: String, isDirectory: Bool)] {
    do throws(FileError) { return try Files.entries(in: folder) } catch { return [] }
  }

  #if os(Linux)
    deinit { close(descriptor) }

    private mutating func watch(_ folder: String) {
      let mask = IN_CLOSE_WRITE | IN_MODIFY | IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO | IN_ATTRIB
      for path in tree(folder) { watched[inotify_add_watch(descriptor, path, UInt32(mask))] = path }
    }

    /// Returns once something changed and nothing has for 15 milliseconds, or after `patience` milliseconds; says
    /// which. Folders that are new are watched from then on.
    mutating func wait(patience: Int32) -> Change {
      var poller = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      guard poll(&poller, 1, patience) > 0 else { return .nothing }
      var written: Set<String> = []
      repeat {
        var hasFolder = false
        var names: [(watch: Int32, name: String)] = []
        withUnsafeTemporaryAllocation(byteCount: 64 << 10, alignment: 8) { buffer in
          while true {
            let count = read(descriptor, buffer.baseAddress, buffer.count)
            guard count > 0 else { return }
            var offset = 0
            while offset + MemoryLayout<inotify_event>.size <= count {
              let event = buffer.loadUnaligned(fromByteOffset: offset, as: inotify_event.self)
              let start = offset + MemoryLayout<inotify_event>.size
              offset = start + Int(event.len)
              if event.mask & UInt32(IN_ISDIR) != 0 {
                hasFolder = true
              } else if event.len > 0, event.mask & UInt32(IN_CLOSE_WRITE | IN_MOVED_TO) != 0, offset <= count {
                let name = buffer[start..<offset].prefix { $0 != 0 }
                names.append((event.wd, String(decoding: name, as: UTF8.self)))
              }
            }
          }
        }
        for (number, name) in names { if let folder = watched[number] { written.insert("\(folder)/\(name)") } }
        // Adding a watch twice changes nothing.
        if hasFolder { for folder in folders { watch(folder) } }
      } while poll(&poller, 1, 15) > 0
      return .files(written.sortedByBytes())
    }
  #else
    /// What can be told of each file without opening it.
    private func look() -> [String: Int] {
      var found: [String: Int] = [:]
      for folder in folders.flatMap(tree) {
        for (name, _) in Self.entries(in: folder) {
          var info = stat()
          guard lstat("\(folder)/\(name)", &info) == 0 else { continue }
          found["\(folder)/\(name)"] =
            Int(info.st_size) &* 31 &+ info.st_mtimespec.tv_sec &* 1_000_000_007 &+ info.st_mtimespec.tv_nsec
        }
      }
      return found
    }

    mutating func wait(patience: Int32) -> Change {
      for _ in 0..<max(1, patience / 200) {
        usleep(200_000)
        let now = look()
        guard now != seen else { continue }
        let written = now.filter { seen[$0.key] != $0.value }.map(\.key)
        seen = now
        return .files(written.sortedByBytes())
      }
      return .nothing
    }
  #endif
}
