import Words
import Diagnostics
import Intake

extension Rule {
  static let governanceToDo = Rule(
    id: "governance/to-do",
    summary: "a to-do left in a governing document",
    why: "Reviewers treat an unfinished rule as no rule; such gaps have delayed due diligence.",
    howToFix: "decide it and write it down, or remove the passage",
    examples: [
      Example(
        ["GOVERNANCE.md": "# Governance\n\nMaintainers who are inactive for ↓TBD months step down.\n"],
        finds: ["`TBD` is left in the text"]),
      Example(["GOVERNANCE.md": "# Governance\n\nWrite `TODO` above what is open. Open an issue for each TODO.\n"]),
      Example([
        "sitegen.yaml": "communities:\n- {id: todo-group, name: TODO Group}\n",
        "GOVERNANCE.md": "# Governance\n\nTODO members vote.\n",
      ]),
      Example(["site/docs/tool/v1.2/security.md": "# Security of the tool\n\nTODO: say more.\n"]),
    ]
  ) { data, rule in
    let kinds: [DocumentKind] = [
      .governance, .membership, .maintainers, .securityPolicy, .codeOfConduct, .charter, .contributing,
    ]
    // What lies deep in the documentation is about the software, each of its versions.
    return data.ownDocuments.filter { kinds.contains($0.kind) && data.depth(of: $0.path) <= 3 }.flatMap {
      document -> [Finding] in
      let found = Prose.all(in: document).compactMap { block -> (String, Location)? in
        // A community may be called so.
        guard let word = toDo(in: block.words), !Folding.letters(data.community.name).holds(word.lowercased()) else {
          return nil
        }
        return (word, block.location(of: word))
      }
      return found.uniqued(on: \.0).map { word, _ in
        let all = found.filter { $0.0 == word }.map(\.1)
        return rule.finding(
          .note, "`\(word)` is left in the text" + (all.count > 1 ? ", \(all.count) times" : ""), key: word,
          at: all.map { .init(.claim, $0) }, confidence: .medium)
      }
    }
  }

  /// A word in capitals that says "not yet", outside of quotes.
  private static func toDo(in text: String) -> String? {
    // Most blocks have none of them, and taking a text apart costs more than looking.
    guard Lexicon.findings.toDo.contains(where: text.holds) else { return nil }
    let words = text.split { " (),|\n".contains($0) }
    for (index, word) in words.enumerated() {
      let bare = String(word.prefix { $0.isLetter })
      guard Lexicon.findings.toDo.contains(bare) else { continue }
      // A sentence may speak of to-dos; one that is meant stands first or has a colon.
      let isPlain = !Lexicon.findings.markedToDo.contains(bare)
      guard isPlain || index == 0 || word.hasSuffix(":") else { continue }
      if word.dropFirst(bare.count).allSatisfy({ (isPlain ? ".:;" : ".:").contains($0) }) { return bare }
    }
    return nil
  }
}
