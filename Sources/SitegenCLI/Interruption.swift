import Synchronization

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// A wish to end the run, by Ctrl-C or by the system, that is kept until what is half written is put away.
struct Interruption: Error {
  /// The signal, by which the process ends in the end.
  let signal: Int32

  private static let received = Atomic<Int32>(0)

  /// The signal that arrived since `listen`, if one did.
  static var current: Interruption? {
    let signal = received.load(ordering: .relaxed)
    return signal == 0 ? nil : Interruption(signal: signal)
  }

  /// Keeps signals from now on; a second one ends the run at once.
  static func listen() {
    for signal in [SIGINT, SIGTERM, SIGHUP] {
      var action = sigaction()
      // What the caller ignores (`nohup`) stays ignored.
      guard sigaction(signal, nil, &action) == 0, !isIgnored(action) else { continue }
      action = sigaction()
      #if canImport(Darwin)
        action.__sigaction_u.__sa_handler = { Interruption.received.store($0, ordering: .relaxed) }
      #else
        action.__sigaction_handler.sa_handler = { Interruption.received.store($0, ordering: .relaxed) }
      #endif
      action.sa_flags = Int32(bitPattern: UInt32(SA_RESETHAND)) | SA_RESTART
      sigaction(signal, &action, nil)
    }
  }

  private static func isIgnored(_ action: sigaction) -> Bool {
    #if canImport(Darwin)
      unsafeBitCast(action.__sigaction_u.__sa_handler, to: Int.self) == 1
    #else
      unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self) == 1
    #endif
  }

  /// Ends the process as the signal would have.
  func end() -> Int32 {
    useDefault(of: signal)
    raise(signal)
    return 128 + signal
  }
}

// A free function, because the member above hides the system's name.
private func useDefault(of number: Int32) { _ = signal(number, SIG_DFL) }
