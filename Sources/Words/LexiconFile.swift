import StructuredData

/// One file of a lexicon: its lists of words by key.
struct LexiconFile: Sendable {
  enum Value: Sendable, Equatable {
    /// Words, in the order of the file.
    case list([String])
    /// Lists of words by what they mean.
    case groups([Group])
    /// One meaning for each word, in the order of the file.
    case meanings([Meaning])
  }

  struct Group: Sendable, Equatable {
    let name: String
    var words: [String]
  }

  struct Meaning: Sendable, Equatable {
    let word: String
    var meaning: String
  }

  /// The file's name without extension.
  let name: String
  var values: [(key: String, value: Value)]

  /// What a source's file of this name may hold.
  var shape: Shape {
    .object(values.map { Shape.Key($0.key, $0.value.shape, "Words of the built-in `\($0.key)`, or a change of them.") })
  }

  subscript(key: String) -> Value? { values.first { $0.key == key }?.value }
}

extension LexiconFile.Value {
  /// A list in place of the built-in one, or what to add to it and to remove from it.
  private static let words = Shape.either([
    .texts,
    .object([
      Shape.Key("add", .texts, "Words to add."), Shape.Key("remove", .texts, "Built-in words to leave out."),
    ]),
  ])

  fileprivate var shape: Shape {
    switch self {
    case .list: Self.words
    case .groups(let groups): .object(groups.map { Shape.Key($0.name, Self.words, "Words for `\($0.name)`.") })
    case .meanings: .map(.text)
    }
  }
}

/// Gives the words of one file to the code that needs them, and notes what the two do not have in common.
struct LexiconSection {
  private let file: LexiconFile
  private var asked: Set<String> = []
  /// Keys that were asked for and are not in the file, or hold something else.
  private(set) var missing: [String] = []

  init(_ file: LexiconFile) { self.file = file }

  /// Keys of the file that nobody asked for.
  var unused: [String] { file.values.map(\.key).filter { !asked.contains($0) }.map { "\(file.name).\($0)" } }

  mutating func list(_ key: String) -> [String] {
    if case .list(let words) = take(key) { return words }
    return absent(key) ?? []
  }

  mutating func set(_ key: String) -> Set<String> { Set(list(key)) }

  mutating func phrases(_ key: String) -> Phrases { Phrases(list: list(key)) }

  /// Groups by name; which of them a word is in is for the caller to ask.
  mutating func groups(_ key: String) -> [String: [String]] {
    Dictionary(ordered(key).map { ($0.name, $0.words) }) { first, _ in first }
  }

  /// Groups in the order of the file.
  mutating func ordered(_ key: String) -> [LexiconFile.Group] {
    if case .groups(let groups) = take(key) { return groups }
    return absent(key) ?? []
  }

  /// The meaning of each word; of a word with two meanings the first.
  mutating func meanings(_ key: String) -> [String: String] {
    Dictionary(pairs(key).map { ($0.word, $0.meaning) }) { first, _ in first }
  }

  /// Words with their meanings, in the order of the file.
  mutating func pairs(_ key: String) -> [(word: String, meaning: String)] {
    switch take(key) {
    case .groups(let groups): groups.flatMap { group in group.words.map { ($0, group.name) } }
    case .meanings(let meanings): meanings.map { ($0.word, $0.meaning) }
    default: absent(key) ?? []
    }
  }

  private mutating func take(_ key: String) -> LexiconFile.Value? {
    asked.insert(key)
    return file[key]
  }

  private mutating func absent<Words>(_ key: String) -> Words? {
    missing.append("\(file.name).\(key)")
    return nil
  }
}
