import Intake
import StructuredData

/// Who came and who went, as the versions of the list of maintainers show it.
struct MaintainerChange {
  enum Kind: String { case added, retired }

  let kind: Kind
  let person: Person
  let commit: Commit
}

extension CommunityData {
  /// Additions and retirements by day. Added is who was not in the first version; retired who was listed once and is not
  /// today. Somebody written otherwise from one version to the next neither came nor went.
  var maintainerChanges: [MaintainerChange] {
    guard let versions = community.maintainerHistory?.versions.filter({ !$0.maintainers.isEmpty }),
      let first = versions.first, let last = versions.last
    else { return [] }
    var changes: [MaintainerChange] = []
    var known = first.maintainers
    for (before, after) in zip(versions, versions.dropFirst()) {
      for person in after.maintainers where !known.contains(where: { Self.isSame($0, person) }) {
        known.append(person)
        changes.append(MaintainerChange(kind: .added, person: person, commit: after.commit))
      }
      for person in before.maintainers where !after.maintainers.contains(where: { Self.isSame($0, person) }) {
        let staysAway = !last.maintainers.contains { Self.isSame($0, person) }
        let isTold = changes.contains { $0.kind == .retired && Self.isSame($0.person, person) }
        guard staysAway, !isTold, !maintainers.contains(where: { Self.isSame($0, person) }) else { continue }
        changes.append(MaintainerChange(kind: .retired, person: person, commit: after.commit))
      }
    }
    return changes
  }

  /// Whether two rows mean one person: the account, or two words of the name, or the only one.
  private static func isSame(_ a: Person, _ b: Person) -> Bool {
    if let x = a.handle, let y = b.handle, NameFolding.handle(x) == NameFolding.handle(y) { return true }
    func words(_ person: Person) -> Set<String> {
      Set(person.name.split { !$0.isLetter && !$0.isNumber }.map { Folding.letters(String($0)) })
    }
    let (x, y) = (words(a), words(b))
    guard !x.isEmpty, !y.isEmpty else { return false }
    return x.intersection(y).count >= min(2, x.count, y.count)
  }
}
