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
  enum Summer {
    case none
    /// Second Sunday of March to first Sunday of November, at 2:00.
    case america
    /// Last Sundays of March and October, at 1:00 UTC.
    case europe
  }

  /// Offset from UTC in minutes and summer time of the zones a calendar can be written for.
  static let rules: [String: (offset: Int, summer: Summer)] = [
    "UTC": (0, .none), "America/Los_Angeles": (-480, .america), "America/Denver": (-420, .america),
    "America/Chicago": (-360, .america), "America/New_York": (-300, .america), "Europe/London": (0, .europe),
    "Europe/Brussels": (60, .europe), "Europe/Paris": (60, .europe), "Europe/Berlin": (60, .europe),
    "Europe/Madrid": (60, .europe), "Europe/Rome": (60, .europe), "Europe/Warsaw": (60, .europe),
    "Europe/Prague": (60, .europe), "Europe/Vienna": (60, .europe), "Europe/Amsterdam": (60, .europe),
    "Europe/Zurich": (60, .europe), "Europe/Stockholm": (60, .europe), "Europe/Helsinki": (120, .europe),
    "Asia/Kolkata": (330, .none), "Asia/Shanghai": (480, .none), "Asia/Tokyo": (540, .none),
  ]

  /// Names people write, in lower case, longest first where one holds another.
  private static let names: [(phrase: [UInt8], zone: String)] = [
    ("central european", "Europe/Brussels"), ("us pacific", "America/Los_Angeles"),
    ("us mountain", "America/Denver"), ("us central", "America/Chicago"), ("us eastern", "America/New_York"),
    ("pacific", "America/Los_Angeles"), ("mountain", "America/Denver"), ("eastern", "America/New_York"),
    ("pt", "America/Los_Angeles"), ("pst", "America/Los_Angeles"), ("pdt", "America/Los_Angeles"),
    ("et", "America/New_York"), ("est", "America/New_York"), ("edt", "America/New_York"),
    ("mst", "America/Denver"), ("mdt", "America/Denver"), ("ct", "America/Chicago"), ("cdt", "America/Chicago"),
    ("cet", "Europe/Brussels"), ("cest", "Europe/Brussels"), ("bst", "Europe/London"), ("jst", "Asia/Tokyo"),
    ("poland", "Europe/Warsaw"), ("india", "Asia/Kolkata"), ("china", "Asia/Shanghai"), ("utc", "UTC"), ("gmt", "UTC"),
  ].map { (PhraseMatcher.normalized($0.0), $0.1) }

  private static let ambiguous: [(phrase: [UInt8], meanings: String)] = [
    (PhraseMatcher.normalized("ist"), "India or Israel"),
    (PhraseMatcher.normalized("cst"), "North America or China"),
  ]

  private static let areas: Set<String> = [
    "Africa", "America", "Antarctica", "Arctic", "Asia", "Atlantic", "Australia", "Europe", "Indian", "Pacific", "Etc",
  ]

  /// The zone a text names.
  static func find(in text: String?) -> Result<String, Problem> {
    guard let text else { return .failure(Problem("no time zone is given")) }
    if let identifier = text.split(separator: " ").first(where: isIdentifier) { return .success(String(identifier)) }
    let words = PhraseMatcher.normalized(text)
    if let offset = offset(in: text) { return .success(offset) }
    if let name = names.first(where: { contains(words, $0.phrase) }) { return .success(name.zone) }
    if let name = ambiguous.first(where: { contains(words, $0.phrase) }) {
      return .failure(Problem("time zone `\(text.blanksFolded)` is that of \(name.meanings)", isAmbiguous: true))
    }
    return .failure(Problem("no time zone in `\(text)`"))
  }

  /// Whether a text is the name of a zone and nothing else: `US Eastern`, `CA Pacific`, `Indian Standard Time`, `PST`.
  static func isZone(_ text: String) -> Bool {
    let words = text.lowercased().split { !$0.isLetter }
    guard let last = words.last, words.count <= 4 else { return false }
    if last == "time", let before = words.dropLast().last {
      return ["standard", "daylight", "summer", "pacific", "eastern", "central", "mountain", "european"].contains(
        before)
    }
    if words.count == 2, words[0].count == 2 { return ["pacific", "eastern", "central", "mountain"].contains(last) }
    return words.count == 1
      && ["pst", "pdt", "est", "edt", "cst", "cdt", "cet", "cest", "utc", "gmt", "ist"].contains(last)
  }

  /// `Europe/Madrid`.
  private static func isIdentifier(_ word: Substring) -> Bool {
    let parts = word.split(separator: "/", omittingEmptySubsequences: false)
    return (2...3).contains(parts.count) && areas.contains(String(parts[0]))
      && parts.dropFirst().allSatisfy { part in
        !part.isEmpty && part.utf8.allSatisfy { $0.isASCIILetter || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: "-") }
      }
  }

  /// `UTC+8` is `Etc/GMT-8`: the database counts west of Greenwich.
  private static func offset(in text: String) -> String? {
    let bytes = Array(text.uppercased().utf8)
    guard
      let start = bytes.indices.first(where: {
        bytes[$0...].starts(with: "UTC".utf8) || bytes[$0...].starts(with: "GMT".utf8)
      })
    else { return nil }
    let rest = bytes[(start + 3)...].drop { $0 == 0x20 }
    guard let sign = rest.first, sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") else { return nil }
    let digits = rest.dropFirst().prefix { $0.isASCIIDigit }
    guard (1...2).contains(digits.count), let hours = Int(String(decoding: digits, as: UTF8.self)), hours <= 14 else {
      return nil
    }
    return hours == 0 ? "UTC" : "Etc/GMT\(sign == UInt8(ascii: "+") ? "-" : "+")\(hours)"
  }

  private static func contains(_ words: [UInt8], _ phrase: [UInt8]) -> Bool {
    words.count >= phrase.count && (0...(words.count - phrase.count)).contains { words[$0...].starts(with: phrase) }
  }
}
