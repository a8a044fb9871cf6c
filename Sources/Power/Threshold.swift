/// How many yes votes pass a motion.
public enum Threshold: Sendable, Hashable {
  /// This share or more (`2/3`, `70%`, and `1/2` for "at least half").
  case atLeast(Fraction)
  /// More than this share (`1/2+` for a majority).
  case moreThan(Fraction)
  /// This number of yes votes, whatever the size of the body.
  case votes(Int)
  /// Every vote; a single no stops it.
  case everyone

  /// Yes votes a motion needs when there are `total` votes.
  ///
  /// Rounded only as far as votes are whole: two thirds of seven is five.
  public func votesNeeded(of total: Int) -> Int {
    switch self {
    case .atLeast(let share): share.roundedUp(of: total)
    case .moreThan(let share): share.roundedDown(of: total) + 1
    case .votes(let count): count
    case .everyone: total
    }
  }

  /// Reads `1/2+`, `2/3`, `70%`, `3`.
  public init?(_ text: String) {
    if let count = Int(text) {
      guard (1...10_000).contains(count) else { return nil }
      self = .votes(count)
    } else if text.hasSuffix("+") {
      guard let share = Fraction(text.dropLast()) else { return nil }
      self = .moreThan(share)
    } else {
      guard let share = Fraction(text) else { return nil }
      self = .atLeast(share)
    }
  }
}
