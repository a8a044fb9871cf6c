/// A rule found in a sentence, before restatements are taken out.
struct FoundRule: Sendable {
  let subject: DecisionRule.Subject
  let method: DecisionRule.Method
  let threshold: String?
  let line: Int
  let section: Int
  var body: String
  var base: DecisionRule.Base?
  var quorum: String?
  var isFallback = false
  var definedAt: Int?
  /// A row of a table, of which prose is a restatement.
  var isRow = false
  /// A vote whose threshold is not stated; it counts only where nothing says more about its subject.
  var isBareVote = false
}

/// Reads the rules of one document, sentence by sentence.
struct RuleReader {
  private typealias L = DecisionLexicon
  let text: DecisionText
  private(set) var found: [FoundRule] = []
  /// Lines of quorums with the section they stand in, what they are, and whether they are one for votes.
  private var quorums: [(line: Int, section: Int, text: String)] = []

  init(_ text: DecisionText) {
    self.text = text
    for index in text.passages.indices { read(index) }
  }

  /// A sentence with its surroundings.
  private struct Place {
    let index: Int
    let passage: DecisionPassage
    let number: Int
    let words: [DecisionWord]
    let previous: [DecisionWord]?
    let clauses: [Range<Int>]
    let isCap: Bool

    func clause(of place: Int) -> Range<Int> { clauses.first { $0.contains(place) } ?? 0..<words.count }
  }

  private mutating func read(_ index: Int) {
    let passage = text.passages[index]
    guard passage.form != .heading, !passage.isQuoted else { return }
    if passage.form == .row { return readRow(passage) }
    guard text.isOwnText(passage) else { return }
    var previous: [DecisionWord]?
    for (number, words) in passage.sentences.enumerated() {
      if !L.exampleStart.begins(words) {
        let place = Place(
          index: index, passage: passage, number: number, words: words, previous: previous,
          clauses: Self.clauses(words), isCap: CapReader(text: text, passage: passage).cap(in: words) != nil)
        read(place)
      }
      previous = words
    }
  }

  static func clauses(_ words: [DecisionWord]) -> [Range<Int>] {
    var cuts: [Int] = [0]
    for index in words.indices.dropFirst() {
      if words[index].isMark, [";", ":"].contains(words[index].text) {
        cuts.append(index + 1)
      } else if DecisionLexicon.clauseBreaks.length(at: index, in: words) > 0 {
        cuts.append(index)
      }
    }
    return zip(cuts, cuts.dropFirst() + [words.count]).compactMap { $0 < $1 ? $0..<$1 : nil }
  }

  private mutating func read(_ place: Place) {
    let words = place.words
    var anchors = RuleAnchors.all(in: words)
    let listed = readList(place, &anchors)
    guard !L.opinions.occur(in: words), !L.temporary.occur(in: words) else { return }
    // A table of contents, and a pointer to what follows.
    if words.allSatisfy({ $0.isMark || $0.link?.hasPrefix("#") == true }) { return }
    if L.saidBelow.occur(in: words), place.passage.items.isEmpty { return }
    if isBareName(place, anchors) { anchors = [] }
    var count = 0
    for anchor in anchors {
      let signs = RuleSigns(
        text: text, passage: place.passage, isDefining: text.defining.contains(place.index), words: words,
        isCap: place.isCap, anchor: anchor)
      switch signs.verdict {
      case .rule:
        append(anchor, place)
        count += 1
      case .quorum: noteQuorum(words, place.passage)
      case .none: break
      }
    }
    if anchors.isEmpty, L.quorum.occur(in: words), L.quorumMet.occur(in: words) { noteQuorum(words, place.passage) }
    count += readApprovals(place, anchors)
    count += readElections(place)
    if anchors.isEmpty { count += readAgreement(place) }
    if count == 0, anchors.isEmpty, !listed { readBareVote(place) }
  }

  private mutating func append(_ anchor: RuleAnchor, _ place: Place) {
    var threshold = anchor.threshold ?? anchor.name.flatMap { text.threshold($0) }
    if anchor.method == .lazyConsensus { threshold = text.definitions[.lazyConsensus]?.threshold }
    var subjects = resolution(place, anchor).subjects()
    let isAgreement = anchor.method == .consensus || anchor.method == .lazyConsensus
    if isAgreement, subjects == [.code] { subjects = [.everything] }
    append(subjects, anchor, threshold, place)
  }

