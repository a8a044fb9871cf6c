import CSystem

/// SHA-256 by FIPS 180-4, in C with the processor's own instructions where it has them.
public enum SHA256 {
  /// The digest in lower-case hexadecimal.
  public static func hex(_ message: [UInt8]) -> String {
    String(unsafeUninitializedCapacity: 64) { text in
      func digit(_ nibble: UInt8) -> UInt8 { nibble < 10 ? 0x30 + nibble : 0x57 + nibble }
      for (index, byte) in digest(message).enumerated() {
        text[2 * index] = digit(byte >> 4)
        text[2 * index + 1] = digit(byte & 15)
      }
      return 64
    }
  }

  /// The digest in base64, as a content security policy names it.
  public static func base64(_ message: [UInt8]) -> String {
    let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    let digest: [UInt8] = digest(message) + [0]
    var text: [UInt8] = []
    // 32 bytes are ten groups of three and two bytes more.
    for start in stride(from: 0, to: 33, by: 3) {
      var bits = 0
      for offset in 0..<3 { bits = bits << 8 | Int(digest[start + offset]) }
      for shift in [18, 12, 6, 0] { text.append(letters[(bits >> shift) & 63]) }
    }
    text[text.count - 1] = UInt8(ascii: "=")
    return String(decoding: text, as: UTF8.self)
  }

  /// The 32 bytes of the digest.
  static func digest(_ message: [UInt8]) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: 32) { digest, count in
      message.withUnsafeBufferPointer { csystem_sha256($0.baseAddress, $0.count, digest.baseAddress) }
      count = 32
    }
  }
}
