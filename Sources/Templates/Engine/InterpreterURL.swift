extension Interpreter {
  /// Prints a value at the start of a URL attribute: only relative addresses and harmless schemes.
  mutating func writeURL(_ value: Value) throws(ValueError) {
    if case .missing(let missing) = value, !isEmptyAllowed(missing) { throw undefined(value) }
    let text = value.text
    guard URLScheme.isHarmless(text) else {
      throw ValueError(
        "an address of the scheme `\(URLScheme.name(text) ?? "")` at the start of a URL attribute", kind: .context,
        help: "only relative addresses, http, https, mailto and tel are allowed; `| safe` overrides")
    }
    try write(value, escaping: true)
  }
}

/// The schemes that may stand at the start of a URL attribute.
enum URLScheme {
  /// Whether an address is relative or of a harmless scheme.
  static func isHarmless(_ text: String) -> Bool {
    guard let name = name(text) else { return true }
    return ["http", "https", "mailto", "tel"].contains(name)
  }

  /// The scheme in lower case, as a browser reads it (without white space and control characters); nil if there is none.
  static func name(_ text: String) -> String? {
    var name: [UInt8] = []
    for byte in text.utf8 {
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
