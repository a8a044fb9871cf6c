public import Power

/// Who can decide in one body.
public struct BodyPower: Sendable, Hashable {
  /// Whether a rule limits what one organization holds.
  public enum Mechanism: String, Sendable, Hashable {
    case yes, no
    /// A limit on another body, or limits that contradict each other.
    case unclear
  }

  /// Something without which nothing can be said.
  public enum Missing: Sendable, Hashable {
    /// No list says who votes.
    case list
    /// The list has no organizations.
    case organizations
    /// A vote is named, a threshold is not.
    case threshold
    /// The ways to read a cap on votes differ in the result.
    case capReading
    /// The result depends on where people belong whose organization is not listed.
    case affiliations
    /// Some have more votes than others.
    case weights
    /// Only agreement is described, no vote.
    case vote
  }

  /// Seats one organization holds against a cap on them.
  public struct SeatCheck: Sendable, Hashable {
    /// The cap.
    public let cap: OrganizationCap
    /// The most seats it allows in a body of this size.
    public let most: Int
    /// Organizations that hold more.
    public let over: [Electorate.Bloc]
    /// Whether it is kept wherever those belong whose organization is not listed.
    public let isKept: Bool
  }

  /// The body, as its documents call it.
  public let name: String
  /// What kind of body it is.
  public let kind: DecidingBody.Kind
  /// Who votes; nil when no list was found.
  public let voters: BodyVoters?
  /// What it decides by votes: ordinary decisions first.
  public let decisions: [DecisionPower]
  /// Rules by which it decides without counting votes: consensus, elections, approvals.
  public let otherRules: [DecisionRule]
  /// Limits on organizations in it.
  public let caps: [OrganizationCap]
  /// The limits on seats held against the list.
  public let seats: [SeatCheck]
  /// Limits that are still written, and that later ones have replaced.
  public let superseded: [SupersededCap]
  /// How many sit in it, where a document says so.
  public let size: StatedSize?
  /// All its rules, in the order of files and lines.
  private let rules: [DecisionRule]

  init(
    name: String, kind: DecidingBody.Kind, voters: BodyVoters?, rules: [DecisionRule], caps: [OrganizationCap],
    superseded: [SupersededCap], size: StatedSize? = nil
  ) {
    self.superseded = superseded
    self.size = size
    self.rules = rules
    self.name = name
    self.kind = kind
    self.voters = voters
    self.caps = caps
    otherRules = rules.filter { !$0.isVote }
    let votes = rules.filter(\.isVote)
    func same(_ a: DecisionRule, _ b: DecisionRule) -> Bool {
      let bases = [a.base, b.base].compactMap { $0 }.filter { $0 != .unclear }
      return a.subject == b.subject && a.threshold == b.threshold && a.method == b.method && Set(bases).count < 2
    }
    let distinct = votes.indices.filter { index in
      votes[index].subject == .other || !votes[..<index].contains { same($0, votes[index]) }
    }
    decisions = distinct.map { index in
      let rule = votes[index]
      let again = rule.subject == .other ? [] : votes[(index + 1)...].filter { same($0, rule) }
      return DecisionPower(rule, restated: again, voters: voters, caps: caps)
    }.enumerated().sorted {
      ($0.element.rule.subject.order, $0.offset) < ($1.element.rule.subject.order, $1.offset)
    }.map(\.element)
    seats =
      voters.map { voters in
        Self.wholeCaps(caps).compactMap { cap in
          cap.seatCap.map {
            SeatCheck(cap: cap, $0, voters.electorate)
          }
        }
      } ?? []
  }

  /// The same rules with the voters that are left after things supposed.
  public func after(_ events: [PowerEvent], names: OrganizationNames) -> BodyPower {
    let voters = events.reduce(voters) { $0?.after($1, names: names) }
    return BodyPower(
      name: name, kind: kind, voters: voters, rules: rules, caps: caps, superseded: superseded, size: size)
  }

  /// The rule for everything nothing more specific is said about; nil where no vote for it is described.
  public var ordinary: DecisionPower? { decision(on: .everything) }
  /// The rule for changes to the rules themselves.
  public var governance: DecisionPower? { decision(on: .governanceChange) }

  /// The rule for a subject: one with a threshold before one without. Of two ways to decide one thing the one by which
  /// somebody decides alone says who can; of ordinary decisions the first, as others may be about something special.
  public func decision(on subject: DecisionRule.Subject) -> DecisionPower? {
    let all = decisions.filter { $0.rule.subject == subject }
    let counted = all.filter { $0.rule.counted != nil }
    let alone = subject == .everything ? nil : counted.first { !$0.decidesAlone.isEmpty }
    return alone ?? counted.first ?? all.first
  }

  /// The rule by which one person has the last word in it.
  public var lastWord: DecisionRule? { otherRules.first { $0.ownVoice?.kind == .lastWord } }

  /// Decisions on the subjects that make a community what it is, one for each.
  public var mainDecisions: [DecisionPower] {
    [.everything, .governanceChange, .addMaintainer, .removeMaintainer].compactMap { decision(on: $0) }
  }

  /// Caps that limit the same in the same unit with different numbers.
  public var contradictoryCaps: [OrganizationCap] {
    let caps = Self.wholeCaps(caps)
    return caps.filter { cap in caps.contains { $0.kind == cap.kind && $0.limit != cap.limit && $0.scope == cap.scope }
    }
  }

  /// Limits without those on seats of one kind, where others hold for all seats.
  private static func wholeCaps(_ caps: [OrganizationCap]) -> [OrganizationCap] {
    let whole = caps.filter { !$0.isOfSomeSeats }
    return whole.isEmpty ? caps : whole
  }

  /// Whether a rule limits organizations in this body.
  public var mechanism: Mechanism { caps.isEmpty ? .no : contradictoryCaps.isEmpty ? .yes : .unclear }

  /// Why a decision cannot be counted; nil when it can.
  public func missing(for decision: DecisionPower?) -> Missing? {
    guard let decision else { return .vote }
    guard decision.rule.counted != nil else { return .threshold }
    guard let voters else { return .list }
    guard voters.namesOrganizations else { return .organizations }
    guard !decision.rule.hasUnequalVotes else { return .weights }
    guard let power = decision.power else { return .capReading }
    return power.decidesAlone.isCertain ? nil : .affiliations
  }
}

extension BodyPower.SeatCheck {
  fileprivate init(cap: OrganizationCap, _ limit: SeatCap, _ electorate: Electorate) {
    let most = limit.mostSeats(of: electorate.size)
    let largest = electorate.blocs.first?.people ?? 0
    self.init(
      cap: cap, most: most, over: limit.broken(by: electorate), isKept: largest + electorate.unknown <= most)
  }
}

extension DecisionRule.Subject {
  fileprivate var order: Int {
    switch self {
    case .everything: 0
    case .governanceChange: 1
    case .addMaintainer: 2
    case .removeMaintainer: 3
    case .election: 4
    case .other: 5
    case .code: 6
    }
  }
}
