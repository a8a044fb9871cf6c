import Words

/// A document as rules of decision are read: its passages, and what its words mean in it.
struct DecisionText {
  typealias L = DecisionLexicon

  /// A name with what it stands for in this document.
  struct Definition: Sendable {
    let threshold: String
    let line: Int
    /// Whose number it is a share of; nil where the definition leaves that to the rule.
    var base: DecisionRule.Base?
    /// Votes that have to be cast.
    var quorum: String?
  }

  /// What a document can define.
  enum Term: Sendable, Hashable { case supermajority, explicit, lazyMajority, lazyConsensus, consensus }

  let passages: [DecisionPassage]
  /// The committee the document is about, in lower case; nil for a document of the whole project.
  let committee: String?
  /// The first committee a heading names, for documents of a whole project.
  let namedCommittee: String?
  /// Short names of committees that the document gives itself: "Steering Committee (XYSC)", with the whole names.
  let shortNames: [String: String]
  /// The usual short names of committees, where the document says what they stand for here: "Steering Committee (SC)".
  let abbreviations: [String: String]
  /// Whether "member" is the first step of a ladder here.
  let hasMemberLadder: Bool
  /// Who decides here unless a rule says otherwise: those of whom shares and approvals are asked most.
  let deciders: String
  /// Whom a rule means that names nobody, in a document of no committee.
  private let unsaid: String
  /// Whether anybody is called a maintainer; where nobody is, committers are what maintainers are elsewhere.
  let namesMaintainers: Bool
  private(set) var definitions: [Term: Definition] = [:]
  /// Passages that define a term, by number.
  private(set) var defining: Set<Int> = []

  /// - Parameter file: the words of the file's name: `STEERING-COMMITTEE.md` without a title is about that committee.
  init(_ passages: [DecisionPassage], file: [DecisionWord] = []) {
    self.passages = passages
    let title = passages.first { $0.form == .heading }?.words ?? []
    abbreviations = Self.abbreviations(in: passages)
    let named = [
      Self.committee(in: title), Self.committee(called: title),
      L.committeeTitles.ranges(in: title).first.map { title[$0.lowerBound].text },
      Self.committee(in: file), file.count == 1 ? abbreviations[file[0].text] : nil,
    ].compactMap { $0 }
    // "Committee members" says less than the name of the file.
    committee = named.first { $0.holds(byte: UInt8(ascii: " ")) } ?? named.first
    namedCommittee =
      committee
      ?? passages.lazy.compactMap { passage in
        passage.form == .heading ? Self.committee(in: passage.words) : nil
      }.first
    shortNames = Self.shortNames(in: passages)
    namesMaintainers = passages.contains { L.maintainerRoles.occur(in: $0.words) }
    hasMemberLadder =
      passages.contains { passage in
        passage.form == .heading && passage.words.count <= 3 && L.memberRoles.occur(in: passage.words)
          && !L.committeeRoles.occur(in: passage.words) && !L.notMemberLadder.occur(in: passage.words)
          && !L.removing.occur(in: passage.words) && !L.adding.occur(in: passage.words)
          && !passage.words.contains { $0.text == "membership" }
      }
      || Self.isLadder(passages.filter { $0.form == .heading && L.gettingRoles.occur(in: $0.words) }.map(\.words))
    let behindOf = passages.map { ($0.words, L.ofThe.ranges(in: $0.words).map(\.upperBound)) }.filter { !$1.isEmpty }
    func voters(_ role: WordPhrases) -> Int {
      behindOf.reduce(0) { sum, passage in
        sum + passage.1.count { role.occur(in: passage.0, from: $0, to: $0 + 3) }
      }
    }
    // Trademarks and repositories have owners, too: to be named once is not enough.
    func often(_ role: WordPhrases) -> Int {
      let count = voters(role)
      return count > 1 ? count : 0
    }
    let counts = [
      ("maintainers", voters(L.maintainersAlone)), ("committers", voters(L.committersAlone)),
      ("approvers", often(L.approversAlone)), ("owners", often(L.ownersAlone)),
    ]
    let most = counts.map(\.1).max() ?? 0
    // A document that asks none of them has a committee that decides.
    let steering = namedCommittee.flatMap { name in
      let words = name.split(separator: " ").map(String.init)
      return words.count > 1 && words.contains(where: L.steeringBodies.contains) ? name : nil
    }
    deciders = most == 0 ? steering ?? "maintainers" : counts.first { $0.1 == most }?.0 ?? "maintainers"
    let isOfMaintainers = most > 0 || steering != nil || passages.contains { L.maintainersAlone.occur(in: $0.words) }
    unsaid =
      Self.group(called: title) ?? (isOfMaintainers ? deciders : Self.groupAsked(passages) ?? Self.unnamed)
    for index in passages.indices where !passages[index].isQuoted && passages[index].form != .heading {
      for sentence in passages[index].sentences { define(sentence, index) }
    }
  }

