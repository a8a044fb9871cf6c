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
    func first(of kinds: [LexiconFile.Meaning], in bytes: UnsafeBufferPointer<UInt8>) -> String? {
      kinds.first { $0.word.withBytes { bytes.holds($0) } }?.meaning
    }
    return first(of: lexicon.findings.pathKinds, in: letters) ?? first(of: lexicon.findings.linkKinds, in: lower)
      ?? lexicon.findings.pathEnds.first { letters.suffix($0.word.utf8.count).elementsEqual($0.word.utf8) }?.meaning
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
