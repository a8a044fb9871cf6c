import Diagnostics
import Words

/// Recognizes a mail: header lines of plain text, or the marks that mail programs leave in HTML.
enum MailSigns {
  /// Why a text is a mail; nil when it is none.
  static func reason(_ source: SourceText, isHTML: Bool, _ words: DocumentWords) -> String? {
    if isHTML {
      let text = String(decoding: source.prefix(200_000), as: UTF8.self).lowercased()
      let found = words.mailMarks.filter { text.holds($0) }
      return found.count >= 2 ? "HTML with marks of a mail program" : nil
    }
    // A mail starts with header lines: three different ones before the first blank line.
    var found: Set<String> = []
    let longest = words.mailHeaders.map(\.utf8.count).max() ?? 0
    for line in 1...min(40, source.lineCount) {
      if source.signs(ofLine: line).first == 0 { break }
      let text = String(decoding: source[source.byteRange(ofLine: line).prefix(longest)], as: UTF8.self).lowercased()
      if let header = words.mailHeaders.first(where: { text.hasPrefix($0) }) { found.insert(header) }
    }
    return found.count >= 3 && found.contains("subject:") ? "header lines of a mail" : nil
  }
}

/// Recognizes notes nobody named so: short bullets under headings of what happened and what is to be done.
enum NotesSigns {
  /// Why a text is notes; nil when it is none.
  static func reason(_ file: Candidate, _ words: DocumentWords) -> String? {
    guard file.format == .markdown || file.format == .text, file.headings.count >= 3 else { return nil }
    func tells(_ heading: String) -> Bool {
      words.noteHeadings.occur(in: heading.lowercased())
    }
    // In Markdown of any kind only the title tells; a plain text with headings is looked at as a whole.
    let isTitled = tells(file.title)
    guard isTitled || file.format == .text else { return nil }
    let telling = file.headings.filter(tells)
    guard telling.count >= 3 && isTitled || telling.count >= 2 && file.format == .text else { return nil }
    var lines = 0
    var bullets = 0
    for line in 1...min(2000, file.source.lineCount) {
      let first = file.source.signs(ofLine: line).first
      guard first != 0, first != UInt8(ascii: "#") else { continue }
      lines += 1
      if [UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+")].contains(first) { bullets += 1 }
    }
    guard lines >= 4, bullets * 2 >= lines else { return nil }
    return "bullets under headings such as “\(telling.first ?? file.title)”"
  }

  /// Whether a plain text holds sentences: at least three lines of eight words or more.
  static func isProse(_ source: SourceText) -> Bool {
    var long = 0
    for line in 1...min(500, source.lineCount) where source.byteRange(ofLine: line).count > 15 {
      let words = source[line: line].prefix(2000).split { $0 == 0x20 }.count
      if words >= 8 { long += 1 }
      if long == 3 { return true }
    }
    return false
  }
}
