import Diagnostics

extension Facts {
  /// How many things of each sort were found, sorts without any left out, in the order of `Facts`.
  var counts: [(name: String, count: Int)] {
    let all: [(String, Int)] = [
      ("people", people.count), ("owners", owners.count), ("adopters", adopters.count), ("groups", groups.count),
      ("meetings", meetings.count),
      ("items", items.count), ("sections", sections.count), ("unanswered", unanswered.count),
      ("status_items", statusItems.count), ("roadmap_items", roadmapItems.count), ("claims", claims.count),
      ("releases", releases.count), ("events", events.count),
      ("actions", actions.count), ("decisions", decisions.count), ("feedback", feedback.count),
      ("imported", imported?.statements.count ?? 0),
    ]
    return all.filter { $0.1 > 0 }.map { (name: $0.0, count: $0.1) }
  }

  /// Counts in words: `1 person, 2 status items`.
  static func words(_ counts: [(name: String, count: Int)]) -> String {
    counts.map { name, count in
      let several = String(name.map { $0 == "_" ? " " : $0 })
      let one = name == "people" ? "person" : several.hasSuffix("s") ? String(several.dropLast()) : several
      return count.counted(one, several)
    }.joined(separator: ", ")
  }

  /// How many things were found, links left out.
  var total: Int { counts.reduce(0) { $0 + $1.count } }
}

extension DocumentKind {
  /// What a document of this kind is read for; nil when it need not hold anything a reader finds.
  var expectation: String? {
    switch self {
    case .maintainers: "person"
    case .alumni: "former member"
    case .adopters: "adopter"
    case .owners, .ownersAliases, .codeowners: "owner"
    case .groups: "group or person"
    case .dueDiligence: "criterion, section or claim"
    default: nil
    }
  }

  /// Whether the data of a file of this kind is parsed, where it is a file of data; others are only named.
  var isParsedAsData: Bool {
    switch self {
    case .data, .page, .election, .codeowners, .unsupported: false
    default: true
    }
  }

  /// Kinds whose plain text is no Markdown, or not worth a tree.
  var isParsedAsMarkdown: Bool {
    switch self {
    case .mail, .owners, .ownersAliases, .codeowners, .imported, .data, .unsupported, .license: false
    default: true
    }
  }
}
