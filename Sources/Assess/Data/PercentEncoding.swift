/// `%20` and its like in addresses.
public enum PercentEncoding {
  /// The text without them; a `%` without two hexadecimal digits stays.
  public static func decoded(_ text: some StringProtocol) -> String {
    guard text.utf8.contains(UInt8(ascii: "%")) else { return String(text) }
    let bytes = Array(text.utf8)
    func digit(_ index: Int) -> UInt8? {
      guard index < bytes.count else { return nil }
      switch bytes[index] {
      case 0x30...0x39: return bytes[index] - 0x30
      case 0x41...0x46: return bytes[index] - 0x37
      case 0x61...0x66: return bytes[index] - 0x57
      default: return nil
      }
    }
    var output: [UInt8] = []
    var index = 0
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "%"), let high = digit(index + 1), let low = digit(index + 2) {
        output.append(high << 4 | low)
        index += 3
      } else {
        output.append(bytes[index])
        index += 1
      }
    }
    return String(decoding: output, as: UTF8.self)
  }
}
