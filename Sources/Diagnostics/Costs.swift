import Synchronization

/// Adds up how long parts of a run took, for `--timings`; nothing in a result depends on it.
public final class Costs: Sendable {
  /// What is measured.
  public enum Part: CaseIterable, Sendable {
    case document, reader, rule
  }

  private struct Key: Hashable {
    let part: Part
    let name: String
  }

  private let sums = Mutex<[Key: Duration]>([:])

  public init() {}

  /// Does some work and adds the time to what its name has taken before. With several tasks at once the sums are longer
  /// than the run.
  public func measure<Result>(_ part: Part, _ name: String, _ work: () -> Result) -> Result {
    let clock = ContinuousClock()
    let start = clock.now
    let result = work()
    let time = start.duration(to: clock.now)
    sums.withLock { $0[Key(part: part, name: name), default: .zero] += time }
    return result
  }

  /// The names that took most, slowest first.
  public func slowest(_ part: Part, most: Int) -> [(name: String, time: Duration)] {
    let sums = sums.withLock { $0 }
    let sorted = sums.filter { $0.key.part == part }.sorted {
      $0.value != $1.value ? $0.value > $1.value : $0.key.name.precedes($1.key.name)
    }
    return sorted.prefix(most).map { ($0.key.name, $0.value) }
  }
}

extension Costs? {
  /// Does some work, and measures it where somebody asks.
  public func measure<Result>(_ part: Costs.Part, _ name: String, _ work: () -> Result) -> Result {
    map { $0.measure(part, name, work) } ?? work()
  }
}
