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
    if isPlain(name) { return name }
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

  /// Whether a name surely can stay as it is.
  private static func isPlain(_ name: String) -> Bool {
    let count = name.utf8.count
    return (1...longestSegment).contains(count) && count != "index.html".utf8.count
      && name.utf8.first != UInt8(ascii: ".")
      && name.utf8.allSatisfy {
        $0.isASCIIAlphanumeric || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: ".")
      }
  }

  private static let longestSegment = 200

  /// A segment that every disk takes, with room for what is put before or behind it: disks end at 255 bytes.
  private static func shortened(_ segment: String, of name: String) -> String {
    guard segment.utf8.count > longestSegment else { return segment }
    var end = segment.utf8.index(segment.startIndex, offsetBy: 180)
    while String.Index(end, within: segment.unicodeScalars) == nil { end = segment.utf8.index(before: end) }
    return "\(segment[..<end])-\(SHA256.hex(Array(name.utf8)).prefix(8))"
  }

  /// A path of an input file as folders of the output.
  static func segments(of path: String) -> String {
    path.pathNames.map { segment(String($0)) }.joined(separator: "/")
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
    return target.withBytes { target in
      page.withBytes { page in
        // Most have none, which the C library tells at once.
        let hasMark = target.firstPlace(of: UInt8(ascii: "#"), from: 0) != nil
        let mark = hasMark ? target.lastIndex(of: UInt8(ascii: "#")) ?? target.count : target.count
        let path = UnsafeBufferPointer(rebasing: target[..<mark])
        let (shared, steps) = way(to: path, from: page)
        let isSame = mark < target.count && path.elementsEqual(page)
        return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 3 * (steps + target.count)) { url in
          var count = 0
          if !isSame {
            for _ in 0..<steps {
              for byte in "../".utf8 {
                url[count] = byte
                count &+= 1
              }
            }
            encode(UnsafeBufferPointer(rebasing: path[shared...]), to: url, &count)
          }
          if mark < target.count {
            url[count] = UInt8(ascii: "#")
            count += 1
            encode(UnsafeBufferPointer(rebasing: target[(mark + 1)...]), to: url, &count)
          }
          return String(decoding: UnsafeBufferPointer(rebasing: url[..<count]), as: UTF8.self)
        }
      }
    }
  }

  /// How many bytes of both are the folders that they share, and how many folders the page lies below these.
  private static func way(
    to path: UnsafeBufferPointer<UInt8>, from page: UnsafeBufferPointer<UInt8>
  ) -> (shared: Int, steps: Int) {
    var shared = 0
    while shared < path.count, shared < page.count, path[shared] == page[shared] { shared &+= 1 }
    while shared > 0, page[shared - 1] != UInt8(ascii: "/") { shared -= 1 }
    return (shared, UnsafeBufferPointer(rebasing: page[shared...]).count(of: UInt8(ascii: "/")))
  }

  /// A path of the output with its fragment, percent-encoded.
  static func link(_ target: String) -> String {
    let parts = target.unicodeScalars.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    return parts.map { encoded(Substring($0)) }.joined(separator: "#")
  }

  /// Percent-encodes everything but unreserved characters, `/` and a few that are safe in a path.
  static func encoded(_ text: some StringProtocol) -> String {
    return text.withBytes { text in
      withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 3 * text.count) { url in
        var count = 0
        encode(text, to: url, &count)
        return String(decoding: UnsafeBufferPointer(rebasing: url[..<count]), as: UTF8.self)
      }
    }
  }

  /// Adds text to the first `count` bytes of an address, percent-encoded where a byte does not stand for itself.
  private static func encode(
    _ text: UnsafeBufferPointer<UInt8>, to url: UnsafeMutableBufferPointer<UInt8>, _ count: inout Int
  ) {
    standsForItself.withUnsafeBufferPointer { standsForItself in
      for byte in text {
        if standsForItself[Int(byte)] {
          url[count] = byte
          count &+= 1
        } else {
          url[count] = UInt8(ascii: "%")
          for nibble in [byte >> 4, byte & 15] {
            count &+= 1
            url[count] = nibble < 10 ? 0x30 + nibble : 0x37 + nibble
          }
          count &+= 1
        }
      }
    }
  }

  /// By a byte, whether an address may hold it as it is.
  private static let standsForItself = (UInt8.min...UInt8.max).map { byte in
    byte.isASCIIAlphanumeric || "-._~/@+,".utf8.contains(byte)
  }
}