  /// Whether headings tell how to become a member and how to become a maintainer.
  private static func isLadder(_ headings: [[DecisionWord]]) -> Bool {
    headings.contains { L.maintainerRoles.occur(in: $0) }
      && headings.contains { L.memberRoles.occur(in: $0) && !L.committeeRoles.occur(in: $0) }
  }

  /// Who decides when a rule does not say.
  var usualBody: String { committee ?? unsaid }

  /// The threshold a name stands for here; nil where the document does not say.
  func threshold(_ name: RuleAnchor.Name) -> String? {
    switch name {
    case .supermajority: definitions[.supermajority]?.threshold
    case .explicit: definitions[.explicit]?.threshold ?? "1/2+"
    case .lazy: definitions[.lazyMajority]?.threshold ?? "1/2+"
    }
  }

  /// The name of the committee a heading names, in lower case.
  static func committee(in title: [DecisionWord]) -> String? {
    guard let end = title.firstIndex(where: { DecisionLexicon.committeeNouns.contains($0.text) }) else {
      return nil
    }
    var start = end
    while start > 0, L.committeeQualifiers.length(at: start - 1, in: title) > 0 { start -= 1 }
    while start < end, ["and", "the"].contains(title[start].text) { start += 1 }
    return title[start...end].map(\.text).joined(separator: " ")
  }

  /// A title that is nothing but the name of a committee, whatever it is for: "Core Tools Committee".
  private static func committee(called title: [DecisionWord]) -> String? {
    guard (2...4).contains(title.count), let noun = title.last, DecisionLexicon.committeeNouns.contains(noun.text),
      !title.contains(where: { $0.isMark }),
      !title.indices.contains(where: {
        L.beforeObjects.length(at: $0, in: title) > 0 || L.noName.length(at: $0, in: title) > 0
      })
    else { return nil }
    return title.map(\.text).joined(separator: " ")
  }

  /// The first committee that a sentence names with more than the noun; "the committee" is any of them.
  static func wholeCommittee(in words: [DecisionWord]) -> String? {
    var rest = words[...]
    while let end = rest.firstIndex(where: { DecisionLexicon.committeeNouns.contains($0.text) }) {
      let name = committee(in: Array(rest[...end]))
      if let name, name.holds(byte: UInt8(ascii: " ")) { return name }
      rest = rest[(end + 1)...]
    }
    return nil
  }

  private static func shortNames(in passages: [DecisionPassage]) -> [String: String] {
    var names: [String: String] = [:]
    for words in passages.map(\.words) {
      for index in words.indices.dropFirst(3) where words[index].text == ")" {
        // "Technical Oversight Board (the “TOB”)"
        guard let open = words[..<index].suffix(5).lastIndex(where: { $0.text == "(" }), open > 0 else { continue }
        let inside = (open + 1..<index).filter { !words[$0].isMark && words[$0].text != "the" }
        guard inside.count == 1, L.acronyms.length(at: inside[0], in: words) == 0 else { continue }
        let (short, noun) = (words[inside[0]].text, words[open - 1].text)
        guard (3...6).contains(short.utf8.count), DecisionLexicon.committeeNouns.contains(noun),
          short.utf8.last == noun.utf8.first
        else { continue }
        names[short] = names[short] ?? committee(in: Array(words[max(0, open - 5)..<open]))
      }
    }
    return names
  }

  /// "Technical Steering Committee (the “TSC”)": a short name of the initials of the committee it stands behind.
  private static func abbreviations(in passages: [DecisionPassage]) -> [String: String] {
    var names: [String: String] = [:]
    let acronyms = L.acronyms
    for words in passages.map(\.words) {
      for index in words.indices.dropFirst(2) where acronyms.length(at: index, in: words) > 0 {
        let before = words[..<index].suffix(4)
        guard let open = before.lastIndex(where: { $0.text == "(" }), open > 0,
          words[(open + 1)..<index].allSatisfy({ $0.isMark || $0.text == "the" }),
          let name = committee(in: Array(words[max(0, open - 5)..<open])), name.hasSuffix(words[open - 1].text)
        else { continue }
        let initials = name.split(separator: " ").filter { $0 != "and" }.compactMap(\.first)
        if String(initials) == words[index].text { names[words[index].text] = names[words[index].text] ?? name }
      }
    }
    return names
  }

