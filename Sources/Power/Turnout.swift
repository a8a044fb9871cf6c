/// When a vote counts although not everybody takes part.
public enum Quorum: Sendable, Hashable {
  /// This share of the members, or more than it.
  case members(Threshold)
  /// This number of votes.
  case votes(Int)

  /// People who have to take part in a body of this size.
  func participants(of size: Int) -> Int {
    switch self {
    case .members(let threshold): threshold.votesNeeded(of: size)
    case .votes(let count): count
    }
  }
}

/// Who decides when only as many take part as have to. It matters where the base of a threshold is not all members.
public struct LowTurnout: Sendable, Hashable {
  /// How many take part; nil when no number is required, so that whoever votes decides.
  public let participants: Int?
  /// Yes votes needed of them.
  public let needed: Int?
  /// Organizations that decide a vote in which their people and no more others than needed take part.
  public let decidesAlone: [String]
  /// Organizations that can stop every vote by staying away.
  public let breaksQuorum: [String]

  /// The power at low turnout.
  public init(_ electorate: Electorate, threshold: Threshold, quorum: Quorum?) {
    guard let quorum else {
      participants = nil
      needed = nil
      decidesAlone = electorate.blocs.filter { $0.people >= threshold.votesNeeded(of: $0.people) }.map(\.name)
      breaksQuorum = []
      return
    }
    let least = quorum.participants(of: electorate.size)
    let yes = threshold.votesNeeded(of: least)
    participants = least
    needed = yes
    decidesAlone = electorate.blocs.filter { min($0.people, least) >= yes }.map(\.name)
    breaksQuorum = electorate.blocs.filter { electorate.size - $0.people < least }.map(\.name)
  }
}
