/// Link definitions of a file: `[label]: destination`.
enum ReferenceDefinitions {
  /// Definitions by label; the first one of a label counts.
  static func read(_ file: [UInt8], lines: some Sequence<Range<Int>>) -> [String: String] {
    var found: [String: String] = [:]
    for line in lines {
      guard let (label, destination) = definition(file[line]), found[label] == nil else { continue }
      found[label] = destination
    }
    return found
  }

  /// The label and destination a line defines; footnotes (`[^1]: …`) are text.
  static func definition(_ line: ArraySlice<UInt8>) -> (label: String, destination: String)? {
    let text = line.drop { $0 == 0x20 }
    guard text.first == UInt8(ascii: "["), let close = text.prefix(1_000).firstIndex(of: UInt8(ascii: "]")),
      close + 1 < text.endIndex, text[close + 1] == UInt8(ascii: ":"), text.dropFirst().first != UInt8(ascii: "^")
    else { return nil }
    let destination = text[(close + 2)...].drop { $0 == 0x20 }.prefix { $0 > 0x20 }
    let label = label(text[(text.startIndex + 1)..<close])
    return destination.isEmpty || label.isEmpty ? nil : (label, String(decoding: destination, as: UTF8.self))
  }

  /// A label in the form labels are compared in.
  static func label(_ bytes: ArraySlice<UInt8>) -> String {
    String(decoding: bytes, as: UTF8.self).lowercased().split(separator: " ").joined(separator: " ")
  }
}
