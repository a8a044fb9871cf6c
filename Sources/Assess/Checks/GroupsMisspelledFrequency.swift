import Diagnostics
import Intake
import Words

extension Rule {
  static let groupsMisspelledFrequency = Rule(
    id: "groups/misspelled-frequency",
    summary: "a misspelled meeting frequency",
    why: "Calendars and generated lists cannot read it.",
    howToFix: "correct the word",
    examples: [
      Example(
        ["sigs.yaml": Samples.meetings.replacing("weekly", with: "↓biweekyl")],
        finds: ["`biweekyl` is not a known frequency; did you mean `biweekly`?"]),
      Example(["sigs.yaml": Samples.meetings.replacing("weekly", with: "every Wednesday")]),
      Example(["sigs.yaml": Samples.meetings.replacing("weekly", with: "bi-weekly")]),
    ]
  ) { data, rule in
    let words = Lexicon.findings.frequencies
    return data.dataGroups.flatMap(\.allMeetings).compactMap { meeting in
      guard let frequency = meeting.frequency, !frequency.holds(" "), !words.contains(frequency.lowercased()),
        let near = Suggestion.nearest(to: frequency, among: words), !words.contains(Folding.letters(frequency))
      else { return nil }
      let place = data.location(of: frequency, in: meeting)
      let edits = place.text == frequency ? [Replacement(place, with: near)] : []
      return rule.finding(
        .note, "`\(frequency)` is not a known frequency; \(Suggestion.question(near))", key: frequency,
        at: [.init(.fact, place)], confidence: .medium, expected: near, actual: frequency, fix: "write `\(near)`",
        solutions: [Solution("write `\(near)`", edits)])
    }
  }
}

extension CommunityData {
  /// Where a meeting's entry holds a word.
  func location(of word: String, in meeting: Group.Meeting) -> Location {
    guard let source = document(meeting.location.path)?.source else { return meeting.location }
    let lines = meeting.location.line..<min(meeting.location.line + 15, source.lineCount + 1)
    return lines.lazy.compactMap { source.range(of: word, inLine: $0) }.first.map(source.location) ?? meeting.location
  }
}
