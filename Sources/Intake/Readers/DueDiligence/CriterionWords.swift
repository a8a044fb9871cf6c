import Words
import Criteria

/// Recognizes boxes in other words than the form's: by the words that one criterion of their section shares with them
/// and no other does.
///
/// `Current maintainers include names, contact, and affiliation` under the section of governance can only be the list
/// of maintainers. In doubt a box stays unresolved.
struct CriterionWords: Sendable {
  private let words: [CriterionID: Set<String>]
  private let weights: [String: Int]
  private let sections: [String: [Criterion]]

  /// Least weight of the words shared, and how much more than the second best.
  private static let least = 14
  private static let margin = 3

  /// The words of a set's criteria; rare ones weigh more.
  init(_ set: CriteriaSet) {
    let top = set.criteria.filter { $0.parent == nil }
    words = Dictionary(
      top.map { ($0.id, Self.words(of: ($0.match + [$0.text]).joined(separator: " "))) }, uniquingKeysWith: { $1 })
    var counts: [String: Int] = [:]
    for word in words.values.joined() { counts[word, default: 0] += 1 }
    weights = counts.mapValues(Self.weight)
    sections = Dictionary(grouping: top) { Self.name($0.section) }
  }

  /// Names the boxes that can be told; the surest first, each criterion once.
  func resolve(_ items: inout [CriterionLine]) -> [Int] {
    var taken = Set(items.compactMap(\.criterion))
    var open = items.indices.filter { index in
      let item = items[index]
      return item.criterion == nil && item.parent == nil && item.issueReference == nil && item.state != .nobox
        && sections[Self.name(item.section)] != nil
    }
    let ownWords = Dictionary(
      open.map { index in
        let sentence = Sentences.texts(of: items[index].text.string).first ?? ""
        return (index, Self.words(of: String(sentence.prefix { $0 != ";" })))
      }, uniquingKeysWith: { $1 })
    var found: [Int] = []
    while true {
      var best: (index: Int, id: CriterionID, score: Int)?
      for index in open {
        let ranked = ranking(ownWords[index] ?? [], in: Self.name(items[index].section), without: taken)
        guard let first = ranked.first, first.score >= Self.least,
          first.score - (ranked.dropFirst().first?.score ?? 0) >= Self.margin
        else { continue }
        if first.score > best?.score ?? 0 { best = (index, first.id, first.score) }
      }
      guard let best else { return found.sorted() }
      items[best.index].criterion = best.id
      taken.insert(best.id)
      open.removeAll { $0 == best.index }
      found.append(best.index)
    }
  }

  private func ranking(
    _ words: Set<String>, in section: String, without taken: Set<CriterionID>
  ) -> [(id: CriterionID, score: Int)] {
    (sections[section] ?? []).filter { !taken.contains($0.id) }.compactMap { criterion in
      let shared = (self.words[criterion.id] ?? []).intersection(words)
      return shared.count >= 2 ? (criterion.id, shared.reduce(0) { $0 + (weights[$1] ?? 0) }) : nil
    }.sorted { $0.score != $1.score ? $0.score > $1.score : $0.id < $1.id }
  }

  // MARK: Words

  private static func name(_ section: String) -> String {
    String(decoding: PhraseMatcher.normalized(section), as: UTF8.self)
  }

  /// How much a word tells that occurs in so many criteria.
  private static func weight(_ count: Int) -> Int {
    switch count {
    case 1: 12
    case 2: 10
    case 3: 9
    case 4: 8
    case 5...6: 7
    case 7...10: 6
    default: 4
    }
  }

  /// The stems of a text's words that mean something.
  static func words(of text: String) -> Set<String> {
    let normalized = String(decoding: PhraseMatcher.normalized(text), as: UTF8.self)
    return Set(
      normalized.split(separator: " ").lazy.filter {
        $0.utf8.count > 2 && !Lexicon.applications.fillers.contains(String($0))
      }.map(stem))
  }

  private static func stem(_ word: Substring) -> String {
    for ending in Lexicon.applications.endings where word.hasSuffix(ending) && word.utf8.count - ending.utf8.count >= 4
    {
      return String(word.dropLast(ending.utf8.count))
    }
    return String(word)
  }

}
