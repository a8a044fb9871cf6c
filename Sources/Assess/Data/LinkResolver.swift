import Words
import Diagnostics
import Intake

/// Where a link of a document leads, as far as the files at hand tell.
enum LinkTarget: Hashable {
  /// A file or folder of the community.
  case local(path: String, fragment: String?)
  /// A place in a repository of the community that is here, where no such file is; apart, since few are.
  indirect case absent(path: String, repository: String, fragment: String?)
  /// Anywhere else.
  case outside
}

/// An address on GitHub, taken apart.
struct GitHubAddress {
  let owner: String
  let repository: String
  /// `blob`, `tree`, `raw`, `edit`, `blame`; nil for the repository itself or another page.
  let view: String?
  let branch: String?
  let path: String
  let fragment: String?

  /// Takes `https://github.com/OWNER/REPOSITORY/blob/BRANCH/PATH#FRAGMENT` and its raw form apart; a branch with `/`
  /// cannot be told from a path and is read as its first part.
  init?(_ url: String) {
    guard let address = url.withBytes({ Self(bytes: $0) }) else { return nil }
    self = address
  }

  private init?(bytes: UnsafeBufferPointer<UInt8>) {
    let slash = UInt8(ascii: "/")
    // Most links name none of the hosts below; the first letter tells without taking the address apart.
    guard let letter = bytes.first(where: { $0 != slash }), "ghrw".utf8.contains(letter | 0x20) else { return nil }
    func text(_ range: Range<Int>) -> String {
      String(decoding: UnsafeBufferPointer(rebasing: bytes[range]), as: UTF8.self)
    }
    let mark = bytes.firstPlace(of: UInt8(ascii: "#"), from: 0)
    let end = bytes[..<(mark ?? bytes.count)].firstIndex(of: UInt8(ascii: "?")) ?? mark ?? bytes.count
    var start = 0
    for scheme in ["https://", "http://"] where bytes[start..<end].starts(with: scheme.utf8) {
      start += scheme.utf8.count
    }
    var parts: [Range<Int>] = []
    parts.reserveCapacity(8)
    var isRaw = false
    while start < end {
      let stop = min(bytes.firstPlace(of: slash, from: start) ?? end, end)
      defer { start = stop + 1 }
      if stop == start { continue }
      parts.append(start..<stop)
      if parts.count == 1 {
        let host = UnsafeBufferPointer(rebasing: bytes[start..<stop])
        isRaw = host.equals(lowercased: "raw.githubusercontent.com")
        guard isRaw || host.equals(lowercased: "github.com") || host.equals(lowercased: "www.github.com") else {
          return nil
        }
      }
      // Most name an issue or a request: what is no view of files needs no parts.
      if parts.count == 4, !isRaw, !Lexicon.findings.hostViews.contains(text(parts[3])) { return nil }
    }
    guard parts.count >= 3, parts.count != 4, !isRaw || parts.count > 4 else { return nil }
    owner = text(parts[1])
    let name = text(parts[2])
    repository = !isRaw && name.hasSuffix(".git") ? String(name.dropLast(4)) : name
    let place = parts.count == 3 ? nil : isRaw ? 3 : 4
    view = place.map { _ in isRaw ? "raw" : text(parts[3]) }
    branch = place.map { text(parts[$0]) }
    path = place.map { parts[($0 + 1)...].map(text).joined(separator: "/") } ?? ""
    fragment = mark.map { text(($0 + 1)..<bytes.count) }
  }
}

extension GitHubAddress {
  /// Whether it names a commit, or a tag, and not the version of a repository that is on the given branch.
  func namesVersion(otherThan current: String?) -> Bool {
    guard let branch, branch != current else { return false }
    let isCommit = branch.utf8.count == 40 && branch.utf8.allSatisfy { $0.hexValue != nil }
    let version = branch.drop { $0 == "v" }
    return isCommit || version.holds(byte: UInt8(ascii: ".")) && version.allSatisfy { $0.isNumber || $0 == "." }
  }
}

/// Resolves links against the files of a community's repositories.
struct LinkResolver {
  /// Files and folders, the root among them.
  private let places: ByteTable
  /// By path.
  private let repositories: [Repository]
  /// The repositories that are here by what an address says of them: `owner/name` where their own is known, else the
  /// name alone.
  private let named: [String: Int]
  private let owners: Set<String>
  /// By where they were cloned from, where that is taken into account.
  private let remotes: [String: Int]

  /// - Parameter byRemotes: whether a checkout is also meant by the address it was cloned from, on its own branch. What
  ///   one version is judged by does not depend on where its clone came from.
  init(_ community: Community, byRemotes: Bool = false) {
    let paths = community.files.isEmpty ? community.documents.map(\.path) : community.files
    var places = ByteTable(minimumCapacity: 2 * paths.count)
    places.insert("")
    for path in paths where places.insert(path).inserted { places.insertFolders(of: path) }
    self.places = places
    let repositories = community.repositories.sortedByBytes(of: \.path)
    self.repositories = repositories
    owners = [Folding.letters(community.id), Folding.letters(community.name)]
    // Of several with one name the innermost is meant, as for files.
    let inner = repositories.indices.sorted {
      let (a, b) = (repositories[$0].path.utf8.count, repositories[$1].path.utf8.count)
      return a != b ? a > b : $0 < $1
    }
    remotes = Dictionary(
      firstOf: (byRemotes ? inner : []).compactMap { index in
        repositories[index].remote.map { ("\($0.owner)/\($0.name)".lowercased(), index) }
      })
    named = Dictionary(
      firstOf: inner.filter { !repositories[$0].isAbsent }.compactMap { index in
        Self.name(of: repositories[index]).map { ($0, index) }
      })
  }

