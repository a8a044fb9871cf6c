public import Diagnostics
import Yams

/// Reads YAML into located nodes.
public enum YAML {
  /// Deepest nesting that is read.
  static let deepest = 100
  /// Most nodes that are read, aliases expanded: bounds what a few anchors can blow up to.
  static let mostNodes = 1_000_000

  /// The first document of a YAML text; nil when it is empty or cannot be read, which is then a diagnostic.
  ///
  /// `range` is the byte range of the YAML in the file (front matter); places are the file's.
  public static func read(_ source: SourceText, range: Range<Int>? = nil) -> Staged<Node?> {
    let range = range ?? 0..<source.bytes.count
    let firstLine = source.line(at: range.lowerBound) - 1
    guard let text = String(validating: source.bytes[range], as: UTF8.self) else {
      let diagnostic = Diagnostic(
        "yaml/encoding", .error, at: source.location(line: firstLine + 1), "not valid UTF-8",
        help: "save the file as UTF-8", kind: .unreadable)
      return Staged(nil, [diagnostic])
    }
    do {
      return Staged(try node(text, firstLine))
    } catch {
      return repaired(after: error, source, range, firstLine)
    }
  }

  private static func node(_ text: String, _ firstLine: Int) throws -> Node? {
    guard let root = try Parser(yaml: text, resolver: .basic).nextRoot() else { return nil }
    var builder = Builder(firstLine: firstLine)
    return try builder.node(root, depth: 0)
  }

  /// Reads once more with the offending line repaired, as often as that helps; else says what is wrong.
  private static func repaired(
    after error: any Error, _ source: SourceText, _ range: Range<Int>, _ firstLine: Int
  ) -> Staged<Node?> {
    var repair = YAMLRepair(source, range: range, firstLine: firstLine)
    var error = error
    while true {
      let helps =
        switch error {
        case YamlError.duplicatedKeysInMapping(let duplicates, let context):
          // Yams marks the place of the first of the sorted keys.
          repair.separate(duplicate: duplicates.first ?? "", line: context.mark.line, column: context.mark.column)
        case YamlError.scanner(_, let problem, _, _) where problem.contains("cannot start any token"):
          repair.quoteReserved()
        default: false
        }
      guard helps else { return Staged(nil, repair.diagnostics + [diagnostic(error, source, firstLine)]) }
      do {
        return Staged(try node(repair.text, firstLine), repair.diagnostics)
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
    switch error {
    case YamlError.scanner(_, let problem, let mark, _), YamlError.parser(_, let problem, let mark, _),
      YamlError.composer(_, let problem, let mark, _):
      return make("yaml/syntax", mark, "invalid YAML: \(problem)", "correct the YAML at this place")
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
  var count = 0

  mutating func node(_ node: Yams.Node, depth: Int) throws -> Node {
    count += 1
    if depth > YAML.deepest {
      throw LimitError(message: "nested deeper than \(YAML.deepest) levels", mark: node.mark)
    }
    if count > YAML.mostNodes {
      throw LimitError(message: "more than \(YAML.mostNodes) values, aliases expanded", mark: node.mark)
    }
    let content: Node.Content
    switch node {
    case .scalar(let scalar):
      content = .scalar(scalar.string, quoted: scalar.style != .plain && scalar.style != .any)
    case .sequence(let sequence):
      content = .sequence(try sequence.map { try self.node($0, depth: depth + 1) })
    case .mapping(let mapping):
      content = .mapping(
        try mapping.map {
          Node.Entry(key: try self.node($0.key, depth: depth + 1), value: try self.node($0.value, depth: depth + 1))
        })
    case .alias:
      content = .scalar("", quoted: false)
    }
    return Node(content, line: (node.mark?.line ?? 1) + firstLine, column: node.mark?.column ?? 1)
  }
}
