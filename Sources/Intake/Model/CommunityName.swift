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
    let name = NameFolding.project(first.name)
    // Such a name says nothing about whose the repository is; its owner does.
    return Lexicon.documents.genericFolders.contains(name) ? first.owner : first.name
  }

  /// The name for people: the spelling of a README's title where it is that of the remote or of the folder; the remote's;
  /// for a source that is one community, the title's; nil leaves it to the folder.
  static func spelling(
    project: String?, folder: String, isOnly: Bool, in documents: [SourceDocument], roots: [String]
  ) -> String? {
    let titles = documents.filter { document in
      document.kind == .readme && roots.contains(document.path.folderPart)
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
    return project
      ?? (isOnly && Lexicon.documents.genericFolders.contains(NameFolding.project(folder)) ? titles.first : nil)
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

extension String {
  /// The folder of a path; empty at the root.
  fileprivate var folderPart: String {
    utf8.lastIndex(of: UInt8(ascii: "/")).map { String(self[..<$0]) } ?? ""
  }
}
