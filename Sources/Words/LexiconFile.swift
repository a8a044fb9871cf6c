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

  init(name: String, values: [(key: String, value: Value)]) {
    self.name = name
    self.values = values
  }

  /// A built-in file, from the lines that `embed-defaults` makes of it.
  init(name: String, lists: StaticString) {
    let lines = lists.withUTF8Buffer { text in
      text.split(separator: UInt8(ascii: "\n")).map { line in
        line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false).map {
          String(decoding: $0, as: UTF8.self)
        }
      }
    }
    let values = lines.map { fields in
      var rows: [[String]] = []
      var start = 2
      while start < fields.count, let count = Int(fields[start]) {
        rows.append(Array(fields[(start + 1)...].prefix(count)))
        start += count + 1
      }
      let value: Value =
        switch fields[0] {
        case "list": .list(rows.first ?? [])
        case "groups": .groups(rows.map { .init(name: $0[0], words: Array($0.dropFirst())) })
        default: .meanings(rows.map { .init(word: $0[0], meaning: $0[1]) })
        }
      return (key: fields[1], value: value)
    }
    self.init(name: name, values: values)
  }
}

extension LexiconFile.Value {
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
