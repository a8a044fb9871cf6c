import Words

/// Sentences that say how many sit in a committee: "the board shall be composed of nine (9) individuals".
enum BodySize {
  private typealias L = DecisionLexicon

  /// The committee, how many it has and the line of the number; nil where that is a limit, one part of them, or of a
  /// company.
  static func stated(in words: [DecisionWord], _ text: DecisionText) -> (body: String, number: Int, line: Int)? {
    for range in L.seatCounts.ranges(in: words, from: 1) {
      var place = range.upperBound
      while place < range.upperBound + 3, L.beforeNumber.length(at: place, in: words) > 0 { place += 1 }
      guard let number = DecisionShare.number(at: place, in: words), (3...60).contains(number),
        DecisionShare.at(place, in: words) == nil,
        let noun = (place + 1..<min(words.count, place + 7)).first(where: { L.seats.length(at: $0, in: words) > 0 }),
        words[place..<noun].allSatisfy({ !$0.isMark || $0.text == "(" || $0.text == ")" }),
        !words[place..<noun].contains(where: { $0.text == "or" || $0.text == "to" }), isWhole(behind: noun, in: words),
        let body = body(Array(words[..<range.lowerBound]), text)
      else { continue }
      return (body, number, words[place].line)
    }
    return nil
  }

  /// Whether no other number of people follows: "three elected members and two appointed ones".
  private static func isWhole(behind noun: Int, in words: [DecisionWord]) -> Bool {
    !(noun + 1..<min(words.count, noun + 5)).contains { place in
      DecisionShare.number(at: place, in: words) != nil && !(place + 1 < words.count && words[place + 1].text == "of")
    }
  }

  /// The committee of which the words before speak.
  private static func body(_ words: [DecisionWord], _ text: DecisionText) -> String? {
    guard words.count <= 14, !L.conditions.begins(words), !L.organizations.occur(in: words), !L.groups.occur(in: words),
      !words.contains(where: { $0.text.hasPrefix("initial") })
    else { return nil }
    let short = words.lazy.compactMap { word in text.shortNames[word.text] ?? text.abbreviations[word.text] }.first
    if let name = short ?? DecisionText.wholeCommittee(in: words) { return text.committee ?? name }
    let noun = words.first { L.committeeNouns.contains($0.text) }?.text
    return noun.flatMap { text.committee(called: $0) }
  }
}
