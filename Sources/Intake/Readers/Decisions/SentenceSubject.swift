extension DecisionText {
  /// The committee that decides as the subject of a sentence, before a place in it: "the Technical Board may, by a
  /// two-thirds vote, …", "where there is no agreement, the council decides by …".
  func committeeDeciding(in words: [DecisionWord], before end: Int) -> String? {
    subjects(of: words, before: end).first { subject in
      let isModal = DecisionLexicon.modals.contains(words[subject.verb].text)
      // "Contributors may become …" says what others decide about them.
      if isModal, !subject.isGroup { return L.notActing.length(at: subject.verb + 1, in: words) == 0 }
      return L.bodyVerbs.length(at: isModal ? subject.verb + 1 : subject.verb, in: words) > 0
        || isModal && subject.verb + 1 < words.count && words[subject.verb + 1].isMark
    }?.name
  }

  /// The committees that vote by a sentence: "the council shall vote", "the council shall individually vote".
  func committeesVoting(in words: [DecisionWord]) -> [String] {
    let voting = subjects(of: words, before: words.count).first { _, verb, _ in
      let behind = words[verb...].prefix(3).map(\.text)
      guard DecisionLexicon.modals.contains(words[verb].text), behind.count > 1 else { return behind.first == "votes" }
      return behind[1] == "vote" || behind[1].hasSuffix("ly") && behind.last == "vote"
    }
    return voting.map { [$0.name] } ?? voters(in: words)
  }

  private typealias Subject = (name: String, verb: Int, isGroup: Bool)

  /// The committees and other groups that clauses begin with, and the place of the word behind each.
  private func subjects(of words: [DecisionWord], before end: Int) -> [Subject] {
    (0..<min(end, words.count)).lazy.filter { $0 == 0 || words[$0 - 1].isMark }
      .compactMap { subject(at: $0, in: words, before: end) }
  }

  private func subject(at start: Int, in words: [DecisionWord], before end: Int) -> Subject? {
    let first = ["the", "each"].contains(words[start].text) ? start + 1 : start
    func group(_ noun: Int) -> String? { Self.group(endingAt: noun, from: first, in: words) }
    guard
      let noun = (first..<max(first, min(first + 5, end))).first(where: {
        isCommittee(at: $0, in: words) || group($0) != nil
      }),
      !words[first..<noun].contains(where: { $0.isMark || DecisionLexicon.modals.contains($0.text) }),
      !L.noName.occur(in: words, from: first, to: noun), !L.beforeObjects.occur(in: words, from: first, to: noun),
      let name = isCommittee(at: noun, in: words) ? committeeName(from: first, to: noun, in: words) : group(noun)
    else { return nil }
    var next = noun + 1
    // "The Technical Board (TB) may …"
    if next < words.count, words[next].text == "(" {
      next = (words[next...].prefix(4).firstIndex { $0.text == ")" } ?? next) + 1
    }
    return next < end ? (name, next, !isCommittee(at: noun, in: words)) : nil
  }

  private func isCommittee(at index: Int, in words: [DecisionWord]) -> Bool {
    DecisionLexicon.committeeNouns.contains(words[index].text) || shortNames[words[index].text] != nil
      || L.acronyms.length(at: index, in: words) > 0
  }

  /// The name that ends in a noun, in the form in which rules name committees; nil for a bare "committee", which may be
  /// any.
  private func committeeName(from first: Int, to noun: Int, in words: [DecisionWord]) -> String? {
    let last = words[noun].text
    if let whole = shortNames[last] ?? abbreviations[last] { return whole }
    guard DecisionLexicon.committeeNouns.contains(last) else { return last }
    return first < noun ? words[first...noun].map(\.text).joined(separator: " ") : committee(called: last)
  }
}
