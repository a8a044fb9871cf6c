import Words
import Diagnostics
import StructuredData

extension Reader {
  /// Release schedules: a list of entries with a day and what happens on it.
  static let schedule = Reader(id: "schedule", kinds: [.schedule], needs: ["releases"]) { input, facts in
    guard let data = input.data, data.isSequence else {
      guard facts.releases.isEmpty else { return [] }
      facts.unread.append(Unread(line: 1, reason: "schedules are read from lists in YAML and tables of releases"))
      return []
    }
    for entry in data.elements where entry.isMapping {
      guard let when = entry.first(of: Lexicon.activity.dayKeys)?.string else { continue }
      let milestone = entry["milestone"]?.string
      guard let name = entry.first(of: Lexicon.activity.titleKeys)?.string ?? milestone else {
        facts.unread.append(Unread(line: entry.line, reason: "schedule entry without `what` or `milestone`"))
        continue
      }
      let mention = DateScanner.dates(in: when).first { $0.precision == .day }
      if mention == nil {
        facts.unread.append(Unread(line: entry.line, reason: "schedule entry whose date `\(when)` cannot be read"))
      }
      let details = [milestone, entry["who"]?.string, entry["notes"]?.string].compactMap { $0 }.filter { $0 != name }
      facts.events.append(
        Event(
          name: name, date: mention?.first, endDate: mention.flatMap { $0.last == $0.first ? nil : $0.last },
          details: details, location: entry.location(in: input.source)))
    }
    return []
  }
}
