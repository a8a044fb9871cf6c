import Words
import Intake

/// A day of the week with a time and a zone, as a sentence says them: `Every Wednesday @ 16:00 CET`.
struct SpokenTime {
  /// As written, from the day to the zone.
  let text: String
  /// The same, normalized.
  let time: MeetingTime

  /// The one time that a line is about: with one day of the week and a zone; nil for none, or for more than one day.
  init?(_ line: String) {
    let words = line.split { " \t(),|*".contains($0) }.map(String.init)
    let days = words.indices.filter { Self.isDay(words[$0]) }
    guard days.count == 1, let day = days.first else { return nil }
    guard let clock = words.indices.first(where: { $0 > day && $0 <= day + 4 && Self.isClock(words[$0]) }) else {
      return nil
    }
    var end = clock + 1
    var time = words[clock]
    if end < words.count, ["am", "pm"].contains(words[end].lowercased()) {
      time += words[end]
      end += 1
    }
    guard end < words.count else { return nil }
    // `CET/CEST` is one zone; `PT (Pacific Time)` says it twice.
    let zone = words[end].split(separator: "/").first.map(String.init) ?? ""
    let isArea = Lexicon.times.areas.contains(zone)
    self.time = MeetingTime(day: words[day], time: time, timeZone: isArea ? words[end] : zone, frequency: nil)
    guard self.time.startInUTC != nil else { return nil }
    text = words[day...end].joined(separator: " ")
  }

  private static func isDay(_ word: String) -> Bool {
    let folded = Folding.letters(word)
    return Lexicon.times.weekdays.contains { folded == $0 || folded == $0 + "s" }
  }

  /// `16:00`, `9:30am`, `4pm`.
  private static func isClock(_ word: String) -> Bool {
    guard let first = word.utf8.first, first.isASCIIDigit else { return false }
    let lower = word.lowercased()
    return lower.holds(":") && lower.utf8.count <= 7 || lower.hasSuffix("am") || lower.hasSuffix("pm")
  }
}
