import Words

/// What the words of a clause or heading name as decided about.
struct NamedSubjects: Sendable {
  var subjects: [DecisionRule.Subject] = []
  /// A removal is named, and not of whom.
  var isRemovalOfSomebody = false

  var isEmpty: Bool { subjects.isEmpty && !isRemovalOfSomebody }
  /// The subjects, a removal of somebody taken for one of the body itself.
  var settled: [DecisionRule.Subject] {
    isRemovalOfSomebody && !subjects.contains(.removeMaintainer) ? subjects + [.removeMaintainer] : subjects
  }

  mutating func add(_ subject: DecisionRule.Subject) {
    if !subjects.contains(subject) { subjects.append(subject) }
  }
}

/// A role named in a sentence.
struct NamedRole: Sendable {
  enum Kind: Sendable { case own, committee, lead, other }
  let range: Range<Int>
  let kind: Kind
}

extension DecisionText {
  /// Roles named from one place to another.
  func roles(in words: [DecisionWord], from start: Int = 0, to end: Int? = nil) -> [NamedRole] {
    let end = min(end ?? words.count, words.count)
    var result: [NamedRole] = []
    var index = max(start, 0)
    while index < end {
      guard let role = role(at: index, in: words, before: end) else {
        index += 1
        continue
      }
      if role.kind == .committee, let last = result.last,
        L.memberRoles.length(at: last.range.lowerBound, in: words) > 0,
        L.ofTheBody.length(at: last.range.upperBound, in: words, before: index) == index - last.range.upperBound
      {
        // "Members of the board"
        result[result.count - 1] = NamedRole(range: last.range.lowerBound..<role.range.upperBound, kind: .committee)
        index = role.range.upperBound
        continue
      }
      let isOfCommittee = role.kind == .committee || L.memberRoles.length(at: index, in: words) > 0
      if isOfCommittee, let last = result.last, last.kind == .committee, last.range.upperBound == index {
        result[result.count - 1] = NamedRole(range: last.range.lowerBound..<role.range.upperBound, kind: .committee)
      } else {
        result.append(role)
      }
      index = role.range.upperBound
    }
    return result
  }

  private func role(at index: Int, in words: [DecisionWord], before end: Int) -> NamedRole? {
    var best = (length: 0, kind: NamedRole.Kind.other)
    func consider(_ phrases: WordPhrases, _ kind: NamedRole.Kind) {
      let length = phrases.length(at: index, in: words, before: end)
      if length > best.length || length == best.length && kind == .own { best = (length, kind) }
    }
    let isAccess = ["commit", "write"].contains(words[index].text)
    consider(L.otherRoles, deciders == "committers" && isAccess ? .own : .other)
    consider(L.committeeRoles, .committee)
    if best.length == 0, shortNames[words[index].text] != nil { best = (1, .committee) }
    consider(L.leadRoles, .lead)
    consider(L.maintainerRoles, .own)
    consider(L.committerRoles, deciders == "committers" || !namesMaintainers ? .own : .other)
    if deciders == "approvers" { consider(L.approversAlone, .own) }
    if deciders == "owners" { consider(L.ownersAlone, .own) }
    consider(L.memberRoles, committee != nil ? .committee : hasMemberLadder ? .other : .own)
    return best.length > 0 ? NamedRole(range: index..<(index + best.length), kind: best.kind) : nil
  }

  /// Whether a role names those who vote, not those voted about: "approved by maintainers", "a majority of the members".
  func isVoter(
    _ role: NamedRole, in words: [DecisionWord], from start: Int, to end: Int, anchor: RuleAnchor? = nil
  ) -> Bool {
    let first = role.range.lowerBound
    let last = role.range.upperBound
    for place in stride(from: first - 1, through: max(start, first - 5), by: -1) {
      let text = words[place].text
      if text == "by" { return true }
      // "Approved from the committee", not "removed from the committee"
      if text == "from" { return !L.removing.ends(before: place, in: words) }
      if text == "of", place > max(start, first - 5) {
        let before = words[place - 1].text
        if L.voteNouns.length(at: place - 1, in: words) > 0 || before.hasSuffix("%")
          || before.holds(byte: UInt8(ascii: "/"))
        {
          return true
        }
      }
      if L.beforeVoters.length(at: place, in: words) == 0 { break }
    }
    let isVoted = isVotedOn(role, in: words, to: end)
    if last < min(end, words.count), !isVoted, L.votingVerbs.length(at: last, in: words) > 0 { return true }
    guard let anchor, first >= anchor.range.upperBound, first - anchor.range.upperBound <= 8 else { return false }
    return !words[anchor.range.upperBound..<first].contains { $0.isMark && [",", ";"].contains($0.text) }
      && !L.aboutWords.occur(in: words, from: anchor.range.upperBound, to: first)
  }

