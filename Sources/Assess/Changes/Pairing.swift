import Criteria

/// Which elements of two lists stand for each other, by index.
struct Pairing {
  private(set) var pairs: [(old: Int, new: Int)] = []
  private(set) var onlyOld: [Int]
  private(set) var onlyNew: [Int]

  /// Two lists of which nothing is paired yet.
  init(old: Int, new: Int) {
    onlyOld = Array(0..<old)
    onlyNew = Array(0..<new)
  }

  /// Pairs what is left and has the same key; of several with one key the first with the first, or none when `unique`.
  mutating func join<Key: Hashable>(_ oldKeys: [Key?], _ newKeys: [Key?], unique: Bool = false) {
    var waiting: [Key: [Int]] = [:]
    for index in onlyOld.reversed() {
      if let key = oldKeys[index] { waiting[key, default: []].append(index) }
    }
    var counts: [Key: Int] = [:]
    for index in onlyNew {
      if let key = newKeys[index] { counts[key, default: 0] += 1 }
    }
    var joined: [(old: Int, new: Int)] = []
    for index in onlyNew {
      guard let key = newKeys[index], !unique || (counts[key] == 1 && waiting[key]?.count == 1),
        let old = waiting[key]?.popLast()
      else { continue }
      joined.append((old, index))
    }
    add(joined)
  }

  /// Pairs what is left and is alike, where each of the two is like no other; of long lists nothing.
  mutating func join(where isAlike: (_ old: Int, _ new: Int) -> Bool) {
    guard onlyOld.count * onlyNew.count <= Self.mostComparisons else { return }
    var likeOld: [Int: [Int]] = [:]
    var likeNew: [Int: [Int]] = [:]
    for old in onlyOld {
      for new in onlyNew where isAlike(old, new) {
        likeOld[old, default: []].append(new)
        likeNew[new, default: []].append(old)
      }
    }
    add(
      onlyNew.compactMap { new in
        guard let old = likeNew[new], old.count == 1, likeOld[old[0]]?.count == 1 else { return nil }
        return (old[0], new)
      })
  }

  /// Pairs that differ, then what only the later list has, then what only the earlier one has.
  func changes<Element>(
    _ old: [Element], _ new: [Element], where areDifferent: (Element, Element) -> Bool,
    _ change: (Element?, Element?) -> DocumentChange
  ) -> [DocumentChange] {
    pairs.filter { areDifferent(old[$0.old], new[$0.new]) }.map { change(old[$0.old], new[$0.new]) }
      + onlyNew.map { change(nil, new[$0]) } + onlyOld.map { change(old[$0], nil) }
  }

  private mutating func add(_ joined: [(old: Int, new: Int)]) {
    pairs = (pairs + joined).sorted { $0.new < $1.new }
    let old = Set(joined.map(\.old))
    let new = Set(joined.map(\.new))
    onlyOld.removeAll(where: old.contains)
    onlyNew.removeAll(where: new.contains)
  }

  private static let mostComparisons = 40_000
}

/// The words of a text, each once.
struct WordSet {
  private let words: Set<ArraySlice<UInt8>>

  init(_ text: String) { words = Set(PhraseMatcher.normalized(text).split(separator: 0x20)) }

  /// Whether two texts are most likely about the same: the shorter one is part of the other and has three words, or
  /// they share three fifths of all their words.
  func isLike(_ other: WordSet) -> Bool {
    let shared = words.intersection(other.words).count
    let isPart = shared >= 3 && shared == min(words.count, other.words.count)
    return isPart || (shared >= 2 && shared * 5 >= (words.count + other.words.count - shared) * 3)
  }
}
