/// Stops the fuzzer at HTML that could act: an element or attribute that a page gives no document, or an address that is
/// a script. It reads tags as a browser does, and none of the renderer's own code.
enum HarmlessHTML {
  private static let forbidden: Set<String> = [
    "script", "style", "iframe", "frame", "frameset", "object", "embed", "applet", "svg", "math", "base", "meta",
    "link",
    "form", "button", "textarea", "select", "template", "title", "noscript", "img", "image", "video", "audio", "source",
    "html", "head", "body", "main", "plaintext", "xmp", "listing", "portal", "marquee", "dialog",
  ]

  static func check(_ html: [UInt8]) {
    var index = 0
    while index < html.count {
      guard html[index] == UInt8(ascii: "<") else {
        index += 1
        continue
      }
      index += 1
      guard index < html.count else { return }
      precondition(html[index] != UInt8(ascii: "!") && html[index] != UInt8(ascii: "?"), "a declaration")
      if html[index] == UInt8(ascii: "/") { index += 1 }
      guard index < html.count, isLetter(html[index]) else { continue }
      let name = word(html, &index) { $0 > 0x20 && $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: ">") }
      precondition(!forbidden.contains(name), "an element that acts: \(name)")
      attributes(html, &index)
    }
  }

  private static func attributes(_ html: [UInt8], _ index: inout Int) {
    while index < html.count, html[index] != UInt8(ascii: ">") {
      if html[index] <= 0x20 || html[index] == UInt8(ascii: "/") {
        index += 1
        continue
      }
      let name = word(html, &index) { $0 > 0x20 && !"=/>".utf8.contains($0) }
      precondition(
        !name.hasPrefix("on") && !["style", "srcdoc", "src", "srcset", "action", "formaction"].contains(name)
          && name.utf8.allSatisfy { isLetter($0) || $0 == UInt8(ascii: "-") || (0x30...0x39).contains($0) },
        "an attribute that acts: \(name)")
      guard index < html.count, html[index] == UInt8(ascii: "=") else { continue }
      index += 1
      precondition(index < html.count && html[index] == UInt8(ascii: "\""), "a value without quotes")
      index += 1
      let value = word(html, &index) { $0 != UInt8(ascii: "\"") }
      index += 1
      guard name == "href" else { continue }
      let address = value.utf8.filter { $0 > 0x20 && $0 != 0x7F }
      for scheme in ["javascript:", "vbscript:", "data:"] {
        precondition(!address.starts(with: scheme.utf8), "an address that acts: \(value)")
      }
    }
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

  private static func word(_ html: [UInt8], _ index: inout Int, while isPart: (UInt8) -> Bool) -> String {
    let start = index
    while index < html.count, isPart(html[index]) { index += 1 }
    return String(decoding: html[start..<index], as: UTF8.self).lowercased()
  }
}
