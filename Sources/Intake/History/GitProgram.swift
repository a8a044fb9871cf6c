import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Runs the `git` program: without a shell, with nothing of the caller's environment but what is given, with bounds on
/// output and time.
///
/// Why not swift-subprocess: its calls are asynchronous, so every question about a repository would have to be; it bounds
/// output but not time; and with swift-system and a C target it is many times the 180 lines that it would replace.
enum GitProgram {
  /// What a run printed and how it ended.
  struct Answer: Sendable {
    let status: Int32
    let output: [UInt8]
    /// The beginning of standard error.
    let error: String
  }

  /// Why there is no answer.
  enum Failure: Error, Hashable {
    case absent, timeLimit, outputLimit, cannotStart
  }

  /// Most bytes of standard input: they must fit into a pipe before anybody reads them.
  static let mostInput = 16_000
  private static let mostErrors = 4_000
  private static let most: Duration = .seconds(IntakeLimits.gitSeconds)
  /// No program starts while a pipe is made: it would hold that pipe open.
  fileprivate static let starting = Mutex(())

  /// A variable of the caller's environment.
  static func variable(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }

  /// The answer to `git` with these arguments.
  static func run(
    _ arguments: [String], input: [UInt8] = [], environment: [(String, String)]
  ) throws(Failure) -> Answer {
    guard input.count <= mostInput, var stdin = Pipe(), var stdout = Pipe(), var stderr = Pipe() else {
      throw .cannotStart
    }
    // Nobody reads yet, so all of it must fit; our own end keeps the pipe open.
    guard input.isEmpty || send(input, to: stdin.writing) == input.count else { throw .cannotStart }
    guard let process = spawn(arguments, environment, stdin.reading, stdout.writing, stderr.writing) else {
      throw .absent
    }
    stdin.close()
    stdout.closeWriting()
    stderr.closeWriting()
    let read = collect(stdout.reading, stderr.reading)
    if read.failure != nil { kill(process, SIGKILL) }
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    if let failure = read.failure { throw failure }
    let code = status & 0x7F == 0 ? (status >> 8) & 0xFF : 128
    // What `posix_spawnp` cannot start is said by its child on some systems.
    guard code != 127 else { throw .absent }
    return Answer(status: code, output: read.output, error: String(decoding: read.errors, as: UTF8.self))
  }

  /// Starts the program; nil when it cannot be started.
  private static func spawn(
    _ arguments: [String], _ environment: [(String, String)], _ input: Int32, _ output: Int32, _ errors: Int32
  ) -> pid_t? {
    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t?
    #else
      var actions = posix_spawn_file_actions_t()
    #endif
    guard posix_spawn_file_actions_init(&actions) == 0 else { return nil }
    defer { posix_spawn_file_actions_destroy(&actions) }
    for (descriptor, target) in [(input, Int32(0)), (output, 1), (errors, 2)] {
      posix_spawn_file_actions_adddup2(&actions, descriptor, target)
    }
    let argv = (["git"] + arguments).map { strdup($0) } + [nil]
    let envp = environment.map { strdup("\($0.0)=\($0.1)") } + [nil]
    defer { for text in argv + envp { free(text) } }
    var process: pid_t = 0
    let isStarted = starting.withLock { _ in posix_spawnp(&process, "git", &actions, nil, argv, envp) == 0 }
    return isStarted ? process : nil
  }

  /// Reads both outputs to their ends, within the bounds.
  private static func collect(
    _ output: Int32, _ errors: Int32
  ) -> (output: [UInt8], errors: [UInt8], failure: Failure?) {
    let clock = ContinuousClock()
    let end = clock.now + most
    var bytes: [[UInt8]] = [[], []]
    var polled = [output, errors].map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
    while polled.contains(where: { $0.fd >= 0 }) {
      let left = clock.now.duration(to: end)
      guard left > .zero else { return (bytes[0], bytes[1], .timeLimit) }
      let milliseconds = Int32(left.components.seconds + 1) * 1000
      guard poll(&polled, nfds_t(polled.count), milliseconds) >= 0 else {
        if errno == EINTR { continue }
        return (bytes[0], bytes[1], .timeLimit)
      }
      for index in polled.indices where polled[index].fd >= 0 && polled[index].revents != 0 {
        let chunk = someBytes(of: polled[index].fd)
        if chunk.isEmpty { polled[index].fd = -1 }
        if index == 0 || bytes[1].count < mostErrors { bytes[index] += chunk }
      }
      if bytes[0].count > IntakeLimits.gitBytes { return (bytes[0], bytes[1], .outputLimit) }
    }
    return (bytes[0], bytes[1], nil)
  }
}

/// Both ends of a pipe that no other program inherits; closed with the value.
private struct Pipe: ~Copyable {
  let reading: Int32
  private(set) var writing: Int32
  private var isOpen = true

  init?() {
    let ends = GitProgram.starting.withLock { _ -> (Int32, Int32)? in
      var ends: [Int32] = [-1, -1]
      guard pipe(&ends) == 0 else { return nil }
      for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
      return (ends[0], ends[1])
    }
    guard let ends else { return nil }
    (reading, writing) = ends
  }

  mutating func closeWriting() {
    if writing >= 0 { give(back: writing) }
    writing = -1
  }

  mutating func close() {
    closeWriting()
    if isOpen { give(back: reading) }
    isOpen = false
  }

  deinit {
    if writing >= 0 { give(back: writing) }
    if isOpen { give(back: reading) }
  }
}

// Free functions, because members above hide the names of the C library.

/// Some bytes; none at the end, or when reading fails.
private func someBytes(of descriptor: Int32) -> [UInt8] {
  let room = 64 * 1024
  return [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
    repeat { count = read(descriptor, buffer.baseAddress, room) } while count < 0 && errno == EINTR
    count = max(0, count)
  }
}

private func send(_ bytes: [UInt8], to descriptor: Int32) -> Int { write(descriptor, bytes, bytes.count) }

private func give(back descriptor: Int32) { _ = close(descriptor) }
