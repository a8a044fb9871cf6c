public import Diagnostics
import Yams

/// Reads YAML into located nodes.
public enum YAML {
  /// Deepest nesting that is read.
  public static let deepest = 100
  /// Most nodes that are read, aliases expanded.
  public static let mostNodes = 1_000_000

  /// Most bytes that are read anew after repairs of a text, all of it each time; at least one repair is tried.
  public static let mostBytesAnew = 2_000_000

  /// Most nodes of a text of so many bytes: a node takes a byte or more, so that beyond it only aliases lead.
  static func nodes(ofBytes count: Int) -> Int { min(mostNodes, 20_000 + 4 * count) }

  /// The first document of a YAML text that is not empty; nil when there is none or it cannot be read, which is then a
  /// diagnostic. What can be read beside a broken part is.
  ///
  /// `range` is the byte range of the YAML in the file (front matter); places are the file's.
  public static func read(_ source: SourceText, range: Range<Int>? = nil) -> Staged<Node?> {
    var range = range ?? 0..<source.byteCount
    // libyaml counts a byte-order mark as a column, and takes all but the first key for something else.
    var bytes = source[range]
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      range = (range.lowerBound + 3)..<range.upperBound
      bytes = bytes.dropFirst(3)
    }
    let firstLine = source.line(at: range.lowerBound) - 1
    let text = String(validating: bytes, as: UTF8.self)
    let encoding = text == nil ? [encodingDiagnostic(source, bytes)] : []
    var staged: Staged<Node?>
    do {
      staged = try node(text ?? String(decoding: bytes, as: UTF8.self), source, firstLine)
    } catch {
      staged = repaired(after: error, source, range, firstLine)
    }
    staged.diagnostics = encoding + staged.diagnostics
    return staged
  }

  /// An error at the first byte that is not UTF-8; the rest is read.
  private static func encodingDiagnostic(_ source: SourceText, _ text: ArraySlice<UInt8>) -> Diagnostic {
    var offset = text.startIndex
    var parser = Unicode.UTF8.ForwardParser()
    var bytes = text.makeIterator()
    while case .valid(let scalar) = parser.parseScalar(from: &bytes) { offset += scalar.count }
    return Diagnostic(
      "yaml/encoding", .error, at: source.location(offset..<(offset + 1)),
      "not valid UTF-8 here; what is not is read as U+FFFD", help: "save the file as UTF-8", kind: .unreadable)
  }

  private static func node(_ text: String, _ source: SourceText, _ firstLine: Int) throws -> Staged<Node?> {
    guard !YAMLAliases.mayExplode(keysOf: text) else {
      throw LimitError(message: "keys that may hold more than a million values, aliases expanded", mark: nil)
    }
    // Without an encoding, each parser asks the environment for one; without a constructor of nothing, each fills the
    // tables of one that makes values of nodes, which are read here as they are.
    let parser = try Parser(yaml: text, resolver: .basic, constructor: Constructor([:], [:], [:]), encoding: .utf8)
    while let root = try parser.nextRoot() {
      if case .scalar(let scalar) = root, scalar.string.isEmpty, scalar.style == .plain || scalar.style == .any {
        continue
      }
      var builder = Builder(firstLine: firstLine, most: YAML.nodes(ofBytes: text.utf8.count))
      let node = try builder.node(root, depth: 0)
      guard let next = try parser.nextRoot() else { return Staged(node) }
      let line = min(max(1, (next.mark?.line ?? 1) + firstLine), source.lineCount)
      return Staged(
        node,
        [
          Diagnostic(
            "yaml/documents", .note, at: source.location(line: line),
            "a further YAML document begins here; only the first is read", help: "write each to a file of its own")
        ])
    }
    return Staged(nil)
  }

  /// Reads once more with the offending line repaired, as often as that helps; else says what is wrong.
  private static func repaired(
    after error: any Error, _ source: SourceText, _ range: Range<Int>, _ firstLine: Int
  ) -> Staged<Node?> {
    var repair = YAMLRepair(source, range: range, firstLine: firstLine)
    var error = error
    var unspent = mostBytesAnew
    while true {
      let helps =
        switch error {
        case YamlError.duplicatedKeysInMapping(let duplicates, let context):
          // Yams marks the place of the first of the sorted keys.
          repair.separate(duplicate: duplicates.first ?? "", line: context.mark.line, column: context.mark.column)
        case YamlError.reader: repair.replaceControlCharacters()
        default:
          YAMLFault(error).map { $0.isReservedCharacter && repair.quoteReserved() || repair.leaveOutBlock($0) } ?? false
        }
      guard helps, unspent > 0 else {
        return Staged(nil, repair.diagnostics + [diagnostic(error, source, firstLine)])
      }
      unspent -= range.count
      do {
        let staged = try node(repair.text, source, firstLine)
        return Staged(staged.value, repair.diagnostics + staged.diagnostics)
      } catch let next {
        error = next
      }
    }
  }

  private static func diagnostic(_ error: any Error, _ source: SourceText, _ firstLine: Int) -> Diagnostic {
    func make(_ rule: RuleID, _ mark: Mark?, _ summary: String, _ help: String) -> Diagnostic {
      let line = min(max(1, (mark?.line ?? 1) + firstLine), source.lineCount)
      return Diagnostic(
        rule, .error, at: source.location(line: line, column: max(1, mark?.column ?? 1)), summary, help: help,
        kind: .unreadable)
    }
    if let fault = YAMLFault(error) {
      let line = source[line: min(max(1, fault.mark.line + firstLine), source.lineCount)]
      return make("yaml/syntax", fault.mark, "invalid YAML: \(fault.problem)", fault.help(line))
    }
    switch error {
    case YamlError.duplicatedKeysInMapping(let duplicates, let context):
      let names = duplicates.sorted().joined(separator: "`, `")
      return make("yaml/duplicate-key", context.mark, "key `\(names)` occurs twice", "keep one of them")
    case let limit as LimitError:
      return make("yaml/limit", limit.mark, limit.message, "make the document smaller")
    default:
      return make("yaml/syntax", nil, "invalid YAML: \(error)", "correct the YAML")
    }
  }
}

