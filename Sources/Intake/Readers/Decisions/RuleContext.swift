/// What stands around an anchor: whether it is denied, who votes, and of whom its share is taken.
struct RuleContext {
  private typealias L = DecisionLexicon
  let text: DecisionText
  let words: [DecisionWord]
  let anchor: RuleAnchor

  private var start: Int { anchor.range.lowerBound }
  private var end: Int { anchor.range.upperBound }
  private var isVote: Bool { anchor.method == .majority || anchor.method == .supermajority }

  /// Whether a method is named only as missing, or as what has happened.
  var isNegated: Bool {
    if isNeeded || isMetFirst { return false }
    if L.compared.occur(in: words, from: start - 8, to: start) { return true }
    if L.passed.occur(in: words, from: start - 4, to: start), L.conditions.begins(words) { return true }
    // "once approved (lazy consensus)" names how.
    let isParenthesis = start > 0 && words[start - 1].text == "("
    // "Once accepted by a majority of the members, it is listed"
    let isBy = L.acceptedBy.occur(in: words, from: start - 5, to: start)
    if !isParenthesis, !isBy, L.once.occur(in: words, from: start - 6, to: start) { return true }
    let isArticle = start > 0 && ["a", "an"].contains(words[start - 1].text)
    let isLeast = L.least.ends(before: isArticle ? start - 1 : start, in: words)
    if !isLeast, !isParenthesis, L.negations.occur(in: words, from: start - (isVote ? 4 : 6), to: start),
      !L.noObjection.occur(in: words, from: start - 5, to: start)
    {
      return true
    }
    return !isVote && anchor.method != .other && L.failures.occur(in: words, from: end, to: end + 4)
  }

  /// "No proposal moves on without the consensus of the group."
  var isNeeded: Bool {
    guard let without = words[max(0, start - 4)..<start].lastIndex(where: { $0.text == "without" }) else {
      return false
    }
    return L.negations.occur(in: words, to: without)
  }

  /// "Once consensus is reached by the members, the proposal is accepted."
  var isMetFirst: Bool {
    anchor.method == .consensus && start <= 3 && L.conditions.begins(words)
      && L.reached.occur(in: words, from: end, to: end + 4) && L.acceptance.occur(in: words, from: end + 2)
  }

  /// Whether the rule applies when agreement fails, as this sentence or the one before says.
  func isFallback(after previous: [DecisionWord]?) -> Bool {
    guard anchor.method != .consensus else { return false }
    return L.fallbacks.occur(in: words, to: start) || previous.map { L.fallbacks.occur(in: $0) } ?? false
  }

  /// Of whom the share is taken.
  var base: DecisionRule.Base? {
    guard isVote || anchor.method == .unanimity || anchor.share != nil else { return nil }
    let end = endBehindParentheses
    let reach = end + 8
    if L.ofAQuorum.occur(in: words, from: end, to: end + 3) || L.present.occur(in: words, from: end, to: reach) {
      return .present
    }
    if L.ofVotes.occur(in: words, from: end, to: reach) || L.whoVote.occur(in: words, from: end, to: end + 14) {
      return .votesCast
    }
    if L.ofAll.occur(in: words, from: end, to: end + 5) { return .allMembers }
    // "Two thirds of the maintainers" and "half the maintainers" settle it, "a two-thirds vote of the maintainers" does not.
    let isDirect =
      end < words.count && RuleAnchors.arePeople(from: end, in: words)
      && (words[end].text == "of" || words[end].text == "the" && words[end - 1].text == "half")
    return isDirect ? .allMembers : .unclear
  }

  /// The end of the threshold, with a number in parentheses behind it: "a simple majority (> 1/2) of all members".
  private var endBehindParentheses: Int {
    guard end < words.count, words[end].text == "(" else { return end }
    return words[end..<min(words.count, end + 6)].firstIndex { $0.text == ")" }.map { $0 + 1 } ?? end
  }

  /// A quorum in the same sentence.
  var quorum: String? {
    guard let range = L.quorum.ranges(in: words).first else { return nil }
    for index in range.upperBound..<max(range.upperBound, min(words.count, range.upperBound + 5)) {
      if let share = DecisionShare.at(index, in: words) { return "\(share.text) of members" }
    }
    return nil
  }

  /// Whether a committee decides about maintainers: "a maintainer can be removed by a majority of the council".
  func isOfMaintainers(decidedBy body: String, in clause: Range<Int>) -> Bool {
    let isCommittee = body.split(separator: " ").contains { word in
      L.committeeNouns.contains(String(word)) || text.shortNames[String(word)] != nil
        || text.abbreviations[String(word)] != nil
    }
    return isCommittee && L.maintainerRoles.occur(in: words, from: clause.lowerBound, to: start)
  }