  /// "Membership votes" and "for a maintainer vote" are about it, "maintainer votes" by them.
  private func isVotedOn(_ role: NamedRole, in words: [DecisionWord], to end: Int) -> Bool {
    let last = role.range.upperBound
    let isFor = role.range.lowerBound > 0 && words[role.range.lowerBound - 1].text == "for"
    return last < end && (isFor || words[last - 1].text == "membership") && L.votes.length(at: last, in: words) > 0
  }

  /// Whether a change of the rules themselves is named.
  func isGovernanceChange(_ words: [DecisionWord], from start: Int = 0, to end: Int? = nil) -> Bool {
    if L.amendments.occur(in: words, from: start, to: end) { return true }
    let governance = L.governance.ranges(in: words, from: start, to: end)
    guard !governance.isEmpty else { return false }
    let passing = L.governanceInPassing.ranges(in: words, from: start, to: end)
    let changes = L.changing.ranges(in: words, from: start, to: end)
    return governance.contains { range in
      let isInPassing = passing.contains {
        $0.lowerBound <= range.lowerBound && range.upperBound <= $0.upperBound && words[$0.lowerBound].text != "of"
      }
      if isInPassing { return false }
      let isChanged = changes.contains { change in
        change.lowerBound < range.lowerBound
          && !(change.lowerBound > start && words[change.lowerBound - 1].text == "not")
          && range.lowerBound - change.upperBound <= 12
          && !words[min(change.upperBound, range.lowerBound)..<range.lowerBound].contains {
            $0.isMark && [".", ";", ":"].contains($0.text)
          }
      }
      return isChanged
        || range.upperBound < min(end ?? words.count, words.count)
          && L.changing.length(at: range.upperBound, in: words) > 0
    }
  }

  /// What is decided about, as far as these words say.
  func subjects(
    in words: [DecisionWord], from start: Int = 0, to end: Int? = nil, anchor: RuleAnchor? = nil
  ) -> NamedSubjects {
    let start = max(start, 0)
    let end = min(end ?? words.count, words.count)
    var result = NamedSubjects()
    guard start < end else { return result }
    let isOfMaintainers = L.maintainerRoles.occur(in: words, from: start, to: end)
    if isOfMaintainers, L.votingIn.occur(in: words, from: start, to: end) { result.add(.addMaintainer) }
    if isOfMaintainers || L.memberRoles.occur(in: words, from: start, to: end),
      L.votingOut.occur(in: words, from: start, to: end)
    {
      result.add(.removeMaintainer)
    }
    if !result.isEmpty { return result }
    if isGovernanceChange(words, from: start, to: end) {
      result.add(.governanceChange)
      return result
    }
    let removals = L.removing.ranges(in: words, from: start, to: end)
    let roles = roles(in: words, from: start, to: end)
      .filter { !isVoter($0, in: words, from: start, to: end, anchor: anchor) }
    for removal in removals {
      switch removed(by: removal, words, roles, from: start, to: end) {
      case .own?, .committee?, .lead?: result.add(.removeMaintainer)
      case .other?: result.add(.other)
      case nil:
        if L.otherObjects.occur(in: words, from: start, to: end) || L.removable.occur(in: words, from: start, to: end) {
          result.add(.other)
        } else {
          result.isRemovalOfSomebody = true
        }
      }
    }
    let added = added(words, roles, from: start, to: end, isRemoval: !removals.isEmpty)
    if added.contains(.own) { result.add(.addMaintainer) }
    if added.contains(.committee) || added.contains(.lead) { result.add(.election) }
    if added.contains(.other), !added.contains(.own) { result.add(.other) }
    return result
  }

