import Words

/// A share as a sentence writes it: `2/3`, `two-thirds`, `66 %`, `four of five`, `half`.
struct DecisionShare: Sendable {
  /// In the form of a threshold: `2/3`, `70%`; halves and quarters as fractions.
  let text: String
  let numerator: Int
  let denominator: Int
  /// First word after it.
  let end: Int

  var isAboveHalf: Bool { 2 * numerator > denominator }
  var isBelowHalf: Bool { 2 * numerator < denominator }
  var isHalf: Bool { 2 * numerator == denominator }

  /// A whole number written as digits or as a word.
  static func number(at index: Int, in words: [DecisionWord]) -> Int? {
    guard words.indices.contains(index) else { return nil }
    let text = words[index].text
    // Plus and minus are votes, no numbers.
    guard let first = text.utf8.first else { return nil }
    return first.isASCIIDigit ? Int(text) : text == "single" ? 1 : Lexicon.times.numbers[text]
  }

  /// The share that begins at a word.
  static func at(_ index: Int, in words: [DecisionWord]) -> DecisionShare? {
    guard words.indices.contains(index) else { return nil }
    let text = words[index].text
    func word(_ offset: Int) -> String { index + offset < words.count ? words[index + offset].text : "" }
    if text.holds(byte: UInt8(ascii: "/")) {
      // "2/3rds"
      let digits = text.hasSuffix("rds") || text.hasSuffix("ths") ? text.dropLast(3) : text[...]
      let sides = digits.split(separator: "/", omittingEmptySubsequences: false).map { Int($0) }
      guard sides.count == 2, let numerator = sides[0], let denominator = sides[1], numerator > 0,
        numerator < denominator, denominator <= 100
      else { return nil }
      return DecisionShare(text: String(digits), numerator: numerator, denominator: denominator, end: index + 1)
    }
    if text.hasSuffix("%") { return percent(String(text.dropLast()), end: index + 1) }
    if word(1) == "percent" { return percent(text == "fifty" ? "50" : text, end: index + 2) }
    if text == "half" { return DecisionShare(text: "1/2", numerator: 1, denominator: 2, end: index + 1) }
    let isArticle = text == "a" || text == "an"
    if let denominator = DecisionLexicon.parts[word(1)], let numerator = isArticle ? 1 : Lexicon.times.numbers[text],
      numerator < denominator
    {
      // "a third member" is no share, "a third of the members" is one.
      guard !isArticle || word(2) == "of" else { return nil }
      return DecisionShare(
        text: "\(numerator)/\(denominator)", numerator: numerator, denominator: denominator, end: index + 2)
    }
    if word(1) == "of", let some = number(at: index, in: words), let all = number(at: index + 2, in: words), some > 1,
      some < all, DecisionLexicon.parts[word(3)] == nil
    {
      return DecisionShare(text: "\(some)/\(all)", numerator: some, denominator: all, end: index + 3)
    }
    return nil
  }

  private static func percent(_ digits: String, end: Int) -> DecisionShare? {
    let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count <= 2, let whole = parts.first.flatMap({ Int($0) }), (1..<100).contains(whole) else { return nil }
    if parts.count == 2 {
      guard let decimals = Int(parts[1].prefix(2)), decimals >= 0 else { return nil }
      let hundredths = parts[1].utf8.count == 1 ? decimals * 10 : decimals
      return DecisionShare(text: "\(digits)%", numerator: whole * 100 + hundredths, denominator: 10_000, end: end)
    }
    let text = [25: "1/4", 50: "1/2", 75: "3/4"][whole] ?? "\(whole)%"
    return DecisionShare(text: text, numerator: whole, denominator: 100, end: end)
  }
}
