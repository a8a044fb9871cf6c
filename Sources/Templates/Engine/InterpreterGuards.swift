internal import Diagnostics

extension Interpreter {
  /// Prints a value at the start of a URL attribute (only relative addresses and harmless schemes), or after a `<`
  /// (nothing that would make it a tag).
  mutating func writeGuarded(
    _ place: UnsafePointer<Value>, escaping: Bool, afterTagOpen: Bool, at pc: Int
  ) throws(ValueError) {
    // Nearly all addresses are relative ones.
    if readsInPlace, !afterTagOpen, TextInPlace.isText(place),
      TextInPlace.withBytes(place, { $0.firstPlace(of: UInt8(ascii: ":"), from: 0) }) == nil
    {
      return try write(place, escaping: escaping, at: pc)
    }
    let value = place.pointee
    if case .missing(let missing) = value, !isEmptyAllowed(missing) { throw undefined(value) }
    try chargeParts(value)
    let text = value.text
    if afterTagOpen {
      if let first = text.utf8.first, first.isNameStart || [0x21, 0x2F, 0x3F].contains(first) {
        throw ValueError("a value that makes a tag of the `<` before it", kind: .context, help: "write `&lt;` for `<`")
      }
    } else if let scheme = URLScheme.harmful(in: text) {
      throw ValueError(
        "an address of the scheme `\(scheme)` at the start of a URL", kind: .context,
        help: "relative addresses, http, https, mailto and tel are allowed; `| safe` overrides")
    }
    try write(place, escaping: escaping, at: pc)
  }
}

/// The schemes that may be at the start of a URL attribute.
enum URLScheme {
  private static let harmless: Set<String> = ["http", "https", "mailto", "tel"]

  /// The first scheme, of an address or of the parts of a `srcset`, that is not harmless.
  static func harmful(in text: String) -> String? {
    guard text.holds(byte: UInt8(ascii: ":")) else { return nil }
    // Nearly all of them are one address like this.
    if text.utf8.starts(with: "https://".utf8), !text.holds(byte: 0x2C) { return nil }
    for part in text.utf8.split(separator: 0x2C) {
      if let name = name(Array(part)), !harmless.contains(name) { return name }
    }
    return nil
  }

  /// The scheme in lower case as a browser reads it, which drops white space and control characters.
  private static func name(_ text: [UInt8]) -> String? {
    var name: [UInt8] = []
    for byte in text {
      switch byte {
      case 0x3A: return String(decoding: name, as: UTF8.self).lowercased()
      case 0x2F, 0x3F, 0x23: return nil
      case 0x00...0x20, 0x7F: continue
      default: name.append(byte)
      }
    }
    return nil
  }
}
