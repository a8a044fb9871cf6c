package import Diagnostics
import Words

/// Signs that a text was not filled in or not finished.
enum Placeholders {
  /// Whether a text holds a placeholder of a form: `$PROJECT`, `DD-MMM-YYYY`, `YYYYMMDD`, `MONTH YEAR`, `[has/has not]`,
  /// `[Project]`.
  static func contains(_ text: String) -> Bool { first(in: Array(text.utf8)) != nil }

  /// Byte range of the first placeholder of a text.
  static func first(in bytes: [UInt8]) -> Range<Int>? {
    var index = 0
    while index < bytes.count {
      let start = index
      if bytes[index] == UInt8(ascii: "$") {
        index += 1
        while index < bytes.count, bytes[index].isASCIICapital || bytes[index] == UInt8(ascii: "_") { index += 1 }
        let name = String(decoding: bytes[(start + 1)..<index], as: UTF8.self)
        let isWord = index == bytes.count || !bytes[index].isWordByte
        if name.utf8.count >= 3, isWord, !Lexicon.applications.shellVariables.contains(name) { return start..<index }
        continue
      }
      if bytes[index].isASCIICapital, start == 0 || !bytes[start - 1].isWordByte {
        while index < bytes.count, bytes[index].isASCIICapital || "-/".utf8.contains(bytes[index]) { index += 1 }
        let word = String(decoding: bytes[start..<index], as: UTF8.self)
        if word.holds("YYYY"), word.holds("MM") { return start..<index }
        if word == "MONTH", bytes[index...].starts(with: " YEAR".utf8) { return start..<(index + 5) }
        continue
      }
      if bytes[index] == UInt8(ascii: "["), let end = blankEnd(in: bytes, at: index) { return start..<end }
      index += 1
    }
    return nil
  }

  /// Where a blank in brackets that begins at a byte ends; nil where the brackets are another's, or a link's.
  private static func blankEnd(in bytes: [UInt8], at start: Int) -> Int? {
    let blank = Lexicon.applications.blanks.first { blank in
      let end = start + blank.utf8.count
      return end <= bytes.count && zip(bytes[start..<end], blank.utf8).allSatisfy { $0.lowercasedASCII == $1 }
    }
    guard let end = blank.map({ start + $0.utf8.count }) else { return nil }
    return end < bytes.count && "([:".utf8.contains(bytes[end]) ? nil : end
  }

  /// Whether a text says that it is not finished: TODO, TBD or WIP as a word of its own, or in words.
  static func isUnfinished(_ text: String) -> Bool {
    // Taking a text apart costs more than looking for the words in it, and most texts have none.
    if Lexicon.applications.unfinishedWords.contains(where: text.holds) {
      let words = text.split { !$0.isLetter && !$0.isNumber && $0 != "/" && $0 != "-" && $0 != "_" && $0 != "." }
      let bare = words.map { $0.drop { $0 == "." }.prefix { $0 != "." } }
      if bare.contains(where: { Lexicon.applications.unfinishedWords.contains(String($0)) }) { return true }
    }
    let lower = text.lowercased()
    if Lexicon.applications.unfinishedOpenings.contains(where: lower.hasPrefix) { return true }
    return Lexicon.applications.unfinishedPhrases.contains { lower.holds($0) }
  }

  fileprivate static func isOpen(_ line: String) -> Bool { isUnfinished(line) || contains(line) }
}

extension ChecklistItem {
  /// The line of the text below the item that is not finished, or holds what was to be filled in; else its first line.
  package func unfinishedLine(in source: SourceText) -> Int? {
    evidenceLines?.first { Placeholders.isOpen(source.lineText($0)) } ?? evidenceLines?.lowerBound
  }
}
