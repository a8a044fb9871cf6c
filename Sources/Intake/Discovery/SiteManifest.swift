/// The manifest that a build leaves in its output folder, read strictly: an object of texts and of objects of texts, as
/// it is written, and nothing that only looks like it. Documents may carry its name, and even its words.
public struct SiteManifest: Sendable {
  /// Name of its file.
  public static let name = "manifest.json"

  /// SHA-256 of each file that the build wrote, by path relative to the folder.
  public let hashes: [String: String]

  /// That of a folder in which nothing was written yet.
  public init() { hashes = [:] }

  /// Reads a manifest; nil when it is none of ours.
  public init?(_ bytes: [UInt8]) {
    var scanner = Scanner(bytes: bytes)
    guard let members = scanner.object(), scanner.isAtEnd else { return nil }
    var texts: [String: String] = [:]
    var outputs: [String: String]?
    for (name, member) in members {
      switch member {
      case .text(let text): texts[name] = text
      case .texts(let pairs):
        if name == "outputs" { outputs = pairs }
      }
    }
    guard texts["generator"] == "sitegen", texts["schema"]?.hasPrefix("manifest/") == true, texts["version"] != nil,
      let outputs, outputs.allSatisfy({ Self.isInside($0.key) && $0.value.utf8.count == 64 })
    else { return nil }
    hashes = outputs
  }

  /// Whether a relative path stays inside the folder.
  public static func isInside(_ path: String) -> Bool {
    var (length, dots) = (0, 0)
    for byte in path.utf8 {
      switch byte {
      case 0: return false
      case UInt8(ascii: "/"):
        // An empty name, `.` and `..` lead elsewhere.
        guard length > 0, length > 2 || dots < length else { return false }
        (length, dots) = (0, 0)
      default:
        length += 1
        if byte == UInt8(ascii: ".") { dots += 1 }
      }
    }
    return length > 0 && (length > 2 || dots < length)
  }
}

/// As much of JSON as a manifest uses.
private struct Scanner {
  enum Member {
    case text(String)
    case texts([String: String])
  }

  let bytes: [UInt8]
  var index = 0

  init(bytes: [UInt8]) { self.bytes = bytes }

  var isAtEnd: Bool {
    mutating get {
      skipSpace()
      return index == bytes.count
    }
  }

  private mutating func skipSpace() {
    while index < bytes.count {
      switch bytes[index] {
      case 0x20, 0x0A, 0x0D, 0x09: index += 1
      default: return
      }
    }
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    skipSpace()
    guard index < bytes.count, bytes[index] == byte else { return false }
    index += 1
    return true
  }

  /// The members of an object; nil when it is malformed or holds something else.
  mutating func object() -> [(String, Member)]? {
    members { scanner in
      if let text = scanner.text() { return .text(text) }
      return scanner.members { $0.text() }.map { pairs in .texts(Dictionary(firstOf: pairs)) }
    }
  }

  private mutating func members<Value>(_ value: (inout Scanner) -> Value?) -> [(String, Value)]? {
    guard take(UInt8(ascii: "{")) else { return nil }
    var members: [(String, Value)] = []
    if take(UInt8(ascii: "}")) { return members }
    repeat {
      guard let name = text(), take(UInt8(ascii: ":")), let value = value(&self) else { return nil }
      members.append((name, value))
    } while take(UInt8(ascii: ","))
    return take(UInt8(ascii: "}")) ? members : nil
  }

  private mutating func text() -> String? {
    let start = index
    guard take(UInt8(ascii: "\"")) else { return nil }
    // Nearly all are paths and hashes, which hold nothing that is escaped.
    let plain = bytes.withUnsafeBufferPointer { bytes in
      var end = index
      while end < bytes.count, bytes[end] >= 0x20, bytes[end] != UInt8(ascii: "\""), bytes[end] != UInt8(ascii: "\\") {
        end &+= 1
      }
      return index..<end
    }
    if plain.upperBound < bytes.count, bytes[plain.upperBound] == UInt8(ascii: "\"") {
      index = plain.upperBound + 1
      return String(validating: bytes[plain], as: UTF8.self)
    }
    var text: [UInt8] = []
    while index < bytes.count, bytes[index] >= 0x20 {
      let byte = bytes[index]
      index += 1
      switch byte {
      case UInt8(ascii: "\""): return String(validating: text, as: UTF8.self)
      case UInt8(ascii: "\\"):
        guard let scalar = escape() else { return nil }
        text.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      default: text.append(byte)
      }
    }
    index = start
    return nil
  }

  /// What stands behind a backslash; surrogates are not written by us.
  private mutating func escape() -> Unicode.Scalar? {
    guard index < bytes.count else { return nil }
    let byte = bytes[index]
    index += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(byte)
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"):
      guard index + 4 <= bytes.count else { return nil }
      let digits = String(decoding: bytes[index..<index + 4], as: UTF8.self)
      index += 4
      return UInt32(digits, radix: 16).flatMap(Unicode.Scalar.init)
    default: return nil
    }
  }
}
