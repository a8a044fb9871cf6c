import Diagnostics
import Words

/// A piece of a sentence, as claims are read from it.
struct ClaimToken: Sendable {
  enum Kind: Sendable, Equatable {
    /// A whole number: digits, a thousands separator, or a word (`eight`); `isOpen` for `20+`.
    case number(Int, isOpen: Bool)
    /// A number before a percent sign.
    case percent(Int)
    case word
    case sign(UInt8)
    /// A date, by its index among those of the text.
    case date(Int)
  }

  let kind: Kind
  /// Byte range in the text.
  let range: Range<Int>
  /// The word in lower case; empty for signs but arrows.
  let lower: String
  /// Whether it begins with a capital letter or is written in capitals, as names are.
  let isCapitalized: Bool
  /// Whether a blank (or the text's start) comes before it.
  let followsBlank: Bool

  /// The number, if it is one that can count something.
  var number: Int? { if case .number(let value, _) = kind { value } else { nil } }
  func isSign(_ sign: Unicode.Scalar) -> Bool { kind == .sign(UInt8(ascii: sign)) }
}

extension ClaimToken {
  /// Arrows that lead from an earlier number to a later one; an ellipsis does not.
  private static let arrows: Set<String> = ["→", "⇒", "⟶", "➔", "➜"]
  var isArrow: Bool { Self.arrows.contains(lower) }
  /// What a word behind a number multiplies it by.
  static let factors = ["hundred": 100, "dozen": 12, "thousand": 1_000, "million": 1_000_000]
  /// Whether it is `dozen`, `hundred` or `thousand`, which follow an article or another number.
  var isRoundWord: Bool { Self.factors[lower] != nil }

  /// Splits a text; dates are single tokens, versions, fractions, times and addresses are words.
  static func tokens(of text: PlainText, dates: [DateMention]) -> [ClaimToken] {
    var scanner = Scanner(text: text, dates: dates)
    scanner.run()
    return scanner.tokens
  }

  private struct Scanner {
    let bytes: [UInt8]
    let dates: [DateMention]
    let skipped: [Range<Int>]
    private let numbers = Lexicon.times.numbers
    var tokens: [ClaimToken] = []
    private var index = 0
    /// Up to here signs without a letter follow each other, such as curly quotes: they are not looked through again.
    private var signsEnd = 0
    private var followsBlank = true

    init(text: PlainText, dates: [DateMention]) {
      bytes = text.bytes
      self.dates = dates
      let addresses = text.links.map(\.text).filter { range in
        text.bytes[range].starts(with: "http".utf8) || text.bytes[range].starts(with: "www.".utf8)
      }
      // A number set as code is a number.
      let code = text.code.filter { !text.bytes[$0].allSatisfy(\.isASCIIDigit) }
      skipped = (addresses + code).sorted { $0.lowerBound < $1.lowerBound }
    }

    mutating func run() {
      var date = 0
      var skip = 0
      while index < bytes.count {
        while skip < skipped.count, skipped[skip].upperBound <= index { skip += 1 }
        while date < dates.count, dates[date].range.upperBound <= index { date += 1 }
        if skip < skipped.count, skipped[skip].contains(index) {
          add(.word, to: skipped[skip].upperBound, lower: "")
        } else if date < dates.count, dates[date].range.lowerBound == index {
          add(.date(date), to: dates[date].range.upperBound, lower: "")
        } else if bytes[index] == 0x20 {
          followsBlank = true
          index += 1
        } else if let dash = dash(at: index) {
          add(.sign(dash), to: index + 3, lower: "")
        } else if bytes[index].isASCIIDigit {
          number()
        } else if bytes[index].isWordByte {
          word()
        } else {
          add(.sign(bytes[index]), to: index + 1, lower: "")
        }
      }
    }

    private mutating func add(_ kind: Kind, to end: Int, lower: String) {
      let end = max(end, index + 1)
      tokens.append(
        ClaimToken(
          kind: kind, range: index..<end, lower: lower,
          isCapitalized: bytes[index..<end].contains(where: \.isASCIICapital),
          followsBlank: followsBlank))
      followsBlank = false
      index = end
    }

    /// `1,234`, `20+`, `51%`, `10k`; `1.14.4`, `2/3`, `15:48`, `#310`, `$20`, `36th`, `5x` are words.
    private mutating func number() {
      var end = index
      var value = 0
      while end < bytes.count {
        if bytes[end].isASCIIDigit {
          if end - index > 12 { break }
          value = value * 10 + Int(bytes[end] & 0x0F)
          end += 1
        } else if bytes[end] == UInt8(ascii: ","), end - index <= 10, isThousand(end + 1) {
          end += 1
        } else if bytes[end] == 0x20, end - index <= 3, value > 0, isThousand(end + 1) {
          end += 1
        } else {
          break
        }
      }
      let isBeforeDash = dash(at: end) != nil
      func next(_ offset: Int = 0) -> UInt8 { end + offset < bytes.count ? bytes[end + offset] : 0x20 }
      let before = index > 0 ? bytes[index - 1] : 0x20
      let joins = "./:".utf8.contains(next()) && next(1).isASCIIDigit
      if "#$/.:@".utf8.contains(before) || joins || (next().isWordByte && !isBeforeDash) {
        if !"#$/.:@".utf8.contains(before), let (scaled, past) = scaled(value, from: end) {
          let isOpen = past < bytes.count && bytes[past] == UInt8(ascii: "+")
          return add(.number(scaled, isOpen: isOpen), to: past + (isOpen ? 1 : 0), lower: "")
        }
        while end < bytes.count, bytes[end].isWordByte || "./:".utf8.contains(bytes[end]) { end += 1 }
        while end > index + 1, !bytes[end - 1].isWordByte { end -= 1 }
        return add(.word, to: end, lower: String(decoding: bytes[index..<end], as: UTF8.self).lowercased())
      }
      if next() == UInt8(ascii: "%") { return add(.percent(value), to: end + 1, lower: "") }
      let isOpen = next() == UInt8(ascii: "+")
      add(.number(value, isOpen: isOpen), to: isOpen ? end + 1 : end, lower: "")
    }

