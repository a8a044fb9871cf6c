import Diagnostics

/// Paths that links name.
public enum LinkPath {
  /// The path that a reference written in a folder names, without `.`, `..` and doubled slashes; nil when it leaves the
  /// source. A reference with a slash in front is to be given with the folder that the slash means.
  public static func resolve(_ reference: Substring, in folder: Substring) -> String? {
    if isPlain(reference), folder.isEmpty || isPlain(folder) {
      var path = folder.isEmpty ? "" : folder + "/"
      path += reference
      return String(path)
    }
    var path: [UInt8] = []
    path.reserveCapacity(folder.utf8.count + reference.utf8.count + 1)
    guard add(folder, to: &path), add(reference, to: &path) else { return nil }
    return String(decoding: path, as: UTF8.self)
  }

  /// Whether no segment of a text is empty or begins with a dot: it is a path as it stands.
  private static func isPlain(_ text: Substring) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
      var isStart = true
      for byte in bytes {
        if isStart, byte == UInt8(ascii: ".") || byte == UInt8(ascii: "/") { return false }
        isStart = byte == UInt8(ascii: "/")
      }
      return !isStart
    }
  }

  /// Adds the segments of a text; false when they lead out.
  private static func add(_ text: Substring, to path: inout [UInt8]) -> Bool {
    let (slash, dot) = (UInt8(ascii: "/"), UInt8(ascii: "."))
    var begin = path.count
    var length = 0
    func endSegment() -> Bool {
      defer { (begin, length) = (path.count, 0) }
      guard length == 1 || length == 2, path.suffix(length).allSatisfy({ $0 == dot }) else { return true }
      path.removeSubrange(begin...)
      guard length == 2 else { return true }
      if path.isEmpty { return false }
      path.removeSubrange((path.lastIndex(of: slash) ?? 0)...)
      return true
    }
    var text = text
    return text.withUTF8 { text in
      for byte in text {
        if byte == slash {
          guard endSegment() else { return false }
        } else {
          if length == 0, !path.isEmpty { path.append(slash) }
          path.append(byte)
          length += 1
        }
      }
      return endSegment()
    }
  }

  /// Undoes percent-encoding; a `%` without two hexadecimal digits behind it stays.
  public static func decoded(_ text: some StringProtocol) -> String {
    guard text.holds(byte: UInt8(ascii: "%")) else { return String(text) }
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
    var decoded: [UInt8] = []
    var index = 0
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "%"), let high = digit(index + 1), let low = digit(index + 2) {
        decoded.append(high << 4 | low)
        index += 3
      } else {
        decoded.append(bytes[index])
        index += 1
      }
    }
    return String(decoding: decoded, as: UTF8.self)
  }
}
