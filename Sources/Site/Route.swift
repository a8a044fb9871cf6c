/// The path of a page in the output and how it is written as a URL.
enum Route {
  /// Names at the top of the output that are ours; a community of that name gets another folder.
  static let reserved: Set<String> = [
    "assets", "badges", "criteria", "rules", "schemas", "search", "snapshots", "templates", "verdicts", "index.html",
    "404.html",
    "favicon.svg", "manifest.json", "robots.txt", "sitemap.xml",
  ]

  /// A name as a folder of the output: no separator, no control character, nothing that means something in an address
  /// (a host may undo a `%` twice) or that some disk forbids, no dot in front (hosts drop such files), and never the
  /// name of a page.
  static func segment(_ name: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in name.unicodeScalars {
      let isPlain = scalar.value >= 0x20 && scalar.value != 0x7F && !"/\\#?%\"*:<>|".unicodeScalars.contains(scalar)
      result.append(isPlain ? scalar : "-")
    }
    let text = String(result)
    if text.isEmpty { return "dot-" }
    if text.utf8.first == UInt8(ascii: ".") { return "dot-" + String(text.unicodeScalars.dropFirst()) }
    return text == "index.html" ? "index-html" : text
  }

  /// A path of an input file as folders of the output.
  static func segments(of path: String) -> String {
    path.unicodeScalars.split(separator: "/").map { segment(String($0)) }.joined(separator: "/")
  }

  /// The folder of a community.
  static func folder(ofCommunity id: String) -> String {
    let folder = segment(id)
    return reserved.contains(folder.lowercased()) ? "community-\(folder)" : folder
  }

  /// The URL of a page as seen from another: relative, percent-encoded; a fragment behind `#` is kept.
  static func relative(_ target: String, from page: String) -> String {
    let fragmentStart = target.utf8.lastIndex(of: UInt8(ascii: "#"))
    let path = fragmentStart.map { target[..<$0] } ?? target[...]
    let fragment = fragmentStart.map { Substring(target.utf8[$0...].dropFirst()) }
    if path == page, let fragment { return "#" + encoded(fragment) }
    let goal = path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    let start = page.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    var shared = 0
    while shared < min(goal.count, start.count) - 1, goal[shared].elementsEqual(start[shared]) { shared += 1 }
    var url = String(repeating: "../", count: start.count - 1 - shared)
    url += goal[shared...].map { encoded(Substring($0)) }.joined(separator: "/")
    if let fragment { url += "#" + encoded(fragment) }
    return url
  }

  /// A path of the output with its fragment, percent-encoded.
  static func link(_ target: String) -> String {
    let parts = target.unicodeScalars.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    return parts.map { encoded(Substring($0)) }.joined(separator: "#")
  }

  /// Percent-encodes everything but unreserved characters, `/` and a few that are safe in a path.
  static func encoded(_ text: some StringProtocol) -> String {
    func isPlain(_ byte: UInt8) -> Bool {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
        UInt8(ascii: "~"), UInt8(ascii: "/"), UInt8(ascii: "@"), UInt8(ascii: "+"), UInt8(ascii: ","):
        true
      default: false
      }
    }
    if text.utf8.allSatisfy(isPlain) { return String(text) }
    var bytes: [UInt8] = []
    for byte in text.utf8 {
      if isPlain(byte) {
        bytes.append(byte)
      } else {
        bytes.append(UInt8(ascii: "%"))
        for nibble in [byte >> 4, byte & 15] { bytes.append(nibble < 10 ? 0x30 + nibble : 0x37 + nibble) }
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Undoes percent-encoding; a `%` that begins no valid sequence stays.
  static func decoded(_ text: some StringProtocol) -> String {
    guard text.utf8.contains(UInt8(ascii: "%")) else { return String(text) }
    func digit(_ byte: UInt8) -> UInt8? {
      switch byte {
      case 0x30...0x39: byte - 0x30
      case 0x41...0x46: byte - 0x37
      case 0x61...0x66: byte - 0x57
      default: nil
      }
    }
    let bytes = Array(text.utf8)
    var result: [UInt8] = []
    var index = 0
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "%"), index + 2 < bytes.count, let high = digit(bytes[index + 1]),
        let low = digit(bytes[index + 2])
      {
        result.append(high << 4 | low)
        index += 3
      } else {
        result.append(bytes[index])
        index += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}
