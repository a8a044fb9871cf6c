import Diagnostics
import StructuredData
import Words

extension Reader {
  /// Members of a committee in a comma-separated file that is named after it: `tacmembers.csv`, with a column of names and
  /// one of organizations. Whom a column about voting does not call somebody who votes has no vote.
  static let members = Reader(id: "members", kinds: [.data]) { input, facts in
    guard let body = MembersFile.body(of: input.source.path) else { return [] }
    let members = MembersFile(CSV.read(input.source), input.source).members
    guard members.count > 1 else { return [] }
    facts.decisionRules.bodies.append(
      DecidingBody(
        name: body, kind: .other, location: input.source.location(line: 1), members: members))
    return []
  }
}

/// The rows of such a file.
private struct MembersFile {
  private(set) var members: [Person] = []

  /// The committee a file is named after, in lower case; nil for any other file.
  static func body(of path: String) -> String? {
    let name = path.fileName.lowercased()
    guard name.hasSuffix("members.csv") else { return nil }
    let words = DecisionWordReader.words(ofPath: name.dropLast("members.csv".utf8.count))
    guard let last = words.last else { return nil }
    let isCommittee = words.count > 1 && DecisionLexicon.committeeNouns.contains(last.text)
    guard isCommittee || words.count == 1 && DecisionLexicon.acronyms.begins(words) else { return nil }
    return words.map(\.text).joined(separator: " ")
  }

  init(_ rows: [CSV.Row], _ source: SourceText) {
    let columns = (rows.first?.fields ?? []).map { DecisionWordReader.words(ofPath: $0) }
    guard let name = columns.firstIndex(where: { DecisionLexicon.nameColumns.occur(in: $0) }),
      let organization = columns.indices.first(where: {
        $0 != name && DecisionLexicon.employerColumns.occur(in: columns[$0])
      })
    else { return }
    let vote = columns.firstIndex { $0.contains { $0.text == "voting" } }
    for row in rows.dropFirst() where row.fields.indices.contains(max(name, organization)) {
      let person = row.fields[name].blanksFolded
      guard PersonName.isPossible(person) else { continue }
      let isVoting = vote.flatMap { row.fields.indices.contains($0) ? row.fields[$0] : nil }
        .map { $0.lowercaseWords.first == "voting" }
      // "Individual - No Account"
      let employer = row.fields[organization].firstRange(ofBytes: " - ").map {
        row.fields[organization][..<$0.lowerBound]
      }
      members.append(
        Person(
          name: person, organization: Placeholder.real(String(employer ?? row.fields[organization][...])),
          role: isVoting == false ? "member, without vote" : "member", location: source.location(line: row.line)))
    }
  }
}
