import Words

/// Account names of code hosts, as lists of people write them.
enum Account {
  /// Whether a text can be an account name: letters, digits, hyphens and underscores, at most 39, a letter or digit
  /// in front.
  static func isHandle(_ text: some StringProtocol) -> Bool {
    let bytes = text.utf8
    guard (1...39).contains(bytes.count), let first = bytes.first, first.isASCIIAlphanumeric else { return false }
    return bytes.allSatisfy { $0.isASCIIAlphanumeric || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_") }
  }

  /// The account a text names with or without `@`; nil for anything else.
  ///
  /// Signs without width, which come with copied text, are no part of it.
  static func handle(_ text: String) -> String? {
    let text = text.utf8.allSatisfy { $0 < 0x80 } ? text : String(text.unicodeScalars.filter { !isInvisible($0) })
    let name = text.hasPrefix("@") ? String(text.dropFirst()) : text
    return isHandle(name) ? name : nil
  }

  private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.generalCategory == .format }

  /// The account whose profile a link leads to (`https://github.com/name`, `@` before the name tolerated); nil for a
  /// link to a repository or to another site.
  static func handle(ofProfile url: String) -> String? {
    var rest = url[...]
    if let scheme = rest.firstRange(ofBytes: "://") { rest = rest[scheme.upperBound...] }
    rest = rest.prefix { $0 != "?" && $0 != "#" }
    let parts = rest.split(separator: "/", omittingEmptySubsequences: true)
    guard parts.count == 2 else { return nil }
    var host = parts[0].lowercased()
    if host.hasPrefix("www.") { host = String(host.dropFirst(4)) }
    guard Lexicon.people.accountHosts.contains(host), let name = handle(String(parts[1])) else { return nil }
    return Lexicon.people.hostPages.contains(name.lowercased()) ? nil : name
  }

  /// Whether a text is one e-mail address.
  static func isEmail(_ text: some StringProtocol) -> Bool {
    let parts = text.split(separator: "@", omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty, parts[1].holds("."), !text.holds(" ") else { return false }
    return !parts[1].hasPrefix(".") && !parts[1].hasSuffix(".")
  }
}
