import Intake

extension Community {
  private var listed: [Person] {
    let lists = documents.filter { $0.kind == .maintainers && !$0.facts.people.isEmpty }
    let list = lists.min {
      ($0.path.split(separator: "/").count, $0.path) < ($1.path.split(separator: "/").count, $1.path)
    }
    return list?.facts.people ?? []
  }
  var maintainers: [Person] { listed.filter { $0.status == .active } }
  var emeritus: [Person] { listed.filter { $0.status == .emeritus } }
  var adopters: [Adopter] { documents.filter { $0.kind == .adopters }.flatMap(\.facts.adopters) }
  var groups: [Group] { documents.filter { $0.kind == .groups }.flatMap(\.facts.groups) }
  var ownerEntries: [OwnerEntry] { documents.flatMap(\.facts.owners) }
}
