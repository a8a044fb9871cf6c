import Words
import Criteria

/// Which zone of the time zone database people mean.
enum MeetingZone {
  /// Why something is not understood.
  struct Problem: Error {
    let reason: String
    /// Whether the zone's name has several meanings.
    var isAmbiguous = false
    init(_ reason: String, isAmbiguous: Bool = false) {
      self.reason = reason
      self.isAmbiguous = isAmbiguous
    }
  }

  /// Summer time of a zone.
  enum Summer: String {
    case none
    /// Second Sunday of March to first Sunday of November, at 2:00.
    case america
    /// Last Sundays of March and October, at 1:00 UTC.
    case europe
    /// First Sunday of October to first Sunday of April, at 2:00 standard time.
    case australia
    /// Last Sunday of September to first Sunday of April, at 2:00 standard time.
    case newZealand = "new zealand"
  }

  /// The zone a text names.
  static func find(in text: String?) -> Result<String, Problem> {
    guard let text else { return .failure(Problem("no time zone is given")) }
    if text.holds(byte: UInt8(ascii: "/")),
      let identifier = text.split(separator: " ").first(where: isIdentifier)
    {
      return .success(String(identifier))
    }
    let words = PhraseMatcher.normalized(text)
    if let offset = offset(in: text) {
      return offset.map { .success($0) } ?? .failure(Problem("no time zone has the offset of `\(text.blanksFolded)`"))
    }
    if let zone = Lexicon.times.zones.first(inNormalized: words) { return .success(zone) }
    if let meanings = Lexicon.times.severalZones.first(inNormalized: words) {
      return .failure(Problem("time zone `\(text.blanksFolded)` is that of \(meanings)", isAmbiguous: true))
    }
    return .failure(Problem("no time zone in `\(text)`"))
  }

  /// Whether a text is the name of a zone and nothing else: `US Eastern`, `CA Pacific`, `Indian Standard Time`, `PST`.
  static func isZone(_ text: String) -> Bool {
    let words = text.wordsOfLetters
    guard let last = words.last, words.count <= 4 else { return false }
    if last == "time", let before = words.dropLast().last {
      return Lexicon.times.zoneWords.contains(before)
    }
    if words.count == 2, words[0].count == 2 { return Lexicon.times.regionZones.contains(last) }
    return words.count == 1 && Lexicon.times.zoneLetters.contains(last)
  }

  /// `Europe/Madrid`.
  private static func isIdentifier(_ word: Substring) -> Bool {
    let parts = word.split(separator: "/", omittingEmptySubsequences: false)
    return (2...3).contains(parts.count) && Lexicon.times.areas.contains(String(parts[0]))
      && parts.dropFirst().allSatisfy { part in
        !part.isEmpty && part.utf8.allSatisfy { $0.isASCIILetter || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: "-") }
      }
  }

  /// `UTC+8` is `Etc/GMT-8`: the database counts west of Greenwich. An offset with minutes (`UTC+5:30`, `GMT+0545`) is
  /// that of a zone without summer time. No offset at all is `.none`, one that no zone has is `.some(nil)`.
  private static func offset(in text: String) -> String?? {
    let bytes = Array(text.uppercased().utf8)
    let places = [bytes.firstPlace(of: Array("UTC".utf8), from: 0), bytes.firstPlace(of: Array("GMT".utf8), from: 0)]
    guard let start = places.compactMap({ $0 }).min() else { return .none }
    var rest = bytes[(start + 3)...].drop { $0 == 0x20 }
    let isWest: Bool
    switch rest.first {
    case UInt8(ascii: "+"): isWest = false
    case UInt8(ascii: "-"): isWest = true
    // A minus sign or a dash of typography.
    case 0xE2 where rest.starts(with: [0xE2, 0x88, 0x92]) || rest.starts(with: [0xE2, 0x80, 0x93]):
      isWest = true
      rest = rest.dropFirst(2)
    default: return .none
    }
    rest = rest.dropFirst().drop { $0 == 0x20 }
    let digits = rest.prefix { $0.isASCIIDigit }
    guard (1...4).contains(digits.count), let number = Int(String(decoding: digits, as: UTF8.self)) else {
      return .some(nil)
    }
    var (hours, minutes) = digits.count > 2 ? (number / 100, number % 100) : (number, 0)
    rest = rest[digits.endIndex...]
    if digits.count <= 2, rest.first == UInt8(ascii: ":") {
      let behind = rest.dropFirst().prefix { $0.isASCIIDigit }
      guard behind.count == 2, let written = Int(String(decoding: behind, as: UTF8.self)) else { return .some(nil) }
      minutes = written
    } else if digits.count <= 2, rest.starts(with: ".5".utf8) {
      minutes = 30
    }
    guard hours <= 14, minutes < 60 else { return .some(nil) }
    guard minutes == 0 else {
      hours = (isWest ? -1 : 1) * (hours * 60 + minutes)
      return .some(zone(ofOffset: hours))
    }
    return .some(hours == 0 ? "UTC" : "Etc/GMT\(isWest ? "+" : "-")\(hours)")
  }
}
