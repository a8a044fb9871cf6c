import Criteria
import Diagnostics
import Intake

/// What documents say in passing about their community: its foundation, its level, its other repositories.
enum ForgeGuess {
  /// Documents that speak for the whole community, the README first.
  private static func speakers(of community: Community) -> [SourceDocument] {
    let kinds: [DocumentKind] = [.readme, .governance, .contributing]
    return kinds.flatMap { kind in community.documents.filter { $0.kind == kind && $0.foreignSubject == nil } }
  }

  /// Their first lines, each with its place.
  private static func lines(of community: Community) -> some Sequence<(text: String, place: String)> {
    speakers(of: community).lazy.flatMap { document in
      (1...max(1, min(document.source.lineCount, 2_000))).lazy.map {
        (document.source.lineText($0), "\(document.path):\($0)")
      }
    }
  }

  /// Foundations by their names; a set that is for all communities names none.
  static func foundations(of sets: [CriteriaSet]) -> [String] {
    sets.map(\.foundation).uniqued().filter { $0.lowercased() != $0 }
  }

  /// The first foundation that such a document names, with the line.
  static func foundation(of community: Community, among sets: [CriteriaSet]) -> (name: String, place: String)? {
    let names = foundations(of: sets)
    for (text, place) in lines(of: community) {
      if let name = names.first(where: { Self.names(text, $0) }) { return (name, place) }
    }
    return nil
  }

  /// The level that a line about the foundation's projects gives, where it gives only one.
  static func level(
    of community: Community, foundation: String?, levels: [MaturityLevel]
  ) -> (level: MaturityLevel, place: String)? {
    guard let foundation else { return nil }
    for (text, place) in lines(of: community) where names(text, foundation) && names(text.lowercased(), "project") {
      let found = levels.filter { names(text.lowercased(), $0.rawValue) }
      if found.count == 1 { return (found[0], place) }
    }
    return nil
  }

  /// Repositories of the same owner that at least two links lead to and that are not here, most links first.
  static func linkedRepositories(
    of community: Community, remotes: [GitRemote]
  ) -> [(remote: GitRemote, count: Int)] {
    let owners = Set(remotes.map { $0.owner.lowercased() } + [community.id])
    let here = Set(community.repositories.map { $0.name.lowercased() } + remotes.map { $0.name.lowercased() })
    var counts: [GitRemote: Int] = [:]
    for link in community.documents.flatMap(\.facts.links) {
      let parts = link.destination.split(separator: "/", maxSplits: 5).map(String.init)
      guard parts.count >= 4, parts[0] == "https:" || parts[0] == "http:", parts[1] == "github.com",
        owners.contains(parts[2].lowercased()),
        let name = parts[3].split(whereSeparator: { "#?".contains($0) }).first,
        let remote = GitRemote(address: "https://github.com/\(parts[2])/\(name)"),
        !here.contains(remote.name.lowercased())
      else { continue }
      counts[remote, default: 0] += 1
    }
    let sorted = counts.filter { $0.value > 1 }.sorted { a, b in
      a.value != b.value ? a.value > b.value : a.key.url.precedes(b.key.url)
    }
    return sorted.prefix(8).map { ($0.key, $0.value) }
  }

  /// Whether a text holds a word, with no letter or digit on either side of it.
  private static func names(_ text: String, _ word: String) -> Bool {
    let (bytes, wanted) = (Array(text.utf8), Array(word.utf8))
    guard !wanted.isEmpty, bytes.count >= wanted.count else { return false }
    func isLetter(_ index: Int) -> Bool {
      bytes.indices.contains(index) && bytes[index].isASCIIAlphanumeric
    }
    return (0...(bytes.count - wanted.count)).contains { start in
      bytes[start] == wanted[0] && bytes[start..<(start + wanted.count)].elementsEqual(wanted)
        && !isLetter(start - 1) && !isLetter(start + wanted.count)
    }
  }
}
