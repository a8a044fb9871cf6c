import Diagnostics
import Words
import Markdown

/// One word or mark of running text as rules of decision are read: in lower case, without markup, with its line.
struct DecisionWord: Sendable, Equatable {
  let text: String
  /// 1-based line in the file.
  let line: Int
  /// Target of the link it stands in; some communities define two thirds only by the anchor of a link.
  let link: String?
  /// Whether it is punctuation.
  let isMark: Bool
  /// The lists of words in which a phrase can begin with it.
  let begins: PhraseLists
  /// Those in which one can begin with it or with a word behind it, as far as that was asked: else all.
  fileprivate(set) var ahead = PhraseLists.all

  /// Whether it is written as a share in digits.
  var isShare: Bool {
    guard let first = text.utf8.first, first.isASCIIDigit else { return false }
    return text.utf8.contains(UInt8(ascii: "/")) || text.utf8.last == UInt8(ascii: "%")
  }
  /// The number of yes votes it is written as: `+2`.
  var plus: Int? { text.utf8.first == UInt8(ascii: "+") ? Int(text.dropFirst()) : nil }
}

/// Cuts text into words. Hyphens part words ("super-majority" is two), shares stay whole (`2/3`, `66.66%`, `⅔`).
struct DecisionWordReader {
  private(set) var words: [DecisionWord] = []

  /// Tells each word what may begin behind it: for a passage that is asked for many phrases.
  mutating func lookAhead() { words.lookAhead() }

  /// The words of a path or of a part of one.
  static func words(ofPath path: some StringProtocol) -> [DecisionWord] {
    var reader = DecisionWordReader()
    reader.read(path.runsOfLetters.joined(separator: " "), line: 1, link: nil)
    return reader.words
  }

  private static let fractions: [Unicode.Scalar: String] = [
    "⅔": "2/3", "½": "1/2", "¾": "3/4", "⅓": "1/3", "¼": "1/4", "≥": ">=",
  ]

  mutating func read(_ inlines: [Inline], line first: Int, link: String? = nil) {
    var line = first
    for inline in inlines {
      line = max(line, inline.line)
      switch inline.kind {
      case .text(let text), .code(let text): read(text, line: line, link: link)
      case .softBreak, .lineBreak: line += 1
      case .emphasis, .strong, .strikethrough: read(inline.children, line: line, link: link)
      // An address that is shown as itself has no words.
      case .link(let destination, _) where inline.plainText != destination:
        read(inline.children, line: line, link: destination)
      case .link, .html, .image, .footnoteReference: break
      }
    }
  }

  /// Whether the last words are a number and, behind a parenthesis, the same in digits: "six (6".
  private var isNumberAgain: Bool {
    guard words.count >= 3, words[words.count - 2].text == "(", let digits = Int(words[words.count - 1].text) else {
      return false
    }
    return Lexicon.times.numbers[words[words.count - 3].text] == digits
  }

  mutating func read(_ text: String, line: Int, link: String?) {
    let isRead = text.withBytes { bytes in
      guard bytes.allSatisfy({ $0 < 0x80 }) else { return false }
      read(ASCIISigns(bytes: bytes), line: line, link: link)
      return true
    }
    if !isRead { read(Array(text.unicodeScalars), line: line, link: link) }
  }

