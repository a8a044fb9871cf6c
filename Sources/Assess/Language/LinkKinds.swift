import Words

/// What a link seems to lead to, by the words of its address.
enum LinkKinds {
  /// Kind of document or page; nil when the address tells nothing.
  static func kind(of url: String, _ lexicon: Lexicon) -> String? {
    var lower = url.lowercased()
    // By bytes: every link of a community is asked, and few tell anything.
    return lower.withUTF8 { lower in
      let letters = Folding.letters(UnsafeBufferPointer(rebasing: lower.prefix { $0 != UInt8(ascii: "#") }))
      if letters.holds(codeOfConduct) { return "code-of-conduct" }
      let known = lexicon.findings.linkKinds.first { kind in
        var word = kind.word
        return word.withUTF8 { lower.holds($0) }
      }
      if let known { return known.meaning }
      if audits.contains(where: letters.holds) { return "audit" }
      if letters.suffix(12).elementsEqual("governancemd".utf8) { return "governance" }
      if letters.suffix(9).elementsEqual("roadmapmd".utf8) { return "roadmap" }
      return letters.suffix(10).elementsEqual("adoptersmd".utf8) ? "adopters" : nil
    }
  }

  private static let codeOfConduct = Array("codeofconduct".utf8)
  private static let audits = ["audit", "securityreview"].map { Array($0.utf8) }

  /// Whether an address is that of a chat, mailing list or forum.
  static func isChannel(_ url: String, _ lexicon: Lexicon) -> Bool {
    var lower = url.lowercased()
    let namesHost = lower.withUTF8 { bytes in
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
