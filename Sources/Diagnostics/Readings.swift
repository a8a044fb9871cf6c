#if DEBUG
  import Synchronization

  /// Counts how often the lines of files are read, for the test that holds how often that may be. Texts made while one
  /// is `current` count; release builds know nothing of it.
  final class Readings: Sendable {
    @TaskLocal static var current: Readings?
    private let counts = Mutex<[String: [Int]]>([:])

    func add(_ lines: ClosedRange<Int>, of text: SourceText) {
      counts.withLock { counts in
        var lineCounts = counts[text.path] ?? [Int](repeating: 0, count: text.lineCount)
        for line in lines where lineCounts.indices.contains(line - 1) { lineCounts[line - 1] += 1 }
        counts[text.path] = lineCounts
      }
    }

    /// How often each file was read from its first to its last line: as often as the line that half of the others were
    /// read no more often than, so that no look at a few lines counts.
    var scans: [String: Int] { counts.withLock { $0.mapValues { $0.sorted()[$0.count / 2] } } }
  }
#endif