  private func resolution(_ place: Place, _ anchor: RuleAnchor, whole: Bool = false) -> RuleResolution {
    let all = 0..<place.words.count
    return RuleResolution(
      text: text, passage: place.passage, words: place.words, previous: place.previous,
      clauses: whole ? [all] : place.clauses, clause: whole ? all : place.clause(of: anchor.range.lowerBound),
      anchor: anchor)
  }

  private mutating func append(
    _ subjects: [DecisionRule.Subject], _ anchor: RuleAnchor, _ threshold: String?, _ place: Place,
    line: Int? = nil, isBareVote: Bool = false
  ) {
    let context = RuleContext(text: text, words: place.words, anchor: anchor)
    for subject in subjects {
      var rule = FoundRule(
        subject: subject, method: Self.method(anchor, threshold), threshold: threshold, line: line ?? anchor.line,
        section: place.passage.section, body: context.body(of: place.passage), base: context.base)
      rule.quorum = context.quorum
      rule.isFallback = context.isFallback(after: place.previous)
      rule.isBareVote = isBareVote
      if anchor.threshold == nil, let definition = anchor.name.flatMap(text.definition) {
        rule.definedAt = definition.line
        rule.base = definition.base ?? rule.base
        rule.quorum = rule.quorum ?? definition.quorum
      }
      found.append(rule)
    }
  }

  /// "Explicit majority" with two thirds is a supermajority, whatever its name.
  private static func method(_ anchor: RuleAnchor, _ threshold: String?) -> DecisionRule.Method {
    switch (anchor.method, threshold) {
    case (.supermajority, "1/2+"?): .majority
    case (.majority, let threshold?) where threshold != "1/2" && threshold != "1/2+": .supermajority
    default: anchor.method
    }
  }

  // MARK: Lists and tables

  /// Rules of a list whose introduction carries the threshold; says whether there was one.
  private mutating func readList(_ place: Place, _ anchors: inout [RuleAnchor]) -> Bool {
    let words = place.words
    let items = place.passage.items
    guard !items.isEmpty, !anchors.isEmpty, let last = place.passage.sentences.last else { return false }
    let isLast = place.number == place.passage.sentences.count - 1
    let isBeforeIntroduction =
      place.number == place.passage.sentences.count - 2 && last.last?.text == ":"
      && L.pronouns.begins(last)
    guard isLast || isBeforeIntroduction || L.theseKinds.occur(in: words) else { return false }
    let isIntroduction = words.last?.text == ":" && L.requiring.occur(in: words) || L.listLeads.occur(in: words)
    guard isIntroduction || !isLast, !L.doesNotApply.occur(in: words), !L.oneOfTheFollowing.occur(in: words) else {
      return false
    }
    let announcing = anchors.first { anchor in
      let clause = place.clause(of: anchor.range.lowerBound)
      return L.listLeads.occur(in: words, from: clause.lowerBound, to: clause.upperBound)
    }
    guard let anchor = announcing ?? anchors.last(where: { $0.method != .consensus }), anchor.method != .consensus
    else { return false }
    if let share = anchor.share, share.isBelowHalf, !L.voting.occur(in: words) { return false }
    let threshold = anchor.threshold ?? anchor.name.flatMap { text.threshold($0) }
    for item in items {
      let passage = text.passages[item]
      guard passage.form == .item, let first = passage.sentences.first,
        RuleAnchors.all(in: passage.words).first.map({ $0.method == .consensus }) ?? true
      else { continue }
      append(listedSubjects(first), anchor, threshold, place, line: first[0].line)
    }
    let clause = place.clause(of: anchor.range.lowerBound)
    anchors.removeAll { place.clause(of: $0.range.lowerBound) == clause }
    return true
  }

  private func listedSubjects(_ words: [DecisionWord]) -> [DecisionRule.Subject] {
    if L.vetoes.occur(in: words) { return [.other] }
    var start = 0
    if let colon = words.prefix(6).lastIndex(where: { $0.text == ":" }), !text.roles(in: words, to: colon).isEmpty {
      // "core maintainers: licensing" names who decides first.
      start = colon + 1
    }
    let named = text.subjects(in: words, from: start).settled
    return named.isEmpty ? [.other] : named
  }

