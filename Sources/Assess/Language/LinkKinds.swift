import Diagnostics
import Words

/// What a link seems to lead to, by the words of its address.
enum LinkKinds {
  /// Kind of document or page; nil when the address tells nothing.
  static func kind(of url: String, _ lexicon: Lexicon) -> String? {
    // By bytes and without a text of its own: every link of a community is asked, and few tell anything.
    return url.withBytes { url in
      guard url.allSatisfy({ $0 < 0x80 }) else {
        let lower = String(decoding: url, as: UTF8.self).lowercased()
        return lower.withBytes { lower in
          let letters = Folding.letters(UnsafeBufferPointer(rebasing: lower.prefix { $0 != UInt8(ascii: "#") }))
          return letters.withUnsafeBufferPointer { kind(lower: lower, letters: $0, lexicon) }
        }
      }
      return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 2 * url.count) { room in
        var (count, isPath) = (url.count, true)
        for (index, byte) in url.enumerated() {
          room[index] = byte.lowercasedASCII
          isPath = isPath && byte != UInt8(ascii: "#")
          guard isPath, byte.isASCIIAlphanumeric else { continue }
          room[count] = byte.lowercasedASCII
          count += 1
        }
        return kind(
          lower: UnsafeBufferPointer(rebasing: room[..<url.count]),
          letters: UnsafeBufferPointer(rebasing: room[url.count..<count]), lexicon)
      }
    }
  }

  /// The same by an address in lower case, and the letters and digits of its path.
  private static func kind(
    lower: UnsafeBufferPointer<UInt8>, letters: UnsafeBufferPointer<UInt8>, _ lexicon: Lexicon
  ) -> String? {
    func holds(_ word: String) -> Bool {
      return word.withBytes { letters.holds($0) }
    }
    func ends(_ word: String) -> Bool { letters.suffix(word.utf8.count).elementsEqual(word.utf8) }
    if holds("codeofconduct") { return "code-of-conduct" }
    let known = lexicon.findings.linkKinds.first { kind in
      return kind.word.withBytes { lower.holds($0) }
    }
    if let known { return known.meaning }
    if holds("audit") || holds("securityreview") { return "audit" }
    if ends("governancemd") { return "governance" }
    if ends("roadmapmd") { return "roadmap" }
    return ends("adoptersmd") ? "adopters" : nil
  }

  /// Whether an address is that of a chat, mailing list or forum.
  static func isChannel(_ url: String, _ lexicon: Lexicon) -> Bool {
    let lower = url.lowercased()
    let namesHost = lower.withBytes { bytes in
      bytes.indices.dropFirst().contains { index in
        // A host or a part of one begins behind `//` or a dot.
        let before = bytes[index - 1]
        guard before == UInt8(ascii: ".") || before == UInt8(ascii: "/") && index > 1 && bytes[index - 2] == before
        else { return false }
        return lexicon.findings.channelHosts.stand(in: bytes, at: index)
      }
    }
    return namesHost || lower.holds("github.com/") && lower.holds("/discussions")
  }
}
