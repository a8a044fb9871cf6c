import Intake
import Words

extension Rule {
  static let ownersEmeritusApprover = Rule(
    id: "owners/emeritus-approver",
    summary: "a former maintainer who can still approve changes",
    why:
      "The rights of people who have left are the first thing an attacker would use; reviewers have blocked on this.",
    howToFix: "move the entry to the emeritus list, or say why the person keeps the right",
    examples: [
      Example(
        [
          "MAINTAINERS.md": Samples.maintainersAndEmeritus,
          "OWNERS": "approvers:\n- ann\n- ↓cid\n",
        ],
        finds: ["cid is a former maintainer but is still in `approvers`"]),
      Example([
        "MAINTAINERS.md": Samples.maintainersAndEmeritus,
        "OWNERS": "approvers:\n- ann\nemeritus_approvers:\n- cid\n",
      ]),
    ]
  ) { data, rule in
    let active = Set(data.maintainers.compactMap { $0.handle.map(NameFolding.handle) })
    let former = Dictionary(
      firstOf: data.emeritus.compactMap { person in person.handle.map { (NameFolding.handle($0), person) } })
    return data.owners.filter(\.canApprove).compactMap { entry -> Finding? in
      let handle = NameFolding.handle(entry.name)
      guard !active.contains(handle), let person = former[handle], data.holds(person, for: entry.location.path)
      else { return nil }
      return rule.finding(
        .warning, "\(entry.name) is a former maintainer but is still in `\(entry.list)`",
        key: "\(entry.list) \(handle)",
        at: [.init(.claim, entry.location), .init(.fact, person.location)], confidence: .medium)
    }
  }
}

extension CommunityData {
  /// Whether a list of former people says something of the rights in a file: it is of the same repository, or of the one
  /// that speaks for all. Who left one project of a foundation may well act for another.
  fileprivate func holds(_ person: Person, for path: String) -> Bool {
    guard let list = community.repository(of: person.location.path), let other = community.repository(of: path),
      list.path != other.path
    else { return true }
    let name = list.name.fileName.lowercased().joiningWords
    let own = [community.id, community.name].map(Folding.letters)
    return Lexicon.documents.genericFolders.contains(name) || name.hasPrefix(".")
      || own.contains { !$0.isEmpty && Folding.letters(name).hasPrefix($0) }
  }
}
