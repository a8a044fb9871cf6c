import Diagnostics

@testable import Intake

extension Reader {
  /// Lines of minutes that begin with `VOTE:`: what was decided by a vote.
  static let votes = Reader(
    id: "votes", kinds: [.notes], recognizes: [.exactly(.notes, "votes")], files: ["votes.log": .text]
  ) { input, facts in
    for line in 1...input.source.lineCount {
      let text = input.source.lineText(line)
      guard text.hasPrefix("VOTE: ") else { continue }
      let location = input.source.location(line: line)
      facts.decisions.append(Decision(text: String(text.dropFirst(6)), location: location))
    }
    return []
  }
}