  // MARK: Definitions

  private mutating func define(_ words: [DecisionWord], _ passage: Int) {
    if Self.isGlossaryEntry(words), !L.requiring.occur(in: words) { defining.insert(passage) }
    if definitions[.supermajority] == nil, L.supermajority.occur(in: words) {
      let anchor = RuleAnchors.all(in: words).first { anchor in
        anchor.method == .supermajority && anchor.threshold != nil
          && L.supermajority.occur(in: words, from: anchor.range.lowerBound - 3, to: anchor.range.upperBound + 2)
      }
      definitions[.supermajority] = anchor.flatMap { anchor in
        anchor.threshold.map { threshold in
          // "A 2/3 supermajority of the full council" is one of all members wherever else it is asked for.
          let end = anchor.range.upperBound
          let isOfAll = L.ofAll.occur(in: words, from: end, to: end + 5)
          return Definition(threshold: threshold, line: anchor.line, base: isOfAll ? .allMembers : nil)
        }
      }
    }
    guard let term = definedTerm(words, passages[passage]) else { return }
    switch term {
    case .lazyConsensus, .consensus:
      guard let votes = yesVotes(words) else { return }
      definitions[term] = Definition(threshold: "\(votes)", line: words[0].line)
    case .lazyMajority where yesVotes(words) != nil && L.moreFor.occur(in: words):
      definitions[term] = Definition(threshold: "1/2+", line: words[0].line)
    case .lazyMajority, .supermajority, .explicit:
      guard let definition = definedShare(words) else { return }
      if definitions[term] == nil || L.definedAs.occur(in: words) { definitions[term] = definition }
    }
    defining.insert(passage)
  }

  /// "Supermajority: two thirds of those who may vote".
  static func isGlossaryEntry(_ words: [DecisionWord]) -> Bool {
    words.prefix(3).contains { $0.text == ":" } && term(in: words, to: 2) != nil
  }

  private func definedTerm(_ words: [DecisionWord], _ passage: DecisionPassage) -> Term? {
    if passage.form != .row, words.count > 2, L.defining.occur(in: words, to: 22),
      let term = Self.term(in: words, to: 6)
    {
      return term
    }
    guard let heading = passage.headings.last?.words, let term = Self.term(in: heading, to: nil) else { return nil }
    return L.voteSucceeds.occur(in: words) || heading.count <= 3 && Self.term(in: words, to: 8) == term ? term : nil
  }

  /// The term named by the first words of a sentence, or by a heading.
  static func term(in words: [DecisionWord], to end: Int?) -> Term? {
    if L.supermajority.occur(in: words, to: end) { return .supermajority }
    if L.explicitMajority.occur(in: words, to: end) { return .explicit }
    if L.lazyMajority.occur(in: words, to: end) { return .lazyMajority }
    if L.lazyConsensus.occur(in: words, to: end) { return .lazyConsensus }
    if L.otherMajorities.occur(in: words, to: end) { return nil }
    return L.consensus.occur(in: words, to: end) ? .consensus : nil
  }

  private func definedShare(_ words: [DecisionWord]) -> Definition? {
    for index in words.indices {
      guard let share = DecisionShare.at(index, in: words) else { continue }
      let isDefined = L.means.occur(in: words, from: index - 5, to: index)
      let isOfSomething = share.end < words.count && ["of", "majority"].contains(words[share.end].text)
      if isDefined || isOfSomething || RuleAnchors.arePeople(from: share.end, in: words) {
        var definition = Definition(
          threshold: share.text + (L.more.ends(before: index, in: words) ? "+" : ""), line: words[0].line)
        guard words[share.end..<min(words.count, share.end + 5)].contains(where: { $0.text == "cast" }) else {
          return definition
        }
        definition.base = .votesCast
        definition.quorum = yesVotes(Array(words[..<index])).map { "\($0) votes" }
        return definition
      }
    }
    return nil
  }

  private func yesVotes(_ words: [DecisionWord]) -> Int? {
    words.indices.lazy.compactMap { index -> Int? in
      guard let number = DecisionShare.number(at: index, in: words),
        L.yesVotes.occur(in: words, from: index + 1, to: index + 5)
      else { return nil }
      return number
    }.first
  }
}
