/// Who can decide or block alone in a body, when everybody votes.
public struct VotingPower: Sendable, Hashable {
  /// Organizations of which something holds.
  public struct Holders: Sendable, Hashable {
    /// It holds wherever the people of unknown organization belong.
    public var certain: [String] = []
    /// It holds if some of those people belong to them.
    public var possible: [String] = []
    /// It would hold of an organization that is not known, if those people belong together.
    public var maybeUnnamed = false
    /// How many people without an employer have it, each alone.
    public var independents = 0

    /// Whether the answer is the same wherever people of unknown organization belong.
    public var isCertain: Bool { possible.isEmpty && !maybeUnnamed }
  }

  /// Organizations that together have what none has alone.
  public struct Coalition: Sendable, Hashable {
    /// One of the smallest, largest members first.
    public let organizations: [String]
    /// Their votes.
    public let votes: Int
  }

  /// Votes that count; the most there can be where the number depends on people of unknown organization.
  public let total: Int
  /// Yes votes needed of them.
  public let needed: Int
  /// Votes of each organization that count, in the order of the electorate.
  public let votes: [Electorate.Bloc]
  /// Who passes a motion against everybody else.
  public let decidesAlone: Holders
  /// Against whom nothing passes.
  public let blocksAlone: Holders
  /// The smallest number of organizations that decide together; nil when the known ones do not suffice.
  public let winning: Coalition?
  /// The smallest number of organizations that block together.
  public let blocking: Coalition?

  /// The power in a body; nil when a cap leaves no vote, or when too many affiliations are unknown to tell under a cap.
  public init?(_ electorate: Electorate, threshold: Threshold, cap: VoteCap? = nil) {
    let named = electorate.blocs.map(\.people)
    let known = named + Array(repeating: 1, count: electorate.independents)
    let alone = VoteCount(
      people: known + Array(repeating: 1, count: electorate.unknown), threshold: threshold, cap: cap)
    guard alone.total > 0 else { return nil }
    // Without a cap only the two ends matter: none of the unknown belong to an organization, or all of them.
    let ways: [[Int]]
    if electorate.unknown == 0 {
      ways = [known]
    } else if cap == nil {
      let apart = known + Array(repeating: 1, count: electorate.unknown)
      ways =
        [apart, known + [electorate.unknown]]
        + named.indices.map { index in
          var people = known
          people[index] += electorate.unknown
          return people
        }
    } else if let all = Assignments.all(of: known, unknown: electorate.unknown) {
      ways = all
    } else {
      return nil
    }
    let counts = ways.map { VoteCount(people: $0, threshold: threshold, cap: cap) }
    decidesAlone = Self.holders(electorate, counts, known: known.count) { $0.decides($1) }
    blocksAlone = Self.holders(electorate, counts, known: known.count) { $0.blocks($1) }
    total = alone.total
    needed = alone.needed
    votes = electorate.blocs.enumerated().map { .init($1.name, alone.votes[$0]) }
    winning = Self.coalition(votes, independents: electorate.independents, reaching: needed)
    blocking = Self.coalition(votes, independents: electorate.independents, reaching: total - needed + 1)
  }

  private static func holders(
    _ electorate: Electorate, _ counts: [VoteCount], known: Int, _ holds: (VoteCount, Int) -> Bool
  ) -> Holders {
    var holders = Holders()
    for (index, bloc) in electorate.blocs.enumerated() {
      let number = counts.count { holds($0, index) }
      if number == counts.count { holders.certain.append(bloc.name) }
      if number > 0, number < counts.count { holders.possible.append(bloc.name) }
    }
    if electorate.independents > 0, counts.allSatisfy({ holds($0, electorate.blocs.count) }) {
      holders.independents = electorate.independents
    }
    holders.maybeUnnamed = counts.contains { count in
      count.votes.indices.dropFirst(known).contains { holds(count, $0) }
    }
    return holders
  }

  /// The fewest organizations whose votes reach a number; exact, as only sums count.
  private static func coalition(_ votes: [Electorate.Bloc], independents: Int, reaching goal: Int) -> Coalition? {
    let singles = (0..<independents).map { Electorate.Bloc("independent \($0 + 1)", 1) }
    var (organizations, sum): ([String], Int) = ([], 0)
    for bloc in Electorate(votes + singles).blocs where sum < goal {
      organizations.append(bloc.name)
      sum += bloc.people
    }
    return sum >= goal && goal > 0 ? Coalition(organizations: organizations, votes: sum) : nil
  }
}
