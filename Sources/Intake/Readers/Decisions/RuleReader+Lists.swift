/// Rules that stand in lists under a threshold and in tables.
extension RuleReader {
  /// Rules of a list whose introduction carries the threshold; says whether there was one.
  mutating func readList(_ place: Place, _ anchors: inout [RuleAnchor]) -> Bool {
    let words = place.words
    let items = place.passage.items
    guard !items.isEmpty, !anchors.isEmpty, let last = place.passage.sentences.last else { return false }
    let isLast = place.number == place.passage.sentences.count - 1
    let isBeforeIntroduction =
      place.number == place.passage.sentences.count - 2 && last.last?.text == ":"
      && L.pronouns.begins(last)
    guard isLast || isBeforeIntroduction || L.theseKinds.occur(in: words) else { return false }
    let isIntroduction = words.last?.text == ":" && L.requiring.occur(in: words) || L.listLeads.occur(in: words)
    guard isIntroduction || !isLast, !L.oneOfTheFollowing.occur(in: words) else {
      return false
    }
    let announcing = anchors.first { anchor in
      let clause = place.clause(of: anchor.range.lowerBound)
      return L.listLeads.occur(in: words, from: clause.lowerBound, to: clause.upperBound)
    }
    guard let anchor = announcing ?? anchors.last(where: { $0.method != .consensus }), anchor.method != .consensus
    else { return false }
    if let share = anchor.share, share.isBelowHalf, !L.voting.occur(in: words) { return false }
    // "Maintainers are added by a majority vote, based on the following:" above what is asked of them
    let own = text.subjects(in: words, anchor: anchor).subjects
    if own.contains(where: { [.addMaintainer, .removeMaintainer, .election].contains($0) }),
      items.allSatisfy({ text.passages[$0].sentences.first.map { text.subjects(in: $0).isEmpty } ?? true })
    {
      return false
    }
    let threshold = anchor.threshold ?? anchor.name.flatMap { text.threshold($0) }
    for item in items {
      let passage = text.passages[item]
      guard passage.form == .item, let first = passage.sentences.first,
        RuleAnchors.all(in: passage.words).first.map({ $0.method == .consensus }) ?? true
      else { continue }
      let count = found.count
      append(listedSubjects(first), anchor, threshold, place, line: first[0].line)
      // "Updates to the governance by the steering committee"
      let by = first.lastIndex { $0.text == "by" }
      guard let body = by.flatMap({ text.body(in: first, from: $0 + 1, reach: 6) }) else { continue }
      for index in count..<found.count { found[index].body = body }
    }
    let clause = place.clause(of: anchor.range.lowerBound)
    anchors.removeAll { place.clause(of: $0.range.lowerBound) == clause }
    return true
  }

  private func listedSubjects(_ words: [DecisionWord]) -> [DecisionRule.Subject] {
    var start = 0
    if let colon = words.prefix(6).lastIndex(where: { $0.text == ":" }), !text.roles(in: words, to: colon).isEmpty {
      // "core maintainers: licensing" names who decides first.
      start = colon + 1
    }
    let named = text.subjects(in: words, from: start).settled
    return named.isEmpty ? [.other] : named
  }

  mutating func readRow(_ passage: DecisionPassage) {
    guard let (column, anchor) = approval(ofRow: passage) else { return }
    var threshold = anchor.threshold ?? anchor.name.flatMap { text.threshold($0) }
    if anchor.method == .consensus { threshold = text.definitions[.consensus]?.threshold }
    if anchor.method == .lazyConsensus { threshold = text.definitions[.lazyConsensus]?.threshold }
    let voters = passage.header.firstIndex { L.voterColumns.occur(in: $0) }.flatMap {
      $0 < passage.cells.count ? passage.cells[$0] : nil
    }
    for subject in subjects(ofRow: passage, except: column) {
      var rule = FoundRule(
        subject: subject, method: Self.method(anchor, threshold), threshold: threshold, line: passage.line,
        section: passage.section, body: voters.flatMap { text.body(in: $0, from: 0) } ?? text.usualBody)
      if anchor.method == .majority || anchor.method == .supermajority { rule.base = .unclear }
      rule.isRow = true
      found.append(rule)
    }
  }

  /// The first column of ways to decide that says one.
  private func approval(ofRow row: DecisionPassage) -> (column: Int, anchor: RuleAnchor)? {
    for (column, header) in row.header.enumerated().dropFirst() where column < row.cells.count {
      if L.approvalColumns.occur(in: header),
        let anchor = RuleAnchors.all(in: row.cells[column]).first ?? number(of: row, in: column)
      {
        return (column, anchor)
      }
    }
    return nil
  }

  /// "3", below "Approvals required"
  private func number(of row: DecisionPassage, in column: Int) -> RuleAnchor? {
    guard L.approvals.occur(in: row.header[column]) || L.votes.occur(in: row.header[column]),
      let number = DecisionShare.number(at: 0, in: row.cells[column]), (1...20).contains(number)
    else { return nil }
    return RuleAnchor(method: .other, threshold: "\(number)", range: 0..<1, line: row.line)
  }

  /// What a row is about: its first cell, else what the others name, part by part.
  private func subjects(ofRow passage: DecisionPassage, except column: Int) -> [DecisionRule.Subject] {
    let first = listedSubjects(passage.cells[0])
    let isNamed = !text.roles(in: passage.cells[0]).isEmpty || L.otherObjects.occur(in: passage.cells[0])
    guard first == [.other], !isNamed else { return first }
    var named: [DecisionRule.Subject] = []
    for (index, cell) in passage.cells.enumerated() where index != column {
      guard index < passage.header.count, !L.voterColumns.occur(in: passage.header[index]) else { continue }
      for part in cell.split(whereSeparator: { $0.isMark && $0.text == "," }) {
        for subject in text.subjects(in: Array(part)).settled where subject != .other && !named.contains(subject) {
          named.append(subject)
        }
      }
    }
    return named.isEmpty ? first : named
  }

  /// A list of the names of methods, each explained elsewhere.
  func isBareName(_ place: Place, _ anchors: [RuleAnchor]) -> Bool {
    guard place.passage.form == .item, let anchor = anchors.first, anchor.share == nil,
      place.words.count(where: { !$0.isMark }) <= 4
    else {
      return false
    }
    let isUnderThreshold = place.passage.lead.map { lead in
      text.passages[lead].sentences.contains { !RuleAnchors.all(in: $0).isEmpty }
    }
    return isUnderThreshold != true && text.subjects(in: place.words, to: anchor.range.lowerBound).isEmpty
  }
}
