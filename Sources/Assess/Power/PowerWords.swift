public import Intake

extension BodyPower {
  /// The answer in one sentence: "Acme (5 of 7) decides alone; no rule caps an organization".
  public var answer: String {
    guard let holder = lastWord?.ownVoice?.holder else { return "\(holders); \(capWords)" }
    let last = "the last word is that of the \(holder)"
    return decisions.isEmpty ? "\(last); \(capWords)" : "\(holders); \(last); \(capWords)"
  }

  /// Who decides, of the decision the answer is about.
  private var holders: String {
    guard let decision = answering, let power = decision.power, let voters else { return unknownWords }
    // "Nobody decides or blocks alone" must not be said of a body in which somebody blocks something else.
    let isOfAll = mainDecisions.allSatisfy {
      $0.power == nil || $0.decidesAlone == decision.decidesAlone && $0.onlyBlocksAlone == decision.onlyBlocksAlone
    }
    let place = decision.rule.subject == .everything && isOfAll ? "" : " on \(decision.rule.subject.words)"
    func people(_ names: [String]) -> String {
      Rows.list(names.map { "\($0) (\(voters.count(of: $0)) of \(voters.electorate.size))" })
    }
    let (alone, blocks) = (decision.decidesAlone, decision.onlyBlocksAlone)
    if !alone.isEmpty { return "\(people(alone)) \(alone.count == 1 ? "decides" : "decide") alone\(place)" }
    if !power.decidesAlone.isCertain {
      return "unknown\(place): it depends on the people whose organization is not listed"
    }
    if !blocks.isEmpty {
      let verb = blocks.count == 1 ? "can block alone" : "can each block alone"
      return "nobody decides alone\(place); \(people(blocks)) \(verb)"
    }
    if power.decidesAlone.independents + power.blocksAlone.independents > 0 || !power.blocksAlone.isCertain {
      return "no organization decides alone\(place)"
    }
    return "no organization decides or blocks alone\(place)"
  }

  /// The decision the answer is about: the ordinary one, else the one on governance, where they can be counted.
  var answering: DecisionPower? {
    [ordinary, governance].compactMap { $0 }.first { $0.power != nil } ?? mainDecisions.first { $0.power != nil }
  }

  private var unknownWords: String {
    let first = ordinary ?? governance ?? mainDecisions.first ?? decisions.first
    return "unknown: \((missing(for: first) ?? .vote).words)"
  }

  private var capWords: String {
    switch mechanism {
    case .no: return "no rule caps an organization"
    case .unclear: return "the rules that cap an organization contradict each other"
    case .yes:
      return "\(caps.uniqued(on: \.words).prefix(2).map(\.words).joined(separator: ", ")) for each organization"
    }
  }
}

extension BodyPower.Missing {
  /// What is missing, as the end of "unknown:".
  public var words: String {
    switch self {
    case .list: "no list of those who vote was found"
    case .organizations: "the list of those who vote names no organizations"
    case .threshold: "a vote is named, how many votes it takes is not"
    case .capReading: "the limit on votes can be read in two ways that differ in the result"
    case .affiliations: "it depends on the people whose organization is not listed"
    case .weights: "some have more votes than others"
    case .vote: "no vote is described for it"
    }
  }

  /// The line or list that would settle it.
  public var settledBy: String {
    switch self {
    case .list: "a list of the members of the body, each with an organization"
    case .organizations: "a column with the organization of each person"
    case .threshold: "how many votes a decision takes, as \"a majority of all maintainers\""
    case .capReading: "whether the limit is a share of all votes, or of those that count in the end"
    case .affiliations: "the organization of each person in the list"
    case .weights: "who has how many votes"
    case .vote: "which vote decides when there is no agreement"
    }
  }
}

extension DecisionRule.Subject {
  /// What is decided, as in "a vote on …".
  public var words: String {
    switch self {
    case .everything: "ordinary decisions"
    case .governanceChange: "changes to the governance"
    case .addMaintainer: "new members"
    case .removeMaintainer: "the removal of members"
    case .election: "elections"
    case .code: "code"
    case .other: "another matter"
    }
  }
}

extension DecisionRule.Subject {
  /// The same with its verb: "the removal of members needs".
  var need: String {
    switch self {
    case .everything, .governanceChange, .addMaintainer, .election: "\(words) need"
    case .removeMaintainer, .code, .other: "\(words) needs"
    }
  }
}

extension DecisionRule {
  /// What it takes: "more than 1/2 of all members".
  public var thresholdWords: String {
    switch ownVoice?.kind {
    case .lastWord?: return "the last word of the \(ownVoice?.holder ?? "")"
    case .ties?: return "the vote of the \(ownVoice?.holder ?? "") where there is a tie"
    case nil: break
    }
    switch method {
    case .unanimity: return "everybody"
    case .consensus: return "consensus"
    case .lazyConsensus: return "lazy consensus"
    case .plurality: return "most votes"
    case .majority, .supermajority, .other: break
    }
    guard let threshold else { return method == .other ? "a vote" : "a supermajority that is not defined" }
    if threshold.utf8.allSatisfy(\.isASCIIDigit) {
      return threshold == "1" ? "1 vote" : "\(threshold) votes"
    }
    let share = threshold.hasSuffix("+") ? "more than \(threshold.dropLast())" : "at least \(threshold)"
    switch base {
    case .allMembers: return "\(share) of all members"
    case .votesCast: return "\(share) of the votes cast"
    case .present: return "\(share) of those present"
    case .unclear, nil: return "\(share) (of all members or of the votes cast, the text does not say)"
    }
  }
}

extension OrganizationCap {
  /// The limit: "at most 2 seats".
  public var words: String {
    switch kind {
    case .oneVote: return "one vote"
    case .votes: return "at most \(limit) \(limit == "1" ? "vote" : Int(limit) == nil ? "of the votes" : "votes")"
    case .voters: return "at most \(limit) \(limit == "1" ? "voter" : "voters")"
    case .seats:
      let ofOneKind = isOfSomeSeats ? " of one kind" : ""
      return "at most \(limit) \(limit == "1" ? "seat" : "seats")\(ofOneKind)"
    case .shareOfSeats:
      return limit.hasPrefix("<") ? "less than \(limit.dropFirst()) of the seats" : "at most \(limit) of the seats"
    }
  }
}

extension BodyPower {
  /// The answer in a few words, for a cell of a table.
  public var brief: String {
    if let answering { return brief(answering) }
    return (decisions.isEmpty ? lastWord?.ownVoice?.holder : nil) ?? "unknown"
  }

  /// Who decides or blocks one decision, in a few words.
  public func brief(_ decision: DecisionPower) -> String {
    guard let power = decision.power else { return "unknown" }
    if !decision.decidesAlone.isEmpty { return "\(Rows.list(decision.decidesAlone)) alone" }
    if !power.decidesAlone.isCertain { return "unknown" }
    if !decision.onlyBlocksAlone.isEmpty { return "nobody; \(Rows.list(decision.onlyBlocksAlone)) can block" }
    return power.blocksAlone.isCertain ? "nobody alone" : "nobody"
  }
}
