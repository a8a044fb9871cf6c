import Criteria
import Diagnostics
import Words

/// What a community is called where no workspace file says it: its git remote and the title of its README come before
/// the folder, which is whatever somebody typed when cloning.
enum CommunityName {
  /// The project a remote is of: the owner of several repositories or of one with a generic name, else the name.
  static func project(of remotes: [GitRemote]) -> String? {
    guard let first = remotes.first else { return nil }
    if remotes.count > 1 {
      return remotes.allSatisfy { $0.owner.lowercased() == first.owner.lowercased() } ? first.owner : nil
    }
    // Such a name says nothing about whose the repository is; its owner does.
    let words = first.name.lowercased().split { "-_. ".contains($0) }.map(String.init)
    let isGeneric = words.allSatisfy {
      Lexicon.documents.genericFolders.contains($0) || Lexicon.findings.governingRepositories.contains($0)
    }
    return isGeneric ? first.owner : first.name
  }

  /// The name for people: the spelling of a README's title where it is that of the remote or of the folder; the remote's;
  /// for a source that is one community, the title's; nil leaves it to the folder.
  static func spelling(
    project: String?, folder: String, isOnly: Bool, in documents: [SourceDocument], roots: [String]
  ) -> String? {
    let titles = documents.filter { document in
      document.kind == .readme && roots.contains(document.path.folderPath)
    }.compactMap { subject(ofTitle: $0.title) }
    let keys = [project, folder].compactMap { $0 }.map(NameFolding.project)
    for key in keys {
      if let title = titles.first(where: { NameFolding.project($0) == key }) { return title }
    }
    // Accounts are often longer than the name: `acme-io`, `acmeproject`.
    for key in keys.prefix(project == nil ? 0 : 1) {
      let near = titles.first { title in
        let letters = NameFolding.project(title)
        return letters.utf8.count >= 4 && key.hasPrefix(letters)
      }
      if let near { return near }
    }
    if isOnly, project == nil, Lexicon.documents.genericFolders.contains(NameFolding.project(folder)),
      let title = titles.first
    {
      return title
    }
    let prose = documents.filter { kinds.contains($0.kind) && roots.contains($0.path.folderPath) }
    return [project, folder].lazy.compactMap { $0.flatMap { written($0, in: prose) } }.first ?? project
  }

  /// Documents whose prose spells the community's name as its people do.
  private static let kinds: Set<DocumentKind> = [
    .readme, .governance, .charter, .contributing, .maintainers, .membership,
  ]

  /// The spelling of a name that prose has most often, three times at least: `acme-rockets` is written Acme Rockets.
  private static func written(_ name: String, in documents: [SourceDocument]) -> String? {
    let (phrase, key) = (PhraseMatcher.normalized(name), NameFolding.project(name))
    let lengths = Set([1, phrase.split(separator: 0x20).count])
    var counts: [String: Int] = [:]
    for document in documents {
      let normalized = document.words
      for line in 1...document.source.lineCount where normalized[line: line].holds(phrase) {
        // Addresses, paths and code are spelled by machines.
        let words = String(decoding: document.source[line: line], as: UTF8.self).split(separator: " ")
          .map { $0.utf8.contains { "/`@:".utf8.contains($0) } ? "" : bare($0) }
        for start in words.indices {
          for length in lengths where start + length <= words.count {
            let spelling = words[start..<(start + length)].joined(separator: " ")
            if NameFolding.project(spelling) == key { counts[spelling, default: 0] += 1 }
          }
        }
      }
    }
    let most = counts.values.max() ?? 0
    return most < 3 ? nil : counts.filter { $0.value == most }.keys.min { $0.precedes($1) }
  }

  /// A word without the signs around it.
  private static func bare(_ word: Substring) -> Substring {
    var word = word.drop { !$0.isLetter && !$0.isNumber }
    while let last = word.last, !last.isLetter, !last.isNumber { word.removeLast() }
    return word
  }

  /// The project that a title names: `Welcome to the Acme Community: start here` is Acme; nil where it is more than three
  /// words, or none.
  static func subject(ofTitle title: String) -> String? {
    var words: [Substring] = []
    for word in title.split(separator: " ") {
      if ["-", "–", "—", "|"].contains(word) { break }
      let bare = word.last == ":" || word.last == "!" ? word.dropLast() : word
      if !Lexicon.documents.titleFrames.contains(bare.lowercased()),
        bare.unicodeScalars.contains(where: \.properties.isAlphabetic)
      {
        words.append(bare)
      }
      if word.last == ":" { break }
    }
    return (1...3).contains(words.count) ? words.joined(separator: " ") : nil
  }
}
