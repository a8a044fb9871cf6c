import Words

/// A time of day or a span of it: `9:00`, `08:00AM`, `2:30 PM`, `4PM`, `9:00AM-10:00AM`, `1-2pm`.
struct MeetingClock {
  /// Minutes since midnight.
  let start: Int
  /// Minutes since midnight; nil when only the start is given.
  let end: Int?

  /// Reads a text that is a time and perhaps a zone; nil for anything else.
  init?(_ text: String?) {
    guard let text else { return nil }
    let bytes = Array(text.lowercased().utf8)
    var index = 0
    self.init(bytes, &index)
    // What follows may name a zone, but no further number.
    if bytes[index...].contains(where: \.isASCIIDigit),
      !["utc", "gmt"].contains(where: { String(decoding: bytes[index...], as: UTF8.self).contains($0) })
    {
      return nil
    }
  }

  /// The times of a sentence, each with the words before it and those between it and the next.
  static func times(in text: String) -> [(clock: MeetingClock, before: String, after: String)] {
    let written = Array(text.utf8)
    let bytes = written.map(\.lowercasedASCII)
    var found: [(clock: MeetingClock, range: Range<Int>)] = []
    var index = 0
    while index < bytes.count {
      let isStart =
        bytes[index].isASCIIDigit
        && (index == 0
          || !bytes[index - 1].isASCIIDigit && !bytes[index - 1].isASCIILetter
            && !":/.-+#_".utf8.contains(bytes[index - 1]))
      var end = index
      if isStart, let clock = MeetingClock(bytes, &end) {
        found.append((clock, index..<end))
        index = max(end, index + 1)
      } else {
        index += 1
      }
    }
    return found.indices.map { number in
      let range = found[number].range
      let next = number + 1 < found.count ? found[number + 1].range.lowerBound : bytes.count
      return (
        found[number].clock, String(decoding: written[..<range.lowerBound], as: UTF8.self),
        String(decoding: written[range.upperBound..<next], as: UTF8.self)
      )
    }
  }

  /// Reads a time or span at an index, and moves the index behind it.
  private init?(_ bytes: [UInt8], _ index: inout Int) {
    guard let first = Self.time(bytes, &index) else { return nil }
    var second: Time?
    let afterFirst = index
    if Self.dash(bytes, &index) { second = Self.time(bytes, &index) }
    if second == nil { index = afterFirst }
    // `1-2pm`: the half of the day is said once.
    guard let start = first.minutes(half: first.half ?? second?.half), !first.isBare || second?.half != nil else {
      return nil
    }
    if let second, second.minutes(half: second.half) == nil { return nil }
    self.start = start
    end = second.flatMap { $0.minutes(half: $0.half) }
  }

  private struct Time {
    let hour: Int
    let minute: Int
    /// 0 for am, 1 for pm.
    let half: Int?
    /// Whether it is an hour without minutes and without am or pm, which alone is no time.
    let isBare: Bool

    func minutes(half: Int?) -> Int? {
      guard minute < 60 else { return nil }
      guard let half else { return hour < 24 ? hour * 60 + minute : nil }
      guard (1...12).contains(hour) else { return nil }
      return (hour % 12 + half * 12) * 60 + minute
    }
  }

  private static func time(_ bytes: [UInt8], _ index: inout Int) -> Time? {
    skipBlanks(bytes, &index)
    if let time = military(bytes, &index) { return time }
    guard let hour = number(bytes, &index) else { return nil }
    var minute: Int?
    if index < bytes.count, bytes[index] == UInt8(ascii: ":") {
      index += 1
      guard let value = number(bytes, &index) else { return nil }
      minute = value
    }
    let afterNumber = index
    skipBlanks(bytes, &index)
    var half: Int?
    if index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: "m"),
      index + 2 == bytes.count || !bytes[index + 2].isASCIILetter
    {
      half = Self.half(bytes[index])
      index += 2
    } else if bytes[index...].starts(with: "a.m.".utf8) || bytes[index...].starts(with: "p.m.".utf8) {
      half = Self.half(bytes[index])
      index += 4
    } else if index == afterNumber, minute != nil, index < bytes.count,
      index + 1 == bytes.count || !bytes[index + 1].isASCIILetter
    {
      // `12:00p`
      half = Self.half(bytes[index])
      index += 1
    }
    if half == nil { index = afterNumber }
    return Time(hour: hour, minute: minute ?? 0, half: half, isBare: minute == nil && half == nil)
  }

  /// `1300 UTC`, `0900 hours`: four digits that a word makes a time.
  private static func military(_ bytes: [UInt8], _ index: inout Int) -> Time? {
    let digits = bytes[index...].prefix { $0.isASCIIDigit }
    let rest = bytes[(index + digits.count)...].drop { $0 == 0x20 }
    guard digits.count == 4, Lexicon.times.afterClock.contains(where: { rest.starts(with: $0.utf8) }) else {
      return nil
    }
    let number = digits.reduce(0) { $0 * 10 + Int($1 & 0x0F) }
    index += 4
    return Time(hour: number / 100, minute: number % 100, half: nil, isBare: false)
  }

  private static func half(_ byte: UInt8) -> Int? {
    byte == UInt8(ascii: "a") ? 0 : byte == UInt8(ascii: "p") ? 1 : nil
  }

  private static func number(_ bytes: [UInt8], _ index: inout Int) -> Int? {
    let digits = bytes[index...].prefix { $0.isASCIIDigit }
    guard (1...2).contains(digits.count) else { return nil }
    index += digits.count
    return digits.reduce(0) { $0 * 10 + Int($1 & 0x0F) }
  }

  private static func dash(_ bytes: [UInt8], _ index: inout Int) -> Bool {
    skipBlanks(bytes, &index)
    for sign in ["-", "\u{2013}", "to"] where bytes[index...].starts(with: sign.utf8) {
      index += sign.utf8.count
      return true
    }
    return false
  }

  private static func skipBlanks(_ bytes: [UInt8], _ index: inout Int) {
    while index < bytes.count, bytes[index] == 0x20 { index += 1 }
  }
}
