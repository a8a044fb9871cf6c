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
    guard let first = Self.time(bytes, &index) else { return nil }
    var second: Time?
    let afterFirst = index
    if Self.dash(bytes, &index) { second = Self.time(bytes, &index) }
    if second == nil { index = afterFirst }
    // What follows may name a zone, but no further number.
    if bytes[index...].contains(where: \.isASCIIDigit),
      !String(decoding: bytes[index...], as: UTF8.self).contains("utc")
    {
      return nil
    }
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
      half = bytes[index] == UInt8(ascii: "a") ? 0 : bytes[index] == UInt8(ascii: "p") ? 1 : nil
    }
    index = half == nil ? afterNumber : index + 2
    return Time(hour: hour, minute: minute ?? 0, half: half, isBare: minute == nil && half == nil)
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
