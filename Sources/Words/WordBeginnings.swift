import Diagnostics

/// Some of the lists of phrases of a file, by their numbers.
package struct PhraseLists: Sendable, Hashable {
  private var bits = SIMD4<UInt64>()

  /// A list beyond the last that is told apart may always be there.
  private static let most = 256

  package func contains(_ number: Int) -> Bool {
    number >= Self.most || bits[number >> 6] & (1 << UInt64(number & 63)) != 0
  }

  fileprivate mutating func insert(_ number: Int) {
    if number < Self.most { bits[number >> 6] |= 1 << UInt64(number & 63) }
  }

  fileprivate mutating func formUnion(_ other: PhraseLists) { bits |= other.bits }
}

/// Tells of a word in which lists some phrase begins with it: asked once for each word of a text, where every list would
/// else be asked at every place of it.
package struct WordBeginnings: Sendable {
  private var words: [String: PhraseLists] = [:]
  /// What words of a list begin with, by its first byte.
  private var beginnings = [[(text: [UInt8], lists: PhraseLists)]](repeating: [], count: 256)
  /// Lists with a phrase that begins with any word.
  private var always = PhraseLists()

  init(_ lists: [WordPhrases]) {
    var begun: [String: PhraseLists] = [:]
    for list in lists {
      for first in list.phrases.compactMap(\.first) {
        for word in first.exact { words[word, default: PhraseLists()].insert(list.number) }
        for beginning in first.beginnings { begun[beginning, default: PhraseLists()].insert(list.number) }
      }
    }
    for (text, lists) in begun {
      guard let first = text.utf8.first else {
        always.formUnion(lists)
        continue
      }
      beginnings[Int(first)].append((Array(text.utf8), lists))
    }
  }

  /// The lists in which a phrase can begin with a word in lower case.
  package func lists(beginningWith word: String) -> PhraseLists {
    guard let first = word.utf8.first else { return always }
    var lists = words[word] ?? PhraseLists()
    lists.formUnion(always)
    var word = word
    word.withUTF8 { word in
      for beginning in beginnings[Int(first)] where word.begins(with: beginning.text) {
        lists.formUnion(beginning.lists)
      }
    }
    return lists
  }
}
