/// What limits the votes of one organization, whatever its number of voters. A cap on seats is no cap on votes.
public enum VoteCap: Sendable, Hashable {
  /// At most this number of votes; 1 for "one vote per organization".
  case votes(Int)
  /// At most this share of the votes, read one of two ways.
  case share(Fraction, Reading)

  /// Of which votes a share is taken. Texts do not say; where the readings differ the answer is unclear.
  public enum Reading: Sendable, Hashable, CaseIterable {
    /// Of all voters before anybody is capped: 40 % of ten leaves four of seven.
    case ofAllVoters
    /// Of the votes that count in the end: 40 % leaves two of five.
    case ofVotesCounted
  }

  /// The votes that count when organizations have these numbers of voters.
  func votes(of people: [Int]) -> [Int] {
    switch self {
    case .votes(let most): return people.map { min($0, most) }
    case .share(let share, .ofAllVoters):
      let most = share.roundedDown(of: people.reduce(0, +))
      return people.map { min($0, most) }
    case .share(let share, .ofVotesCounted):
      // Capping one lowers the total, hence the cap: repeated until nothing changes, which it does as counts only fall.
      var votes = people
      while true {
        let most = share.roundedDown(of: votes.reduce(0, +))
        let next = votes.map { min($0, most) }
        if next == votes { return votes }
        votes = next
      }
    }
  }
}

/// What limits the members one organization has in a body.
public enum SeatCap: Sendable, Hashable {
  /// At most this number.
  case seats(Int)
  /// At most this share.
  case share(Fraction)
  /// Less than this share.
  case lessThan(Fraction)

  /// The most members one organization may have in a body of this size.
  public func mostSeats(of size: Int) -> Int {
    switch self {
    case .seats(let count): count
    case .share(let share): share.roundedDown(of: size)
    case .lessThan(let share): max(share.roundedUp(of: size) - 1, 0)
    }
  }

  /// Organizations that have more members than this allows.
  public func broken(by electorate: Electorate) -> [Electorate.Bloc] {
    let most = mostSeats(of: electorate.size)
    return electorate.blocs.filter { $0.people > most }
  }
}
