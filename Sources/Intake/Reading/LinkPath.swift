import Diagnostics

/// Paths that links name: pure text, no disk.
public enum LinkPath {
  /// What a destination names, as far as it tells by itself.
  public enum Goal: Sendable, Hashable {
    /// Nothing, an address with a scheme or a host, or a path that leads out of the source.
    case elsewhere
    /// A place in the document itself.
    case here
    /// A path of the source.
    case path(String)
    /// A path below the root of the document's repository.
    case rooted(String)

    /// The path of the source in a document whose repository lies in a folder; nil where none is named.
    public func path(root: String) -> String? {
      switch self {
      case .elsewhere, .here: nil
      case .path(let path): path
      case .rooted(let path): root.isEmpty ? path : path.isEmpty ? root : "\(root)/\(path)"
      }
    }
  }

  /// What a destination as written names in a document of a folder. Its path ends before the first `#` or `?`.
  public static func goal(of destination: String, in folder: String) -> Goal {
    return destination.withBytes { destination in folder.withBytes { goal(of: destination, in: $0) } }
  }

  /// The same for bytes of UTF-8 text.
  static func goal(of destination: UnsafeBufferPointer<UInt8>, in folder: UnsafeBufferPointer<UInt8>) -> Goal {
    guard let first = destination.first else { return .elsewhere }
    var end = 0
    var isEncoded = false
    while end < destination.count, destination[end] != UInt8(ascii: "#"), destination[end] != UInt8(ascii: "?") {
      isEncoded = isEncoded || destination[end] == UInt8(ascii: "%")
      end &+= 1
    }
    if end == 0 { return .here }
    let isRooted = first == UInt8(ascii: "/")
    if isRooted, end > 1, destination[1] == first { return .elsewhere }
    return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: end) { written in
      let count =
        isEncoded
        ? decode(UnsafeBufferPointer(rebasing: destination[..<end]), to: written)
        : written.update(fromContentsOf: UnsafeBufferPointer(rebasing: destination[..<end]))
      let reference = UnsafeBufferPointer(rebasing: written[..<count])
      guard !namesScheme(reference), let path = resolve(reference, in: isRooted ? .init(start: nil, count: 0) : folder)
      else { return .elsewhere }
      return isRooted ? .rooted(path) : .path(path)
    }
  }

  /// Whether something like `mailto:` or `C:` stands before the first slash.
  private static func namesScheme(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    for byte in text {
      if byte == UInt8(ascii: ":") { return true }
      if byte == UInt8(ascii: "/") { return false }
    }
    return false
  }

  /// The path that a reference written in a folder names, without `.`, `..` and doubled slashes; nil when it leaves the
  /// source. A reference with a slash in front is to be given with the folder that the slash means.
  public static func resolve(_ reference: String, in folder: String) -> String? {
    return folder.withBytes { folder in reference.withBytes { resolve($0, in: folder) } }
  }

  private static func resolve(
    _ reference: UnsafeBufferPointer<UInt8>, in folder: UnsafeBufferPointer<UInt8>
  ) -> String? {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: folder.count + reference.count + 1) { path in
      var count = 0
      guard add(folder, to: path, &count), add(reference, to: path, &count) else { return nil }
      return String(decoding: UnsafeBufferPointer(rebasing: path[..<count]), as: UTF8.self)
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
    return text.withBytes { bytes in
      String(unsafeUninitializedCapacity: bytes.count) { decode(bytes, to: $0) }
    }
  }

  /// Writes bytes without their percent-encoding, and returns how many these are.
  private static func decode(_ bytes: UnsafeBufferPointer<UInt8>, to decoded: UnsafeMutableBufferPointer<UInt8>) -> Int
  {
    func digit(_ index: Int) -> UInt8? {
      guard index < bytes.count else { return nil }
      switch bytes[index] {
      case 0x30...0x39: return bytes[index] - 0x30
      case 0x41...0x46: return bytes[index] - 0x37
      case 0x61...0x66: return bytes[index] - 0x57
      default: return nil
      }
    }
    var (index, count) = (0, 0)
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "%"), let high = digit(index + 1), let low = digit(index + 2) {
        decoded[count] = high << 4 | low
        index += 3
      } else {
        decoded[count] = bytes[index]
        index += 1
      }
      count += 1
    }
    return count
  }
}
