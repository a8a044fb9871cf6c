/// Byte strings that are looked for together, in one pass over a text.
public struct ByteStrings: Sendable {
  private let strings: [[UInt8]]
  /// By a byte, a bit for each of the strings (by its number, modulo 64) that begins with it.
  private let firsts: [UInt64]
  /// The same for second bytes.
  private let seconds: [UInt64]

  /// - Parameter texts: what is looked for, each of two bytes at least; shorter ones are never found.
  public init(_ texts: [String]) {
    strings = texts.map { Array($0.utf8) }.filter { $0.count > 1 }
    var firsts = [UInt64](repeating: 0, count: 256)
    var seconds = firsts
    for (number, string) in strings.enumerated() {
      firsts[Int(string[0])] |= 1 << UInt64(number & 63)
      seconds[Int(string[1])] |= 1 << UInt64(number & 63)
    }
    (self.firsts, self.seconds) = (firsts, seconds)
  }

  /// Whether one of them occurs.
  public func occur(in bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBufferPointer { bytes in
      firsts.withUnsafeBufferPointer { firsts in
        seconds.withUnsafeBufferPointer { seconds in
          var index = 1
          while index < bytes.count {
            if firsts[Int(bytes[index &- 1])] & seconds[Int(bytes[index])] != 0, stand(in: bytes, at: index - 1) {
              return true
            }
            index &+= 1
          }
          return false
        }
      }
    }
  }

  /// Whether one of them stands at an offset.
  public func stand(in bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> Bool {
    guard start + 1 < bytes.count, firsts[Int(bytes[start])] & seconds[Int(bytes[start + 1])] != 0 else { return false }
    return strings.contains { string in
      start + string.count <= bytes.count && string.indices.allSatisfy { bytes[start + $0] == string[$0] }
    }
  }
}