  private mutating func read(_ scalars: some WrittenSigns, line: Int, link: String?) {
    var index = 0
    func scalar(_ index: Int) -> Unicode.Scalar { index >= 0 && index < scalars.count ? scalars[index] : " " }
    func word(_ range: Range<Int>) -> String { scalars.lowercased(range) }
    let beginnings = Lexicon.decisionBeginnings
    // A word and the blank behind it have six letters.
    if words.isEmpty { words.reserveCapacity(scalars.count / 6 + 1) }
    func append(_ text: String, isMark: Bool = false) {
      words.append(
        DecisionWord(
          text: text, line: line, link: link, isMark: isMark, begins: beginnings.lists(beginningWith: text)))
    }
    while index < scalars.count {
      let first = scalars[index]
      if !first.isASCII, let fraction = Self.fractions[first] {
        append(fraction)
        index += 1
      } else if first == ">" {
        let isEqual = scalar(index + 1) == "="
        append(isEqual ? ">=" : ">")
        index += isEqual ? 2 : 1
      } else if first == "+" || first == "-", scalar(index + 1).isDigit, index == 0 || !scalar(index - 1).isWordPart {
        // A vote: +1, -1, and their plurals.
        var end = index + 1
        while scalar(end).isDigit { end += 1 }
        append(word(index..<end))
        while scalar(end).isLetter { end += 1 }
        index = end
      } else if first.isDigit {
        var end = index
        while scalar(end).isDigit || ["/", ".", ","].contains(scalar(end)) && scalar(end + 1).isDigit { end += 1 }
        var text = word(index..<end)
        if scalar(end) == "%" {
          text += "%"
          end += 1
        } else if scalar(end) == " ", scalar(end + 1) == "%" {
          text += "%"
          end += 2
        } else if scalar(end).isLetter {
          let letters = end
          while scalar(end).isWordPart { end += 1 }
          if !Lexicon.times.ordinalEndings.contains(word(letters..<end)) { text = word(index..<end) }
        }
        append(text)
        index = end
      } else if first.isLetter {
        var end = index
        while scalar(end).isWordPart || scalar(end).isApostrophe && scalar(end + 1).isLetter { end += 1 }
        let isOwner = end - index > 2 && scalar(end - 2).isApostrophe && scalar(end - 1) == "s"
        append(word(index..<(isOwner ? end - 2 : end)))
        index = end
      } else {
        let isSpaced = index == 0 || scalar(index - 1) == " "
        switch first {
        case ".": if !scalar(index + 1).isWordPart { append(".", isMark: true) }
        case ")" where isNumberAgain: words.removeLast(2)
        case ",", ";", ":", "(", ")", "!", "?": append(String(first), isMark: true)
        case "–", "—": append(",", isMark: true)
        case "-" where isSpaced && [" ", "-"].contains(scalar(index + 1)): append(",", isMark: true)
        default: break
        }
        index += 1
      }
    }
  }
}

/// The signs of a text, by their places.
private protocol WrittenSigns {
  var count: Int { get }
  subscript(_ index: Int) -> Unicode.Scalar { get }
  /// A word in lower case, without apostrophes.
  func lowercased(_ range: Range<Int>) -> String
}

extension [Unicode.Scalar]: WrittenSigns {
  fileprivate func lowercased(_ range: Range<Int>) -> String {
    var text = ""
    for scalar in self[range] where !scalar.isApostrophe { text.unicodeScalars.append(scalar) }
    return text.lowercased()
  }
}

/// Most texts are ASCII alone: one byte for each sign.
private struct ASCIISigns: WrittenSigns {
  let bytes: UnsafeBufferPointer<UInt8>
  var count: Int { bytes.count }
  subscript(_ index: Int) -> Unicode.Scalar { Unicode.Scalar(bytes[index]) }

  func lowercased(_ range: Range<Int>) -> String {
    String(unsafeUninitializedCapacity: range.count) { word in
      var count = 0
      for byte in bytes[range] where byte != UInt8(ascii: "'") {
        word[count] = byte.lowercasedASCII
        count += 1
      }
      return count
    }
  }
}

extension Unicode.Scalar {
  fileprivate var isDigit: Bool { ("0"..."9").contains(self) }
  fileprivate var isLetter: Bool {
    if isASCII { return (0x61...0x7A).contains(value | 0x20) }
    return properties.isAlphabetic && properties.numericType == nil
  }
  fileprivate var isWordPart: Bool { isDigit || isLetter }
  fileprivate var isApostrophe: Bool { self == "'" || self == "’" }
}

extension [DecisionWord] {
  /// Tells each word of a passage the lists in which a phrase can begin from there on.
  mutating func lookAhead() {
    var ahead = PhraseLists.none
    for index in indices.reversed() {
      ahead.formUnion(self[index].begins)
      self[index].ahead = ahead
    }
  }

  /// The sentences of a passage, without empty ones.
  var sentences: [[DecisionWord]] {
    var result: [[DecisionWord]] = []
    var start = 0
    func end(at end: Int) {
      if self[start..<end].contains(where: { !$0.isMark }) {
        result.append(start == 0 && end == count ? self : Array(self[start..<end]))
      }
      start = end
    }
    for index in indices.dropLast() where self[index].isMark {
      let text = self[index].text
      guard [".", "!", "?"].contains(text), self[index + 1].text != ")" else { continue }
      if text == ".", index > 0, DecisionLexicon.abbreviations.contains(self[index - 1].text) { continue }
      end(at: index + 1)
    }
    end(at: count)
    return result
  }
}
