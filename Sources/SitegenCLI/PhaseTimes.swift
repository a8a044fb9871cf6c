import Synchronization

/// How long each phase of a run took.
final class PhaseTimes: Sendable {
  private let begun = Mutex<[(name: String, at: ContinuousClock.Instant)]>([])

  /// Begins a phase, and so ends the one before.
  func begin(_ name: String) { begun.withLock { $0.append((name, .now)) } }

  /// A line a phase, milliseconds first; the last one ends now.
  var text: String {
    let begun = begun.withLock { $0 }
    let ends = begun.dropFirst().map(\.at) + [.now]
    return zip(begun, ends).map { phase, end in
      let parts = phase.at.duration(to: end).components
      let digits = String(parts.seconds * 1000 + parts.attoseconds / 1_000_000_000_000_000)
      return String(repeating: " ", count: max(0, 7 - digits.count)) + digits + " ms  \(phase.name)\n"
    }.joined()
  }
}
