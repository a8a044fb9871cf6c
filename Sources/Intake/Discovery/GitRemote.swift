/// The address a checkout was cloned from, taken from its own `.git/config`; nothing is asked of it.
public struct GitRemote: Sendable, Hashable {
  /// `github.com`.
  let host: String
  /// The first part of the path.
  public let owner: String
  /// The last part of the path, without `.git`.
  public let name: String

  /// The public address, without the name and password that a remote may hold.
  public var url: String { "https://\(host)/\(owner)/\(name)" }

  /// The remote of a checkout in a tree: `upstream`, which a fork has beside its own, else `origin`.
  public init?(of root: String, in tree: SourceTree) {
    guard tree.gitRoots.contains(root),
      case .success(let bytes) = tree.read(".git/config".path(in: root)),
      bytes.count < 1_000_000
    else { return nil }
    var section = ""
    var urls: [String: String] = [:]
    for line in String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline) {
      let line = line.drop { $0 == " " || $0 == "\t" }
      if line.first == "[" {
        section = String(line)
      } else if let equals = line.firstIndex(of: "="), line[..<equals].filter({ $0 != " " && $0 != "\t" }) == "url" {
        urls[section] = line[line.index(after: equals)...].filter { $0 != " " && $0 != "\t" }
      }
    }
    guard let url = urls["[remote \"upstream\"]"] ?? urls["[remote \"origin\"]"] else { return nil }
    self.init(address: url)
  }

  /// The branch that is checked out; nil on a commit of no branch and outside of a checkout.
  public static func branch(of root: String, in tree: SourceTree) -> String? {
    guard tree.gitRoots.contains(root),
      case .success(let bytes) = tree.read(".git/HEAD".path(in: root)), bytes.count < 4_096
    else { return nil }
    let text = String(decoding: bytes, as: UTF8.self).filter { !$0.isWhitespace }
    let sign = "ref:refs/heads/"
    return text.hasPrefix(sign) ? String(text.dropFirst(sign.utf8.count)) : nil
  }

  /// Takes `https://host/owner/name.git`, `ssh://git@host/owner/name` and `git@host:owner/name.git` apart; nil for a path
  /// on disk.
  public init?(address: String) {
    var rest = Substring(address)
    if let colon = rest.firstIndex(of: ":"), rest[colon...].hasPrefix("://") {
      guard rest[..<colon] != "file" else { return nil }
      rest = rest[colon...].dropFirst(3)
    }
    let hasScheme = rest.startIndex != address.startIndex
    let path = rest.firstIndex(of: "/") ?? rest.endIndex
    if let at = rest[..<path].lastIndex(of: "@") {
      rest = rest[rest.index(after: at)...]
    } else if !hasScheme {
      return nil
    }
    // `host:owner/name`, and `host:port/owner/name` with a scheme.
    let parts = rest.split(whereSeparator: { $0 == "/" || !hasScheme && $0 == ":" }).map(String.init)
    guard parts.count >= 3, let last = parts.last else { return nil }
    host = parts[0].lowercased().split(separator: ":").first.map(String.init) ?? parts[0]
    owner = parts[1]
    name = last.hasSuffix(".git") ? String(last.dropLast(4)) : last
    guard host.holds("."), !name.isEmpty else { return nil }
  }
}
