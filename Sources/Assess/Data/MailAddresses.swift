import Diagnostics

enum MailAddresses {
  /// What no address holds and text around one does.
  private static let separators = Set(" \t\r\n<>()[]{}|\"'`,;".utf8)

  /// The addresses of a file, lower case, each with the first line it is in, in order.
  static func all(in source: SourceText) -> [(address: String, line: Int)] {
    source.lines(holding: .at).flatMap { line in all(in: source.lineText(line)).map { (address: $0, line: line) } }
      .uniqued(on: \.address)
  }

  /// The addresses of a text, lower case, each once, in order; samples (`user@example.com`) are left out.
  static func all(in text: String) -> [String] {
    var found: [String] = []
    for word in text.utf8.split(whereSeparator: { separators.contains($0) }) where word.contains(UInt8(ascii: "@")) {
      var word = Substring(String(decoding: word, as: UTF8.self).lowercased())
      if word.hasPrefix("mailto:") { word = word.dropFirst(7) }
      while let last = word.last, ".:*_?!".contains(last) { word.removeLast() }
      while let first = word.first, "*_:".contains(first) { word.removeFirst() }
      let parts = word.split(separator: "@", omittingEmptySubsequences: false)
      guard parts.count == 2, !parts[0].isEmpty, parts[1].holds("."), !parts[1].hasPrefix("."),
        word.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }), !word.holds("/")
      else { continue }
      found.append(String(word))
    }
    return found.uniqued()
  }
}
