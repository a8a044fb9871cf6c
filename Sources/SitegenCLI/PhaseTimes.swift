import Diagnostics
import Synchronization

/// How long each phase of a run took, and which documents, readers and rules took most.
final class PhaseTimes: Sendable {
  /// Where the stages add what they took.
  let costs = Costs()
  private let begun = Mutex<[(name: String, at: ContinuousClock.Instant)]>([])

  /// Begins a phase, and so ends the one before.
  func begin(_ name: String) { begun.withLock { $0.append((name, .now)) } }

  /// A line a phase, milliseconds first; the last one ends now. Behind them what took most in the tasks of all cores.
  var text: String {
    let begun = begun.withLock { $0 }
    let ends = begun.dropFirst().map(\.at) + [.now]
    let phases = zip(begun, ends).map { Self.line($0.at.duration(to: $1), $0.name) }
    let parts: [(String, Costs.Part)] = [
      ("Slowest documents", .document), ("Slowest readers", .reader), ("Slowest rules", .rule),
    ]
    let slowest = parts.flatMap { title, part in
      let rows = costs.slowest(part, most: 10)
      return rows.isEmpty ? [] : ["\(title), all tasks together\n"] + rows.map { Self.line($0.time, $0.name) }
    }
    return (phases + slowest).joined()
  }

  private static func line(_ time: Duration, _ name: String) -> String {
    let digits = String(time.milliseconds)
    return String(repeating: " ", count: max(0, 7 - digits.count)) + digits + " ms  \(DiagnosticText.printable(name))\n"
  }
}

extension Duration {
  var milliseconds: Int { Int(self / .milliseconds(1)) }
}
