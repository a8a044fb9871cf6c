public import Power

/// What one rule means for those who vote.
public struct DecisionPower: Sendable, Hashable {
  /// The same counted under a cap on votes.
  public struct Capped: Sendable, Hashable {
    /// The cap.
    public let cap: OrganizationCap
    /// A share of votes is read in two ways, as texts do not say of which votes it is taken.
    public let count: VoteCap
    /// Who decides and blocks under it.
    public let power: VotingPower
  }

  /// The rule.
  public let rule: DecisionRule
  /// The same said again, in the order of files and lines.
  public let restated: [DecisionRule]
  /// Who decides and blocks when everybody votes and heads count; nil where threshold or voters are not known.
  public let byHeads: VotingPower?
  /// The same under each cap on votes, a share once for each way to read it.
  public let capped: [Capped]
  /// Who decides when only as many take part as have to; nil where the threshold is a share of all members.
  public let lowTurnout: LowTurnout?

  init(_ rule: DecisionRule, restated: [DecisionRule], voters: BodyVoters?, caps: [OrganizationCap]) {
    self.rule = rule
    self.restated = restated
    guard let voters, voters.namesOrganizations, let threshold = rule.counted, !rule.hasUnequalVotes else {
      byHeads = nil
      capped = []
      lowTurnout = nil
      return
    }
    byHeads = VotingPower(voters.electorate, threshold: threshold)
    capped = caps.filter { $0.scope == nil || $0.scope == rule.subject }.uniqued(on: \.limitOfVotes).flatMap { cap in
      cap.voteCaps.compactMap { count in
        VotingPower(voters.electorate, threshold: threshold, cap: count).map {
          Capped(cap: cap, count: count, power: $0)
        }
      }
    }
    lowTurnout =
      rule.base == .allMembers || threshold == .everyone
      ? nil : LowTurnout(voters.electorate, threshold: threshold, quorum: rule.countedQuorum)
  }

  /// Who decides and blocks with the caps that hold; nil where it is not known, or where ways to read a cap differ.
  public var power: VotingPower? {
    guard let first = capped.first?.power else { return byHeads }
    let isAgreed = capped.allSatisfy {
      $0.power.decidesAlone == first.decidesAlone && $0.power.blocksAlone == first.blocksAlone
    }
    return isAgreed ? first : nil
  }

  /// Organizations that decide alone, for certain.
  public var decidesAlone: [String] { power?.decidesAlone.certain ?? [] }

  /// Organizations that do not decide alone and against which nothing passes, for certain.
  public var onlyBlocksAlone: [String] {
    (power?.blocksAlone.certain ?? []).filter { !decidesAlone.contains($0) }
  }
}

extension DecisionRule {
  /// Whether votes are counted. Consensus is none: everybody can stop it, and nobody decides.
  var isVote: Bool {
    switch method {
    case .majority, .supermajority, .unanimity: subject != .code && subject != .election
    case .other: threshold == nil && subject == .everything && ownVoice == nil
    case .consensus, .lazyConsensus, .plurality: false
    }
  }

  /// Whether some have more votes than others, so that counting people says nothing.
  var hasUnequalVotes: Bool {
    let words = NameFolding.name(location.excerpt)
    return DecisionLexicon.unequalVotes.contains { words.holds($0) }
  }

  /// Its threshold for counting; nil where it is not stated.
  public var counted: Threshold? { method == .unanimity ? .everyone : threshold.flatMap { Threshold($0) } }

  fileprivate var countedQuorum: Quorum? {
    guard let word = quorum?.split(separator: " ").first, let threshold = Threshold(String(word)) else { return nil }
    if case .votes(let count) = threshold { return .votes(count) }
    return .members(threshold)
  }
}

extension OrganizationCap {
  fileprivate var limitOfVotes: String { "\(kind.rawValue) \(limit)" }

  /// The ways to count it, for caps on votes.
  var voteCaps: [VoteCap] {
    switch kind {
    case .oneVote: return [.votes(1)]
    case .votes, .voters:
      if let number = Int(limit) { return [.votes(number)] }
      return Fraction(limit).map { share in VoteCap.Reading.allCases.map { VoteCap.share(share, $0) } } ?? []
    case .seats, .shareOfSeats: return []
    }
  }

  /// The cap on seats it means; nil for caps on votes.
  var seatCap: SeatCap? {
    switch kind {
    case .seats: return Int(limit).map { SeatCap.seats($0) }
    case .shareOfSeats:
      if limit.hasPrefix("<") { return Fraction(limit.dropFirst()).map { SeatCap.lessThan($0) } }
      return Fraction(limit).map { SeatCap.share($0) }
    case .votes, .voters, .oneVote: return nil
    }
  }

  /// The most seats or votes that it leaves one organization in a body of this size; nil for a cap of one vote each.
  public func most(of size: Int) -> Int? {
    switch kind {
    case .seats, .shareOfSeats: seatCap?.mostSeats(of: size)
    case .votes, .voters: Int(limit) ?? Fraction(limit)?.roundedDown(of: size)
    case .oneVote: nil
    }
  }
}
