/// Byte strings that are looked for together, in one pass over a text.
public struct ByteStrings: Sendable {
  private let strings: [[UInt8]]
  /// For each of the first three places a bit by each byte: which of the strings (by its number, modulo 64) has it there.
  private let signs: [[UInt64]]

  /// - Parameter texts: what is looked for, each of two bytes at least; shorter ones are never found.
  public init(_ texts: [String]) {
    strings = texts.map { Array($0.utf8) }.filter { $0.count > 1 }
    var signs = [[UInt64]](repeating: [UInt64](repeating: 0, count: 256), count: 3)
    for (number, string) in strings.enumerated() {
      for place in signs.indices {
        // Behind the end of a short one any byte will do.
        let bytes = place < string.count ? string[place]...string[place] : UInt8.min...UInt8.max
        for byte in bytes { signs[place][Int(byte)] |= 1 << UInt64(number & 63) }
      }
    }
    self.signs = signs
  }

  /// Whether one of them occurs.
  public func occur(in bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBufferPointer { bytes in
      signs[0].withUnsafeBufferPointer { firsts in
        signs[1].withUnsafeBufferPointer { seconds in
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
    guard start + 1 < bytes.count else { return false }
    var left = signs[0][Int(bytes[start])] & signs[1][Int(bytes[start + 1])]
    if start + 2 < bytes.count { left &= signs[2][Int(bytes[start + 2])] }
    guard left != 0 else { return false }
    return strings.contains { string in
      start + string.count <= bytes.count && string.indices.allSatisfy { bytes[start + $0] == string[$0] }
    }
  }
}
