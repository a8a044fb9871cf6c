/// Says of a text in one pass over its bytes that none of some words can begin in it, so that nobody takes it apart.
struct ByteGate: Sendable {
  private let words: [[UInt8]]
  /// Whether a byte begins one of them.
  private let begins: [Bool]

  /// A gate that opens for words, lower-case letters, that begin with one of these.
  init(_ words: String...) {
    self.words = words.map { Array($0.utf8) }
    var begins = [Bool](repeating: false, count: 256)
    for word in self.words { if let first = word.first { begins[Int(first)] = true } }
    self.begins = begins
  }

  /// Whether such a word may begin in a text, in any case of its letters.
  func opens(for text: some StringProtocol) -> Bool {
    var text = String(text)
    return text.withUTF8 { bytes in
      var isInWord = false
      for index in bytes.indices {
        let letter = bytes[index] | 0x20
        let isLetter = letter >= 0x61 && letter <= 0x7A
        if isLetter, !isInWord, begins[Int(letter)], words.contains(where: { holds($0, bytes, index) }) { return true }
        isInWord = isLetter
      }
      return false
    }
  }

  private func holds(_ word: [UInt8], _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Bool {
    guard start + word.count <= bytes.count else { return false }
    for offset in word.indices where bytes[start + offset] | 0x20 != word[offset] { return false }
    return true
  }
}
