/// Reads what most front matter is, lines of a key and a text, without a parser for all of YAML.
enum FlatYAML {
  /// The mapping that a text is; nil for anything that is not surely such lines, which is then for libyaml to read.
  static func mapping(_ yaml: ArraySlice<UInt8>, firstLine: Int) -> Node? {
    guard yaml.count < 4_096 else { return nil }
    var entries: [Node.Entry] = []
    var keys: Set<String> = []
    var line = firstLine
    for text in yaml.split(separator: 0x0A, omittingEmptySubsequences: false) {
      line += 1
      if text.isEmpty { continue }
      // A character that is not of ASCII, or a tab, may be something else than text.
      guard text.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }), let entry = entry(text, line),
        case .scalar(let key, _) = entry.key.content, keys.insert(key).inserted
      else { return nil }
      entries.append(entry)
    }
    guard let first = entries.first else { return nil }
    return Node(.mapping(entries), line: first.key.line, column: 1)
  }

  private static func entry(_ text: ArraySlice<UInt8>, _ line: Int) -> Node.Entry? {
    guard let colon = text.firstIndex(where: { !isPlainKey($0) }), text[colon] == UInt8(ascii: ":"),
      colon > text.startIndex, colon - text.startIndex < 1_000,
      let first = text[(colon + 1)...].firstIndex(where: { $0 != 0x20 }), first > colon + 1
    else { return nil }
    let last = text.lastIndex { $0 != 0x20 } ?? first
    guard let content = scalar(text[first...last]) else { return nil }
    let key = Node(
      .scalar(String(decoding: text[..<colon], as: UTF8.self), quoted: false), line: line, column: 1)
    return Node.Entry(key: key, value: Node(content, line: line, column: first - text.startIndex + 1))
  }

  private static func isPlainKey(_ byte: UInt8) -> Bool {
    (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A || byte >= 0x30 && byte <= 0x39 || byte == UInt8(ascii: "_")
  }

  /// A text in double quotes that stands for itself, or a plain one that no sign in it makes something else.
  private static func scalar(_ text: ArraySlice<UInt8>) -> Node.Content? {
    let signs = Array("\"\\'#:[]{}&*!|>%@`,".utf8)
    guard let first = text.first, first != UInt8(ascii: "\"") else {
      let inner = text.dropFirst().dropLast()
      guard text.count >= 2, text.last == UInt8(ascii: "\""),
        !inner.contains(where: { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\\") })
      else { return nil }
      return .scalar(String(decoding: inner, as: UTF8.self), quoted: true)
    }
    let isWord = isPlainKey(first) || first == UInt8(ascii: "/") || first == UInt8(ascii: ".")
    guard isWord, !text.contains(where: { signs.contains($0) }) else { return nil }
    return .scalar(String(decoding: text, as: UTF8.self), quoted: false)
  }
}
