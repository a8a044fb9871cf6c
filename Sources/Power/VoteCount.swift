/// The votes of a body for one threshold and cap: pure sums over organizations whose members are known.
struct VoteCount: Sendable {
  /// Votes of each organization that count.
  let votes: [Int]
  let needed: Int
  let total: Int

  init(people: [Int], threshold: Threshold, cap: VoteCap?) {
    votes = cap?.votes(of: people) ?? people
    total = votes.reduce(0, +)
    needed = threshold.votesNeeded(of: total)
  }

  /// Whether an organization passes a motion against everybody else.
  func decides(_ index: Int) -> Bool { votes[index] > 0 && votes[index] >= needed }

  /// Whether nothing passes against an organization.
  func blocks(_ index: Int) -> Bool { votes[index] > 0 && total - votes[index] < needed }
}

/// Every way in which people without a known organization can belong to the known ones, or to others.
struct Assignments {
  /// More than this is not enumerated.
  static let most = 40_000

  /// People of the known organizations, followed by those of others; nil when there are too many ways.
  static func all(of known: [Int], unknown: Int) -> [[Int]]? {
    var result: [[Int]] = []
    var people = known
    let isComplete = place(unknown, from: 0, known: known.count, &people, &result)
    return isComplete ? result : nil
  }

  private static func place(
    _ unknown: Int, from index: Int, known: Int, _ people: inout [Int], _ result: inout [[Int]]
  ) -> Bool {
    guard result.count < most else { return false }
    if index < known {
      for count in 0...unknown {
        people[index] += count
        defer { people[index] -= count }
        guard place(unknown - count, from: index + 1, known: known, &people, &result) else { return false }
      }
      return true
    }
    if unknown == 0 {
      result.append(people)
      return true
    }
    // The rest form organizations of their own, in falling sizes so that each division is met once.
    let largest = people.count > known ? min(people[people.count - 1], unknown) : unknown
    for size in stride(from: largest, through: 1, by: -1) {
      people.append(size)
      defer { people.removeLast() }
      guard place(unknown - size, from: index, known: known, &people, &result) else { return false }
    }
    return true
  }
}
