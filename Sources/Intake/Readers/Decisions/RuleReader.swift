/// A rule found in a sentence, before restatements are taken out.
struct FoundRule: Sendable {
  let subject: DecisionRule.Subject
  let method: DecisionRule.Method
  let threshold: String?
  let line: Int
  let section: Int
  /// The number of its passage; nil where that says nothing.
  var passage: Int? = nil
  var body: String
  /// Whether its own sentence names the body.
  var namesBody = false
  var base: DecisionRule.Base?
  var quorum: String?
  var isFallback = false
  var isOfMaintainers = false
  var ownVoice: OwnVoice?
  var definedAt: Int?
  /// A row of a table, of which prose is a restatement.
  var isRow = false
  /// A vote whose threshold is not stated; it counts only where nothing says more about its subject.
  var isBareVote = false
}

/// Reads the rules of one document, sentence by sentence.
struct RuleReader {
  typealias L = DecisionLexicon
  let text: DecisionText
  var found: [FoundRule] = []
  /// Lines of quorums with the section for whose votes they are, and what they are.
  private var quorums: [(line: Int, section: Int, text: String)] = []

  init(_ text: DecisionText) {
    self.text = text
    for index in text.passages.indices { read(index) }
  }

  /// A sentence with its surroundings.
  struct Place {
    let index: Int
    let passage: DecisionPassage
    let number: Int
    let words: [DecisionWord]
    let previous: [DecisionWord]?
    let anchors: [RuleAnchor]
    /// Its clauses; none where it has no anchor, of which only the whole sentence is asked.
    let clauses: [Range<Int>]
    let isCap: Bool

    func clause(of place: Int) -> Range<Int> { clauses.first { $0.contains(place) } ?? 0..<words.count }

    /// Its first words.
    func cut(to end: Int) -> Place {
      Place(
        index: index, passage: passage, number: number, words: Array(words[..<end]), previous: previous,
        anchors: anchors, clauses: [0..<end], isCap: isCap)
    }
  }

  private mutating func read(_ index: Int) {
    let passage = text.passages[index]
    guard passage.form != .heading, !passage.isQuoted else { return }
    if passage.form == .row { return readRow(passage) }
    guard text.isOwnText(passage) else { return }
    var previous: [DecisionWord]?
    for (number, words) in passage.sentences.enumerated() {
      if !L.exampleStart.begins(words) {
        let anchors = RuleAnchors.all(in: words)
        read(
          Place(
            index: index, passage: passage, number: number, words: words, previous: previous, anchors: anchors,
            clauses: anchors.isEmpty ? [] : Self.clauses(words),
            isCap: CapReader().cap(in: words) != nil))
      }
      previous = words
    }
  }

  static func clauses(_ words: [DecisionWord]) -> [Range<Int>] {
    var cuts: [Int] = [0]
    // "While everybody should agree, a majority is enough"
    let end = L.subordinate.begins(words) ? words.firstIndex { $0.text == "," } : nil
    let breaks = L.clauseBreaks
    for index in words.indices.dropFirst() {
      if index == end {
        cuts.append(index)
        continue
      }
      if words[index].isMark, [";", ":"].contains(words[index].text) {
        cuts.append(index + 1)
      } else if breaks.length(at: index, in: words) > 0,
        !isEnumeration(words, cuts[cuts.count - 1], index)
      {
        cuts.append(index)
      }
    }
    return zip(cuts, cuts.dropFirst() + [words.count]).compactMap { $0 < $1 ? $0..<$1 : nil }
  }

  /// Whether what a comma ends has no verb: "amendments to the charter, the policies, or the rules need …".
  private static func isEnumeration(_ words: [DecisionWord], _ start: Int, _ end: Int) -> Bool {
    words[end].text == "," && !L.passive.occur(in: words, from: start, to: end)
      && !L.having.occur(in: words, from: start, to: end) && !L.requiring.occur(in: words, from: start, to: end)
      && !words[start..<end].contains { L.modals.contains($0.text) }
  }

  private mutating func read(_ place: Place) {
    let words = place.words
    var anchors = place.anchors
    let listed = readList(place, &anchors)
    guard !L.opinions.occur(in: words) else { return }
    // A table of contents, and a pointer to what follows.
    if words.allSatisfy({ $0.isMark || $0.link?.hasPrefix("#") == true }) { return }
    if place.passage.items.isEmpty, L.saidBelow.occur(in: words) {
      // "… by a two-thirds vote, or as described below" is a rule beside a pointer.
      anchors.removeAll { anchor in
        let clause = place.clause(of: anchor.range.lowerBound)
        let end = anchor.range.upperBound
        // "By consensus, as defined below"
        if end + 2 < words.count, words[end...(end + 1)].map(\.text) == [",", "as"] { return false }
        return L.saidBelow.occur(in: words, from: clause.lowerBound, to: min(clause.upperBound, end + 9))
      }
      if anchors.isEmpty { return }
    }
    if isBareName(place, anchors) { anchors = [] }
    var count = 0
    let first = found.count
    for anchor in anchors {
      let signs = RuleSigns(
        text: text, passage: place.passage, isDefining: text.defining.contains(place.index), words: words,
        isCap: place.isCap, anchor: anchor, clause: place.clause(of: anchor.range.lowerBound))
      switch signs.verdict {
      case .rule:
        append(anchor, place)
        count += 1
      case .quorum where !place.isCap: noteQuorum(words, place.passage)
      case .quorum, .none: break
      }
    }
    leaveOutRepetitions(from: first)
    if anchors.isEmpty, !place.isCap, L.quorum.occur(in: words),
      L.quorumMet.occur(in: words) || Self.peopleCounted(in: words) != nil
    {
      noteQuorum(words, place.passage)
    }
    count += readApprovals(place, anchors)
    count += readElections(place)
    if count == 0, anchors.allSatisfy({ $0.method == .consensus }) { count += readAgreement(place) }
    let isAgreement = anchors.allSatisfy { $0.method == .consensus || $0.method == .lazyConsensus }
    if isAgreement, !anchors.isEmpty || count == 0, !listed { readBareVote(place, behind: anchors.last) }
  }

