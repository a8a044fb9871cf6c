import Diagnostics
import Hashing

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
    let text = shortened(String(result), of: name)
    if text.isEmpty { return "dot-" }
    if text.utf8.first == UInt8(ascii: ".") { return "dot-" + String(text.unicodeScalars.dropFirst()) }
    return text.lowercased() == "index.html" ? String(text.dropLast(5)) + "-html" : text
  }

  /// A segment that every disk takes, with room for what is put before or behind it: disks end at 255 bytes.
  private static func shortened(_ segment: String, of name: String) -> String {
    guard segment.utf8.count > 200 else { return segment }
    var end = segment.utf8.index(segment.startIndex, offsetBy: 180)
    while String.Index(end, within: segment.unicodeScalars) == nil { end = segment.utf8.index(before: end) }
    return "\(segment[..<end])-\(SHA256.hex(Array(name.utf8)).prefix(8))"
  }

  /// A path of an input file as folders of the output.
  static func segments(of path: String) -> String {
    path.unicodeScalars.split(separator: "/").map { segment(String($0)) }.joined(separator: "/")
  }

  /// The folders of communities, in the order of their ids; no two of one name.
  static func folders(ofCommunities ids: [String]) -> [String] {
    let plain = ids.map { id in
      let folder = segment(id)
      return reserved.contains(folder.lowercased()) ? "community-\(folder)" : folder
    }
    var taken = Set(plain.map { $0.lowercased() })
    var seen: Set<String> = []
    return plain.map { folder in
      if seen.insert(folder.lowercased()).inserted { return folder }
      var number = 2
      while !taken.insert("\(folder)-\(number)".lowercased()).inserted { number += 1 }
      return "\(folder)-\(number)"
    }
  }

  /// The URL of a page as seen from another: relative, percent-encoded; a fragment behind `#` is kept.
  static func relative(_ target: String, from page: String) -> String {
    let fragmentStart = target.lastPlace(ofByte: UInt8(ascii: "#"))
    let path = fragmentStart.map { target[..<$0] } ?? target[...]
    let fragment = fragmentStart.map { Substring(target.utf8[$0...].dropFirst()) }
    if let fragment, path.utf8.elementsEqual(page.utf8) { return "#" + encoded(fragment) }
    let (shared, steps) = way(to: path, from: page)
    var url =
      String(repeating: "../", count: steps) + encoded(path[path.utf8.index(path.startIndex, offsetBy: shared)...])
    if let fragment { url += "#" + encoded(fragment) }
    return url
  }

  /// How many bytes of both are the folders that they share, and how many folders the page lies below these.
  private static func way(to path: Substring, from page: String) -> (shared: Int, steps: Int) {
    var (path, page) = (path, page)
    return path.withUTF8 { path in
      page.withUTF8 { page in
        var (shared, steps) = (0, 0)
        var isShared = true
        for index in page.indices {
          isShared = isShared && index < path.count && path[index] == page[index]
          guard page[index] == UInt8(ascii: "/") else { continue }
          if isShared { shared = index + 1 } else { steps += 1 }
        }
        return (shared, steps)
      }
    }
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
    var whole = Substring(text)
    if whole.withUTF8({ $0.allSatisfy(isPlain) }) { return String(text) }
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
}
