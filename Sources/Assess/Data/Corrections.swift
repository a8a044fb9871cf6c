import Diagnostics
import Intake

extension Claim {
  /// Another number in the place of the claim's own. Only over digits that are meant exactly, where the noun stays as it
  /// is; a number that may count only some of them, or that was right on a day it names, is changed only when asked for,
  /// and one that was part of a decision never.
  func corrections(to count: Int, in document: SourceDocument, _ data: CommunityData) -> [Solution] {
    guard !data.decided.contains(document.path), let value, qualifier == .exact, location.text == String(value),
      (value == 1) == (count == 1)
    else {
      return []
    }
    return [
      Solution("write \(count)", [Replacement(location, with: String(count))], isSafe: isTotal && asOf == nil)
    ]
  }
}

extension Link {
  /// Another address in the place of the link's own, where the line holds it as it is written.
  func replacement(_ address: String) -> Replacement? {
    address != destination && location.text == destination ? Replacement(location, with: address) : nil
  }
}

extension SourceText {
  /// The places on a line where an account is written as one: behind `@` or an address of the host, or as an entry of a
  /// list of accounts. Nil where another spelling of it could be meant as a name.
  func places(ofAccount account: String, onLine line: Int) -> [Location] {
    let range = byteRange(ofLine: line)
    let name = Array(account.utf8)
    let text = Array(written(onLine: line, most: 4_000))
    guard !name.isEmpty, text.count >= name.count, text.count < 4_000 else { return [] }
    func isPart(_ byte: UInt8) -> Bool { byte.isASCIIAlphanumeric || byte == UInt8(ascii: "-") }
    var places: [Location] = []
    for start in 0...(text.count - name.count) where text[start..<(start + name.count)].elementsEqual(name) {
      let end = start + name.count
      guard start == 0 || !isPart(text[start - 1]), end == text.count || !isPart(text[end]) else { continue }
      let before = text[..<start]
      let head = before.drop { $0 == 0x20 || $0 == 0x09 }
      let isEntry = head.elementsEqual("- ".utf8) && (end == text.count || text[end] == 0x20 || text[end] == 0x23)
      let isAccount = ["@", "github.com/", "github: "].contains { before.suffix($0.utf8.count).elementsEqual($0.utf8) }
      if isEntry || isAccount { places.append(location((range.lowerBound + start)..<(range.lowerBound + end))) }
    }
    return places
  }
}

extension LinkResolver {
  /// The path from the folder of one file to another file.
  static func relative(_ path: String, from document: String) -> String {
    let base = document.parentFolder.pathNames
    let target = path.pathNames
    let shared = zip(base, target.dropLast()).prefix { $0 == $1 }.count
    return (Array(repeating: "..", count: base.count - shared) + target.dropFirst(shared)).joined(separator: "/")
  }
}