  private mutating func readRow(_ passage: DecisionPassage) {
    guard
      let column = passage.header.firstIndex(where: {
        L.approvalColumns.occur(in: $0) && !L.notApprovalColumns.occur(in: $0)
      }), column > 0, column < passage.cells.count, let anchor = RuleAnchors.all(in: passage.cells[column]).first
    else { return }
    var threshold = anchor.threshold ?? anchor.name.flatMap { text.threshold($0) }
    if anchor.method == .consensus { threshold = text.definitions[.consensus]?.threshold }
    if anchor.method == .lazyConsensus { threshold = text.definitions[.lazyConsensus]?.threshold }
    let voters = passage.header.firstIndex { L.voterColumns.occur(in: $0) }.flatMap {
      $0 < passage.cells.count ? passage.cells[$0] : nil
    }
    for subject in listedSubjects(passage.cells[0]) {
      var rule = FoundRule(
        subject: subject, method: Self.method(anchor, threshold), threshold: threshold, line: passage.line,
        section: passage.section, body: voters.flatMap { text.body(in: $0, from: 0) } ?? text.usualBody)
      if anchor.method == .majority || anchor.method == .supermajority { rule.base = .unclear }
      rule.isRow = true
      found.append(rule)
    }
  }

  /// A list of the names of methods, each explained elsewhere.
  private func isBareName(_ place: Place, _ anchors: [RuleAnchor]) -> Bool {
    guard place.passage.form == .item, let anchor = anchors.first, place.words.count(where: { !$0.isMark }) <= 4 else {
      return false
    }
    let isUnderThreshold = place.passage.lead.map { lead in
      text.passages[lead].sentences.contains { !RuleAnchors.all(in: $0).isEmpty }
    }
    return isUnderThreshold != true && text.subjects(in: place.words, to: anchor.range.lowerBound).isEmpty
  }

  // MARK: Other forms

  /// "at least two approvals": the number of those who have to agree.
  private mutating func readApprovals(_ place: Place, _ anchors: [RuleAnchor]) -> Int {
    let words = place.words
    guard L.approvals.occur(in: words), !text.defining.contains(place.index) else { return 0 }
    for index in words.indices {
      guard let number = DecisionShare.number(at: index, in: words), (1...10).contains(number),
        DecisionShare.at(index, in: words) == nil,
        isApprovalCount(index, words, anchors)
      else { continue }
      let isWithOther = L.andOne.occur(in: words, from: index, to: index + 9)
      let anchor = RuleAnchor(
        method: .other, threshold: isWithOther ? "2" : "\(number)", range: index..<(index + 1),
        line: words[index].line)
      var subjects = resolution(place, anchor, whole: true).subjects()
      let heading = text.headingSubject(of: place.passage).subjects
      let isOfPeople = [heading, subjects].contains {
        $0.contains(.addMaintainer) || $0.contains(.removeMaintainer)
      }
      let lead = place.passage.form == .item ? place.passage.lead.map { text.passages[$0].words } : nil
      let isUnderMerging = lead.map { L.merging.occur(in: $0) && text.subjects(in: $0).isEmpty } ?? false
      let isMerging = L.merging.occur(in: words) && lead.map { text.subjects(in: $0).isEmpty } ?? true || isUnderMerging
      if isMerging, !isOfPeople, !heading.contains(.election),
        text.subjects(in: words, to: index).isEmpty
      {
        subjects = [.code]
      }
      append(subjects, anchor, anchor.threshold, place)
      return 1
    }
    return 0
  }

  private func isApprovalCount(_ index: Int, _ words: [DecisionWord], _ anchors: [RuleAnchor]) -> Bool {
    let start = max(0, index - 8)
    if words[index].text == "one", !(index > 1 && words[index - 1].text == "least") { return false }
    if anchors.contains(where: { $0.range.contains(index) }) { return false }
    return L.approvers.occur(in: words, from: index + 1, to: index + 4)
      && !L.notApprovers.occur(in: words, from: index + 1, to: index + 3)
      && L.demanding.occur(in: words, from: start, to: index)
      && L.approvals.occur(in: words, from: start, to: index + 10)
      && !L.sponsoring.occur(in: words, from: index - 7, to: index + 3)
      && !L.exceptions.occur(in: words, from: start, to: index)
      && !L.theSame.occur(in: words, from: index - 3, to: index)
  }