  /// Where a sentence says who it is about: "Until the council is set up, the maintainers own this document."
  private static func start(of words: [DecisionWord]) -> Int {
    guard words.first?.text == "until" else { return 0 }
    return words.firstIndex { $0.text == "," }.map { $0 + 1 } ?? words.count
  }

  /// Who is named: the people after the threshold, else the committee that is the subject of the sentence, else with whom
  /// the sentence before begins where that says whose a document is, else the committee that votes there.
  func namedBodies(of passage: DecisionPassage, after previous: [DecisionWord]?, isOwner: Bool) -> [String] {
    let subject = text.committeeDeciding(in: words, before: start)
    let named =
      text.body(in: words, from: end, reach: 10, members: subject ?? text.body(of: passage))
      ?? subject ?? bodyVoting
      ?? (isOwner ? previous : nil).flatMap { text.body(in: $0, from: Self.start(of: $0), reach: 4) }
    return named.map { [$0] } ?? previous.map(text.committeesVoting) ?? []
  }

  /// Who votes by what stands before the threshold: "through a vote by the council, requiring 4 of 5 votes in favor".
  private var bodyVoting: String? {
    (0..<max(0, start - 2)).lazy.filter { index in
      ["by", "of"].contains(words[index + 1].text) && L.voteNouns.length(at: index, in: words) > 0
    }.compactMap { text.body(in: words, from: $0 + 2, reach: 6) }.first
  }

  /// Who decides where no sentence names anybody: those of the section or the document.
  func bodies(of passage: DecisionPassage) -> [String] {
    if let body = text.body(of: passage) { return [body] }
    let voting = text.committeesVoting(before: passage)
    return voting.isEmpty ? [text.usualBody] : voting
  }
}

extension DecisionText {
  /// What a name stands for here.
  func definition(_ name: RuleAnchor.Name) -> Definition? {
    switch name {
    case .supermajority: definitions[.supermajority]
    case .explicit: definitions[.explicit]
    case .lazy: definitions[.lazyMajority]
    }
  }

  /// The committee a heading or the label of a list above a passage names, in a document of the whole project.
  func body(of passage: DecisionPassage) -> String? {
    guard committee == nil else { return nil }
    return (labels(of: passage) + passage.headings.dropFirst().reversed()).lazy.compactMap { heading in
      Self.committee(in: heading.words).flatMap { $0.holds(byte: UInt8(ascii: " ")) ? $0 : nil }
        ?? heading.words.lazy.compactMap { abbreviations[$0.text] ?? shortNames[$0.text] }.first
        ?? Self.group(called: heading.words)
    }.first
  }

  /// Whom a bare noun means: the committee that a heading names, but "the board" beside a steering committee is another
  /// body; nil where no heading names one.
  func committee(called noun: String) -> String? {
    namedCommittee.map { noun == "committee" || $0.hasSuffix(noun) ? $0 : noun }
  }

  /// Whether a passage states the community's own rules: no template, no example.
  func isOwnText(_ passage: DecisionPassage) -> Bool {
    if passage.headings.contains(where: { L.examples.occur(in: $0.words) }) { return false }
    guard let lead = passage.lead else { return true }
    // "Some examples are:" above "* Changing this document (two thirds of the maintainers)"
    if passage.form == .item, passage.words.last?.text == ")",
      let anchor = RuleAnchors.all(in: passage.words).last,
      passage.words[..<anchor.range.lowerBound].last?.text == "("
    {
      return true
    }
    return !(passages[lead].sentences.last ?? []).contains {
      $0.text.hasPrefix("example") || $0.text == "scenario"
    }
  }

  /// Whether a passage is one of the conditions that projects meet to come in: "a project must meet these criteria:".
  func isAskedOfProjects(_ passage: DecisionPassage) -> Bool {
    guard let lead = passage.lead, let words = passages[lead].sentences.last else { return false }
    return (words.first?.text == "to" || words.contains { $0.text == "criteria" || $0.text == "requirements" })
      && zip(words, words.dropFirst()).contains { $0.text.hasPrefix("project") && L.modals.contains($1.text) }
  }

  /// The committees of which a text of the same section says before that they vote: "the representatives of the Governing
  /// Board or the Technical Committee, as applicable, will vote".
  func committeesVoting(before passage: DecisionPassage) -> [String] {
    guard committee == nil else { return [] }
    return passages.lazy.filter { earlier in
      earlier.section == passage.section && earlier.form != .heading && earlier.line < passage.line
    }.flatMap(\.sentences).lazy.map(voters).first { !$0.isEmpty } ?? []
  }