  private mutating func append(_ anchor: RuleAnchor, _ place: Place) {
    var anchor = anchor
    // "Decisions are made by consensus. Silence is consent."
    if anchor.method == .consensus, L.silence.occur(in: place.passage.words) { anchor.method = .lazyConsensus }
    var threshold = anchor.threshold ?? anchor.name.flatMap { text.threshold($0) }
    if anchor.method == .lazyConsensus { threshold = text.definitions[.lazyConsensus]?.threshold }
    var subjects = resolution(place, anchor).subjects()
    let isAgreement = anchor.method == .consensus || anchor.method == .lazyConsensus
    if isAgreement, subjects == [.code] { subjects = [.everything] }
    // "Obtain a two-thirds vote of the council", of what a project must do to come in
    if subjects == [.everything], text.isAskedOfProjects(place.passage) { subjects = [.other] }
    append(subjects, anchor, threshold, place)
  }

  /// "By a supermajority vote of the leads, or, where too few are left for a supermajority …" is one rule.
  private mutating func leaveOutRepetitions(from first: Int) {
    guard found.count > first + 1 else { return }
    var kept: [FoundRule] = []
    let rules = Array(found[first...])
    for rule in rules {
      let isRepeated = kept.contains {
        $0.subject == rule.subject && $0.method == rule.method && $0.body == rule.body
          && ($0.threshold == rule.threshold || rule.threshold == nil)
      }
      let isNamed =
        rule.threshold == nil
        && rules.contains {
          $0.subject == rule.subject && $0.method == rule.method && $0.threshold != nil
        }
      if !isRepeated && !isNamed { kept.append(rule) }
    }
    found.removeSubrange(first...)
    found += kept
  }

  func resolution(_ place: Place, _ anchor: RuleAnchor, whole: Bool = false) -> RuleResolution {
    let all = 0..<place.words.count
    return RuleResolution(
      text: text, passage: place.passage, words: place.words, previous: place.previous,
      clauses: whole ? [all] : place.clauses, clause: whole ? all : place.clause(of: anchor.range.lowerBound),
      anchor: anchor)
  }

  mutating func append(
    _ subjects: [DecisionRule.Subject], _ anchor: RuleAnchor, _ threshold: String?, _ place: Place,
    line: Int? = nil, isBareVote: Bool = false
  ) {
    let context = RuleContext(text: text, words: place.words, anchor: anchor)
    let clause = place.clause(of: anchor.range.lowerBound)
    for subject in subjects {
      let named = context.namedBodies(
        of: place.passage, after: place.previous, isOwner: subject == .governanceChange)
      let deciding =
        named.isEmpty ? bodyBefore(place, subject).map { [$0] } ?? context.bodies(of: place.passage) : named
      for body in deciding.uniqued() {
        var rule = FoundRule(
          subject: subject, method: Self.method(anchor, threshold), threshold: threshold, line: line ?? anchor.line,
          section: place.passage.section, passage: place.index, body: body, namesBody: !named.isEmpty,
          base: context.base)
        rule.quorum = context.quorum
        rule.isOfMaintainers =
          (subject == .addMaintainer || subject == .removeMaintainer)
          && context.isOfMaintainers(decidedBy: body, in: clause)
        rule.isFallback = context.isFallback(after: place.previous)
        rule.isBareVote = isBareVote
        if anchor.threshold == nil, let definition = anchor.name.flatMap(text.definition) {
          rule.definedAt = definition.line
          if rule.base == .unclear || definition.base == .votesCast { rule.base = definition.base ?? rule.base }
          rule.quorum = rule.quorum ?? definition.quorum
        }
        found.append(rule)
      }
    }
  }

  /// Who decides where a sentence names nobody at all: those of the rule before it in its passage ("A vote is called by a
  /// majority of the council. Simple majority wins."), or of another rule on the same in its section.
  private func bodyBefore(_ place: Place, _ subject: DecisionRule.Subject) -> String? {
    guard !place.words.indices.contains(where: { L.bodyNouns.length(at: $0, in: place.words) > 0 }) else { return nil }
    let rule =
      found.last { $0.namesBody && $0.passage == place.index }
      ?? found.last {
        $0.namesBody && $0.section == place.passage.section && $0.subject == subject
          && subject != .other && subject != .everything
      }
    return rule?.body
  }