    /// A number with a letter for thousands or millions, perhaps with a fraction: `10k`, `13.5k`, `1.2M`, `2M+`.
    private func scaled(_ whole: Int, from start: Int) -> (value: Int, end: Int)? {
      var end = start
      var (fraction, scale) = (0, 1)
      if end + 1 < bytes.count, bytes[end] == UInt8(ascii: "."), bytes[end + 1].isASCIIDigit {
        end += 1
        while end < bytes.count, bytes[end].isASCIIDigit, scale < 1_000 {
          (fraction, scale) = (fraction * 10 + Int(bytes[end] & 0x0F), scale * 10)
          end += 1
        }
      }
      for (word, factor) in [(" thousand", 1_000), (" million", 1_000_000)]
      where scale > 1 && whole < 10_000 && bytes[end...].starts(with: word.utf8) {
        return (whole * factor + fraction * factor / scale, end + word.utf8.count)
      }
      guard end < bytes.count, end + 1 == bytes.count || !bytes[end + 1].isWordByte, whole < 10_000 else { return nil }
      let factor: Int
      switch bytes[end] {
      case UInt8(ascii: "k"), UInt8(ascii: "K"): factor = 1_000
      case UInt8(ascii: "M"): factor = 1_000_000
      default: return nil
      }
      return (whole * factor + fraction * factor / scale, end + 1)
    }

    /// An en dash joins numbers like a hyphen, an em dash ends a clause like a semicolon.
    private func dash(at start: Int) -> UInt8? {
      guard start + 2 < bytes.count, bytes[start] == 0xE2, bytes[start + 1] == 0x80 else { return nil }
      switch bytes[start + 2] {
      case 0x90...0x93: return UInt8(ascii: "-")
      case 0x94, 0x95: return UInt8(ascii: ";")
      default: return nil
      }
    }

    private func isThousand(_ start: Int) -> Bool {
      guard start + 3 <= bytes.count, bytes[start..<(start + 3)].allSatisfy(\.isASCIIDigit) else { return false }
      return start + 3 == bytes.count || !bytes[start + 3].isASCIIDigit
    }

    private mutating func word() {
      // `≥3`, `×2`: the sign comes before a digit without being a letter.
      if let sign = Self.comparison(bytes[index...].prefix(3)) {
        return add(
          .sign(UInt8(ascii: sign)), to: index + 3, lower: String(decoding: bytes[index..<(index + 3)], as: UTF8.self))
      }
      if index < signsEnd, bytes[index] >= 0xC2 { return sign() }
      var end = index
      var isJoined = false
      while end < bytes.count {
        if dash(at: end) != nil {
          break
        } else if bytes[end].isWordByte || bytes[end] == UInt8(ascii: "_") {
          end += 1
        } else if "-.'&".utf8.contains(bytes[end]), end + 1 < bytes.count, bytes[end + 1].isWordByte {
          isJoined = true
          end += 1
        } else {
          break
        }
      }
      let lower = String(decoding: bytes[index..<end], as: UTF8.self).lowercased()
      if let value = numbers[lower] ?? (isJoined ? joined(lower) : nil) {
        return add(.number(value, isOpen: false), to: end, lower: lower)
      }
      if bytes[index] >= 0xC2, !lower.unicodeScalars.contains(where: { $0.properties.isAlphabetic }) {
        signsEnd = end
        return sign()
      }
      add(.word, to: end, lower: lower)
    }

    /// The ASCII sign for one of `≥`, `≤` and `≈`.
    private static func comparison(_ sign: ArraySlice<UInt8>) -> Unicode.Scalar? {
      guard sign.count == 3, sign.first == 0xE2, sign.dropFirst().first == 0x89 else { return nil }
      return switch sign.last {
      case 0xA5: ">"
      case 0xA4: "<"
      case 0x88: "~"
      default: nil
      }
    }

    /// `twenty-one`.
    private func joined(_ word: String) -> Int? {
      guard let dash = word.firstPlace(ofByte: UInt8(ascii: "-")), let tens = numbers[String(word[..<dash])],
        let ones = numbers[String(word[dash...].dropFirst())], (20...90).contains(tens), ones < 10
      else { return nil }
      return tens + ones
    }

    /// One character that is neither letter nor digit.
    private mutating func sign() {
      var end = index + 1
      while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
      let sign = String(decoding: bytes[index..<end], as: UTF8.self)
      add(.sign(bytes[index]), to: end, lower: ClaimToken.arrows.contains(sign) ? sign : "")
    }

  }
}