private struct LimitError: Error {
  let message: String
  let mark: Mark?
}

private struct Builder {
  let firstLine: Int
  let most: Int
  var count = 0

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

  mutating func node(_ node: Yams.Node, depth: Int) throws -> Node {
    count += 1
    if depth > YAML.deepest {
      throw LimitError(message: "nested deeper than \(YAML.deepest) levels", mark: node.mark)
    }
    if count > most {
      throw LimitError(message: "more than \(most) values, aliases expanded", mark: node.mark)
    }
    // Each case takes its mark from what it holds: asking the node for it copies all of that once more.
    func place(_ content: Node.Content, _ mark: Mark?) -> Node {
      Node(content, line: (mark?.line ?? 1) + firstLine, column: mark?.column ?? 1)
    }
    switch node {
    case .scalar(let scalar):
      return place(.scalar(scalar.string, quoted: scalar.style != .plain && scalar.style != .any), scalar.mark)
    case .sequence(let sequence):
      var nodes: [Node] = []
      nodes.reserveCapacity(sequence.endIndex)
      for element in sequence { nodes.append(try self.node(element, depth: depth + 1)) }
      return place(.sequence(nodes), sequence.mark)
    case .mapping(let mapping):
      var entries: [Node.Entry] = []
      entries.reserveCapacity(mapping.endIndex)
      for index in mapping.startIndex..<mapping.endIndex {
        let (key, value) = mapping[index]
        entries.append(
          Node.Entry(key: try self.node(key, depth: depth + 1), value: try self.node(value, depth: depth + 1)))
      }
      return place(.mapping(Self.merged(entries)), mapping.mark)
    case .alias(let alias): return place(.scalar("", quoted: false), alias.mark)
    }
  }
}
