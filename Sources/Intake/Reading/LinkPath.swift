import Diagnostics

/// Paths that links name.
public enum LinkPath {
  /// The path that a reference written in a folder names, without `.`, `..` and doubled slashes; nil when it leaves the
  /// source. A reference with a slash in front is to be given with the folder that the slash means.
  public static func resolve(_ reference: Substring, in folder: Substring) -> String? {
    var (folder, reference) = (folder, reference)
    return folder.withUTF8 { folder in
      reference.withUTF8 { reference in
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: folder.count + reference.count + 1) { path in
          var count = 0
          guard add(folder, to: path, &count), add(reference, to: path, &count) else { return nil }
          return String(decoding: UnsafeBufferPointer(rebasing: path[..<count]), as: UTF8.self)
        }
      }
    }
  }

  /// Adds the segments of a text to the first `count` bytes of a path; false when they lead out.
  private static func add(
    _ text: UnsafeBufferPointer<UInt8>, to path: UnsafeMutableBufferPointer<UInt8>, _ count: inout Int
  ) -> Bool {
    let (slash, dot) = (UInt8(ascii: "/"), UInt8(ascii: "."))
    var start = 0
    while start < text.count {
      var end = start
      while end < text.count, text[end] != slash { end &+= 1 }
      defer { start = end + 1 }
      let length = end - start
      if length == 0 || length == 1 && text[start] == dot { continue }
      if length == 2, text[start] == dot, text[start + 1] == dot {
        if count == 0 { return false }
        repeat { count -= 1 } while count > 0 && path[count] != slash
        continue
      }
      if count > 0 {
        path[count] = slash
        count += 1
      }
      for index in start..<end {
        path[count] = text[index]
        count &+= 1
      }
    }
    return true
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