  /// "Explicit majority" with two thirds is a supermajority, whatever its name.
  static func method(_ anchor: RuleAnchor, _ threshold: String?) -> DecisionRule.Method {
    switch (anchor.method, threshold) {
    case (.supermajority, "1/2+"?): .majority
    case (.majority, let threshold?) where threshold != "1/2" && threshold != "1/2+": .supermajority
    default: anchor.method
    }
  }

  private mutating func noteQuorum(_ words: [DecisionWord], _ passage: DecisionPassage) {
    let share = words.indices.first { DecisionShare.at($0, in: words) != nil || words[$0].text == "majority" }
    guard let index = share ?? Self.peopleCounted(in: words) else { return }
    let text =
      share == nil
      ? "\(DecisionShare.number(at: index, in: words) ?? 0) members"
      : "\(DecisionShare.at(index, in: words)?.text ?? "1/2+") of members"
    // Below a heading of its own it is for the votes of what that is a part of.
    let isApart = passage.headings.last.map { L.quorum.occur(in: $0.words) } ?? false
    let section = isApart ? passage.headings.dropLast().last?.line ?? 0 : passage.section
    quorums.append((words[index].line, section, text))
  }

  /// The place of a number of people: "at least 5 members".
  private static func peopleCounted(in words: [DecisionWord]) -> Int? {
    words.indices.first { index in
      guard let number = DecisionShare.number(at: index, in: words), number > 1 else { return false }
      return L.bodyNouns.occur(in: words, from: index + 1, to: index + 3)
    }
  }

  // MARK: The whole

  /// The rules without restatements, in the order of their lines.
  func rules() -> [FoundRule] {
    var rules = found.filter { !$0.isBareVote }
    for bare in found where bare.isBareVote {
      let isSaid = rules.contains { rule in
        guard rule.subject == bare.subject else { return false }
        let isVote = rule.method == .majority || rule.method == .supermajority
        return isVote && rule.threshold != nil || abs(rule.line - bare.line) <= 1 && rule.method != .consensus
      }
      if !isSaid { rules.append(bare) }
    }
    let decided: Set<DecisionRule.Method> = [.majority, .supermajority, .other]
    if let quorum = quorums.first, !rules.contains(where: { abs($0.line - quorum.line) <= 3 && $0.threshold != nil }),
      !rules.contains(where: { $0.subject == .everything && decided.contains($0.method) }),
      !isOfConsensus(quorum.line)
    {
      // A quorum, and nowhere how the vote itself is decided.
      var rule = FoundRule(
        subject: .everything, method: .other, threshold: nil, line: quorum.line, section: quorum.section,
        body: text.usualBody, base: .unclear)
      rule.quorum = quorum.text
      rules.append(rule)
    }
    let rows = rules.filter(\.isRow)
    rules.removeAll { rule in
      !rule.isRow && rule.threshold == nil && rows.contains { $0.subject == rule.subject && $0.method == rule.method }
    }
    rules = rules.enumerated().sorted { ($0.element.line, $0.offset) < ($1.element.line, $1.offset) }.map(\.element)
    return withoutRestatements(rules).map(withQuorum)
  }

  /// Whether agreement is spoken of right beside a quorum: then it is one of those who agree, and no votes are counted.
  private func isOfConsensus(_ line: Int) -> Bool {
    text.passages.contains { passage in
      passage.form != .heading && passage.words.contains { abs($0.line - line) <= 2 && $0.text == "consensus" }
    }
  }

  private func withoutRestatements(_ rules: [FoundRule]) -> [FoundRule] {
    var result: [FoundRule] = []
    for rule in rules {
      let isAgreement = rule.method == .consensus || rule.method == .lazyConsensus
      let isRestated = result.contains { earlier in
        guard earlier.subject == rule.subject, earlier.method == rule.method, earlier.threshold == rule.threshold else {
          return false
        }
        // A majority of those present and one of all are two rules.
        if let base = earlier.base, base != .unclear, let other = rule.base, other != .unclear, base != other {
          return false
        }
        if earlier.line == rule.line, earlier.body == rule.body { return true }
        return rule.subject == .everything
          && (earlier.body == rule.body && (isAgreement || earlier.section == rule.section))
      }
      if !isRestated { result.append(rule) }
    }
    return result
  }

  private func withQuorum(_ rule: FoundRule) -> FoundRule {
    guard rule.quorum == nil, rule.method == .majority || rule.method == .supermajority, !quorums.isEmpty else {
      return rule
    }
    let headings = text.passages.first { $0.section == rule.section }?.headings.map(\.line) ?? []
    let around = ([0] + headings).reversed().lazy.compactMap { line in quorums.first { $0.section == line } }
    guard let quorum = around.first else { return rule }
    var rule = rule
    rule.quorum = quorum.text
    return rule
  }
}
