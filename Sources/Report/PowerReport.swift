import Assess
public import Diagnostics
public import Intake
import Power

/// Who can decide in a community, in words and as data, with the same after something supposed.
public struct PowerReport: Sendable {
  private let name: String
  private let id: String
  private let now: CommunityPower
  private let after: CommunityPower?
  private let absent: [ListedActivity.Entry]
  private let histories: [String: BodyHistory]

  /// A report; `after` is the power after supposed events, `absent` those who are left out of it as inactive.
  public init(
    _ community: Community, _ now: CommunityPower, after: CommunityPower? = nil, absent: [ListedActivity.Entry] = []
  ) {
    self.absent = absent
    histories = community.bodyHistories
    name = community.name
    id = community.id
    self.now = now
    self.after = after
  }

  /// The report as text, the places of rules and lists in parentheses.
  public var text: String {
    var text = "\(name)\n"
    if now.bodies.isEmpty { text += "  no rule of decision was found in what was read\n" }
    for body in now.bodies {
      text += "  \(body.name): \(body.answer)\n" + body.lines.map { "    \($0)\n" }.joined()
      guard let after else { continue }
      if let later = after.bodies.first(where: { $0.name == body.name }), later.voters != nil {
        text += later == body ? "    afterwards: the same\n" : "    afterwards: \(later.answer)\n"
        if later != body { text += later.lines.map { "      \($0)\n" }.joined() }
      } else if body.voters != nil {
        text += "    afterwards: nobody is left\n"
      }
    }
    if let rule = now.maintainerInactivity, !absent.isEmpty {
      text +=
        "  listed, and named by no commit for \(rule.months ?? 0) months, the period of \(rule.location.reference):\n"
      for entry in absent {
        text += "    \(entry.person.name) (\(entry.person.location.reference)): \(ActivityWords.since(entry.last))\n"
      }
    }
    if after != nil { text += "  \(eventRule)\n" }
    return text.split(separator: "\n").map { DiagnosticText.printable(String($0)) + "\n" }.joined()
  }

  /// The report as JSON, an element of `communities` in schema `power/1`.
  public var json: JSONValue {
    var json: JSONValue = [
      "id": .string(id), "name": .string(name), "mechanism": .string(now.mechanism.rawValue),
      "bodies": .array(
        now.bodies.map { body in
          var json = body.json
          json.add("history", histories[body.name]?.json)
          return json
        }),
    ]
    json.add("afterwards", after.map { .array($0.bodies.map(\.json)) })
    json.add(
      "inactive",
      list: absent.map { entry in
        [
          "name": .string(entry.person.name), "last": .init(entry.last?.description),
          "at": .string(entry.person.location.reference),
        ]
      })
    json.add("speaks", list: after == nil ? [] : now.affiliation.map { .string($0.location.reference) })
    return json
  }

  /// Which rule speaks about a change of employer, or that none does.
  private var eventRule: String {
    guard !now.affiliation.isEmpty else {
      return "no rule says what a change of employer or an acquisition does to a seat"
    }
    let places = now.affiliation.map { rule in
      let days = rule.days.map { ", within \($0) days" } ?? ""
      return "\(rule.kind.rawValue)\(days) (\(rule.location.reference))"
    }
    return "rules about it: \(places.uniqued().joined(separator: "; "))"
  }
}

extension BodyPower {
  /// The voters, then the arithmetic of each rule, then the limits.
  fileprivate var lines: [String] {
    var lines: [String] = []
    if let voters {
      let electorate = voters.electorate
      let parts =
        electorate.blocs.map { "\($0.name) \($0.people)" }
        + (electorate.independents > 0 ? ["independent \(electorate.independents)"] : [])
        + (electorate.unknown > 0 ? ["not stated \(electorate.unknown)"] : [])
      lines.append("voters: \(electorate.size) = \(parts.joined(separator: ", ")) (\(voters.span))")
      if !voters.withoutVote.isEmpty { lines.append("listed without a vote: \(voters.withoutVote.count)") }
      if !voters.ended.isEmpty {
        lines.append("listed, and not counted as the terms have ended: \(voters.ended.count)")
      }
    } else {
      lines.append("voters: no list was found")
    }
    if let size, size.number != voters?.electorate.size {
      lines.append("seats stated: \(size.number) (\(size.location.reference))")
    }
    let others = decisions.filter { $0.rule.subject == .other }
    for decision in decisions where decision.rule.subject != .other {
      lines += self.lines(of: decision, on: decision.rule.subject.words, at: [decision.rule] + decision.restated)
    }
    for first in others.uniqued(on: \.rule.thresholdWords) {
      let same = others.filter { $0.rule.thresholdWords == first.rule.thresholdWords }
      let subject = same.count == 1 ? "another matter" : "\(same.count) other matters"
      lines += self.lines(of: first, on: subject, at: same.map(\.rule))
    }
    for rule in otherRules where rule.ownVoice != nil {
      lines.append("\(rule.subject.words): \(rule.thresholdWords) (\(rule.location.reference))")
    }
    for cap in caps.uniqued(on: \.words) {
      let places = caps.filter { $0.words == cap.words }.map(\.location.reference)
      var line = "cap: \(cap.words) for each organization (\(places.joined(separator: ", ")))"
      if let check = seats.first(where: { $0.cap == cap }) {
        let over = check.over.map { "\($0.name) has \($0.people)" }
        let unknown = voters?.electorate.unknown ?? 0
        let held = check.isKept ? "kept" : "unknown, the organization of \(unknown) is not stated"
        line += ", that is \(check.most) now: \(over.isEmpty ? held : over.joined(separator: ", "))"
      }
      lines.append(line)
    }
    return lines
  }

