import Diagnostics

/// Some of the lists of phrases of a file, by their numbers.
package struct PhraseLists: Sendable, Hashable {
  @usableFromInline package var bits: SIMD4<UInt64>

  private init(_ bits: SIMD4<UInt64>) { self.bits = bits }

  /// None of them.
  package static let none = PhraseLists(.zero)
  /// All of them.
  package static let all = PhraseLists(SIMD4(repeating: .max))

  /// How many are told apart: one beyond the last may always be there.
  @usableFromInline package static var most: Int { 256 }

  @inlinable package func contains(_ number: Int) -> Bool {
    number >= Self.most || bits[number >> 6] & (1 << UInt64(number & 63)) != 0
  }

  fileprivate mutating func insert(_ number: Int) {
    if number < Self.most { bits[number >> 6] |= 1 << UInt64(number & 63) }
  }

  /// Adds the lists of another.
  package mutating func formUnion(_ other: PhraseLists) { bits |= other.bits }
}

/// Tells of a word in which lists some phrase begins with it: asked once for each word of a text, where every list would
/// else be asked at every place of it.
package struct WordBeginnings: Sendable {
  /// A word, or what words begin with: its first eight bytes as one number, which tell most words apart, and all of it.
  private struct Beginning: Sendable {
    let first: UInt64
    let mask: UInt64
    /// Where its bytes stand among those of all.
    let text: Range<Int>
    let isWhole: Bool
    let lists: PhraseLists
  }

  /// Bucket by bucket: by the first byte and the one behind it, 0 for none; what has one byte is in all with that byte.
  private let beginnings: [Beginning]
  /// Where in `beginnings` each bucket begins, and where the last ends.
  private let starts: [Int]
  private let bytes: [UInt8]
  /// Lists with a phrase that begins with any word.
  private let always: PhraseLists
  /// Those with one that begins with a digit or a sign, or beyond ASCII.
  private let unlettered: PhraseLists

  private static let bucketCount = 1024

  private static func bucket(_ first: UInt8, _ second: UInt8) -> Int {
    (Int(first) &* 31 &+ Int(second)) & (bucketCount - 1)
  }

  init(_ lists: [WordPhrases]) {
    var words: [String: PhraseLists] = [:]
    var begun: [String: PhraseLists] = [:]
    for list in lists {
      for first in list.phrases.compactMap(\.first) {
        for word in first.exact { words[word, default: .none].insert(list.number) }
        for beginning in first.beginnings { begun[beginning, default: .none].insert(list.number) }
      }
    }
    var buckets = [[Beginning]](repeating: [], count: Self.bucketCount)
    var (always, unlettered, bytes) = (PhraseLists.none, PhraseLists.none, [UInt8]())
    func add(_ text: String, isWhole: Bool, _ lists: PhraseLists) {
      guard let first = text.utf8.first else { return always.formUnion(lists) }
      if !first.isASCIILetter { unlettered.formUnion(lists) }
      let second = text.utf8.dropFirst().first
      let place = bytes.count..<(bytes.count + text.utf8.count)
      bytes += text.utf8
      let beginning = Beginning(
        first: text.withBytes { Self.eight(of: $0) }, mask: place.count < 8 ? 1 << UInt64(8 * place.count) - 1 : .max,
        text: place, isWhole: isWhole, lists: lists)
      if second == nil, !isWhole {
        for bucket in Set((UInt8.min...UInt8.max).map { Self.bucket(first, $0) }) { buckets[bucket].append(beginning) }
      } else {
        buckets[Self.bucket(first, second ?? 0)].append(beginning)
      }
    }
    for (text, lists) in words { add(text, isWhole: true, lists) }
    for (text, lists) in begun { add(text, isWhole: false, lists) }
    beginnings = buckets.flatMap { $0 }
    starts = buckets.reduce(into: [0]) { $0.append(($0.last ?? 0) + $1.count) }
    (self.always, self.unlettered, self.bytes) = (always, unlettered, bytes)
  }

  /// The first eight bytes of a word as one number; zeros stand for those behind its end.
  private static func eight(of word: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var number: UInt64 = 0
    for index in 0..<min(8, word.count) { number |= UInt64(word[index]) << UInt64(8 * index) }
    return number
  }

  /// The lists in which a phrase can begin with a word in lower case.
  package func lists(beginningWith word: String) -> PhraseLists { word.withBytes { lists(beginningWith: $0) } }

  /// Whether a phrase of a list may begin in a text, as far as its letters tell: where none does, its words need not be
  /// read one by one.
  package func mayBegin(_ list: WordPhrases, in text: String) -> Bool {
    if always.contains(list.number) || unlettered.contains(list.number) { return true }
    return text.withBytes { text in
      withUnsafeTemporaryAllocation(of: UInt8.self, capacity: text.count) { word in
        var (index, length) = (0, 0)
        while index <= text.count {
          let byte = index < text.count ? text[index] : 0x20
          // What is written with apostrophes or beyond ASCII has its own ways.
          if byte >= 0x80 || byte == UInt8(ascii: "'") { return true }
          if byte.isASCIILetter {
            word[length] = byte | 0x20
            length += 1
          } else if length > 0 {
            let word = UnsafeBufferPointer(rebasing: word[..<length])
            if lists(beginningWith: word).contains(list.number) { return true }
            length = 0
          }
          index += 1
        }
        return false
      }
    }
  }

  private func lists(beginningWith word: UnsafeBufferPointer<UInt8>) -> PhraseLists {
    var lists = always
    guard let first = word.first else { return lists }
    let eight = Self.eight(of: word)
    let bucket = Self.bucket(first, word.count > 1 ? word[1] : 0)
    for index in starts[bucket]..<starts[bucket + 1] where beginnings[index].first == eight & beginnings[index].mask {
      let text = beginnings[index].text
      guard beginnings[index].isWhole ? text.count == word.count : text.count <= word.count else { continue }
      if text.count <= 8 || word.begins(with: Array(bytes[text])) { lists.formUnion(beginnings[index].lists) }
    }
    return lists
  }
}
