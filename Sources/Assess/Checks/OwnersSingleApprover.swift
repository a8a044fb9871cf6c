import Diagnostics
import Intake
import Words

extension Rule {
  static let ownersSingleApprover = Rule(
    id: "owners/single-approver",
    summary: "a repository with a single approver",
    why: "Nothing moves while that person is away, and nobody else can approve their changes.",
    howToFix: "name a second approver",
    examples: [
      Example(
        ["README.md": "# Example\n", "OWNERS": "approvers:\n- ↓ann\nreviewers:\n- bob\n"],
        finds: ["ann is the only approver"]),
      Example([
        "README.md": "# Example\n", "OWNERS": "approvers:\n- leads\n",
        "OWNERS_ALIASES": "aliases:\n  leads:\n  - ann\n  - bob\n",
      ]),
    ]
  ) { data, rule in
    data.community.repositories.compactMap { repository -> Finding? in
      func document(_ path: String) -> SourceDocument? { data.document(path.path(in: repository.path)) }
      let aliases = document("OWNERS_ALIASES")?.facts.owners ?? []
      guard let owners = document("OWNERS"), !repository.isExcerpt, document("CODEOWNERS") == nil,
        document(".github/CODEOWNERS") == nil
      else { return nil }
      let approvers = owners.facts.owners.filter { $0.list == "approvers" }
      let people = approvers.flatMap { entry -> [String] in
        let members = aliases.filter { $0.list.lowercased() == NameFolding.handle(entry.name) }
        return members.isEmpty ? [entry.name] : members.map(\.name)
      }
      guard let entry = approvers.first, Set(people.map(NameFolding.handle)).count == 1, let one = people.first,
        !Self.isGroupName(one)
      else { return nil }
      return rule.finding(
        .note, "\(one) is the only approver", key: one, at: [.init(.fact, entry.location)], confidence: .medium)
    }
  }

  /// Whether a name is likely that of an alias which stands in a file that is not here.
  private static func isGroupName(_ name: String) -> Bool {
    let words = name.lowercased().split { $0 == "-" || $0 == "_" || $0 == "/" }
    let groups = Lexicon.findings.approverGroups
    return name.holds("/") || words.contains { groups.contains(String($0)) }
  }
}
