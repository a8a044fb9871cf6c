import Words

/// What the nearest heading that names anything says a rule below it is about.
struct HeadingSubject: Sendable {
  var subjects: [DecisionRule.Subject] = []
  /// The heading only names a role.
  var role: NamedRole.Kind?
  /// The heading names people, not the committee they are in.
  var isOfMembers = false
  /// The heading is the document's own, which says less than one of a section.
  var isTitle = false

  /// Subjects that win over a general word like "vote".
  var specific: [DecisionRule.Subject] {
    subjects.filter { [.governanceChange, .removeMaintainer, .addMaintainer].contains($0) }
  }
  /// Whether it is about something below or beside those who decide.
  var isOther: Bool { subjects.first == .other || role == .other }
}

extension DecisionText {
  /// The few words above the lists a passage stands in: "SIG chairs:".
  func labels(of passage: DecisionPassage) -> [DecisionPassage.Heading] {
    sequence(first: passage) { $0.lead.map { passages[$0] } }.dropFirst().compactMap { lead in
      lead.form == .item && lead.words.count <= 5 && RuleAnchors.all(in: lead.words).isEmpty
        ? DecisionPassage.Heading(level: 7, words: lead.words, line: lead.line) : nil
    }
  }

  func headingSubject(of passage: DecisionPassage) -> HeadingSubject {
    let labels = labels(of: passage)
    for heading in labels + passage.headings.reversed() {
      var named = subjects(in: heading.words).settled
      if named.count > 1 { named.removeAll { $0 == .other } }
      if !named.isEmpty { return HeadingSubject(subjects: named) }
      if L.lifecycle.occur(in: heading.words) { continue }
      if L.decisions.occur(in: heading.words) || L.deciding.occur(in: heading.words) {
        // "Voting:", below "Spending of funds"
        let isLabel = labels.contains { $0.line == heading.line }
        if isLabel, passage.headings.last.map({ L.otherObjects.occur(in: $0.words) }) == true { continue }
        return HeadingSubject(subjects: [.everything])
      }
      let role = roles(in: heading.words).first
      // "Changes in the Steering Committee" are new members of it.
      if L.changing.occur(in: heading.words), role?.kind == .lead || role?.kind == .committee {
        return HeadingSubject(subjects: [.election])
      }
      if heading.words.count(where: { !$0.isMark }) <= 5, let role {
        let isOfMembers = role.kind == .own || heading.words.contains { $0.text == "member" || $0.text == "members" }
        return HeadingSubject(
          role: role.kind, isOfMembers: isOfMembers, isTitle: heading.line == passage.headings.first?.line)
      }
      // The title of a charter names the project, and may be of "a series of … projects".
      if L.otherObjects.occur(in: heading.words), !L.governance.occur(in: heading.words) {
        return HeadingSubject(subjects: [.other])
      }
    }
    return HeadingSubject()
  }
}

/// Finds out what a rule is about: its clause says so, else the list's introduction, the sentence before or the heading.
struct RuleResolution {
  private typealias L = DecisionLexicon
  let text: DecisionText
  let passage: DecisionPassage
  let words: [DecisionWord]
  let previous: [DecisionWord]?
  let clauses: [Range<Int>]
  let clause: Range<Int>
  let anchor: RuleAnchor

  private func occurs(_ phrases: WordPhrases) -> Bool {
    phrases.occur(in: words, from: clause.lowerBound, to: clause.upperBound)
  }

  func subjects() -> [DecisionRule.Subject] {
    let isAgreement = anchor.method == .consensus || anchor.method == .lazyConsensus
    if occurs(L.singleCases) { return [.other] }
    if L.extending.occur(in: words), L.inactivityPeriod.occur(in: words) { return [.other] }
    if occurs(L.votingSystems) || occurs(L.fillingSeats) { return [.election] }
    let isRest = occurs(L.everythingElse) || clauses.count == 1 && L.everythingElse.occur(in: words)
    let isEverythingElse = isRest || occurs(L.unlessOtherwise)
    if !isEverythingElse, occurs(L.such), let previous, let subjects = listed(in: previous) { return subjects }
    let named = namedInClause()
    let isBelowItsName = isAgreement && passage.headings.last.map { L.consensus.occur(in: $0.words) } ?? false
    if isBelowItsName, named.isEmpty, !L.code.occur(in: words), !occurs(L.removing) { return [.everything] }
    if isRest, named != [.governanceChange], !occurs(L.dayToDay) { return [.everything] }
    if !named.isEmpty { return named }
    guard isEverythingElse else { return fromContext() }
    // "The voting process is a majority vote", below "Losing membership"
    let specific = isRest ? [] : text.headingSubject(of: passage).specific
    return specific.isEmpty ? [.everything] : specific
  }

