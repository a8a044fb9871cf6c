import Diagnostics
import Intake
import Words

extension StaleMention {
  /// Lines of today with the address or the day of a meeting that the data give another one of since.
  static func meetings(before: Community, now: Community, in documents: [SourceDocument]) -> [StaleMention] {
    let data = Set(now.index.groups.map(\.location.path))
    let old = meetings(of: before, in: data)
    let new = Dictionary(firstOf: meetings(of: now, in: data).map { ($0.key, $0.meeting) })
    let addresses = Set(new.values.compactMap(\.url))
    var mentions: [StaleMention] = []
    for (key, meeting) in old.prefix(most) {
      guard let today = new[key] else { continue }
      if let gone = meeting.url, let url = today.url, gone != url, !addresses.contains(gone) {
        mentions += lines(in: documents) { source, line in address(gone, in: source, line) }.map { place in
          StaleMention(
            message: "\(meeting.description) has another address, and this line still has the old one", place: place,
            gone: meeting.location, replacement: url)
        }
      }
      if let gone = meeting.day, let day = today.day, weekday(gone) != weekday(day) {
        // A page that only names a day may be about anything: it has to speak of meetings, too.
        mentions += lines(in: documents) { source, line in self.day(gone, of: meeting, in: source, line) }.map {
          place in
          StaleMention(
            message: "\(meeting.description) is on \(day) now, and this line says \(place.text ?? gone)", place: place,
            gone: meeting.location)
        }
      }
    }
    return mentions
  }

  private static func meetings(
    of community: Community, in data: Set<String>
  ) -> [(key: String, meeting: Group.Meeting)] {
    community.index.groups.filter { data.contains($0.location.path) }.flatMap { group in
      group.allMeetings.map { ("\(group.name)\u{0}\($0.description)", $0) }
    }
  }

  private static func lines(
    in documents: [SourceDocument], _ place: (SourceText, Int) -> Location?
  ) -> [Location] {
    documents.flatMap { document in
      (1...document.source.lineCount).compactMap { place(document.source, $0) }
    }
  }

  /// The place of an address that ends where it is written.
  private static func address(_ address: String, in source: SourceText, _ line: Int) -> Location? {
    let (range, bytes) = (source.byteRange(ofLine: line), Array(address.utf8))
    guard let found = source.bytes[range].firstRange(ofBytes: bytes) else { return nil }
    let next = found.upperBound < range.upperBound ? source.bytes[found.upperBound] : 0x20
    guard " )>]\"'|,".utf8.contains(next) || next == 0x09 else { return nil }
    return source.location(found)
  }

  /// The only weekday of the words, folded; nil where there are several.
  private static func weekday(_ text: String) -> String? {
    let days = text.runsOfLetters.map { Folding.letters(String($0)) }
      .compactMap { word in Lexicon.times.weekdays.first { word == $0 || word == $0 + "s" } }
    return Set(days).count == 1 ? days.first : nil
  }

  /// The place of the day of a meeting on a line that speaks of it: by its name, by its address, or as the meeting.
  private static func day(_ day: String, of meeting: Group.Meeting, in source: SourceText, _ line: Int) -> Location? {
    let text = source.lineText(line)
    guard text.utf8.count < 1_000, let wanted = weekday(day), weekday(text) == wanted else { return nil }
    let folded = Folding.letters(text)
    let names = [meeting.description, "the meeting", "our meeting", "the call", "our call"].map(Folding.letters)
    guard names.contains(where: { !$0.isEmpty && folded.contains($0) }) || text.contains(meeting.url ?? "\u{0}") else {
      return nil
    }
    let words = text.runsOfLetters
    guard let word = words.first(where: { weekday(String($0)) == wanted }) else { return nil }
    let start =
      source.byteRange(ofLine: line).lowerBound + text.utf8.distance(from: text.startIndex, to: word.startIndex)
    return source.location(start..<(start + word.utf8.count))
  }
}
