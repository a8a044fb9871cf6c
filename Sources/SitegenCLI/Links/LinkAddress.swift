import Markdown

/// An address of the web that may be asked.
struct LinkAddress: Sendable, Hashable {
  /// As it is asked: percent-encoded, without its fragment.
  let text: String
  /// Its host and port, in lower case: what requests are spaced by.
  let host: String

  /// - Parameter isPrivateAllowed: whether hosts of this machine and of private networks may be asked. A document of
  ///   strangers must not make a run ask what only its own network can reach.
  init?(_ address: String, isPrivateAllowed: Bool) {
    guard let safe = LinkTarget.safeAddress(address), safe.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else {
      return nil
    }
    text = safe.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false).first.map(String.init) ?? safe
    let lower = text.lowercased()
    guard let scheme = ["https://", "http://"].first(where: lower.hasPrefix) else { return nil }
    let rest = lower.dropFirst(scheme.count).prefix { !"/?".contains($0) }
    // Who links with a name and a password did not mean to.
    guard !rest.isEmpty, !rest.holds("@") else { return nil }
    host = String(rest)
    let name = rest.prefix { $0 != ":" }
    guard !Self.isExample(name), isPrivateAllowed || Self.isPublic(name) else { return nil }
  }

  /// Whether a name is reserved for examples, so that nobody ever answers to it.
  private static func isExample(_ name: Substring) -> Bool {
    let labels = name.split(separator: ".")
    guard let top = labels.last else { return true }
    return ["example", "invalid", "test"].contains(top)
      || ["example.com", "example.org", "example.net"].contains(labels.suffix(2).joined(separator: "."))
  }

  /// Whether a host is named by a name of the public internet: no number of any notation, no name of a local network.
  private static func isPublic(_ name: Substring) -> Bool {
    let labels = name.split(separator: ".", omittingEmptySubsequences: false)
    guard labels.count > 1, let top = labels.last, !top.isEmpty, top.contains(where: \.isLetter), !top.hasPrefix("0x"),
      name.allSatisfy({ $0.isLetter || $0.isNumber || "-._".contains($0) })
    else { return false }
    return !["local", "localhost", "internal", "lan", "home", "corp"].contains(top)
  }
}
