import CYAML

/// Why a text is no YAML, with the place in it.
struct YAMLFailure: Error {
  enum Kind {
    /// Characters that YAML forbids.
    case characters
    /// A text or list that never ends, where the problem begins `context`; else anything against the grammar.
    case syntax(context: String?, contextLine: Int)
    /// Keys that a mapping has more than once, sorted; the place is the first one's.
    case duplicateKeys([String])
    case limit
  }

  let kind: Kind
  let message: String
  /// 1-based; 0 where no place is known.
  let line: Int
  let column: Int
}

/// Makes located nodes of the events of libyaml, one document after the other.
struct YAMLComposer: ~Copyable {
  /// A value with what it takes when it is repeated: how many values it has, and how many levels.
  private struct Part {
    let node: Node
    let count: Int
    let levels: Int
  }

  private let parser: UnsafeMutablePointer<yaml_parser_t>
  private let firstLine: Int
  private let most: Int
  private var count = 0
  private var anchors: [String: Part] = [:]

  /// Reads from bytes that must outlive this. Lines of nodes count from `firstLine`, those of failures from 0.
  init(_ bytes: UnsafeBufferPointer<UInt8>, firstLine: Int, most: Int) throws(YAMLFailure) {
    parser = .allocate(capacity: 1)
    self.firstLine = firstLine
    self.most = most
    yaml_parser_initialize(parser)
    yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    yaml_parser_set_input_string(parser, bytes.baseAddress, bytes.count)
    var start = try event()
    yaml_event_delete(&start)
  }

  deinit {
    yaml_parser_delete(parser)
    parser.deallocate()
  }

  /// The next document's value; nil behind the last one.
  mutating func next() throws(YAMLFailure) -> Node? {
    guard parser.pointee.stream_end_produced == 0 else { return nil }
    var start = try event()
    let type = start.type
    yaml_event_delete(&start)
    guard type != YAML_STREAM_END_EVENT else { return nil }
    let root = try part(of: try event(), depth: 0)
    var end = try event()
    yaml_event_delete(&end)
    return root.node
  }

  private func event() throws(YAMLFailure) -> yaml_event_t {
    var event = yaml_event_t()
    guard yaml_parser_parse(parser, &event) == 1 else { throw failure() }
    return event
  }

  private func failure() -> YAMLFailure {
    let parser = parser.pointee
    let message = parser.problem.map { String(cString: $0) } ?? "out of memory"
    let context = parser.context.map { String(cString: $0) }
    return YAMLFailure(
      kind: parser.error == YAML_READER_ERROR
        ? .characters : .syntax(context: context, contextLine: parser.context_mark.line + 1),
      message: message, line: parser.problem_mark.line + 1, column: parser.problem_mark.column + 1)
  }

  /// The value that begins with an event, which is used up.
  private mutating func part(of event: yaml_event_t, depth: Int) throws(YAMLFailure) -> Part {
    var event = event
    defer { yaml_event_delete(&event) }
    func refused(_ kind: YAMLFailure.Kind, _ message: String) -> YAMLFailure {
      YAMLFailure(kind: kind, message: message, line: event.start_mark.line + 1, column: event.start_mark.column + 1)
    }
    var known: Part?
    if event.type == YAML_ALIAS_EVENT {
      known = Self.text(event.data.alias.anchor).flatMap { anchors[$0] }
      if known == nil { throw refused(.syntax(context: nil, contextLine: 0), "found undefined alias") }
    }
    let before = count
    count += known?.count ?? 1
    guard depth + (known?.levels ?? 0) <= YAML.deepest else {
      throw refused(.limit, "nested deeper than \(YAML.deepest) levels")
    }
    guard count <= most else { throw refused(.limit, "more than \(most) values, aliases expanded") }
    if let known { return known }
    var anchor: String?
    var levels = 0
    let content: Node.Content
    switch event.type {
    case YAML_SCALAR_EVENT:
      let scalar = event.data.scalar
      anchor = Self.text(scalar.anchor)
      let text = String(decoding: UnsafeBufferPointer(start: scalar.value, count: scalar.length), as: UTF8.self)
      content = .scalar(
        text, quoted: scalar.style != YAML_PLAIN_SCALAR_STYLE && scalar.style != YAML_ANY_SCALAR_STYLE)
    case YAML_SEQUENCE_START_EVENT:
      anchor = Self.text(event.data.sequence_start.anchor)
      var nodes: [Node] = []
      while let part = try element(until: YAML_SEQUENCE_END_EVENT, depth) {
        nodes.append(part.node)
        levels = max(levels, part.levels + 1)
      }
      content = .sequence(nodes)
    default:
      anchor = Self.text(event.data.mapping_start.anchor)
      var entries: [Node.Entry] = []
      while let key = try element(until: YAML_MAPPING_END_EVENT, depth) {
        let value = try part(of: try self.event(), depth: depth + 1)
        entries.append(Node.Entry(key: key.node, value: value.node))
        levels = max(levels, key.levels + 1, value.levels + 1)
      }
      if let duplicate = Self.duplicate(in: entries, firstLine) { throw duplicate }
      content = .mapping(Self.merged(entries))
    }
    let node = Node(
      content, line: event.start_mark.line + 1 + firstLine, column: event.start_mark.column + 1)
    let part = Part(node: node, count: count - before, levels: levels)
    if let anchor { anchors[anchor] = part }
    return part
  }

  /// The next value of a list or mapping; nil at its end.
  private mutating func element(until end: yaml_event_type_t, _ depth: Int) throws(YAMLFailure) -> Part? {
    var event = try event()
    guard event.type != end else {
      yaml_event_delete(&event)
      return nil
    }
    return try part(of: event, depth: depth + 1)
  }

  private static func text(_ pointer: UnsafeMutablePointer<UInt8>?) -> String? {
    pointer.map { String(cString: $0) }
  }

  /// What is wrong where texts are keys twice.
  private static func duplicate(in entries: [Node.Entry], _ firstLine: Int) -> YAMLFailure? {
    var first: [String: Node] = [:]
    var twice: Set<String> = []
    for entry in entries {
      guard case .scalar(let text, _) = entry.key.content else { continue }
      if first[text] == nil { first[text] = entry.key } else { twice.insert(text) }
    }
    let names = twice.sorted()
    guard let name = names.first, let key = first[name] else { return nil }
    return YAMLFailure(
      kind: .duplicateKeys(names), message: "keys that occur twice", line: key.line - firstLine, column: key.column)
  }

  /// Entries with those of merge keys (`<<: *defaults`) that are not given themselves.
  private static func merged(_ entries: [Node.Entry]) -> [Node.Entry] {
    func isMerge(_ entry: Node.Entry) -> Bool {
      guard case .scalar("<<", false) = entry.key.content else { return false }
      return entry.value.isMapping || !entry.value.elements.isEmpty && entry.value.elements.allSatisfy(\.isMapping)
    }
    guard entries.contains(where: isMerge) else { return entries }
    var result = entries.filter { !isMerge($0) }
    var known = Set(result.map(\.key.content))
    for entry in entries where isMerge(entry) {
      let sources = entry.value.isMapping ? [entry.value] : entry.value.elements
      for addition in sources.flatMap(\.entries) where known.insert(addition.key.content).inserted {
        result.append(addition)
      }
    }
    return result
  }
}
