import Diagnostics

/// Edits of one file that do not touch each other, in the order of the text.
struct TextEdits: Sendable {
  let source: SourceText
  private(set) var edits: [(range: Range<Int>, text: [UInt8])] = []

  init(_ source: SourceText) { self.source = source }

  /// Takes all replacements of one solution; false, and nothing is taken, when one has no place in the file or touches
  /// an edit that does something else.
  mutating func add(_ replacements: [Replacement]) -> Bool {
    var taken: [(range: Range<Int>, text: [UInt8])] = []
    for replacement in replacements {
      guard let range = source.byteRange(of: replacement.location) else { return false }
      let text = Array(replacement.text.utf8)
      if holds(replacement) { continue }
      let touching = (edits + taken).contains { edit in
        edit.range.overlaps(range) || edit.range == range || edit.range.isEmpty && range.contains(edit.range.lowerBound)
          || range.isEmpty && edit.range.contains(range.lowerBound)
      }
      if touching { return false }
      taken.append((range, text))
    }
    edits = (edits + taken).sorted { $0.range.lowerBound < $1.range.lowerBound }
    return true
  }

  /// Whether it makes a replacement already.
  func holds(_ replacement: Replacement) -> Bool {
    guard let range = source.byteRange(of: replacement.location) else { return false }
    return edits.contains { $0.range == range && $0.text.elementsEqual(replacement.text.utf8) }
  }

  /// Takes an edit of bytes that no other one touches.
  mutating func replace(_ range: Range<Int>, with text: [UInt8]) { edits.append((range, text)) }

  /// The file with its edits.
  var result: [UInt8] { text(of: 0..<source.byteCount) }

  /// A stretch of the file with the edits inside of it.
  private func text(of stretch: Range<Int>) -> [UInt8] {
    var bytes: [UInt8] = []
    var next = stretch.lowerBound
    // What is put in where a stretch ends belongs to the next line, unless there is none.
    let own = edits.filter { edit in
      edit.range.lowerBound >= stretch.lowerBound
        && (edit.range.lowerBound < stretch.upperBound || stretch.upperBound == source.byteCount)
    }
    for edit in own {
      bytes += source.bytes[next..<edit.range.lowerBound] + edit.text
      next = edit.range.upperBound
    }
    return bytes + source.bytes[next..<stretch.upperBound]
  }

  /// The difference in the form that `git apply` takes, under a path; empty when nothing differs.
  func unifiedDiff(as path: String) -> [UInt8] {
    let lines = Lines(source.bytes)
    var blocks: [(old: Range<Int>, new: [UInt8])] = []
    for edit in edits {
      let first = lines.line(at: edit.range.lowerBound)
      let last = lines.line(at: max(edit.range.lowerBound, edit.range.upperBound - 1))
      if let before = blocks.last, first < before.old.upperBound {
        blocks[blocks.count - 1].old = before.old.lowerBound..<max(before.old.upperBound, last + 1)
      } else {
        blocks.append((first..<(last + 1), []))
      }
    }
    for index in blocks.indices { blocks[index].new = text(of: lines.bytes(of: blocks[index].old)) }
    blocks.removeAll { lines.text(of: $0.old).elementsEqual($0.new) }
    guard !blocks.isEmpty else { return [] }
    let (old, new) = (Self.name("a/" + path), Self.name("b/" + path))
    let end = path.utf8.contains(0x20) ? "\t\n" : "\n"
    var output = Array("diff --git \(old) \(new)\n--- \(old)\(end)+++ \(new)\(end)".utf8)
    var shift = 0
    var index = 0
    while index < blocks.count {
      var last = index
      while last + 1 < blocks.count, blocks[last + 1].old.lowerBound - blocks[last].old.upperBound <= 2 * Self.context {
        last += 1
      }
      output += Self.hunk(Array(blocks[index...last]), lines, &shift)
      index = last + 1
    }
    return output
  }

  private static let context = 3

  private static func hunk(
    _ blocks: [(old: Range<Int>, new: [UInt8])], _ lines: Lines, _ shift: inout Int
  ) -> [UInt8] {
    let start = max(0, blocks[0].old.lowerBound - context)
    let end = min(lines.count, blocks[blocks.count - 1].old.upperBound + context)
    var body: [UInt8] = []
    var next = start
    var added = 0
    for block in blocks {
      body += marked(lines.text(of: next..<block.old.lowerBound), " ").bytes
      body += marked(lines.text(of: block.old), "-").bytes
      let new = marked(block.new[...], "+")
      body += new.bytes
      added += new.count - block.old.count
      next = block.old.upperBound
    }
    body += marked(lines.text(of: next..<end), " ").bytes
    let (old, new) = (end - start, end - start + added)
    let head = "@@ -\(old == 0 ? 0 : start + 1),\(old) +\(new == 0 ? 0 : start + shift + 1),\(new) @@\n"
    shift += added
    return Array(head.utf8) + body
  }

  /// Lines with a mark in front of each, and how many they are.
  private static func marked(_ text: ArraySlice<UInt8>, _ mark: Character) -> (bytes: [UInt8], count: Int) {
    var bytes: [UInt8] = []
    var count = 0
    var rest = text
    while !rest.isEmpty {
      let end = rest.firstIndex(of: 0x0A).map { $0 + 1 } ?? rest.endIndex
      bytes += Array(String(mark).utf8) + rest[..<end]
      if rest[end - 1] != 0x0A { bytes += Array("\n\\ No newline at end of file\n".utf8) }
      rest = rest[end...]
      count += 1
    }
    return (bytes, count)
  }

  /// A name as git writes it: in quotes, with octal escapes, where it holds anything but plain ASCII.
  static func name(_ path: String) -> String {
    let isPlain = path.utf8.allSatisfy { (0x20..<0x7F).contains($0) && $0 != 0x22 && $0 != 0x5C }
    guard !isPlain else { return path }
    var result = "\""
    for byte in path.utf8 {
      switch byte {
      case 0x22: result += "\\\""
      case 0x5C: result += "\\\\"
      case 0x20..<0x7F: result.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let digits = String(byte, radix: 8)
        result += "\\" + String(repeating: "0", count: 3 - digits.count) + digits
      }
    }
    return result + "\""
  }
}

/// Lines as git counts them: they end at a line feed alone.
private struct Lines {
  private let bytes: [UInt8]
  private let starts: [Int]

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var starts = bytes.isEmpty ? [] : [0]
    for index in bytes.indices where bytes[index] == 0x0A && index + 1 < bytes.count { starts.append(index + 1) }
    self.starts = starts
  }

  var count: Int { starts.count }

  func bytes(of lines: Range<Int>) -> Range<Int> {
    func start(_ line: Int) -> Int { line < starts.count ? starts[line] : bytes.count }
    return start(lines.lowerBound)..<start(lines.upperBound)
  }

  func text(of lines: Range<Int>) -> ArraySlice<UInt8> { bytes[bytes(of: lines)] }

  /// The line that holds the byte at an offset.
  func line(at offset: Int) -> Int { max(0, (starts.firstIndex { $0 > offset } ?? starts.count) - 1) }
}
