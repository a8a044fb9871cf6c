public import Diagnostics

/// TOML as a located tree: tables, arrays, strings, and every other scalar as written.
public enum TOML {
  /// The root table of a file; a line that is no TOML is a diagnostic and is passed over.
  public static func read(_ source: SourceText) -> Staged<Node?> {
    var reader = TOMLReader(source)
    let root = reader.read()
    return Staged(root, reader.diagnostics)
  }
}

/// Reads a file byte by byte.
private struct TOMLReader {
  /// Deepest arrays and tables within values.
  private static let deepest = 32

  /// A table while it grows.
  private final class Table {
    private(set) var entries: [(key: Node, value: Value)] = []
    private var values: [String: Value] = [:]
    let place: (line: Int, column: Int)
    init(_ place: (line: Int, column: Int)) { self.place = place }

    subscript(key: Node) -> Value? { values[key.string ?? ""] }

    /// Adds what is not there yet.
    func add(_ key: Node, _ value: Value) {
      entries.append((key, value))
      values[key.string ?? ""] = value
    }
  }

  /// The tables of one array of tables, in order.
  private final class Tables {
    var all: [Table] = []
  }

  private enum Value {
    case node(Node)
    case table(Table)
    case tables(Tables)
  }

  private let source: SourceText
  private let bytes: [UInt8]
  private var index = 0
  private var line = 1
  private var lineStart = 0
  private(set) var diagnostics: [Diagnostic] = []

  init(_ source: SourceText) {
    self.source = source
    bytes = source.bytes
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { index = 3 }
  }

  private var place: (line: Int, column: Int) { (line, index - lineStart + 1) }
  private var byte: UInt8? { index < bytes.count ? bytes[index] : nil }

  mutating func read() -> Node {
    let root = Table((1, 1))
    var current: Table? = root
    while skipBlanks(linesToo: true) {
      let start = line
      if byte == UInt8(ascii: "[") {
        current = header(in: root)
        if current == nil { refuse("no table is named", at: start) }
      } else if let keys = keys(), skip(UInt8(ascii: "=")), let value = value(depth: 0) {
        if let current { insert(.node(value), at: keys, in: current) }
      } else {
        refuse("neither `key = value` nor `[table]`", at: start)
      }
      endLine(from: start)
    }
    return node(root)
  }

  private mutating func refuse(_ reason: String, at line: Int) {
    guard diagnostics.count < 20 else { return }
    diagnostics.append(
      Diagnostic("toml/syntax", .warning, at: source.location(line: line), reason, help: "write `key = value`"))
  }

  /// Goes to the next line; what is left of this one is a comment or was refused.
  private mutating func endLine(from start: Int) {
    _ = skipBlanks(linesToo: false)
    if let byte, byte != 0x0A, byte != UInt8(ascii: "#"), diagnostics.last?.location?.line != start {
      refuse("text behind the value", at: line)
    }
    skipLine()
  }

  /// Skips blanks, comments and perhaps line ends; false at the end of the file.
  private mutating func skipBlanks(linesToo: Bool) -> Bool {
    while let byte {
      switch byte {
      case 0x20, 0x09, 0x0D: index += 1
      case 0x0A where linesToo:
        index += 1
        line += 1
        lineStart = index
      case UInt8(ascii: "#") where linesToo: skipLine()
      default: return true
      }
    }
    return false
  }

  private mutating func skipLine() {
    index = bytes[index...].firstIndex(of: 0x0A) ?? bytes.count
  }

  private mutating func skip(_ sign: UInt8) -> Bool {
    guard skipBlanks(linesToo: false), byte == sign else { return false }
    index += 1
    return true
  }

  // MARK: Keys and tables

  /// Keys between dots.
  private mutating func keys() -> [Node]? {
    var keys: [Node] = []
    repeat {
      guard skipBlanks(linesToo: false), let first = byte else { return nil }
      let place = place
      if first == UInt8(ascii: "\"") || first == UInt8(ascii: "'") {
        guard let text = string() else { return nil }
        keys.append(Node(.scalar(text, quoted: true), line: place.line, column: place.column))
      } else {
        let word = bytes[index...].prefix { Self.isBare($0) }
        guard !word.isEmpty else { return nil }
        index = word.endIndex
        keys.append(
          Node(.scalar(String(decoding: word, as: UTF8.self), quoted: false), line: place.line, column: place.column))
      }
    } while skip(UInt8(ascii: "."))
    return keys
  }

  private static func isBare(_ byte: UInt8) -> Bool { byte.isASCIIAlphanumeric || byte == 0x2D || byte == 0x5F }

  /// The table of `[name]`, or a new one of `[[name]]`.
  private mutating func header(in root: Table) -> Table? {
    let start = place
    index += 1
    let isArray = byte == UInt8(ascii: "[")
    if isArray { index += 1 }
    guard let keys = keys(), skip(UInt8(ascii: "]")), !isArray || skip(UInt8(ascii: "]")), let last = keys.last else {
      return nil
    }
    guard let parent = table(at: keys.dropLast(), in: root) else { return nil }
    guard isArray else { return self.table(at: keys[...], in: root) }
    if parent[last] == nil { parent.add(last, .tables(Tables())) }
    guard case .tables(let tables) = parent[last] else { return nil }
    tables.all.append(Table(start))
    return tables.all.last
  }