  private mutating func readElections(_ place: Place) -> Int {
    let words = place.words
    func anchor(_ range: Range<Int>, _ method: DecisionRule.Method) -> RuleAnchor {
      RuleAnchor(method: method, threshold: nil, range: range, line: words[range.lowerBound].line)
    }
    if let range = L.votingSystems.ranges(in: words).first {
      guard L.electing.occur(in: words), !L.notElecting.occur(in: words),
        !found.contains(where: { $0.subject == .election && $0.section == place.passage.section })
      else { return 0 }
      append([.election], anchor(range, .other), nil, place)
      return 1
    }
    if let range = L.mostVotes.ranges(in: words).first, !L.runnersUp.occur(in: words) {
      append([.election], anchor(range, .plurality), nil, place)
      return 1
    }
    if let range = L.lastWord.ranges(in: words).first, L.leaders.occur(in: words) {
      append([.everything], anchor(range, .other), nil, place)
      return 1
    }
    return 0
  }

  /// Nobody objects within a time, or everybody has to agree.
  private mutating func readAgreement(_ place: Place) -> Int {
    let words = place.words
    var method = DecisionRule.Method.lazyConsensus
    var range = L.noObjection.ranges(in: words).first
    if range == nil || !L.periods.occur(in: words) {
      method = .unanimity
      range = L.everybody.ranges(in: words).first { range in
        L.approving.occur(in: words, from: range.upperBound)
          && L.having.occur(in: words, from: range.upperBound, to: range.upperBound + 4)
      }
    }
    guard let range else { return 0 }
    let anchor = RuleAnchor(method: method, threshold: nil, range: range, line: words[range.lowerBound].line)
    // "At least three votes in favor and no vetoes within three days"
    let votes = words.indices.first { index in
      L.least.ends(before: index, in: words) && L.approvers.occur(in: words, from: index + 1, to: index + 3)
    }
    let threshold = votes.flatMap { DecisionShare.number(at: $0, in: words) }.map { "\($0)" }
    append(resolution(place, anchor, whole: true).subjects(), anchor, threshold, place)
    return 1
  }

  private mutating func readBareVote(_ place: Place) {
    let words = place.words
    guard let range = L.votesOnly.ranges(in: words).first, !L.notVotesOnly.occur(in: words) else { return }
    let anchor = RuleAnchor(method: .other, threshold: nil, range: range, line: words[range.lowerBound].line)
    var subjects = resolution(place, anchor, whole: true).subjects()
    if L.thisCanAlsoOccur.occur(in: words) { subjects = [.removeMaintainer] }
    let decided: Set<DecisionRule.Subject> = [.everything, .removeMaintainer, .governanceChange, .addMaintainer]
    append(subjects.filter(decided.contains), anchor, nil, place, isBareVote: true)
  }

  private mutating func noteQuorum(_ words: [DecisionWord], _ passage: DecisionPassage) {
    guard
      let index = words.indices.first(where: { DecisionShare.at($0, in: words) != nil || words[$0].text == "majority" })
    else { return }
    let share = DecisionShare.at(index, in: words)?.text ?? "1/2+"
    quorums.append((words[index].line, passage.section, "\(share) of members"))
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
    if let quorum = quorums.first, !rules.contains(where: { $0.line == quorum.line && $0.threshold != nil }),
      !rules.contains(where: { $0.subject == .everything && decided.contains($0.method) })
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

  private func withoutRestatements(_ rules: [FoundRule]) -> [FoundRule] {
    var result: [FoundRule] = []
    for rule in rules {
      let isAgreement = rule.method == .consensus || rule.method == .lazyConsensus
      let isRestated = result.contains { earlier in
        guard earlier.subject == rule.subject, earlier.method == rule.method, earlier.threshold == rule.threshold else {
          return false
        }
        if earlier.line == rule.line, earlier.body == rule.body { return true }
        return rule.subject == .everything && (isAgreement || earlier.section == rule.section)
      }
      if !isRestated { result.append(rule) }
    }
    return result
  }

  private func withQuorum(_ rule: FoundRule) -> FoundRule {
    guard rule.quorum == nil, rule.method == .majority || rule.method == .supermajority,
      let quorum = quorums.first(where: { $0.section == rule.section })
    else { return rule }
    var rule = rule
    rule.quorum = quorum.text
    return rule
  }
}
