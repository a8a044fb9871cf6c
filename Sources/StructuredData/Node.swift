public import Diagnostics

/// A value read from YAML, JSON or CSV, with its place in the file.
///
/// Scalars are kept as written: `1.10` stays text until somebody asks for a number, so that versions and times survive.
public struct Node: Sendable, Hashable {
  /// What the value is.
  public enum Content: Sendable, Hashable {
    /// A scalar as written, without quotes; `quoted` tells whether it had any (a quoted scalar is always text).
    case scalar(String, quoted: Bool)
    case sequence([Node])
    case mapping([Entry])
  }

  /// One key with its value, in file order.
  public struct Entry: Sendable, Hashable {
    /// The key.
    public let key: Node
    /// The value.
    public let value: Node
    public init(key: Node, value: Node) {
      self.key = key
      self.value = value
    }
  }

  /// What the value is.
  public let content: Content
  /// 1-based line of its first character.
  public let line: Int
  /// 1-based column of its first character.
  public let column: Int

  public init(_ content: Content, line: Int, column: Int) {
    self.content = content
    self.line = line
    self.column = column
  }

  /// The place of the value in its file; the length covers a scalar as written on one line.
  public func location(in source: SourceText) -> Location {
    var location = source.location(line: line, column: column)
    if case .scalar(let text, let quoted) = content {
      location.length = max(1, text.utf8.count { $0 & 0xC0 != 0x80 } + (quoted ? 2 : 0))
    }
    return location
  }
}

extension Node {
  /// Whether this key repeats another one of its mapping, which counts; `yaml/duplicate-key` says so.
  public var isRepetition: Bool { string?.hasSuffix(YAMLRepair.mark(line: line)) ?? false }

  /// Text of a scalar; nil for a null, a sequence or a mapping.
  public var string: String? {
    guard case .scalar(let text, let quoted) = content, quoted || !Self.isNull(text) else { return nil }
    return text
  }

  /// Whether this is a null (`~`, `null` or nothing).
  public var isNull: Bool {
    guard case .scalar(let text, false) = content else { return false }
    return Self.isNull(text)
  }

  /// An unquoted decimal integer.
  public var int: Int? {
    guard case .scalar(let text, false) = content else { return nil }
    return Int(text)
  }

  /// An unquoted `true` or `false` (any case); `yes` and `no` are text, as in YAML 1.2.
  public var bool: Bool? {
    guard case .scalar(let text, false) = content else { return nil }
    switch text {
    case "true", "True", "TRUE": return true
    case "false", "False", "FALSE": return false
    default: return nil
    }
  }

  /// Elements of a sequence; empty for anything else.
  public var elements: [Node] {
    guard case .sequence(let nodes) = content else { return [] }
    return nodes
  }

  /// Whether this is a sequence.
  public var isSequence: Bool {
    guard case .sequence = content else { return false }
    return true
  }

  /// Entries of a mapping; empty for anything else.
  public var entries: [Entry] {
    guard case .mapping(let entries) = content else { return [] }
    return entries
  }

  /// Whether this is a mapping.
  public var isMapping: Bool {
    guard case .mapping = content else { return false }
    return true
  }

  /// The value of a mapping's key, compared by bytes; nil when absent.
  public subscript(key: String) -> Node? {
    entries.first { entry in
      guard case .scalar(let text, _) = entry.key.content else { return false }
      return text.utf8.count == key.utf8.count && text.utf8.elementsEqual(key.utf8)
    }?.value
  }

  /// Scalars of a sequence, or a single scalar as a sequence of one.
  public var strings: [String] {
    switch content {
    case .sequence(let nodes): nodes.compactMap(\.string)
    case .scalar: string.map { [$0] } ?? []
    case .mapping: []
    }
  }

  /// The day that a text gives as `YYYY-MM-DD`.
  public var date: CalendarDate? { string.flatMap { CalendarDate(iso: $0) } }

  private static func isNull(_ text: String) -> Bool {
    switch text.utf8.count {
    case 0: true
    case 1: text == "~"
    case 4: text == "null" || text == "Null" || text == "NULL"
    default: false
    }
  }
}

/// What an absent value holds: nothing.
extension Node? {
  /// Elements of a sequence; empty for anything else.
  public var elements: [Node] { self?.elements ?? [] }
  /// Entries of a mapping; empty for anything else.
  public var entries: [Node.Entry] { self?.entries ?? [] }
  /// Scalars of a sequence, or a single scalar as a sequence of one.
  public var strings: [String] { self?.strings ?? [] }
  /// The value of a mapping's key; nil when absent.
  public subscript(key: String) -> Node? { self?[key] }
}
