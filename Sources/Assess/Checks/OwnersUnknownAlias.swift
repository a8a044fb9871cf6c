import Diagnostics
import Intake

extension Rule {
  static let ownersUnknownAlias = Rule(
    id: "owners/unknown-alias",
    summary: "a name in an OWNERS file that looks like a misspelled alias",
    why: "A name that is not an alias is taken for an account: either nobody gets the right, or a stranger does.",
    howToFix: "correct the name, or add the alias",
    examples: [
      Example(
        [
          "OWNERS": "approvers:\n- ↓sig-docs-approver\n- ann\n",
          "OWNERS_ALIASES": "aliases:\n  sig-docs-approvers:\n  - ann\n  - bob\n",
        ],
        finds: ["`sig-docs-approver` is not an alias; did you mean `sig-docs-approvers`?"]),
      Example([
        "OWNERS": "approvers:\n- sig-docs-approvers\n- ann\n",
        "OWNERS_ALIASES": "aliases:\n  sig-docs-approvers:\n  - ann\n  - bob\n",
      ]),
    ]
  ) { data, rule in
    let byRepository = data.ownDocuments(of: .owners, .ownersAliases)
    return data.community.repositories.flatMap { repository -> [Finding] in
      let own = byRepository[repository.path] ?? []
      let aliases = own.filter { $0.kind == .ownersAliases }.flatMap(\.facts.owners)
      guard let first = aliases.first else { return [] }
      let names = aliases.map(\.list).uniqued()
      let known = Set(names.map { $0.lowercased() } + aliases.map { NameFolding.handle($0.name) })
      return own.filter { $0.kind == .owners }.flatMap(\.facts.owners).compactMap { entry -> Finding? in
        let name = NameFolding.handle(entry.name)
        guard !known.contains(name), name.utf8.count >= 8,
          let near = Suggestion.nearest(to: name, among: names), near.holds("-"), isTypo(name, near.lowercased())
        else { return nil }
        return rule.finding(
          .warning, "`\(entry.name)` is not an alias; \(Suggestion.question(near))", key: "\(entry.name) \(entry.list)",
          at: [
            .init(.claim, entry.location),
            .init(.related, aliases.first { $0.list == near }?.location ?? first.location),
          ], confidence: .medium, expected: near, actual: entry.name, fix: "write `\(near)`")
      }
    }
  }

  /// Whether one name is the other with a slip in one longer word or in its hyphens; `sig-ui-leads` is no slip of
  /// `sig-pm-leads`.
  private static func isTypo(_ name: String, _ alias: String) -> Bool {
    let (a, b) = (name.split { $0 == "-" || $0 == "_" }, alias.split { $0 == "-" || $0 == "_" })
    guard a.count == b.count else { return Folding.letters(name) == Folding.letters(alias) }
    let differing = zip(a, b).filter { $0 != $1 }
    return differing.isEmpty
      || differing.count == 1 && differing.allSatisfy { min($0.utf8.count, $1.utf8.count) >= 5 }
  }
}