  /// The table that keys lead to, made where it is missing; of an array of tables the last.
  private func table(at keys: ArraySlice<Node>, in root: Table) -> Table? {
    var table = root
    for key in keys {
      guard let found = table[key] else {
        let next = Table((key.line, key.column))
        table.add(key, .table(next))
        table = next
        continue
      }
      switch found {
      case .table(let next): table = next
      case .tables(let tables):
        guard let next = tables.all.last else { return nil }
        table = next
      case .node: return nil
      }
    }
    return table
  }

  private func insert(_ value: Value, at keys: [Node], in table: Table) {
    guard let last = keys.last, let parent = self.table(at: keys.dropLast(), in: table), parent[last] == nil else {
      return
    }
    parent.add(last, value)
  }

  private func node(_ table: Table, depth: Int = 0) -> Node {
    let entries = depth > Self.deepest ? [] : table.entries
    return Node(
      .mapping(
        entries.map { entry in
          switch entry.value {
          case .node(let node): return Node.Entry(key: entry.key, value: node)
          case .table(let inner): return Node.Entry(key: entry.key, value: node(inner, depth: depth + 1))
          case .tables(let tables):
            let nodes = tables.all.map { node($0, depth: depth + 1) }
            return Node.Entry(
              key: entry.key, value: Node(.sequence(nodes), line: entry.key.line, column: entry.key.column))
          }
        }), line: table.place.line, column: table.place.column)
  }

  // MARK: Values

  private mutating func value(depth: Int) -> Node? {
    guard depth < Self.deepest, skipBlanks(linesToo: false), let first = byte else { return nil }
    let place = place
    func make(_ content: Node.Content) -> Node { Node(content, line: place.line, column: place.column) }
    switch first {
    case UInt8(ascii: "\""), UInt8(ascii: "'"):
      return string().map { make(.scalar($0, quoted: true)) }
    case UInt8(ascii: "["):
      index += 1
      var elements: [Node] = []
      while skipBlanks(linesToo: true), byte != UInt8(ascii: "]") {
        guard let element = value(depth: depth + 1) else { return nil }
        elements.append(element)
        guard skipBlanks(linesToo: true) else { return nil }
        if byte == UInt8(ascii: ",") { index += 1 } else if byte != UInt8(ascii: "]") { return nil }
      }
      guard byte != nil else { return nil }
      index += 1
      return make(.sequence(elements))
    case UInt8(ascii: "{"):
      index += 1
      let table = Table(place)
      while skipBlanks(linesToo: true), byte != UInt8(ascii: "}") {
        guard let keys = keys(), skip(UInt8(ascii: "=")), let value = value(depth: depth + 1) else { return nil }
        insert(.node(value), at: keys, in: table)
        guard skipBlanks(linesToo: true) else { return nil }
        if byte == UInt8(ascii: ",") { index += 1 } else if byte != UInt8(ascii: "}") { return nil }
      }
      guard byte != nil else { return nil }
      index += 1
      return node(table)
    default:
      var word = bytes[index...].prefix { !",]}#\n".utf8.contains($0) }
      while let last = word.last, last <= 0x20 { word.removeLast() }
      guard !word.isEmpty else { return nil }
      index = word.endIndex
      return make(.scalar(String(decoding: word, as: UTF8.self), quoted: false))
    }
  }

  /// A string in any of the four kinds of quotes.
  private mutating func string() -> String? {
    let quote = bytes[index]
    let isLiteral = quote == UInt8(ascii: "'")
    let isLong = bytes[index...].prefix(3).count == 3 && bytes[index...].prefix(3).allSatisfy { $0 == quote }
    index += isLong ? 3 : 1
    if isLong, byte == 0x0D { index += 1 }
    if isLong, byte == 0x0A { newLine() }
    var text: [UInt8] = []
    while let byte {
      if byte == quote {
        guard isLong else {
          index += 1
          return String(decoding: text, as: UTF8.self)
        }
        let run = bytes[index...].prefix(5).prefix { $0 == quote }.count
        if run >= 3 {
          text += [UInt8](repeating: quote, count: run - 3)
          index += run
          return String(decoding: text, as: UTF8.self)
        }
        text.append(byte)
        index += 1
      } else if byte == 0x0A {
        guard isLong else { return nil }
        text.append(byte)
        newLine()
      } else if byte == UInt8(ascii: "\\"), !isLiteral {
        index += 1
        escape(into: &text)
      } else {
        text.append(byte)
        index += 1
      }
    }
    return nil
  }

  private mutating func newLine() {
    index += 1
    line += 1
    lineStart = index
  }

  private mutating func escape(into text: inout [UInt8]) {
    guard let byte else { return }
    index += 1
    switch byte {
    case UInt8(ascii: "n"): text.append(0x0A)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "r"): text.append(0x0D)
    case UInt8(ascii: "b"): text.append(0x08)
    case UInt8(ascii: "f"): text.append(0x0C)
    case UInt8(ascii: "u"), UInt8(ascii: "U"):
      let digits = bytes[index...].prefix(byte == UInt8(ascii: "u") ? 4 : 8)
      let scalar = UInt32(String(decoding: digits, as: UTF8.self), radix: 16).flatMap(Unicode.Scalar.init)
      if let scalar {
        text += Array(String(scalar).utf8)
        index += digits.count
      }
    case 0x20, 0x09, 0x0D, 0x0A:
      // A backslash at the end of a line takes the blanks before the next text away.
      index -= 1
      while let next = self.byte, next <= 0x20 { if next == 0x0A { newLine() } else { index += 1 } }
    default: text.append(byte)
    }
  }
}
