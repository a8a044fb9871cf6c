/// Groups of people that no list names, known by the noun that ends their name: "the core developers", "the moderation
/// team", "members of the trading working group".
extension DecisionText {
  /// Who decides where a document names nobody, and speaks of no maintainers.
  static let unnamed = "those who vote"

  /// The name of the group that ends at a word, in the form in which rules name bodies; nil where the word names none, or
  /// only says "team", which may be any.
  static func group(endingAt index: Int, from start: Int, in words: [DecisionWord]) -> String? {
    let noun = words[index].text
    let isCollective = L.collectives.contains(noun)
    guard isCollective || L.peopleNouns.contains(noun) else { return nil }
    let isForOthers = noun == "representatives" || noun == "delegates"
    // The noun of "working group chairs" is the last one; a "group of maintainers" is of those behind it.
    if index + 1 < words.count {
      let next = words[index + 1].text
      if L.peopleNouns.contains(next) || L.collectives.contains(next) { return nil }
      if next == "of", isCollective || isForOthers { return nil }
    }
    var first = index
    while first > start, index - first < 4, isName(first - 1, in: words) { first -= 1 }
    guard first < index else { return isCollective || isForOthers ? nil : noun }
    return words[first...(isForOthers ? index - 1 : index)].map(\.text).joined(separator: " ")
  }

  /// Whether a word can stand in front of the noun in the name of a group, and is no number or article.
  static func isName(_ index: Int, in words: [DecisionWord]) -> Bool {
    let word = words[index]
    return !word.isMark && !L.notOfNames.contains(word.text) && L.noName.length(at: index, in: words) == 0
      && L.voteNouns.length(at: index, in: words) == 0 && L.beforeObjects.length(at: index, in: words) == 0
      && DecisionShare.number(at: index, in: words) == nil && DecisionShare.at(index, in: words) == nil
  }

  /// Where the name of a committee begins whose noun stands at a place: "the Leadership Council"; its place where that is
  /// all of its name.
  static func startOfName(_ noun: Int, from start: Int, in words: [DecisionWord]) -> Int {
    guard L.committeeNouns.contains(words[noun].text) else { return noun }
    var first = noun
    while first > start, noun - first < 3, isName(first - 1, in: words) { first -= 1 }
    return first
  }

  /// A heading that is nothing but the name of one group: "The Moderation Team".
  static func group(called heading: [DecisionWord]) -> String? {
    guard let last = heading.indices.last(where: { !heading[$0].isMark }), (1...4).contains(last),
      L.collectives.contains(heading[last].text)
    else { return nil }
    let first = heading[0].text == "the" ? 1 : 0
    guard let name = group(endingAt: last, from: first, in: heading),
      name.split(separator: " ").count == last + 1 - first
    else { return nil }
    return name
  }

  /// Whom a document of no committee asks, where it speaks of no maintainers: the group that it names most often as those
  /// who vote, but at least twice.
  static func groupAsked(_ passages: [DecisionPassage]) -> String? {
    var counts: [String: Int] = [:]
    for words in passages.lazy.map(\.words) {
      for range in L.ofThe.ranges(in: words) where L.voteNouns.length(at: range.lowerBound - 1, in: words) > 0 {
        let places = range.upperBound..<max(range.upperBound, min(words.count, range.upperBound + 4))
        let named = places.lazy.compactMap { group(endingAt: $0, from: range.upperBound, in: words) }.first
        if let named { counts[named, default: 0] += 1 }
      }
    }
    let most = counts.sortedByBytes(of: \.key).max { $0.value < $1.value }
    return most.flatMap { $0.value > 1 ? $0.key : nil }
  }
}
