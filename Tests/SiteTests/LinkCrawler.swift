import Intake

@testable import Site

/// Checks a plan as a browser would see it: every internal link leads to a file and an id of the plan, every id stands
/// once on its page, and nothing is loaded from elsewhere.
enum LinkCrawler {
  static func problems(in plan: OutputPlan) -> [String] {
    var ids: [String: Set<String>] = [:]
    var problems: [String] = []
    let paths = Set(plan.files.map(\.path))
    let pages = plan.files.filter { $0.path.hasSuffix(".html") }
    for page in pages {
      let found = values(of: "id", in: page.bytes)
      ids[page.path] = Set(found)
      if Set(found).count != found.count {
        let repeated = Dictionary(grouping: found) { $0 }.filter { $1.count > 1 }.keys.sorted()
        problems.append("\(page.path): repeated id \(repeated)")
      }
    }
    for page in pages {
      // The page for unknown addresses stands at any address: its own files have the public one.
      if page.path == "404.html" { continue }
      for url in values(of: "src", in: page.bytes) where url.contains("//") {
        problems.append("\(page.path): loads \(url)")
      }
      for url in Set(values(of: "href", in: page.bytes) + values(of: "src", in: page.bytes)) {
        if let problem = check(url, on: page.path, paths: paths, ids: ids) {
          problems.append("\(page.path): \(problem)")
        }
      }
    }
    return problems.sorted()
  }

  private static func check(_ url: String, on page: String, paths: Set<String>, ids: [String: Set<String>]) -> String? {
    // An empty icon keeps a browser from asking for one.
    if url == "data:," || ["https://", "http://", "mailto:"].contains(where: url.hasPrefix) { return nil }
    let parts = url.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false).map { decoded(String($0)) }
    // What stands behind a question mark is the state of a filter.
    let path = parts[0].split(separator: "?", omittingEmptySubsequences: false).first.map(String.init) ?? ""
    var target = page
    if !path.isEmpty {
      var segments = page.split(separator: "/").dropLast().map(String.init)
      for part in path.split(separator: "/", omittingEmptySubsequences: false) {
        if part == ".." {
          guard segments.popLast() != nil else { return "\(url) leaves the site" }
        } else {
          segments.append(String(part))
        }
      }
      target = segments.joined(separator: "/")
      guard paths.contains(target) else { return "\(url) leads nowhere" }
    }
    if parts.count > 1, let known = ids[target], !known.contains(parts[1]) { return "\(url) has no such anchor" }
    return nil
  }

  /// Values of an attribute, character references undone.
  static func values(of name: String, in bytes: [UInt8]) -> [String] {
    let needle = Array(" \(name)=\"".utf8)
    var values: [String] = []
    var index = 0
    while index + needle.count < bytes.count {
      guard bytes[index] == needle[0], bytes[index..<(index + needle.count)].elementsEqual(needle) else {
        index += 1
        continue
      }
      let start = index + needle.count
      guard let end = bytes[start...].firstIndex(of: UInt8(ascii: "\"")) else { break }
      var text = String(decoding: bytes[start..<end], as: UTF8.self)
      for (reference, character) in [("&#39;", "'"), ("&#34;", "\""), ("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&")] {
        text = text.split(separator: reference, omittingEmptySubsequences: false).joined(separator: character)
      }
      values.append(text)
      index = end
    }
    return values
  }

  private static func decoded(_ text: String) -> String { LinkPath.decoded(text) }
}
