/// An exact fraction, so that two thirds of nine is six and not almost six.
public struct Fraction: Sendable, Hashable, Comparable {
  /// Above the line.
  let numerator: Int
  /// Below the line, above zero.
  let denominator: Int

  /// A fraction in lowest terms; nil below zero, for a zero denominator, and above 10,000, which no rule uses and which
  /// keeps every product of a count and a fraction exact.
  public init?(_ numerator: Int, _ denominator: Int) {
    guard (0...10_000).contains(numerator), (1...10_000).contains(denominator) else { return nil }
    var (a, b) = (numerator, denominator)
    while b != 0 { (a, b) = (b, a % b) }
    self.numerator = numerator / a
    self.denominator = denominator / a
  }

  /// The largest whole number that is not above this fraction of a count.
  public func roundedDown(of count: Int) -> Int { numerator * count / denominator }

  /// The smallest whole number that is not below this fraction of a count.
  func roundedUp(of count: Int) -> Int { (numerator * count + denominator - 1) / denominator }

  /// Compares exactly.
  public static func < (a: Fraction, b: Fraction) -> Bool {
    a.numerator * b.denominator < b.numerator * a.denominator
  }

  /// Reads `2/3`, `70%` or `66.66%`.
  public init?(_ text: some StringProtocol) {
    let text = String(text)
    if text.hasSuffix("%") {
      let parts = text.dropLast().split(separator: ".", omittingEmptySubsequences: false)
      guard parts.count <= 2, let percent = parts.first.flatMap({ Int($0) }), (0...100).contains(percent) else {
        return nil
      }
      let decimals = parts.count == 2 ? parts[1] : "0"
      guard (1...2).contains(decimals.utf8.count), let hundredths = Int(decimals), hundredths >= 0 else { return nil }
      self.init(percent * 100 + (decimals.utf8.count == 1 ? hundredths * 10 : hundredths), 10_000)
      return
    }
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, let numerator = Int(parts[0]), let denominator = Int(parts[1]) else { return nil }
    self.init(numerator, denominator)
  }
}
