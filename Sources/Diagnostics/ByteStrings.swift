/// Byte strings that are looked for together, in one pass over a text.
public struct ByteStrings: Sendable {
  private let groups: [Group]

  /// - Parameter texts: what is looked for; an empty text is never found.
  public init(_ texts: [String]) {
    let strings = texts.map { Array($0.utf8) }.filter { !$0.isEmpty }
    groups = stride(from: 0, to: strings.count, by: Group.most).map { start in
      Group(Array(strings[start..<min(strings.count, start + Group.most)]))
    }
  }

  /// Whether one of them occurs.
  public func occur(in bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBufferPointer { occur(in: $0) }
  }

  /// Whether one of them occurs in a text.
  public func occur(in text: String) -> Bool {
    text.withBytes { occur(in: $0) }
  }

  /// Whether one of them occurs in some bytes.
  public func occur(in bytes: UnsafeBufferPointer<UInt8>) -> Bool { groups.contains { $0.occurs(in: bytes) } }

  /// Whether one of them stands at an offset.
  public func stand(in bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> Bool {
    groups.contains { $0.stands(in: bytes, at: start) }
  }

  /// As many as one number tells apart: a bit for each of the first letters of each, set while these were just read
  /// (Baeza-Yates and Gonnet, "A new approach to text searching", 1992).
  private struct Group: Sendable {
    /// Most strings, so that two letters of each have a bit.
    static let most = 32

    private let strings: [[UInt8]]
    /// By a byte, the bits of the letters that it is.
    private let letters: [UInt64]
    /// The bits of first letters, and of the last that have one.
    private let starts: UInt64
    private let ends: UInt64
    /// How many letters of each have a bit, at most.
    private let length: Int

    init(_ strings: [[UInt8]]) {
      self.strings = strings
      length = 64 / strings.count
      var letters = [UInt64](repeating: 0, count: 256)
      var (starts, ends, bit): (UInt64, UInt64, UInt64) = (0, 0, 1)
      for string in strings {
        starts |= bit
        for letter in string.prefix(length) {
          letters[Int(letter)] |= bit
          bit <<= 1
        }
        // The last bit of all is shifted out of the number.
        ends |= bit == 0 ? 1 << 63 : bit >> 1
      }
      (self.letters, self.starts, self.ends) = (letters, starts, ends)
    }

    func occurs(in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
      letters.withUnsafeBufferPointer { letters in
        var read: UInt64 = 0
        var index = 0
        // Four bytes at a time while none of them ends a string.
        while index &+ 4 <= bytes.count {
          let one = ((read << 1) | starts) & letters[Int(bytes[index])]
          let two = ((one << 1) | starts) & letters[Int(bytes[index &+ 1])]
          let three = ((two << 1) | starts) & letters[Int(bytes[index &+ 2])]
          let four = ((three << 1) | starts) & letters[Int(bytes[index &+ 3])]
          if (one | two | three | four) & ends != 0,
            zip(1..., [one, two, three, four]).contains(where: { $1 & ends != 0 && ends(in: bytes, at: index &+ $0) })
          {
            return true
          }
          (read, index) = (four, index &+ 4)
        }
        while index < bytes.count {
          read = ((read << 1) | starts) & letters[Int(bytes[index])]
          index &+= 1
          if read & ends != 0, ends(in: bytes, at: index) { return true }
        }
        return false
      }
    }

    /// Whether a string whose letters with a bit end at an offset goes on behind it.
    private func ends(in bytes: UnsafeBufferPointer<UInt8>, at end: Int) -> Bool {
      strings.contains { string in
        let start = end - min(length, string.count)
        return start >= 0 && Self.stands(string, in: bytes, at: start)
      }
    }

    func stands(in bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> Bool {
      strings.contains { Self.stands($0, in: bytes, at: start) }
    }

    private static func stands(_ string: [UInt8], in bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> Bool {
      guard start + string.count <= bytes.count else { return false }
      var index = 0
      while index < string.count, bytes[start + index] == string[index] { index += 1 }
      return index == string.count
    }
  }
}