  private func listed(in previous: [DecisionWord]) -> [DecisionRule.Subject]? {
    var subjects = text.subjects(in: previous).settled
    if L.promotion.occur(in: previous), L.maintainerRoles.occur(in: previous), !subjects.contains(.addMaintainer) {
      subjects.append(.addMaintainer)
    }
    if L.otherObjects.occur(in: previous), !subjects.contains(.other) { subjects.append(.other) }
    return subjects.isEmpty ? nil : subjects
  }

  /// The beginning of the clause, behind what it leaves out: "Other than adding maintainers, any change needs …".
  private var startBehindExceptions: Int {
    let start = clause.lowerBound
    let end = min(clause.upperBound, anchor.range.lowerBound)
    guard start < end, L.leavingOut.length(at: start, in: words) > 0 else { return start }
    return words[start..<end].firstIndex { $0.isMark && $0.text == "," }.map { $0 + 1 } ?? start
  }

  private func namedInClause() -> [DecisionRule.Subject] {
    let start = startBehindExceptions
    let middle = min(clause.upperBound, anchor.range.lowerBound)
    var named = text.subjects(in: words, from: start, to: middle)
    if named.isEmpty { named = text.subjects(in: words, from: start, to: clause.upperBound, anchor: anchor) }
    guard named.isRemovalOfSomebody else { return named.subjects }
    let roles = text.roles(in: words, to: anchor.range.lowerBound)
      .filter { !text.isVoter($0, in: words, from: 0, to: anchor.range.lowerBound) }
    let heading = text.headingSubject(of: passage)
    // Those of whom the sentence before speaks are meant by "they".
    let said = previous.map { text.roles(in: $0, to: $0.count) } ?? []
    let isOfOthers = said.contains { $0.kind == .other } && !said.contains { $0.kind == .own }
    // The title of a ladder names all roles.
    if roles.isEmpty, isOfOthers || heading.isOther && (!heading.isTitle || !said.isEmpty) { return [.other] }
    return !roles.isEmpty && roles.allSatisfy { $0.kind == .other } ? [.other] : [.removeMaintainer]
  }

