import Criteria
import StructuredData
import Words

/// Events of notes: headings and bullets under a heading that says so.
struct EventRules {
  let lexicon = Lexicon.activity

  /// The events of an outline; `day` is the day the document speaks for.
  func events(in outline: NoteOutline, day: CalendarDate?) -> [Event] {
    var sites: [(line: NoteLine, details: [String])] = []
    for index in outline.lines.indices where outline.lines[index].headingLevel != nil {
      if lexicon.eventHeadings.equal(normalized: PhraseMatcher.normalized(outline.lines[index].text)) {
        sites += self.sites(in: outline, under: index)
      }
    }
    guard !sites.isEmpty else { return [] }
    let years = Set(sites.flatMap { dates(of: $0, year: nil) }.filter { $0.precision == .day }.map(\.last.year))
    let commonYear = day?.year ?? (years.count == 1 ? years.first : nil)
    var events = sites.compactMap { site in
      event(site.line, site.details, year: yearNamed(in: site.line.text) ?? commonYear)
    }
    settleStates(&events, day: day)
    return events
  }

  // MARK: Where events stand

  private func sites(in outline: NoteOutline, under heading: Int) -> [(line: NoteLine, details: [String])] {
    let section = outline.section(of: heading)
    let levels = section.compactMap { outline.lines[$0].headingLevel }
    if let level = levels.min() {
      return section.filter { outline.lines[$0].headingLevel == level }.map { index in
        (outline.lines[index], outline.section(of: index).flatMap { outline.lines[$0].pieces.map(\.text) })
      }
    }
    return section.filter { outline.lines[$0].itemDepth == 0 }.map { index in
      (outline.lines[index], outline.nested(below: index).flatMap { outline.lines[$0].pieces.map(\.text) })
    }
  }

  /// Dates in the title, else in a detail that is labeled as the date.
  private func dates(of site: (line: NoteLine, details: [String]), year: Int?) -> [DateMention] {
    let own = DateScanner.dates(in: site.line.text, assumingYear: year)
    if own.contains(where: { $0.precision == .day }) { return own }
    for detail in site.details {
      let label = detail.firstPlace(ofByte: UInt8(ascii: ":")).map { String(detail[..<$0]) } ?? ""
      guard lexicon.eventDateLabels.equal(normalized: PhraseMatcher.normalized(label)) else { continue }
      let found = DateScanner.dates(in: detail, assumingYear: year)
      if !found.isEmpty { return found }
    }
    return own
  }

  private func yearNamed(in text: String) -> Int? {
    let words = PhraseMatcher.normalized(text).split(separator: 0x20)
    return words.lazy.compactMap { $0.count == 4 ? Int(String(decoding: $0, as: UTF8.self)) : nil }
      .first { (1990...2099).contains($0) }
  }

  // MARK: One event

  private func event(_ line: NoteLine, _ details: [String], year: Int?) -> Event? {
    let words = PhraseMatcher.normalized(line.text).split(separator: 0x20).map { String(decoding: $0, as: UTF8.self) }
    guard let first = words.first, !lexicon.notEvents.contains(first) else { return nil }
    let dates = dates(of: (line, details), year: year)
    let isNamedEvent = words.contains { word in
      lexicon.eventWords.contains(word) || word.utf8.count > 4 && lexicon.eventEndings.contains(where: word.hasSuffix)
    }
    guard isNamedEvent || dates.contains(where: { $0.precision == .day }) else { return nil }
    let (name, place) = title(line.text, hasDate: !DateScanner.dates(in: line.text, assumingYear: year).isEmpty)
    let day = dates.first { $0.precision == .day }
    let said = PhraseMatcher.normalized(([line.text] + details).joined(separator: " . "))
    return Event(
      name: name, date: day?.first, endDate: day.flatMap { $0.last == $0.first ? nil : $0.last }, state: state(said),
      details: place + details, location: line.location)
  }

  /// `KVM Forum ... Dublin, IE ... September 15 – 16, 2021` is a name and two details; without a date all is the name.
  private func title(_ text: String, hasDate: Bool) -> (name: String, details: [String]) {
    guard hasDate else { return (text, []) }
    let signs: [[UInt8]] = ["...", "…", " – ", " — ", " - ", " | ", " (", ", ", ": "].map {
      Array($0.utf8)
    }
    let bytes = Array(text.utf8)
    // A dash inside a date (`15 – 16`) comes behind the name's end, so the first sign of all is the right one.
    let cut = signs.compactMap { sign in
      bytes.indices.first { bytes[$0...].starts(with: sign) }.map { ($0, $0 + sign.count) }
    }.min { $0.0 < $1.0 }
    guard let cut, cut.0 > 0 else { return (text, []) }
    let rest = String(decoding: bytes[cut.1...], as: UTF8.self)
    let details = rest.split(separator: "...").map { trimmed(String($0)) }.filter { !$0.isEmpty }
    return (trimmed(String(decoding: bytes[..<cut.0], as: UTF8.self)), details)
  }

  private func trimmed(_ text: String) -> String {
    let signs: Set<Character> = [" ", ".", ",", ")", "(", "|", "-", ":"]
    var rest = text[...]
    while let last = rest.last, signs.contains(last), !(last == "." && rest.dropLast().last?.isUppercase == true) {
      rest.removeLast()
    }
    while let first = rest.first, signs.contains(first) { rest.removeFirst() }
    return String(rest)
  }

  private func state(_ words: [UInt8]) -> Event.State {
    if lexicon.eventWaiting.occur(inNormalized: words), !lexicon.eventAnswered.occur(inNormalized: words) {
      return .waiting
    }
    if lexicon.eventDone.occur(inNormalized: words) { return .done }
    return lexicon.eventPlanned.occur(inNormalized: words) ? .planned : .unknown
  }

  /// Dates decide where words do not: against the day of the document, else against the earliest event that is waited
  /// for, since the document must be older than that one.
  private func settleStates(_ events: inout [Event], day: CalendarDate?) {
    let ahead = events.filter { $0.state == .waiting || $0.state == .planned }.compactMap(\.date).min()
    for index in events.indices where events[index].state == .unknown {
      guard let date = events[index].date else { continue }
      if let day {
        events[index].state = (events[index].endDate ?? date) < day ? .done : date > day ? .planned : .unknown
      } else if let ahead, date >= ahead {
        events[index].state = .planned
      }
    }
  }
}