  private func lines(of decision: DecisionPower, on subject: String, at rules: [DecisionRule]) -> [String] {
    let rule = decision.rule
    var places = rules.map(\.location.reference)
    if let line = rule.definedAt { places.append("defined in line \(line)") }
    if let definition = rule.definition { places.append("defined at \(definition.reference)") }
    let head = "\(subject): \(rule.thresholdWords) (\(places.joined(separator: ", ")))"
    guard let heads = decision.byHeads else {
      let missing = missing(for: decision) ?? .vote
      return ["\(head): unknown, \(missing.words); it would take \(missing.settledBy)"]
    }
    var lines = ["\(head): \(heads.words)"]
    for capped in decision.capped {
      let reading =
        switch capped.count {
        case .votes: ""
        case .share(_, .ofAllVoters): ", as a share of all voters"
        case .share(_, .ofVotesCounted): ", as a share of the votes that count"
        }
      lines.append("  with the cap\(reading) (\(capped.cap.location.reference)): \(capped.power.words)")
    }
    guard let low = decision.lowTurnout, !low.decidesAlone.isEmpty else { return lines }
    if let participants = low.participants {
      lines.append("  when only \(participants) take part: \(low.decidesAlone.joined(separator: ", ")) could decide")
    } else if rule.base != .unclear {
      lines.append("  no quorum is stated, so that a few votes can decide")
    }
    return lines
  }

  fileprivate var json: JSONValue {
    var json: JSONValue = [
      "name": .string(name), "kind": .string(kind.rawValue), "answer": .string(answer),
      "mechanism": .string(mechanism.rawValue),
    ]
    if let voters {
      let electorate = voters.electorate
      json.add("voters", .string(voters.span))
      json.add("electorate", .integer(electorate.size))
      json.add("unknown_affiliation", .integer(electorate.unknown))
      json.add("independent", .integer(electorate.independents))
      json.add(
        "by_organization",
        .object(electorate.blocs.map { JSONValue.Member($0.name, .integer($0.people)) }))
    }
    json.add("decisions", .array(decisions.map { decision(json: $0) }))
    json.add(
      "caps",
      list: caps.map { cap in
        [
          "kind": .string(cap.kind.rawValue), "limit": Int(cap.limit).map { .integer($0) } ?? .string(cap.limit),
          "at": .string(cap.location.reference),
        ]
      })
    json.add(
      "seats",
      list: seats.map { check in
        [
          "most_seats": .integer(check.most), "kept": check.over.isEmpty && !check.isKept ? .null : .bool(check.isKept),
          "over": JSONValue(check.over.map(\.name)), "at": .string(check.cap.location.reference),
        ]
      })
    return json
  }

  private func decision(json decision: DecisionPower) -> JSONValue {
    let rule = decision.rule
    var json: JSONValue = [
      "subject": .string(rule.subject.rawValue), "threshold": .init(rule.threshold),
      "base": .init(rule.base?.rawValue), "at": .string(rule.location.reference),
      "again": JSONValue(decision.restated.map(\.location.reference)),
    ]
    guard let heads = decision.byHeads else {
      json.add("majority_alone", "unknown")
      json.add("block_alone", "unknown")
      json.add("missing", .string((missing(for: decision) ?? .vote).settledBy))
      return json
    }
    heads.add(to: &json)
    json.add(
      "with_cap",
      list: decision.capped.map { capped in
        var part: JSONValue = [
          "at": .string(capped.cap.location.reference), "total_votes": .integer(capped.power.total),
        ]
        capped.power.add(to: &part)
        return part
      })
    if let low = decision.lowTurnout {
      json.add(
        "at_quorum",
        [
          "participants": .init(low.participants), "votes_needed": .init(low.needed),
          "majority_alone": JSONValue(low.decidesAlone), "can_break": JSONValue(low.breaksQuorum),
        ])
    }
    return json
  }
}

extension BodyHistory {
  /// The list at the end of each quarter in which it changed, by organization; the empty name is "not stated".
  fileprivate var json: JSONValue {
    func people(_ blocs: [Electorate.Bloc]) -> JSONValue {
      .object(blocs.map { JSONValue.Member($0.name, .integer($0.people)) })
    }
    return [
      "complete": .bool(isComplete),
      "quarters": .array(
        quarters.map { quarter in
          [
            "quarter": .string(quarter.name), "day": .string(quarter.version.commit.date.description),
            "electorate": .integer(quarter.size),
            "by_organization": people(quarter.version.voters?.electorate.blocs ?? []),
            "joined": people(quarter.joined), "left": people(quarter.left),
          ]
        }),
    ]
  }
}

extension BodyVoters {
  /// `MAINTAINERS.md:7-13`, for lists in several files joined by commas.
  fileprivate var span: String {
    people.map(\.location.path).uniqued().map { path in
      let lines = people.filter { $0.location.path == path }.map(\.location.line)
      let (first, last) = (lines.min() ?? 1, lines.max() ?? 1)
      return first == last ? "\(path):\(first)" : "\(path):\(first)-\(last)"
    }.joined(separator: ", ")
  }
}
