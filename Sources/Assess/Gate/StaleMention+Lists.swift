import Diagnostics
import Intake

extension StaleMention {
  /// People of whom one document has no row any more that had one, while they are neither gone from all lists of
  /// maintainers nor moved into another list; with the path it has now.
  static func unlisted(
    _ before: Community, _ now: Community, _ renames: Renames
  ) -> [(person: Person, list: String)] {
    func rows(_ documents: [SourceDocument]) -> [String: [Person]] {
      Dictionary(firstOf: documents.map { ($0.path, $0.facts.people) })
    }
    func id(_ person: Person) -> String {
      person.handle.map { NameFolding.handle($0) } ?? Folding.letters(person.name)
    }
    let today = rows(now.ownDocuments)
    let earlier = rows(before.ownDocuments)
    let former = Set((now.emeritus + now.index.alumni).map(\.name).map(Folding.letters))
    let gone = Set(Self.gone(before, now, renames))
    return before.ownDocuments.filter { !past.contains($0.kind) }.flatMap {
      document -> [(person: Person, list: String)] in
      let path = renames.path(of: document.path) ?? document.path
      guard let left = today[path], !left.isEmpty, left.count < document.facts.people.count else { return [] }
      let (ids, names) = (Set(left.map(id)), Set(left.map { Folding.letters($0.name) }))
      let moved = Set(
        today.filter { $0.key != path }.sorted { $0.key < $1.key }.flatMap { other, people in
          let known = Set((earlier[other] ?? []).map(id))
          return people.map(id).filter { !known.contains($0) }
        })
      return document.facts.people.filter { person in
        person.status != .emeritus && !ids.contains(id(person)) && !names.contains(Folding.letters(person.name))
          && !moved.contains(id(person)) && !former.contains(Folding.letters(person.name))
          && !gone.contains(id(person)) && !gone.contains("@" + id(person))
      }.uniqued(on: id).map { ($0, path) }
    }
  }

  /// Where a file names somebody on many lines, its first line stands for all.
  static func folded(_ mentions: [StaleMention]) -> [StaleMention] {
    var counts: [String: Int] = [:]
    func key(_ mention: StaleMention) -> String { "\(mention.place.path)\u{0}\(mention.message)" }
    for mention in mentions { counts[key(mention), default: 0] += 1 }
    var met: Set<String> = []
    return mentions.compactMap { mention in
      let key = key(mention)
      guard let count = counts[key], count > 2, mention.replacement == nil else { return mention }
      guard met.insert(key).inserted else { return nil }
      return StaleMention(
        message: "\(mention.message), as do \(count - 1) other lines of the file", place: mention.place,
        gone: mention.gone)
    }
  }
}
