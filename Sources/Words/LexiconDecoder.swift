import Diagnostics

/// Reads the lists of one file of words into the properties of a type, so that a list is a name there and a key in the
/// file: `labelEnds` is `label_ends`.
struct LexiconDecoder: Decoder {
  /// What properties asked for.
  final class Asked {
    var keys: Set<String> = []
    /// The lists of phrases of words, by their numbers.
    var phrases: [WordPhrases] = []
  }

  let name: String
  let values: [String: LexiconFile.Value]
  let asked = Asked()
  var codingPath: [any CodingKey] { [] }
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  init(file: LexiconFile) {
    name = file.name
    values = Dictionary(file.values.map { ($0.key, $0.value) }) { first, _ in first }
  }

  func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedDecodingContainer<Key> {
    KeyedDecodingContainer(Lists(decoder: self))
  }
  func unkeyedContainer() throws -> any UnkeyedDecodingContainer { throw unfit("") }
  func singleValueContainer() throws -> any SingleValueDecodingContainer { throw unfit("") }

  fileprivate func unfit(_ key: String) -> DecodingError {
    .dataCorrupted(.init(codingPath: [], debugDescription: "no such words: \(name).\(key)"))
  }
}

private struct Lists<Key: CodingKey>: KeyedDecodingContainerProtocol {
  let decoder: LexiconDecoder
  var codingPath: [any CodingKey] { [] }
  var allKeys: [Key] { decoder.values.keys.compactMap { Key(stringValue: $0) } }

  func contains(_ key: Key) -> Bool { true }
  func decodeNil(forKey key: Key) -> Bool { false }

  func decode<Words: Decodable>(_ type: Words.Type, forKey key: Key) throws -> Words {
    let name = Self.key(key.stringValue)
    decoder.asked.keys.insert(name)
    guard let value = decoder.values[name], let words = words(value, as: type) as? Words else {
      throw decoder.unfit(name)
    }
    return words
  }

  private func words(_ value: LexiconFile.Value, as type: Any.Type) -> Any? {
    switch value {
    case .list(let words):
      if type == Set<String>.self { return Set(words) }
      if type == Phrases.self { return Phrases(list: words) }
      if type == ByteStrings.self { return ByteStrings(words) }
      if type == WordPhrases.self {
        let phrases = WordPhrases(list: words, number: decoder.asked.phrases.count)
        decoder.asked.phrases.append(phrases)
        return phrases
      }
      return words
    case .groups(let groups):
      if type == [LexiconFile.Group].self { return groups }
      if type == WordGroups.self { return WordGroups(groups) }
      let meanings = groups.flatMap { group in
        group.words.map { LexiconFile.Meaning(word: $0, meaning: group.name) }
      }
      if type == [LexiconFile.Meaning].self { return meanings }
      // Of a word with two meanings the first counts.
      if type == [String: String].self {
        return Dictionary(meanings.map { ($0.word, $0.meaning) }) { first, _ in first }
      }
      return Dictionary(groups.map { ($0.name, $0.words) }) { first, _ in first }
    case .meanings(let meanings):
      if type == [LexiconFile.Meaning].self { return meanings }
      if type == WordMeanings.self { return WordMeanings(meanings) }
      if type == [String: Int].self {
        return Dictionary(meanings.map { ($0.word, Int($0.meaning)) }) { first, _ in first }.compactMapValues { $0 }
      }
      return Dictionary(meanings.map { ($0.word, $0.meaning) }) { first, _ in first }
    }
  }

  /// `label_ends` for `labelEnds`.
  private static func key(_ property: String) -> String {
    let key = property.utf8.reduce(into: [UInt8]()) { key, letter in
      let isUppercase = (0x41...0x5A).contains(letter)
      if isUppercase { key.append(UInt8(ascii: "_")) }
      key.append(isUppercase ? letter | 0x20 : letter)
    }
    return String(decoding: key, as: UTF8.self)
  }

  func nestedContainer<Nested: CodingKey>(keyedBy: Nested.Type, forKey key: Key) throws -> KeyedDecodingContainer<
    Nested
  > {
    throw decoder.unfit(key.stringValue)
  }
  func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
    throw decoder.unfit(key.stringValue)
  }
  func superDecoder() -> any Decoder { decoder }
  func superDecoder(forKey key: Key) -> any Decoder { decoder }
}
