public import Diagnostics

/// Reads YAML into located nodes.
public enum YAML {
  /// Deepest nesting that is read.
  public static let deepest = 100
  /// Most nodes that are read, aliases expanded.
  public static let mostNodes = 1_000_000

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
    let encoding = encodingDiagnostic(source, bytes)
    var staged: Staged<Node?>
    do {
      staged = try node(String(decoding: bytes, as: UTF8.self), source, firstLine)
    } catch {
      staged = repaired(after: error, source, range, firstLine)
    }
    staged.diagnostics = encoding + staged.diagnostics
    return staged
  }

  /// An error at the first byte that is not UTF-8; the rest is read.
  private static func encodingDiagnostic(_ source: SourceText, _ text: ArraySlice<UInt8>) -> [Diagnostic] {
    guard String(validating: text, as: UTF8.self) == nil else { return [] }
    var offset = text.startIndex
    var parser = Unicode.UTF8.ForwardParser()
    var bytes = text.makeIterator()
    while case .valid(let scalar) = parser.parseScalar(from: &bytes) { offset += scalar.count }
    return [
      Diagnostic(
        "yaml/encoding", .error, at: source.location(offset..<(offset + 1)),
        "not valid UTF-8 here; what is not is read as U+FFFD", help: "save the file as UTF-8", kind: .unreadable)
    ]
  }

  private static func node(
    _ text: String, _ source: SourceText, _ firstLine: Int
  ) throws(YAMLFailure) -> Staged<Node?> {
    let text = Array(text.utf8)
    let most = YAML.nodes(ofBytes: text.count)
    return try text.withUnsafeBufferPointer { bytes throws(YAMLFailure) -> Staged<Node?> in
      var documents = try YAMLComposer(bytes, firstLine: firstLine, most: most)
      while let root = try documents.next() {
        // A document of nothing, such as one between two lines of dashes.
        if case .scalar("", false) = root.content { continue }
        guard let next = try documents.next() else { return Staged(root) }
        return Staged(
          root,
          [
            Diagnostic(
              "yaml/documents", .note, at: source.location(line: min(next.line, source.lineCount)),
              "a further YAML document begins here; only the first is read", help: "write each to a file of its own")
          ])
      }
      return Staged(nil)
    }
  }

  /// Reads once more with the offending line repaired, as often as that helps; else says what is wrong.
  private static func repaired(
    after failure: YAMLFailure, _ source: SourceText, _ range: Range<Int>, _ firstLine: Int
  ) -> Staged<Node?> {
    var repair = YAMLRepair(source, range: range, firstLine: firstLine)
    var failure = failure
    while true {
      let helps =
        switch failure.kind {
        case .duplicateKeys(let names):
          repair.separate(duplicate: names.first ?? "", line: failure.line, column: failure.column)
        case .characters: repair.replaceControlCharacters()
        case .syntax(let context, let line):
          failure.message.contains("cannot start any token") && repair.quoteReserved()
            || repair.leaveOutBlock(
              at: isText(context) ? line : failure.line, because: failure.message)
        case .limit: false
        }
      guard helps else { return Staged(nil, repair.diagnostics + [diagnostic(failure, source, firstLine)]) }
      do {
        let staged = try node(repair.text, source, firstLine)
        return Staged(staged.value, repair.diagnostics + staged.diagnostics)
      } catch {
        failure = error
      }
    }
  }

  /// Whether a problem began with a text in quotes or a list in brackets that never ends.
  private static func isText(_ context: String?) -> Bool {
    context.map { $0.contains("quoted scalar") || $0.contains("flow") } ?? false
  }

  private static func diagnostic(_ failure: YAMLFailure, _ source: SourceText, _ firstLine: Int) -> Diagnostic {
    let (rule, summary, help): (RuleID, String, String) =
      switch failure.kind {
      case .duplicateKeys(let names):
        ("yaml/duplicate-key", "key `\(names.joined(separator: "`, `"))` occurs twice", "keep one of them")
      case .limit: ("yaml/limit", failure.message, "make the document smaller")
      case .syntax, .characters: ("yaml/syntax", "invalid YAML: \(failure.message)", "correct the YAML at this place")
      }
    let line = min(max(1, failure.line + firstLine), source.lineCount)
    return Diagnostic(
      rule, .error, at: source.location(line: line, column: max(1, failure.column)), summary, help: help,
      kind: .unreadable)
  }
}
