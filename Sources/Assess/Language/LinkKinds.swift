import Words

/// What a link seems to lead to, by the words of its address.
enum LinkKinds {
  /// Kind of document or page; nil when the address tells nothing.
  static func kind(of url: String, _ lexicon: Lexicon) -> String? {
    let lower = url.lowercased()
    let letters = Folding.letters(LinkResolver.split(lower, at: "#").0)
    if letters.holds("codeofconduct") { return "code-of-conduct" }
    if let known = lexicon.findings.linkKinds.first(where: { lower.holds($0.word) }) { return known.meaning }
    if letters.holds("audit") || letters.holds("securityreview") { return "audit" }
    if letters.hasSuffix("governancemd") { return "governance" }
    if letters.hasSuffix("roadmapmd") { return "roadmap" }
    if letters.hasSuffix("adoptersmd") { return "adopters" }
    return nil
  }

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
