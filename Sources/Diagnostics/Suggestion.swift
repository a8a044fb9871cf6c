/// "Did you mean": the nearest of some known names, only when it is really near.
public enum Suggestion {
  /// The name nearest to `word`, if its edit distance is at most 2 and at most a third of the word's length.
  public static func nearest(to word: String, among names: some Sequence<String>) -> String? {
    find(word, among: names)?.name
  }

  /// The name that was probably meant, asked for; nil when none is near.
  public static func meant(_ word: String, among names: some Sequence<String>) -> String? {
    nearest(to: word, among: names).map(question)
  }

  /// Asks whether a name was meant.
  public static func question(_ name: String) -> String { "did you mean `\(name)`?" }

  /// The nearest name with its distance, and whether no other one is as near.
  static func find(
    _ word: String, among names: some Sequence<String>
  ) -> (name: String, distance: Int, isOnly: Bool)? {
    let target = Array(word.lowercased().utf8)
    let limit = min(2, max(1, target.count / 3))
    guard target.count >= 3 else { return nil }
    var best: (name: String, distance: Int, isOnly: Bool)?
    for name in names where name != word {
      // Letters outside of ASCII may be longer or shorter in lower case.
      let isFar = abs(name.utf8.count - target.count) > limit
      if isFar, name.utf8.allSatisfy({ $0 < 0x80 }) { continue }
      let distance = editDistance(target, Array(name.lowercased().utf8), limit: limit)
      guard distance <= limit else { continue }
      guard let current = best, current.distance <= distance else {
        best = (name, distance, isOnly: true)
        continue
      }
      if current.distance == distance, current.name != name {
        best = (min(current.name, name), distance, isOnly: false)
      }
    }
    return best
  }

  /// Whether one character was left out, added, replaced or exchanged with its neighbor.
  public static func isOneSlip(_ word: String, from other: String) -> Bool {
    editDistance(Array(word.utf8), Array(other.utf8), limit: 1) == 1
  }

  /// Optimal string alignment distance (an adjacent swap is one edit); more than `limit` comes back as `limit + 1`.
  static func editDistance(_ a: [UInt8], _ b: [UInt8], limit: Int) -> Int {
    guard abs(a.count - b.count) <= limit else { return limit + 1 }
    let width = b.count + 1
    return withUnsafeTemporaryAllocation(of: Int.self, capacity: 3 * width) { rows in
      for j in 0..<width { rows[j] = j }
      // Where the rows of the text without its last byte, without its last two, and of the text itself begin.
      var (previous, before, current) = (0, width, 2 * width)
      var nearest = 0
      for i in 0..<a.count {
        let nearestBefore = nearest
        nearest = i + 1
        rows[current] = i + 1
        for j in 0..<b.count {
          var cost = min(rows[previous + j] + (a[i] == b[j] ? 0 : 1), rows[previous + j + 1] + 1, rows[current + j] + 1)
          if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { cost = min(cost, rows[before + j - 1] + 1) }
          rows[current + j + 1] = cost
          nearest = min(nearest, cost)
        }
        // Each row is made from the two above it.
        if nearest > limit, nearestBefore > limit { return limit + 1 }
        (before, previous, current) = (previous, current, before)
      }
      return min(rows[previous + b.count], limit + 1)
    }
  }
}
