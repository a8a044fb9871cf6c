import Diagnostics
import Words

/// What a link seems to lead to, by the words of its address.
enum LinkKinds {
  /// Kind of document or page; nil when the address tells nothing.
  static func kind(of url: String) -> String? {
    // A list or channel on a subject is no document on it.
    kindByWords(of: url).flatMap { isChannel(url) ? nil : $0 }
  }

  private static func kindByWords(of url: String) -> String? {
    // By bytes and without a text of its own: every link of a community is asked, and few tell anything.
    return withLowercased(url) { lower in
      let path = UnsafeBufferPointer(rebasing: lower.prefix { $0 != UInt8(ascii: "#") })
      guard lower.allSatisfy({ $0 < 0x80 }) else {
        return Folding.letters(path).withUnsafeBufferPointer { kind(lower: lower, letters: $0) }
      }
      return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: path.count) { room in
        var count = 0
        for byte in path where byte.isASCIIAlphanumeric {
          room[count] = byte
          count += 1
        }
        return kind(lower: lower, letters: UnsafeBufferPointer(rebasing: room[..<count]))
      }
    }
  }

  /// Lends the bytes of an address in lower case.
  private static func withLowercased<Result>(
    _ url: String, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    url.withBytes { url in
      guard url.allSatisfy({ $0 < 0x80 }) else {
        return String(decoding: url, as: UTF8.self).lowercased().withBytes(body)
      }
      return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: url.count) { room in
        for index in url.indices { room[index] = url[index].lowercasedASCII }
        return body(UnsafeBufferPointer(rebasing: room[..<url.count]))
      }
    }
  }

  /// The same by an address in lower case, and the letters and digits of its path.
  private static func kind(lower: UnsafeBufferPointer<UInt8>, letters: UnsafeBufferPointer<UInt8>) -> String? {
    // Few addresses hold any of the words.
    guard Lexicon.pathWords.occur(in: letters) || Lexicon.addressWords.occur(in: lower) else { return nil }
    let words = Lexicon.findings
    func first(of kinds: [LexiconFile.Meaning], in bytes: UnsafeBufferPointer<UInt8>) -> String? {
      kinds.indices.first { kinds[$0].word.withBytes { bytes.holds($0) } }.map { kinds[$0].meaning }
    }
    return first(of: words.pathKinds, in: letters) ?? first(of: words.linkKinds, in: lower)
      ?? words.pathEnds.first { letters.suffix($0.word.utf8.count).elementsEqual($0.word.utf8) }?.meaning
  }

  /// Whether an address is that of a chat, mailing list or forum.
  static func isChannel(_ url: String) -> Bool {
    let hosts = Lexicon.findings.channelHosts
    return withLowercased(url) { bytes in
      var index = 1
      while index < bytes.count {
        // A host or a part of one begins behind `//` or a dot.
        let before = bytes[index &- 1]
        let begins =
          before == UInt8(ascii: ".") || before == UInt8(ascii: "/") && index > 1 && bytes[index &- 2] == before
        if begins, hosts.stand(in: bytes, at: index) { return true }
        index &+= 1
      }
      return ["github.com/", "/discussions"].allSatisfy { $0.withBytes { bytes.holds($0) } }
    }
  }
}
