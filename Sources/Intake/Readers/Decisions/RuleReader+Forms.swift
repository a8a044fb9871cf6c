/// Rules without the name of a majority: numbers of approvals, elections, agreement, votes without a threshold.
extension RuleReader {
  /// "at least two approvals": the number of those who have to agree.
  mutating func readApprovals(_ place: Place, _ anchors: [RuleAnchor]) -> Int {
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
      let isUnderMerging =
        lead.map { L.merging.occur(in: $0) && text.subjects(in: $0).isEmpty } ?? false
        || place.passage.headings.last.map { L.merging.occur(in: $0.words) } ?? false
      let isMerging = L.merging.occur(in: words) && lead.map { text.subjects(in: $0).isEmpty } ?? true || isUnderMerging
      // "Voting", below "Nominations"
      let roles = place.passage.headings.dropFirst().last { L.gettingRoles.occur(in: $0.words) }
      if let roles, subjects == [.code] {
        let named = text.subjects(in: roles.words).settled
        subjects = named.isEmpty ? [.addMaintainer] : named
      }
      // "Anybody may propose a new member. The pull request must have two approvals."
      let isReferring = L.thePullRequest.begins(words) && place.previous.map { !text.subjects(in: $0).isEmpty } ?? false
      if isMerging, !isOfPeople, !isReferring, roles == nil, !heading.contains(.election),
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
    return L.approvers.occur(in: words, from: index + 1, to: index + 6)
      && (L.demanding.occur(in: words, from: start, to: index) || L.conditions.ends(before: index, in: words))
      && L.approvals.occur(in: words, from: start, to: index + 22)
      && !L.sponsoring.occur(in: words, from: index - 7, to: index + 3)
      && !L.theSame.occur(in: words, from: index - 3, to: index)
      && !L.present.occur(in: words, from: index + 1, to: index + 6)
  }

  mutating func readElections(_ place: Place) -> Int {
    let words = place.words
    func anchor(_ range: Range<Int>, _ method: DecisionRule.Method) -> RuleAnchor {
      RuleAnchor(method: method, threshold: nil, range: range, line: words[range.lowerBound].line)
    }
    if let range = L.votingSystems.ranges(in: words).first {
      // A tool for elections can count other votes, too.
      let isElection =
        L.electing.occur(in: place.passage.words) || place.passage.headings.contains { L.electing.occur(in: $0.words) }
      guard isElection,
        !found.contains(where: { $0.subject == .election && $0.section == place.passage.section })
      else { return 0 }
      append([.election], anchor(range, .other), nil, place)
      return 1
    }
    if let range = L.mostVotes.ranges(in: words).first, !L.runnersUp.occur(in: words) {
      append([.election], anchor(range, .plurality), nil, place)
      return 1
    }
    for (kind, phrases) in [(OwnVoice.Kind.lastWord, L.lastWord), (.ties, L.breakingTies)] {
      guard let range = phrases.ranges(in: words).first, let holder = leader(before: range.lowerBound, in: place),
        !L.negations.occur(in: words, from: range.lowerBound - 3, to: range.upperBound)
      else { continue }
      append([.everything], anchor(range, .other), nil, place)
      found[found.count - 1].ownVoice = OwnVoice(kind: kind, holder: holder)
      return 1
    }
    return 0
  }

  /// The one person who is named right before a place, as "the project lead has" or "the BDFL, who leads, has", or the few
  /// who lead together: "lead maintainers have"; nil where others or the head of a part are named.
  private func leader(before end: Int, in place: Place) -> String? {
    let words = place.words
    if end > 1, L.leaders.length(at: end - 2, in: words) == 1, L.bodyNouns.length(at: end - 1, in: words) == 1 {
      return words[(end - 2)..<end].map(\.text).joined(separator: " ")
    }
    guard !L.groups.occur(in: words) else { return nil }
    let start = max(place.clause(of: end).lowerBound, end - 8)
    guard let leader = L.leaders.ranges(in: words, from: start, to: end).last,
      // "The lead and the maintainers have", "the chair of the committee has"
      !L.bodyNouns.ranges(in: words, from: leader.upperBound, to: end).contains(where: { range in
        !L.ofTheBody.ends(before: range.lowerBound, in: words)
      })
    else { return nil }
    var first = leader.lowerBound
    while first > 0, L.bodyQualifiers.length(at: first - 1, in: words) == 1 { first -= 1 }
    return words[first..<leader.upperBound].map(\.text).joined(separator: " ")
  }

  /// Nobody objects within a time, or everybody has to agree.
  mutating func readAgreement(_ place: Place) -> Int {
    let words = place.words
    var method = DecisionRule.Method.lazyConsensus
    // "No objections do not mean that everybody agrees."
    var range = L.noObjection.ranges(in: words).first.flatMap {
      L.negations.occur(in: words, from: $0.upperBound) ? nil : $0
    }
    // "A proposal is accepted if it receives +2 and no vetoes."
    if let range, let plus = words.lazy.compactMap(\.plus).first(where: { $0 > 1 }) {
      let anchor = RuleAnchor(method: .other, threshold: "\(plus)", range: range, line: words[range.lowerBound].line)
      append(resolution(place, anchor, whole: true).subjects(), anchor, anchor.threshold, place)
      return 1
    }
    if range == nil || !L.periods.occur(in: words) && !L.asLongAs.occur(in: words) && !L.acceptance.occur(in: words) {
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

  /// A vote whose threshold is not stated, by itself or when agreement fails; a "consensus vote" is none.
  mutating func readBareVote(_ place: Place, behind agreement: RuleAnchor?) {
    let words = place.words
    let start = agreement.map { $0.range.upperBound + 1 } ?? 0
    guard let range = L.votesOnly.ranges(in: words, from: start).first, !L.notVotesOnly.occur(in: words),
      !text.isAskedOfProjects(place.passage)
    else { return }
    let anchor = RuleAnchor(method: .other, threshold: nil, range: range, line: words[range.lowerBound].line)
    // "By the same vote as described in Changes in Membership" is not about those.
    let end = L.pointing.ranges(in: words, from: range.upperBound).first?.lowerBound ?? words.count
    var subjects = resolution(place.cut(to: end), anchor, whole: true).subjects()
    if L.thisCanAlsoOccur.occur(in: words) { subjects = [.removeMaintainer] }
    let decided: Set<DecisionRule.Subject> = [.everything, .removeMaintainer, .governanceChange, .addMaintainer]
    append(subjects.filter(decided.contains), anchor, nil, place, isBareVote: true)
  }
}
