import Diagnostics

/// Puts what a foundation's repository holds to the projects it is about: folders that are one project by the titles of
/// their documents become one, and applications and reviews that lie elsewhere join their project.
struct SubjectPlacement {
  typealias Part = (entry: Inventory.Entry, documents: [SourceDocument])

  /// Entries with their documents, those of a foundation by subject. `remotes` tells where each was cloned from.
  static func placed(
    _ entries: [Inventory.Entry], _ documents: [[SourceDocument]], remotes: [[GitRemote]]
  ) -> [Part] {
    var parts: [Part] = zip(entries, documents).map { ($0, $1) }
    for (index, entry) in entries.enumerated() {
      guard case .foundation(let folder) = entry.role else { continue }
      let subjects = parts.indices.filter { parts[$0].entry.role == .subject(of: folder) }
      merge(subjects, in: &parts)
      fetch(from: index, subjects, folder, in: &parts)
      let names = zip(entries, remotes).map { entry, remotes in
        Set(([entry.folderName] + remotes.flatMap { [$0.owner, $0.name] }).map(NameFolding.project))
      }
      adopt(from: folder, names, in: &parts)
    }
    if let beside = parts.firstIndex(where: { $0.entry.role == .beside }) { join(from: beside, in: &parts) }
    return parts.filter { part in
      switch part.entry.role {
      case .subject, .beside: !part.documents.isEmpty
      case .own, .foundation: true
      }
    }
  }

  /// Gives applications and reviews that lie beside several communities to the only one whose folder or owner begins
  /// with the project they name.
  private static func join(from beside: Int, in parts: inout [Part]) {
    let names = parts.map { NameFolding.project($0.entry.folderName) }
    for document in parts[beside].documents {
      guard let name = subject(document).map(NameFolding.project), name.utf8.count >= 3 else { continue }
      let others = names.indices.filter { $0 != beside }
      let same = others.filter { names[$0] == name }
      let homes = same.isEmpty ? others.filter { names[$0].hasPrefix(name) } : same
      if homes.count == 1 { move([document], from: beside, to: homes[0], in: &parts) }
    }
  }

  /// Gives what a foundation's repository holds of a project to the community of that project whose checkout lies beside
  /// it: their claims are about its data.
  private static func adopt(from folder: String, _ names: [Set<String>], in parts: inout [Part]) {
    for index in parts.indices where parts[index].entry.role == .subject(of: folder) {
      let name = parts[index].entry.folderName
      let key = NameFolding.project(name)
      let homes = names.indices.filter { parts[$0].entry.role == .own && names[$0].contains(key) }
      guard homes.count == 1, key.utf8.count > 1, !parts[index].documents.isEmpty else { continue }
      parts[homes[0]].entry.subject = name
      move(parts[index].documents, from: index, to: homes[0], in: &parts)
    }
  }

  /// Joins folders of one project: of names that differ by signs alone, of a name that all titles in one folder give and
  /// another folder has, and of one by which another folder calls all its applications.
  private static func merge(_ subjects: [Int], in parts: inout [Part]) {
    let keys = parts.map { NameFolding.project($0.entry.folderName) }
    var shorts = parts.map { short($0.documents) }
    for index in subjects {
      let own = keys[index]
      let others = Set(parts[index].documents.compactMap(subject).map(NameFolding.project))
      let name = others.count == 1 ? others.first : nil
      func applies(_ index: Int) -> Bool { parts[index].documents.contains { $0.kind == .dueDiligence } }
      let hasApplied = applies(index)
      let target = subjects.first { other in
        guard other != index, !parts[other].documents.isEmpty else { return false }
        if keys[other] == own { return applies(other) == hasApplied ? other < index : applies(other) }
        return keys[other] == name || !hasApplied && shorts[other] == own
      }
      guard let target else { continue }
      move(parts[index].documents, from: index, to: target, in: &parts)
      for moved in [index, target] { shorts[moved] = short(parts[moved].documents) }
    }
  }

  /// The word with which the names of all applications begin (`xyz-incubation-proposal.md`); nil where they differ.
  private static func short(_ documents: [SourceDocument]) -> String? {
    let names = documents.filter { $0.kind == .dueDiligence }.map { document in
      let file = Candidate.words(document.path.fileName)
      return file.split(separator: "_").first.map { NameFolding.project(String($0)) } ?? ""
    }
    return Set(names).count == 1 ? names.first : nil
  }

  /// Gives applications and reviews outside of the projects' folders to their projects; an application of a project
  /// without a folder makes it one.
  private static func fetch(from foundation: Int, _ subjects: [Int], _ folder: String, in parts: inout [Part]) {
    var homes: [String: Int] = [:]
    for index in subjects { homes[NameFolding.project(parts[index].entry.folderName)] = index }
    var ids = Set(parts.map(\.entry.id))
    for document in parts[foundation].documents {
      guard let name = subject(document), document.kind == .dueDiligence || document.kind == .review else { continue }
      if homes[NameFolding.project(name)] == nil, document.kind == .dueDiligence {
        homes[NameFolding.project(name)] = parts.count
        var place = Repository(name: "projects/\(name)", path: folder)
        place.isExcerpt = true
        let entry = Inventory.Entry(
          id: Inventory.id(for: name, taken: &ids), name: name, folderName: name, configuration: nil,
          repositories: [place], files: [], role: .subject(of: folder))
        parts.append((entry, []))
      }
      guard let home = homes[NameFolding.project(name)] else { continue }
      move([document], from: foundation, to: home, in: &parts)
    }
  }

  private static func move(_ documents: [SourceDocument], from index: Int, to target: Int, in parts: inout [Part]) {
    let paths = Set(documents.map(\.path))
    let files = parts[index].entry.files.filter { paths.contains($0.path) }
    parts[index].documents.removeAll { paths.contains($0.path) }
    parts[index].entry.files.removeAll { paths.contains($0.path) }
    parts[target].documents = (parts[target].documents + documents).sortedByBytes(of: \.path)
    parts[target].entry.files = (parts[target].entry.files + files).sortedByBytes(of: \.path)
  }

  /// The project a document says it is about; nil for a template and for one that is about none.
  private static func subject(_ document: SourceDocument) -> String? {
    guard let name = Subjects.titleSubject(document), !Placeholders.contains(name),
      ApplicationTitle.placeholder(in: name) == nil
    else { return nil }
    return name
  }
}
