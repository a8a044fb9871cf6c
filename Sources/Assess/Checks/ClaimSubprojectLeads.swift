import Diagnostics
import Intake
import Words

extension Rule {
  static let claimSubprojectLeads = Rule(
    id: "claim/subproject-leads",
    summary: "a text that says every subproject lists who leads it, beside group data in which some do not",
    why: "Leadership of subprojects is asked for at graduation, and reviewers open the list.",
    howToFix: "name the leads or owners of each subproject in the group data, or say which subprojects have none",
    examples: [
      Example(
        application: "↓Each subproject lists its maintainers.",
        beside: [
          "sigs.yaml":
            "sigs:\n- name: Docs\n  dir: sig-docs\n  subprojects:\n  - name: guide\n    leads:\n    - {github: ann, name: Ann}\n  - name: site\n"
        ], finds: ["the text says that each subproject lists who leads it, but 1 of 2 in sigs.yaml does not: site"]),
      Example(
        application:
          "Each subproject should list its maintainers. Not every subproject has leads. Most subprojects list owners.",
        beside: [
          "sigs.yaml":
            "sigs:\n- name: Docs\n  dir: sig-docs\n  subprojects:\n  - name: guide\n    leads:\n    - {github: ann, name: Ann}\n  - name: site\n"
        ]),
    ]
  ) { data, rule in
    let all = data.dataGroups.flatMap(\.subprojects)
    let without = all.filter { $0.leads.isEmpty && $0.owners.isEmpty }
    guard let first = without.first, without.count < all.count, let application = data.application else { return [] }
    let said = Prose.all(in: application).first { !$0.isHeading && says($0.text) }
    guard let said else { return [] }
    return [
      rule.finding(
        data.isPending(application) ? .warning : .note,
        "the text says that each subproject lists who leads it, but \(without.count) of \(all.count) in "
          + "\(first.location.path) \(without.count == 1 ? "does" : "do") not: \(Rows.list(without.map(\.name)))",
        key: "subprojects",
        at: [.init(.claim, application.source.location(line: said.lines.lowerBound))]
          + without.map { .init(.fact, $0.location) }, confidence: .medium, claim: .differs)
    ]
  }

  /// Whether a sentence of a text states it of all subprojects.
  private static func says(_ text: String) -> Bool {
    guard text.lowercased().holds("subproject") || text.lowercased().holds("sub-project") else { return false }
    return Sentences.texts(of: text).contains { sentence in
      let words = sentence.split { !$0.isLetter && $0 != "-" }.map { $0.lowercased() }
      let isAll = zip(words, words.dropFirst()).contains {
        Lexicon.findings.everyOne.contains($0) && $1.filter(\.isLetter).hasPrefix("subproject")
      }
      return isAll && words.contains { word in Lexicon.findings.leadWords.contains { word.hasPrefix($0) } }
        && !words.contains(where: Lexicon.findings.notYet.contains)
    }
  }
}