  /// What an address must say to mean a repository; nil for one at another host.
  private static func name(of repository: Repository) -> String? {
    guard let url = repository.url?.lowercased() else { return repository.name.lowercased() }
    let place = split(url, at: "://").1 ?? url
    guard place.hasPrefix("github.com/") else { return nil }
    let name = place.dropFirst("github.com/".utf8.count)
    for ending in ["/", ".git"] where name.hasSuffix(ending) { return String(name.dropLast(ending.utf8.count)) }
    return String(name)
  }

  /// The repository a path lies in: the one with the longest folder that holds it.
  func repository(of path: String) -> Repository? { repositories.holding(path + "/") }

  /// Whether a file or folder is here.
  func exists(_ path: String) -> Bool { places.contains(path) }

  /// The repository of the community that an address on GitHub names, if it is here. One whose address is not known is
  /// recognized by its name when the address' owner has the name of the community.
  func repository(named address: GitHubAddress) -> Repository? {
    let name = address.repository.lowercased()
    let whole = "\(address.owner.lowercased())/\(name)"
    let cloned = remotes[whole].flatMap { index in
      ["main", "master", "HEAD", repositories[index].branch].contains(address.branch) ? index : nil
    }
    let known = named[whole] ?? cloned
    let unknown = named[name].flatMap { isOwner(address.owner) ? $0 : nil }
    return [known, unknown].compactMap { $0.map { repositories[$0] } }.max { $0.path.utf8.count < $1.path.utf8.count }
  }

  /// Whether an account is named after the community: `acme`, `acme-io`, `acmeproject`.
  private func isOwner(_ account: String) -> Bool {
    let letters = Folding.letters(account)
    return owners.contains { name in
      letters == name
        || name.utf8.count >= 4 && letters.hasPrefix(name)
          && Lexicon.documents.accountEndings.contains(String(letters.dropFirst(name.count)))
    }
  }

  /// Where a link written in the document at `path` leads.
  func target(of destination: String, in path: String) -> LinkTarget {
    let goal = LinkPath.goal(of: destination, in: path.folderPath)
    return target(of: destination, goal, in: path, repository(of: path))
  }

  /// The same for a document whose repository is known, and a destination of which is known what it names.
  func target(of destination: String, _ goal: LinkPath.Goal, in path: String, _ home: Repository?) -> LinkTarget {
    if let address = GitHubAddress(destination) {
      guard address.view == "blob" || address.view == "tree" || address.view == "raw",
        let repository = repository(named: address)
      else { return .outside }
      guard let path = LinkPath.resolve(LinkPath.decoded(address.path), in: repository.path) else {
        return .outside
      }
      // Another version than the one that is here: it may hold a file or heading that is gone since.
      guard address.namesVersion(otherThan: repository.branch) else { return place(path, repository, address.fragment) }
      return exists(path) ? .local(path: path, fragment: nil) : .outside
    }
    guard goal != .elsewhere, let repository = home else { return .outside }
    let fragment = Self.split(destination, at: "#").1
    guard let resolved = goal.path(root: repository.path) else { return .local(path: path, fragment: fragment) }
    guard resolved == repository.path || resolved.isInside(repository.path) else { return .outside }
    return place(resolved, repository, fragment)
  }

  private func place(_ path: String, _ repository: Repository, _ fragment: String?) -> LinkTarget {
    exists(path)
      ? .local(path: path, fragment: fragment) : .absent(path: path, repository: repository.path, fragment: fragment)
  }

  /// Whether a destination has no scheme and names no host.
  static func isRelative(_ destination: String) -> Bool {
    guard !destination.isEmpty, !destination.utf8.starts(with: "//".utf8) else { return false }
    for byte in destination.utf8 {
      switch byte {
      case UInt8(ascii: ":"): return false
      case UInt8(ascii: "/"), UInt8(ascii: "#"), UInt8(ascii: "?"): return true
      default: continue
      }
    }
    return true
  }

  /// Two path parts with one `/` between them.
  static func join(_ folder: String, _ path: String) -> String {
    let parts = folder.pathNames + path.pathNames
    return parts.joined(separator: "/")
  }

  /// The text before the first `separator` and the text behind it.
  static func split(_ text: String, at separator: String) -> (String, String?) {
    if let first = separator.utf8.first, !text.holds(byte: first) { return (text, nil) }
    let bytes = Array(text.utf8)
    let mark = Array(separator.utf8)
    guard bytes.count >= mark.count else { return (text, nil) }
    for start in 0...(bytes.count - mark.count) where bytes[start..<(start + mark.count)].elementsEqual(mark) {
      return (
        String(decoding: bytes[..<start], as: UTF8.self),
        String(decoding: bytes[(start + mark.count)...], as: UTF8.self)
      )
    }
    return (text, nil)
  }
}