  /// The committees that a sentence says vote; none where it names somebody else before.
  func voters(in words: [DecisionWord]) -> [String] {
    let verb = words.indices.dropFirst().first { place in
      words[place].text == "vote" && L.modals.contains(words[place - 1].text)
    }
    guard let verb else { return [] }
    var found: [String] = []
    for index in 0..<verb where L.bodyNouns.length(at: index, in: words) > 0 {
      let isShort = L.acronyms.length(at: index, in: words) > 0
      if L.committeeNouns.contains(words[index].text) || isShort {
        var first = index
        while !isShort, first > 0, L.bodyQualifiers.length(at: first - 1, in: words) > 0 { first -= 1 }
        if first == index { first = Self.startOfName(index, from: 0, in: words) }
        let name = words[first...index].map(\.text).joined(separator: " ")
        // A bare "committee" is any of them.
        if isShort || first < index { found.append(abbreviations[name] ?? name) }
      } else if L.ofTheBody.length(at: index + 1, in: words) == 0, L.bodyQualifiers.length(at: index, in: words) == 0 {
        return []
      }
    }
    return found
  }

  /// The first body named from a place on, in the document's own words; bare "members" are `members`, where that is given.
  /// A group that no list names is one only where those who vote are sought.
  func body(
    in words: [DecisionWord], from start: Int, reach: Int = .max, members: String? = nil, isVoting: Bool = true
  ) -> String? {
    let last = reach == .max ? words.count : min(words.count, start + reach)
    for index in start..<max(start, last) {
      guard !words[index].isMark || ["(", ")"].contains(words[index].text) else { return nil }
      if let name = shortNames[words[index].text] { return committee ?? together(name, index, in: words) }
      if isVoting, let group = Self.group(endingAt: index, from: start, in: words) {
        // "The chairs", in a committee's own document, are of that committee.
        return group.holds(byte: UInt8(ascii: " ")) ? group : committee ?? group
      }
      guard L.bodyNouns.length(at: index, in: words) > 0 else { continue }
      // The noun of "steering council" is the council.
      if words[index].text == "steering", L.bodyNouns.length(at: index + 1, in: words) > 0 { continue }
      var first = index
      while first > start, L.bodyQualifiers.length(at: first - 1, in: words) > 0 { first -= 1 }
      if first == index, isVoting { first = Self.startOfName(index, from: start, in: words) }
      var name = words[first...index].map(\.text)
      if L.acronyms.length(at: index, in: words) > 0 {
        return committee ?? together(name.joined(separator: " "), index, in: words)
      }
      if name.last == "member" || name.last == "members" { name.removeLast() }
      if name.isEmpty || name == ["voting"] {
        // "All members of the council": those who are named behind them.
        let behind = index + 1 + L.ofTheBody.length(at: index + 1, in: words)
        return (behind > index + 1 ? body(in: words, from: behind, reach: 4) : nil) ?? members ?? usualBody
      }
      if name == ["committee"] || name == ["council"] || name == ["board"] {
        return committee(called: name[0]) ?? name[0]
      }
      if let word = name.last, ["maintainer", "committer"].contains(word) { name[name.count - 1] = word + "s" }
      if name.last == "steering" || name.last == "governance" { name.append("committee") }
      let isCommittee = name.last.map(L.committeeNouns.contains) ?? false
      let whole = name.joined(separator: " ")
      return isCommittee ? together(whole, index, in: words) : whole
    }
    return nil
  }

  /// A committee that does not decide by itself: "of the council and the existing maintainers", "of both the Technical
  /// Council (“TC”) and the Board".
  private func together(_ name: String, _ last: Int, in words: [DecisionWord]) -> String {
    var end = last + 1
    if end < words.count, words[end].text == "(" {
      end = (words[end...].prefix(6).firstIndex { $0.text == ")" } ?? end) + 1
    }
    guard end + 1 < words.count, words[end].text == "and" else { return name }
    var index = end + 1
    var first = index
    while index < words.count, L.bodyNouns.length(at: index, in: words) == 0,
      L.bodyQualifiers.length(at: index, in: words) > 0 || L.beforeVoters.length(at: index, in: words) > 0
        || words[index].text == "level"
    {
      if L.bodyQualifiers.length(at: index, in: words) == 0 { first = index + 1 }
      index += 1
    }
    guard index < words.count, L.bodyNouns.length(at: index, in: words) > 0 else { return name }
    let isCommittee = L.committeeNouns.contains(words[index].text)
    let other = words[(isCommittee ? min(first, index) : index)...index].map(\.text).joined(separator: " ")
    return "\(abbreviations[name] ?? name) and \(other)"
  }
}
