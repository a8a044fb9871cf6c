import Diagnostics
import Intake
import Words

/// The members of a committee as one document lists them: rows of people, or a heading each with an account below.
struct CommitteeRoster {
  let members: [(name: String, location: Location)]

  /// The roster of the committee whose name, in lower case, a document's title, file or heading holds; nil when none does.
  init?(_ committee: String, in data: CommunityData) {
    let letters = Folding.letters(committee)
    for document in data.ownDocuments where ![.dueDiligence, .election, .charter].contains(document.kind) {
      let file = String(document.path.fileName)
      let isIts = Folding.letters(file).holds(letters) || Folding.letters(document.title).holds(letters)
      let headings = document.markdown?.headings ?? []
      let people = document.facts.people.filter { person in
        guard person.status == .active else { return false }
        let heading = headings.last { $0.line < person.location.line }?.text ?? ""
        return isIts || Folding.letters(heading).holds(letters) || Folding.letters(person.role).holds(letters)
      }.map { ($0.nameOrAccount, $0.location) }
      let found = people.isEmpty && isIts ? Self.headed(document) : people
      if found.count >= 2 {
        members = found
        return
      }
    }
    return nil
  }

  /// Headings of one level with an account on a line below each: `## Ann Example` above `GitHub: @ann`.
  private static func headed(_ document: SourceDocument) -> [(String, Location)] {
    let headings = document.markdown?.headings ?? []
    return headings.enumerated().compactMap { index, heading in
      let next = index + 1 < headings.count ? headings[index + 1].line : document.source.lineCount + 1
      guard heading.level > 1, heading.line + 1 < next, heading.text.split(separator: " ").count <= 4 else {
        return nil
      }
      let lines = ((heading.line + 1)..<min(next, heading.line + 8)).map(document.source.lineText)
      let hasAccount = lines.contains { $0.lowercased().holds("github") && ($0.holds("@") || $0.holds("github.com/")) }
      return hasAccount ? (heading.text, document.source.location(line: heading.line)) : nil
    }
  }

  /// Whether somebody of this name is listed.
  func lists(_ name: String) -> Bool {
    members.contains { Folding.letters($0.name) == Folding.letters(name) }
  }
}

/// A number of members that a text gives for a committee.
struct CommitteeSize {
  /// `steering committee`, lower case.
  let committee: String
  let number: Int
  /// Whether it is the least number ("at least five members").
  let isLeast: Bool

  /// Whether a text can state one, told without taking it apart: it holds a committee and somebody in it.
  static func canBe(in text: String) -> Bool {
    let (letters, lexicon) = (text.lowercased(), Lexicon.findings)
    return lexicon.committees.contains(where: letters.holds) && lexicon.committeeMembers.contains(where: letters.holds)
  }

  /// The size a sentence states; nil for limits ("no more than two of them") and where several committees are named.
  init?(sentence: String) {
    guard Self.canBe(in: sentence) else { return nil }
    let lexicon = Lexicon.findings
    let words = AnswerSentence(sentence).clauses.flatMap { $0.map(\.text) }
    let bodies = words.indices.filter { lexicon.committees.contains(words[$0]) }
    guard let body = bodies.first, body > 0, bodies.allSatisfy({ words[$0 - 1] == words[body - 1] }) else { return nil }
    let start = words[..<body].lastIndex { !lexicon.committeeKinds.contains($0) }.map { $0 + 1 } ?? 0
    guard start < body else { return nil }
    func number(_ word: String) -> Int? { lexicon.numbers.firstIndex(of: word).map { $0 + 2 } ?? Int(word) }
    for index in words.indices where index > body {
      guard let value = number(words[index]), (2...40).contains(value) else { continue }
      let after = words[(index + 1)...].prefix(3).filter { number($0) == nil }
      guard after.prefix(2).contains(where: lexicon.committeeMembers.contains) else { continue }
      let before = words[..<index].suffix(3)
      guard !before.contains(where: lexicon.committeeLimits.contains) else { return nil }
      guard before.contains(where: lexicon.committeeSizes.contains) else { continue }
      committee = words[start...body].joined(separator: " ")
      self.number = value
      isLeast = before.contains("least") || before.contains("minimum")
      return
    }
    return nil
  }
}
