import Intake
import Words

/// What the folders of a community's documents say of these: asked once a folder, and not for each document in it.
struct FolderPlaces {
  /// Where the documents of a folder lie.
  struct Place {
    /// Folders between them and their repository's root.
    let depth: Int
    /// Whether nothing there is in force any more.
    let isEarlier: Bool
    /// Whether the folder is one group's of several, whose rules are its own.
    let isOfGroup: Bool

    fileprivate init(of path: String, _ data: CommunityData) {
      depth = data.depth(of: path)
      isEarlier = data.isEarlier(path)
      isOfGroup = data.isOfGroup(path)
    }
  }

  private let data: CommunityData
  private let places: [String: Place]

  init(_ data: CommunityData) {
    self.data = data
    places = data.community.documents.reduce(into: [:]) { places, document in
      let folder = document.path.folderPath
      if places[folder] == nil { places[folder] = Place(of: document.path, data) }
    }
  }

  func of(_ document: SourceDocument) -> Place { of(document.path) }

  func of(_ path: String) -> Place { places[path.folderPath] ?? Place(of: path, data) }
}

extension CommunityData {
  /// Whether a path lies in a folder of earlier versions, where nothing is in force any more, or of what others made.
  func isEarlier(_ path: String) -> Bool {
    community.foreign.library(of: path) != nil
      || path.pathNames.dropLast().contains { folder in
        Lexicon.findings.isArchive(folder)
          || Lexicon.documents.foreignFolders.contains(folder.lowercased().joiningWords)
      }
  }

  /// Whether a path lies in the folder of one group of several: `sig-network/`, `working-groups/network/`. What the
  /// steering group writes down holds for all.
  func isOfGroup(_ path: String) -> Bool {
    let folders = path.below(resolver.repository(of: path)?.path ?? "").pathNames.dropLast()
    guard !folders.isEmpty else { return false }
    let words = folders.map(\.wordsOfLetters)
    guard !words.contains(where: { $0.contains { Lexicon.findings.commonGroups.contains(where: $0.holds) } }) else {
      return false
    }
    return folders.contains { folder in Lexicon.findings.groupFolders.contains { folder.lowercased().hasPrefix($0) } }
      || words.contains { $0.last.map(Lexicon.documents.teamFolders.contains) == true }
  }

  /// Folders between a document and its repository's root.
  func depth(of path: String) -> Int {
    path.pathNames.count - (resolver.repository(of: path)?.path ?? "").pathNames.count - 1
  }
}