  private func removed(
    by removal: Range<Int>, _ words: [DecisionWord], _ roles: [NamedRole], from start: Int, to end: Int
  ) -> NamedRole.Kind? {
    let first = removal.lowerBound
    // "Adopt, change or revoke policies"
    if removal.upperBound < end, words[removal.upperBound].text == "policies" { return .other }
    // "Removal of a project"
    if let object = object(behind: removal.upperBound, words, to: end) { return object }
    let isPassive = [first - 1, first - 2].contains { $0 >= start && L.passive.length(at: $0, in: words) > 0 }
    let isNoun =
      L.removalNouns.length(at: first, in: words) > 0
      && !(removal.upperBound < end && ["of", "from"].contains(words[removal.upperBound].text))
    let before = roles.lastIndex { $0.range.upperBound <= first && first - $0.range.upperBound <= 9 }
    let after = roles.firstIndex { $0.range.lowerBound >= removal.upperBound }
      .flatMap { roles[$0].range.lowerBound - removal.upperBound <= 9 ? $0 : nil }
    guard var index = (isPassive || isNoun ? before : nil) ?? after ?? before else { return nil }
    var kind = roles[index].kind
    // "A member can be removed from the committee"
    if isPassive, let after, roles[after].kind != .other, words[removal.upperBound..<end].first?.text == "from" {
      return roles[after].kind
    }
    // "removing committers or maintainers"
    while index + 1 < roles.count, roles[index + 1].range.lowerBound - roles[index].range.upperBound == 1,
      ["or", "and"].contains(words[roles[index].range.upperBound].text)
    {
      index += 1
      if roles[index].kind == .own { kind = .own }
    }
    return kind
  }

  /// Something else right behind a verb or noun, of which no role is a part: "of a project", not "of a project lead".
  private func object(behind index: Int, _ words: [DecisionWord], to end: Int) -> NamedRole.Kind? {
    var place = index
    while place < end, L.beforeObjects.length(at: place, in: words) > 0 { place += 1 }
    let length = L.otherObjects.length(at: place, in: words, before: end)
    return length > 0 && !isOfRole(place..<(place + length), in: words) ? .other : nil
  }

  /// Whether words only say whose a role is: "project maintainers".
  func isOfRole(_ range: Range<Int>, in words: [DecisionWord]) -> Bool {
    !roles(in: words, from: range.lowerBound, to: range.upperBound + 2).allSatisfy {
      $0.range.upperBound <= range.upperBound
    }
  }

  private func added(
    _ words: [DecisionWord], _ roles: [NamedRole], from start: Int, to end: Int, isRemoval: Bool
  ) -> Set<NamedRole.Kind> {
    if L.additions.occur(in: words, from: start, to: end), L.removals.occur(in: words, from: start, to: end) {
      let kinds = Set(roles.map(\.kind))
      return kinds.contains(.own) ? [.own] : kinds
    }
    var kinds: Set<NamedRole.Kind> = []
    for role in roles {
      let first = role.range.lowerBound
      let last = role.range.upperBound
      let isCoordinated = first > start && ["or", "and", ","].contains(words[first - 1].text)
      let isNew = L.adding.occur(in: words, from: max(start, first - (isCoordinated ? 7 : 4)), to: first)
      let isSelected =
        last < end && L.selection.length(at: last, in: words) > 0 || isVotedOn(role, in: words, to: end)
      if isNew || isSelected || !isRemoval && becomes(after: last, words, to: end) { kinds.insert(role.kind) }
    }
    return kinds
  }

  /// "must be elected", "are nominated and approved".
  private func becomes(after index: Int, _ words: [DecisionWord], to end: Int) -> Bool {
    for place in index..<max(index, min(end, index + 9)) {
      if words[place].isMark, words[place].text != "(" { return false }
      if L.becoming.length(at: place, in: words) > 0,
        L.beforeParticiple.occur(in: words, from: max(index, place - 3), to: place)
      {
        return true
      }
      if DecisionLexicon.relatives.contains(words[place].text) { return false }
    }
    return false
  }
}
