/// Somebody who came to or went from a list, as its versions show it.
public struct ListChange: Sendable, Hashable {
  /// Which of both.
  public enum Kind: String, Sendable, Hashable { case added, retired }

  /// Which of both.
  public let kind: Kind
  /// The row that came, or the last one that there was.
  public let person: Person
  /// The version that shows it.
  public let commit: Commit
}

extension Community {
  /// Additions to and retirements from the list of maintainers, by day. Added is who was not in the first version; retired
  /// who was listed once and is not today. Somebody written otherwise from one version to the next neither came nor went.
  public var maintainerChanges: [ListChange] {
    guard let versions = maintainerHistory?.versions.filter({ !$0.maintainers.isEmpty }),
      let first = versions.first, let last = versions.last
    else { return [] }
    let today = (last.maintainers + maintainers.compactMap(\.joined)).map(PersonKey.init)
    var changes: [ListChange] = []
    var known = first.maintainers.map(PersonKey.init)
    var gone: [PersonKey] = []
    var before = Array(zip(first.maintainers, known))
    for version in versions.dropFirst() {
      let after = version.maintainers.map { ($0, PersonKey($0)) }
      for (person, key) in after where !known.contains(where: key.isSame) {
        known.append(key)
        changes.append(ListChange(kind: .added, person: person, commit: version.commit))
      }
      for (person, key) in before where !after.contains(where: { key.isSame(as: $0.1) }) {
        guard !gone.contains(where: key.isSame), !today.contains(where: key.isSame) else { continue }
        gone.append(key)
        changes.append(ListChange(kind: .retired, person: person, commit: version.commit))
      }
      before = after
    }
    return changes
  }
}

/// What rows of two versions of a list share when they mean one person: the account, or two words of the name, or the
/// only one.
struct PersonKey {
  private let handle: String?
  private let words: Set<Substring>

  init(_ person: Person) {
    handle = person.handle.map(NameFolding.handle)
    words = Set(NameFolding.name(person.name).split(separator: " "))
  }

  func isSame(as other: PersonKey) -> Bool {
    if let handle, handle == other.handle { return true }
    guard !words.isEmpty, !other.words.isEmpty else { return false }
    return words.intersection(other.words).count >= min(2, words.count, other.words.count)
  }
}
