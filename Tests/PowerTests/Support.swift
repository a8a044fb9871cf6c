import Power

extension Fraction {
  static let half = [Fraction(1, 2)].compactMap(\.self)[0]
  static let twoThirds = [Fraction(2, 3)].compactMap(\.self)[0]
}

extension VotingPower.Holders {
  /// Whether nobody has it for certain.
  var isEmpty: Bool { certain.isEmpty && independents == 0 }
}
