public import StructuredData

/// Who can decide in a community: the rules of its documents held against the lists of those who vote.
public struct CommunityPower: Sendable, Hashable {
  /// Bodies that decide: first the one that changes the rules, then by what they decide.
  public let bodies: [BodyPower]
  /// When somebody counts as inactive, in the order of files and lines.
  public let inactivity: [InactivityRule]
  /// What is said about employers.
  public let affiliation: [AffiliationRule]

  /// The power in a community on a day.
  public init(_ community: Community, asOf: CalendarDate) {
    let rules = CommunityRules(community, asOf: asOf)
    inactivity = rules.documents.flatMap(\.facts.decisionRules.inactivity)
    affiliation = rules.documents.flatMap(\.facts.decisionRules.affiliation)
    let bodies = rules.bodies.compactMap { body -> BodyPower? in
      let own = rules.rules(of: body)
      let all = rules.caps(of: body)
      let superseded = SupersededCap.all(among: all, in: community, asOf: asOf)
      let caps = all.filter { cap in !superseded.contains { $0.old == cap } }
      guard own.contains(where: { $0.isVote || $0.ownVoice?.kind == .lastWord }) || !caps.isEmpty else { return nil }
      return BodyPower(
        name: body.name, kind: body.kind, voters: rules.voters(of: body), rules: own, caps: caps,
        superseded: superseded, size: rules.size(of: body))
    }
    self.bodies = bodies.enumerated().sorted {
      (Self.rank($0.element), $0.offset) < (Self.rank($1.element), $1.offset)
    }.map(\.element)
  }

  private init(_ bodies: [BodyPower], like other: CommunityPower) {
    self.bodies = bodies
    inactivity = other.inactivity
    affiliation = other.affiliation
  }

  /// The same rules with the voters that are left after things supposed.
  public func after(_ events: [PowerEvent], names: OrganizationNames) -> CommunityPower {
    CommunityPower(bodies.map { $0.after(events, names: names) }, like: self)
  }

  /// The body that decides on governance: whose own rule is on changes to the rules, else the steering committee with a
  /// rule for everything, else the maintainers; nil where none decides by votes.
  public var governing: BodyPower? { bodies.first }

  /// Whether a rule limits organizations in the body that decides on governance.
  public var mechanism: BodyPower.Mechanism {
    guard let governing else { return .no }
    if governing.mechanism == .no, bodies.contains(where: { !$0.caps.isEmpty }) { return .unclear }
    return governing.mechanism
  }

  /// The rule by which maintainers count as inactive: of several the one that allows most.
  public var maintainerInactivity: InactivityRule? {
    inactivity.filter { $0.months != nil && $0.isOfMaintainers }.max { ($0.months ?? 0) < ($1.months ?? 0) }
  }

  private static func rank(_ body: BodyPower) -> Int {
    let decides = (body.governance == nil ? 2 : 0) + (body.ordinary == nil ? 1 : 0)
    let kind =
      switch body.kind {
      case .steering: 0
      case .maintainers: 1
      case .technicalCommittee: 2
      case .groupLeads, .other: 12
      }
    return decides * 3 + kind
  }
}