  private func fromContext() -> [DecisionRule.Subject] {
    let heading = text.headingSubject(of: passage)
    let specific = heading.specific
    let isCode = L.code.occur(in: words)
    if L.pronouns.begins(words) || occurs(L.theVote), let previous {
      if heading.isOther { return [.other] }
      let named = text.subjects(in: previous).settled
      // A "member" below "Removal of council members" is one of the council.
      if !named.isEmpty { return named == [.other] && !specific.isEmpty ? specific : named }
    }
    if occurs(L.theVote), !specific.isEmpty { return specific }
    for earlier in clauses.reversed() where earlier.upperBound <= clause.lowerBound {
      let named = text.subjects(in: words, from: earlier.lowerBound, to: earlier.upperBound).settled
      if !named.isEmpty { return named }
    }
    let isOfCandidate = occurs(L.theVote) && L.candidacy.occur(in: words, to: clause.lowerBound)
    if isOfCandidate || occurs(L.candidacy), !occurs(L.notCandidacy) { return fromCandidacy(heading) }
    if occurs(L.thePullRequest), !specific.isEmpty || heading.subjects.contains(.other) {
      return specific.isEmpty ? [.other] : specific
    }
    if namesOtherObject, !isAboutAllDecisions { return [.other] }
    if isCode, heading.role == .other { return [.other] }
    if isCode, !specific.isEmpty { return specific }
    if isCode, anchor.method == .other || anchor.method == .lazyConsensus && heading.subjects != [.everything] {
      let introduced = passage.lead.map { text.subjects(in: text.passages[$0].words).settled } ?? []
      return introduced == [.addMaintainer] || introduced == [.removeMaintainer] ? introduced : [.code]
    }
    // "**Changes to this charter** are announced. They pass with …"
    if passage.form == .item, let label = passage.sentences.first, label != words {
      let named = text.subjects(in: label).settled
      if !named.isEmpty { return named }
    }
    if heading.isOther, !occurs(L.generalDecisions) { return [.other] }
    if specific.isEmpty, let lead = passage.lead, let introduction = text.passages[lead].sentences.last {
      let named = text.subjects(in: introduction).settled
      if !named.isEmpty { return named }
    }
    if occurs(L.theVote), let previous {
      let named = text.subjects(in: previous).settled
      if !named.isEmpty { return named }
      if L.otherObjects.occur(in: previous) { return [.other] }
    }
    if specific.isEmpty, refersToEarlierGovernance { return [.governanceChange] }
    let isAboutVotesOnly = heading.isOfMembers && heading.role != .other && !occurs(L.disputes)
    if namesDecisions, !isAboutVotesOnly {
      if !specific.isEmpty { return specific }
      if occurs(L.disputes) { return [.everything] }
      if heading.subjects.contains(.election) { return [.election] }
      if heading.role == .own, occurs(L.passing) { return [.addMaintainer] }
      return heading.subjects.contains(.other) ? [.other] : [.everything]
    }
    return fromBefore(heading)
  }

  /// What is decided where somebody is nominated.
  private func fromCandidacy(_ heading: HeadingSubject) -> [DecisionRule.Subject] {
    if heading.isOther || heading.subjects.contains(.other) { return [.other] }
    let specific = heading.specific
    // Below "Adding and removing", those who are nominated are added.
    if specific.count > 1, !L.removing.occur(in: words) { return specific.filter { $0 != .removeMaintainer } }
    if !specific.isEmpty { return specific }
    let isOffice = heading.role == .committee || heading.role == .lead
    return isOffice || heading.subjects.contains(.election) || text.committee != nil ? [.election] : [.addMaintainer]
  }

  /// Decisions in general, of which "voting members" says nothing, and "a majority vote" only how they are made.
  private var namesDecisions: Bool {
    let isAgreement = anchor.method == .consensus || anchor.method == .lazyConsensus
    return L.decisions.ranges(in: words, from: clause.lowerBound, to: clause.upperBound).contains { range in
      let text = words[range.lowerBound].text
      // "This decision takes …" is the one just named.
      if range.lowerBound > 0, L.demonstratives.length(at: range.lowerBound - 1, in: words) > 0 { return false }
      if text == "voting", L.voters.length(at: range.upperBound, in: words) > 0 { return false }
      guard !isAgreement, L.voteNouns.length(at: range.lowerBound, in: words) > 0 || text == "decision" else {
        return true
      }
      let isBehind = (anchor.range.upperBound...anchor.range.upperBound + 1).contains(range.lowerBound)
      let isBefore =
        range.upperBound <= anchor.range.lowerBound
        && (range.upperBound..<anchor.range.lowerBound).allSatisfy { L.beforeShare.length(at: $0, in: words) > 0 }
      return !isBehind && !isBefore
    }
  }

  /// "The decisions of the groups are made …", "projects make decisions by …", not "decisions about releases".
  private var isAboutAllDecisions: Bool {
    guard let place = words.prefix(5).firstIndex(where: { $0.text == "decisions" }), place + 1 < words.count else {
      return false
    }
    let isMade = place > 0 && ["make", "makes"].contains(words[place - 1].text)
    return isMade && !["on", "about"].contains(words[place + 1].text)
      || place < 3 && L.beforeOwners.length(at: place + 1, in: words) > 0
  }

