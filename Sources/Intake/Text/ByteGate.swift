/// Says of a text in one pass over its bytes that none of some words can begin in it, so that nobody takes it apart.
struct ByteGate: Sendable {
  /// The words by their first letters.
  private var words = [[[UInt8]]](repeating: [], count: 256)
  /// Whether some word is not of ASCII letters, of which bytes do not tell the case.
  private var isOpen = false

  /// A gate that opens for words, lower-case letters, that begin with one of these.
  init(_ words: String...) { self.init(words: words) }

  init(words: [String]) {
    for word in words.map({ Array($0.utf8) }) {
      guard let first = word.first, word.allSatisfy({ $0 < 0x80 }), first.isASCIISmall else {
        isOpen = true
        continue
      }
      self.words[Int(first)].append(word)
    }
  }

  /// Whether such a word may begin in a text, in any case of its letters.
  func opens(for text: some StringProtocol) -> Bool {
    return text.withBytes { opens(for: $0) }
  }

  /// The same for the bytes of a text.
  func opens(for bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    if isOpen { return true }
    var isInWord = false
    for index in bytes.indices {
      let letter = bytes[index] | 0x20
      let isLetter = letter >= 0x61 && letter <= 0x7A
      if isLetter, !isInWord, words[Int(letter)].contains(where: { holds($0, bytes, index) }) { return true }
      isInWord = isLetter
    }
    return false
  }

  private func holds(_ word: [UInt8], _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Bool {
    guard start + word.count <= bytes.count else { return false }
    for offset in word.indices where bytes[start + offset] | 0x20 != word[offset] | 0x20 { return false }
    return true
  }
}
