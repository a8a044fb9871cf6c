import Diagnostics
import Intake

extension Rule {
  static let linksMalformed = Rule(
    id: "links/malformed",
    summary: "a link that cannot lead anywhere as written",
    why: "The reader gets an error page.",
    howToFix: "correct the address",
    examples: [
      Example(
        ["README.md": "# Example\n\nSee [the form](↓https:github.com/example/example).\n"],
        finds: ["`https:github.com/example/example` is missing the slashes after the scheme"]),
      Example(["README.md": "# Example\n\nWrite [us](mailto:project@example.org).\n"]),
      Example(
        ["README.md": "# Example\n\nWrite [us](↓mailto:project).\n"],
        finds: ["`mailto:project` is not an email address"]),
      Example(
        ["README.md": "# Example\n\nSee [the form](↓hhttps://example.org/form) or [write](↓team@example.org).\n"],
        finds: [
          "`hhttps://example.org/form` begins with hhttps instead of https",
          "`team@example.org` is an email address without mailto:",
        ]),
      Example([
        "README.md": "# Example\n\nSee [chat](slack://example), [a](docs/@a.md), [b](git@github.com:example/b.git).\n"
      ]),
      Example(
        ["README.md": "# Example\n\nSee [the site](↓https://example.org/\u{200B}a).\n"],
        finds: ["`https://example.org/\\u{200b}a` contains an invisible character"]),
    ]
  ) { data, rule in
    data.links.compactMap { resolved in
      let url = resolved.link.destination
      if Self.isPlain(url) { return nil }
      let problem: String
      var meant: String?
      let web = ["https", "http"].first { url.hasScheme($0) }
      if url.hasScheme("mailto") {
        guard !url.holds("@"), !url.holds("%40") else { return nil }
        problem = "is not an email address"
      } else if let web, !url.utf8.dropFirst(web.utf8.count).starts(with: "://".utf8) {
        problem = "is missing the slashes after the scheme"
        meant = "\(web)://" + url.dropFirst(web.utf8.count + 1).drop { $0 == "/" }
      } else if web == nil, let (scheme, near) = Self.misspelled(url) {
        problem = "begins with \(scheme) instead of \(near)"
        meant = near + url.dropFirst(scheme.utf8.count)
      } else if web == nil, Self.isAddress(url) {
        problem = "is an email address without mailto:"
        meant = "mailto:" + url
      } else if let visible = Self.visible(url) {
        problem = "contains an invisible character"
        meant = visible
      } else {
        return nil
      }
      let edit = meant.flatMap { resolved.link.replacement($0) }
      return rule.finding(
        .note, "`\(DiagnosticText.printable(Self.marked(url.prefix(80))))` \(problem)", key: url,
        at: [.init(.claim, resolved.link.location)],
        solutions: edit.map { [Solution("write `\($0.text)`", [$0])] } ?? [])
    }
  }

  /// Whether nothing of what is looked for can be said of an address, as of most: it names a file in plain letters, or
  /// begins as those of the web do, and has no sign that is written otherwise.
  private static func isPlain(_ url: String) -> Bool {
    return url.withBytes { bytes in
      let isOfTheWeb =
        bytes.first == UInt8(ascii: "h")
        && (bytes.starts(with: "https://".utf8) || bytes.starts(with: "http://".utf8))
      for byte in bytes {
        let isElse = byte == UInt8(ascii: ":") || byte == UInt8(ascii: "@")
        if byte >= 0x80 || byte == UInt8(ascii: "%") || isElse && !isOfTheWeb { return false }
      }
      return true
    }
  }

  /// A scheme that is nearly the web's, with the one meant: `hhttps`, `htpps`.
  private static func misspelled(_ url: String) -> (String, String)? {
    let letters = url.utf8.prefix { (0x61...0x7A).contains($0 | 0x20) }
    guard letters.count <= 7, url.utf8.dropFirst(letters.count).starts(with: "://".utf8) else { return nil }
    let scheme = String(Substring(letters)).lowercased()
    guard scheme.hasPrefix("h") else { return nil }
    return Suggestion.nearest(to: scheme, among: ["https", "http"]).map { (scheme, $0) }
  }

  /// Whether a target is an email address and nothing else: it would be taken for the name of a file.
  private static func isAddress(_ url: String) -> Bool {
    guard url.utf8.count(where: { $0 == UInt8(ascii: "@") }) == 1 else { return false }
    let parts = url.lowercased().split(separator: "@", omittingEmptySubsequences: false)
    return parts.count == 2 && !parts[0].isEmpty && parts[1].dropFirst().dropLast(2).holds(".")
      && url.unicodeScalars.allSatisfy {
        $0.isASCII && $0.properties.isAlphabetic || "@.-+_0123456789".unicodeScalars.contains($0)
      }
      && !parts[1].hasSuffix(".md") && !parts[1].hasSuffix(".png")
  }

  /// Characters that have no width.
  private static let invisible: Set<UInt32> = [0xAD, 0x200B, 0x200E, 0x2060, 0xFEFF]

  /// The same as addresses write them.
  private static let escapes = invisible.sorted().flatMap { value in
    let bytes = Unicode.Scalar(value).map { Array(String($0).utf8) } ?? []
    let escape = bytes.map { "%" + String($0, radix: 16, uppercase: true) }.joined()
    return [escape, escape.lowercased()]
  }

  /// An address without invisible characters, also as addresses write them; nil for one that has none.
  private static func visible(_ url: String) -> String? {
    var text = url
    if url.utf8.contains(where: { $0 >= 0x80 }) { text.unicodeScalars.removeAll { invisible.contains($0.value) } }
    guard text.holds(byte: UInt8(ascii: "%")) else { return text == url ? nil : text }
    for escape in escapes where text.holds(escape) { text = text.replacing(escape, with: "") }
    return text == url ? nil : text
  }

  /// A text with its invisible characters as numbers.
  private static func marked(_ text: Substring) -> String {
    text.unicodeScalars.map { scalar in
      invisible.contains(scalar.value) ? "\\u{\(String(scalar.value, radix: 16))}" : String(scalar)
    }.joined()
  }
}