  /// Something else decided about; "project" alone only says whose maintainers are meant.
  private var namesOtherObject: Bool {
    L.otherObjects.ranges(in: words, from: clause.lowerBound, to: clause.upperBound).contains { range in
      let text = words[range.lowerBound].text
      if self.text.isOfRole(range, in: words) { return false }
      // "With two thirds of the votes and no veto"
      if range.lowerBound > 0, text.hasPrefix("veto"), words[range.lowerBound - 1].text == "no" { return false }
      // "A motion passes with two thirds of the votes for the release"
      if range.lowerBound >= anchor.range.upperBound,
        L.motions.occur(in: words, from: clause.lowerBound, to: anchor.range.lowerBound)
      {
        return false
      }
      // Below "Decisions", the proposal is what is decided.
      let isSubject = range.lowerBound == clause.lowerBound + 1 && words[clause.lowerBound].text == "a"
      if text == "proposal", range.lowerBound > 0,
        isSubject || ["the", "given"].contains(words[range.lowerBound - 1].text),
        self.text.headingSubject(of: passage).subjects == [.everything]
      {
        return false
      }
      // "May become a project of the foundation"
      if text == "project", L.adding.occur(in: words, from: range.lowerBound - 4, to: range.lowerBound) { return true }
      // "A two-thirds vote is required for a project to graduate"
      if text == "project", range.upperBound < words.count, words[range.upperBound].text == "to" { return true }
      return text != "project" && text != "area"
        && !(text == "projects" && range.lowerBound >= anchor.range.upperBound)
    }
  }

  /// "They may, by majority vote, invite somebody": what is decided follows the vote, and is not what was named before.
  private var saysWhatItDecides: Bool {
    let before = words[max(clause.lowerBound, anchor.range.lowerBound - 5)..<anchor.range.upperBound].map(\.text)
    let behind = words[anchor.range.upperBound...].prefix(4).map(\.text)
    guard before.contains("by"), before.contains(where: DecisionLexicon.modals.contains) else { return false }
    return behind.contains(",") && behind.last != "," && !behind.contains("so")
  }

  /// "The issue may pass with …", below a list of changes to the rules.
  private var refersToEarlierGovernance: Bool {
    words.first?.text == "the"
      && L.mayPass.occur(in: words, from: clause.lowerBound, to: clause.lowerBound + 4)
      && text.passages.contains {
        $0.section == passage.section && $0.form != .heading && $0.line < passage.line
          && text.isGovernanceChange($0.words)
      }
  }

  /// "The board decides by …", which names nothing that is decided.
  private var decidesAnything: Bool {
    let start = anchor.range.lowerBound
    guard let by = words[max(clause.lowerBound, start - 4)..<start].lastIndex(where: { $0.text == "by" }), by > 0 else {
      return false
    }
    return ["decide", "decides"].contains(words[by - 1].text)
  }

  private func fromBefore(_ heading: HeadingSubject) -> [DecisionRule.Subject] {
    let specific = heading.specific
    for earlier in clauses.reversed() where earlier.upperBound <= clause.lowerBound {
      let isAboutDecisions = L.decisions.ranges(in: words, from: earlier.lowerBound, to: earlier.upperBound).contains {
        $0.lowerBound == 0 || L.demonstratives.length(at: $0.lowerBound - 1, in: words) == 0
      }
      if isAboutDecisions {
        return specific.isEmpty ? [.everything] : specific
      }
    }
    if !specific.isEmpty { return specific }
    if heading.subjects.contains(.election) { return [.election] }
    let isEntering = occurs(L.gettingIn) || previous.map { L.gettingIn.occur(in: $0) } ?? false
    if heading.role == .own { return isEntering ? [.addMaintainer] : [.other] }
    if heading.role == .committee, isEntering { return [.election] }
    if let previous, !saysWhatItDecides {
      let named = text.subjects(in: previous).settled
      if !named.isEmpty { return named }
    }
    let isAgreement = anchor.method == .consensus || anchor.method == .lazyConsensus
    let isGeneral =
      isAgreement && !occurs(L.gettingIn) || heading.subjects == [.everything] || decidesAnything
      || L.fallbacks.occur(in: words, to: anchor.range.upperBound + 5)
    return isGeneral ? [.everything] : [.other]
  }
}
