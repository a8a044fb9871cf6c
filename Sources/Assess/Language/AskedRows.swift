import Criteria

/// What the expressions of some criteria sets can ask for, so that nothing else is made.
struct AskedRows: Sendable {
  /// Names of collections: words that stand outside of quotes, and what checks need.
  let collections: Set<String>
  /// Keys of rows: every word, as filters name keys in quotes, and what filters and places read. Nil where an expression
  /// takes rows whole.
  let keys: Set<String>?

  init(_ sets: [CriteriaSet]) {
    var collections = Set(sets.flatMap { $0.criteria.flatMap { $0.checks.flatMap(\.needs) } })
    var keys = Set(RowKey.allCases.map(\.rawValue))
    for text in sets.flatMap(\.expressions) {
      for (word, isQuoted) in Self.words(of: text.text) {
        keys.insert(word)
        if !isQuoted { collections.insert(word) }
      }
    }
    self.collections = collections
    self.keys = keys.contains("tojson") || keys.contains("string") ? nil : keys
  }

  /// The words of an expression, each with whether it stands in quotes.
  private static func words(of text: String) -> [(word: String, isQuoted: Bool)] {
    let bytes = Array(text.utf8)
    var words: [(String, Bool)] = []
    var quote: UInt8?
    var index = 0
    while index < bytes.count {
      let start = index
      while index < bytes.count, isPartOfName(bytes[index]) { index += 1 }
      if start < index { words.append((String(decoding: bytes[start..<index], as: UTF8.self), quote != nil)) }
      guard index < bytes.count else { break }
      switch (bytes[index], quote) {
      case (UInt8(ascii: "\\"), _?): index += 1
      case (UInt8(ascii: "'"), nil), (UInt8(ascii: "\""), nil): quote = bytes[index]
      case (let byte, let open?) where byte == open: quote = nil
      default: break
      }
      index += 1
    }
    return words
  }

  private static func isPartOfName(_ byte: UInt8) -> Bool { byte.isWordByte || byte == UInt8(ascii: "_") }
}
