/// Words for days, times and numbers; `content/lexicon/times.yaml` says what each list is for.
package final class TimeWords: Sendable, Decodable {
  package let frequencies, months, weekdays, until, afterClock: [String]
  package let ordinalEndings, beforeDays, zoneLetters, shortWeekdays, areas, zoneWords, regionZones: Set<String>
  package let numbers, ordinals: [String: Int]
  package let zones, severalZones: WordMeanings
  package let weekly, everyTwoWeeks, monthly, twiceOrEverySecond, otherFrequencies, fromAnotherDay,
    severalTimes: Phrases
  package let every: Set<String>
  package let zoneClocks: [LexiconFile.Group]
}
