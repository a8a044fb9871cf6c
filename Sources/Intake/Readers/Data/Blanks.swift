import Diagnostics

extension StringProtocol {
  /// The text with every run of blanks folded to one space and none at its ends. No-break spaces, zero-width spaces and
  /// byte-order marks count as blanks: real lists pad their cells with them.
  var blanksFolded: String {
    return withBytes { bytes in
      String(unsafeUninitializedCapacity: bytes.count) { folded in
        var count = 0
        var isPending = false
        var index = 0
        while index < bytes.count {
          let blank = blankLength(bytes, at: index)
          guard blank == 0 else {
            isPending = count > 0
            index += blank
            continue
          }
          // The blanks left out make room for the space.
          if isPending {
            folded[count] = 0x20
            count += 1
            isPending = false
          }
          folded[count] = bytes[index]
          count += 1
          index += 1
        }
        return count
      }
    }
  }

  /// The text with every run of white space folded to one space and none at its ends.
  var whiteSpaceFolded: String { split { $0.isWhitespace }.joined(separator: " ") }

  /// The text without the given scalars at its ends.
  func trimmed(of scalars: [Unicode.Scalar]) -> String {
    var rest = Substring(self).unicodeScalars
    while let first = rest.first, scalars.contains(first) { rest.removeFirst() }
    while let last = rest.last, scalars.contains(last) { rest.removeLast() }
    return String(Substring(rest))
  }

  /// The same name with `_` for hyphens: `code-of-conduct` and `code_of_conduct` are one.
  package var joiningWords: String {
    guard holds(byte: UInt8(ascii: "-")) else { return String(self) }
    return withBytes { bytes in
      String(unsafeUninitializedCapacity: bytes.count) { name in
        for (index, byte) in bytes.enumerated() { name[index] = byte == UInt8(ascii: "-") ? UInt8(ascii: "_") : byte }
        return bytes.count
      }
    }
  }

  /// Lower-case words of letters alone.
  package var wordsOfLetters: [String] { runsOfLetters.map { $0.lowercased() } }

  /// Lower-case words: runs of letters and digits.
  var lowercaseWords: [String] { lowercaseWords(most: .max) }

  /// The first of its lower-case words, at least as many as are wanted where there are so many.
  func lowercaseWords(most: Int) -> [String] {
    return withBytes { bytes in
      var words: [String] = []
      var index = 0
      while index < bytes.count, words.count < most {
        let start = index
        var isASCII = true
        while index < bytes.count, bytes[index].isWordByte {
          if bytes[index] >= 0x80 { isASCII = false }
          index += 1
        }
        if isASCII {
          if index > start { words.append(String(lowercasedASCII: bytes[start..<index])) }
        } else {
          // What is a letter outside of ASCII takes long to tell.
          let lower = String(decoding: bytes[start..<index], as: UTF8.self).lowercased()
          words += lower.runsOfLettersAndNumbers.map(String.init)
        }
        index += 1
      }
      return words
    }
  }
}

/// How many bytes of UTF-8 the blank at `index` takes: white space by Unicode, zero-width space, word joiner or
/// byte-order mark; 0 where there is none.
private func blankLength(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
  func next(_ distance: Int) -> UInt8 { index + distance < bytes.count ? bytes[index + distance] : 0 }
  switch bytes[index] {
  case 0x20, 0x09...0x0D: return 1
  case 0xC2: return next(1) == 0x85 || next(1) == 0xA0 ? 2 : 0
  case 0xE1: return next(1) == 0x9A && next(2) == 0x80 ? 3 : 0
  case 0xE2:
    switch (next(1), next(2)) {
    case (0x80, 0x80...0x8B), (0x80, 0xA8), (0x80, 0xA9), (0x80, 0xAF), (0x81, 0x9F), (0x81, 0xA0): return 3
    default: return 0
    }
  case 0xE3: return next(1) == 0x80 && next(2) == 0x80 ? 3 : 0
  case 0xEF: return next(1) == 0xBB && next(2) == 0xBF ? 3 : 0
  default: return 0
  }
}
