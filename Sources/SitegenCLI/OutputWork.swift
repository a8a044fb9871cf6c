import Diagnostics

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The folder in which a site is made ready, and the lock on the output: one build at a time writes there.
///
/// It lies beside the output, `.NAME.sitegen`, so that the whole site can take the place of the old one in one step, and
/// inside it where nothing can be made beside it. The system gives the lock back when its holder dies; what a killed
/// build leaves in the folder is put right by the next one.
struct OutputWork: ~Copyable, Sendable {
  /// Name of the folder inside an output that has no place beside it.
  static let inside = ".sitegen"
  /// File that is locked; it names its holder.
  static let holder = "holder"
  /// List of the folders of users that are to be moved into the new site.
  static let moves = "moves"

  let path: String
  private let lock: Int32

  /// Another build holds the lock.
  struct Held: Error, CustomStringConvertible {
    let output: String
    let holder: String
    var description: String {
      "\(output) is being written by another build (\(holder)): wait until it has ended, or name another directory with "
        + "--output"
    }
  }

  /// The new site while it is made, and the old one once it is replaced.
  var tree: String { path + "/tree" }
  /// The old site where it cannot be exchanged with the new one in one step.
  var old: String { path + "/old" }

  /// Takes the lock on an output, waiting up to `patience` seconds for a build that has it; says so once.
  init(for output: String, patience: Int = 60, say: (String) -> Void) throws {
    (path, lock) = try Self.take(try Self.folder(for: output), output, patience, say)
  }

  private static func take(
    _ path: String, _ output: String, _ patience: Int, _ say: (String) -> Void
  ) throws -> (String, Int32) {
    let file = "\(path)/\(holder)"
    for tries in 0... {
      try Files.makeDirectories([path.lastComponent], below: path.parent)
      let descriptor = open(file, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o644)
      guard descriptor >= 0 else {
        // Its last holder removed the folder meanwhile.
        if errno == ENOENT, tries < 1_000 { continue }
        throw FileError(path: file, action: "write", code: errno)
      }
      if flock(descriptor, LOCK_EX | LOCK_NB) == 0, Files.isSame(file, descriptor) {
        ftruncate(descriptor, 0)
        try Files.write(Array("process \(getpid())\n".utf8), to: descriptor, named: file)
        return (path, descriptor)
      }
      close(descriptor)
      let named = Files.text(file).split(separator: "\n").first.map(String.init)
      if tries >= patience * 20 { throw Held(output: output, holder: named ?? "its process is not known") }
      if tries == 0, let named { say("waiting for \(named), which is writing \(output)") }
      usleep(50_000)
    }
    throw Held(output: output, holder: "its process is not known")
  }

  /// Beside the output where that can be: on the same disk, in a folder that can be written to.
  private static func folder(for output: String) throws -> String {
    let (parent, name) = (output.parent, output.lastComponent)
    if Files.isDirectory(output) {
      let isBeside =
        name.utf8.count < 240 && ![".", ".."].contains(name) && Files.device(output) == Files.device(parent)
        && access(parent, W_OK | X_OK) == 0
      if !isBeside { return "\(output)/\(inside)" }
    } else {
      try Files.makeRoot(parent)
    }
    return "\(parent)/.\(name).sitegen"
  }

  /// Whether the new site can take the place of the old one as a whole.
  var isBeside: Bool { path.lastComponent != Self.inside }

  /// Puts right what a build left that was killed: an output that was on its way, and folders of users that were.
  func recover(_ output: String) throws {
    if Files.kind(of: old) == .directory, Files.kind(of: output) == .absent { try Files.rename(old, to: output) }
    try move(into: output)
    clear()
  }

  /// A folder of a user in the old site, and where it goes in the new one.
  struct Move {
    let from: String
    let to: String
  }

  /// Writes down which folders of users are to be moved, so that the next build can do it when this one is killed.
  func note(_ moves: [Move]) throws {
    let text = moves.flatMap { [$0.from, $0.to] }.joined(separator: "\0")
    try Files.write(Array(text.utf8), to: "\(path)/\(Self.moves)")
  }

  private var moves: [Move] {
    let parts = Files.text("\(path)/\(Self.moves)").split(separator: "\0").map(String.init)
    return stride(from: 0, to: parts.count - 1, by: 2).map { Move(from: parts[$0], to: parts[$0 + 1]) }
  }

  /// The folders of users that still lie in the old site.
  private var waiting: [(source: String, to: String)] {
    moves.flatMap { move in
      [tree, old].map { (source: "\($0)/\(move.from)", to: move.to) }.filter { Files.kind(of: $0.source) == .directory }
    }
  }

  /// Moves the folders of users from the old site into the new one.
  func move(into output: String) throws {
    for (source, to) in waiting where Files.kind(of: "\(output)/\(to)") == .absent {
      try Files.makeDirectories(to.pathNames.dropLast().map(String.init), below: output)
      try Files.rename(source, to: "\(output)/\(to)")
    }
  }

  /// Removes all but the lock, unless a user's folder is still there.
  private func clear() {
    guard waiting.isEmpty else { return }
    for leftover in [tree, old] { Files.removeTree(leftover) }
    unlink("\(path)/\(Self.moves)")
  }

  /// Removes the folder; the lock is given back with the value.
  func release() {
    clear()
    unlink("\(path)/\(Self.holder)")
    rmdir(path)
  }

  deinit { close(lock) }
}

extension String {
  /// The folder of a path; `.` for a name alone.
  var parent: String {
    guard let slash = utf8.lastIndex(of: UInt8(ascii: "/")) else { return "." }
    return slash == startIndex ? "/" : String(self[..<slash])
  }

  /// What stands behind the last slash.
  var lastComponent: String {
    utf8.lastIndex(of: UInt8(ascii: "/")).map { String(self[index(after: $0)...]) } ?? self
  }
}
