import StructuredData

/// One file of a lexicon: its lists of words by key.
package struct LexiconFile: Sendable {
  enum Value: Sendable, Equatable {
    /// Words, in the order of the file.
    case list([String])
    /// Lists of words by what they mean.
    case groups([Group])
    /// One meaning for each word, in the order of the file.
    case meanings([Meaning])
  }

  package struct Group: Sendable, Equatable, Decodable {
    package let name: String
    package var words: [String]
  }

  package struct Meaning: Sendable, Equatable, Decodable {
    package let word: String
    package var meaning: String
  }

  /// Types made of lists are decoded by `LexiconDecoder` alone.
  static var unfit: DecodingError {
    .dataCorrupted(.init(codingPath: [], debugDescription: "words are read from files of words only"))
  }

  /// The file's name without extension.
  let name: String
  var values: [(key: String, value: Value)]

  /// What a source's file of this name may hold.
  var shape: Shape {
    .object(values.map { Shape.Key($0.key, $0.value.shape, "Words of the built-in `\($0.key)`, or a change of them.") })
  }

  /// A file as it stands. A test holds that every value of the built-in files has one of the three forms.
  init(name: String, _ root: Node? = nil) {
    self.name = name
    values = (root?.entries ?? []).map { (key: $0.key.string ?? "", value: Value($0.value)) }
  }
}

extension LexiconFile.Value {
  fileprivate init(_ node: Node) {
    if node.isSequence {
      self = .list(node.strings)
    } else if node.entries.contains(where: { $0.value.isSequence }) {
      self = .groups(node.entries.map { .init(name: $0.key.string ?? "", words: $0.value.strings) })
    } else {
      self = .meanings(node.entries.map { .init(word: $0.key.string ?? "", meaning: $0.value.string ?? "") })
    }
  }

  /// A list in place of the built-in one, or what to add to it and to remove from it.
  private static let words = Shape.named(
    "words",
    .either([
      .texts,
      .object([
        Shape.Key("add", .texts, "Words to add."), Shape.Key("remove", .texts, "Built-in words to leave out."),
      ]),
    ]))

  fileprivate var shape: Shape {
    switch self {
    case .list: Self.words
    case .groups(let groups): .object(groups.map { Shape.Key($0.name, Self.words, "Words for `\($0.name)`.") })
    case .meanings: .map(.text)
    }
  }
}
