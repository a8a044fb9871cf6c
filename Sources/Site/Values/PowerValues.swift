import Assess
import Diagnostics
import Intake
import StructuredData
import Templates

/// Who decides, as templates see it.
enum PowerValues {
  /// More votes than this are not drawn one by one.
  private static let mostDrawn = 120

  /// A body with what could happen to it.
  struct Row: Sendable {
    let body: BodyPower
    let governs: Bool
    let supposed: [Supposed]
    let history: BodyHistory?
  }

  /// Something that could happen, and the same body afterwards; nil when nobody is left.
  struct Supposed: Sendable {
    let words: String
    let body: BodyPower?
  }

  /// The bodies of a community, each with what a departure or an acquisition among its largest organizations would do.
  static func rows(_ power: CommunityPower, in community: Community) -> [Row] {
    power.bodies.map { body in
      let names = (body.voters?.electorate.blocs ?? []).prefix(3).map(\.name)
      var events = names.map { (words: "\($0) leaves", event: PowerEvent.leaves($0)) }
      if names.count > 1 {
        events.append((words: "\(names[1]) becomes part of \(names[0])", event: .joins(names[1], owner: names[0])))
      }
      return Row(
        body: body, governs: power.governing?.name == body.name,
        supposed: events.map { supposed in
          let later = body.after([supposed.event], names: community.organizations)
          return Supposed(words: supposed.words + excess(later, body), body: later.voters == nil ? nil : later)
        }, history: community.bodyHistories[body.name])
    }
  }

  /// The first limit on seats that holds now and would not afterwards: ": 8 seats, the limit is 6".
  private static func excess(_ later: BodyPower, _ now: BodyPower) -> String {
    guard now.seats.allSatisfy(\.over.isEmpty), let check = later.seats.first(where: { !$0.over.isEmpty }),
      let over = check.over.first
    else { return "" }
    return ": \(over.people) seats, the limit is \(check.most)"
  }

  static let body = Record<Row, PlaceValues> {
    $0.text("name") { $0.body.name }
    $0.text("answer") { $0.body.answer }
    $0.flag("governs") { $0.governs }
    $0.number("size") { $0.body.voters?.electorate.size ?? 0 }
    $0.number("unknown") { $0.body.voters?.electorate.unknown ?? 0 }
    $0.value("organizations") { row, places in
      guard let voters = row.body.voters else { return .list([]) }
      // In the order of the ballots, whose colors the table explains.
      var rows = voters.electorate.blocs.map { (name: $0.name, people: voters.people(of: $0.name)) }
      rows.append((name: "Independent", people: voters.employers.independents))
      rows.append((name: "Not stated", people: voters.employers.unstated))
      return organization.list(rows.filter { !$0.people.isEmpty }, places)
    }
    $0.value("decisions") { row, places in
      decision.list(row.body.mainDecisions.map { (row.body, $0) }, places)
    }
    $0.value("rules") { row, places in
      let others = row.body.decisions.filter { $0.rule.subject == .other }.map(\.rule) + row.body.otherRules
      return rule.list(others.sorted { $0.location < $1.location }, places)
    }
    $0.value("caps") { row, places in cap.list(row.body.caps.map { (row.body, $0) }, places) }
    $0.value("history") { row, _ in row.history.map { HealthValues.history.value($0, ()) } ?? Value.none }
    $0.value("supposed") { row, _ in supposed.list(row.supposed.map { (row.body, $0) }) }
  }

  private static let organization = Record<(name: String, people: [Person]), PlaceValues> {
    $0.text("name") { $0.name }
    $0.number("count") { $0.people.count }
    $0.value("people") { member.list($0.people, $1) }
  }

  private static let member = Record<Person, PlaceValues> {
    $0.text("name") { $0.shownName }
    $0.value("place") { $1.value($0.location) }
  }

  /// `votes` has one entry a vote in the order of the organizations, none where there are too many to draw.
  private static let decision = Record<(body: BodyPower, decision: DecisionPower), PlaceValues> {
    $0.text("subject") { $0.decision.rule.subject.words }
    $0.text("threshold") { $0.decision.rule.thresholdWords }
    $0.value("places") { item, places in
      places.list([item.decision.rule.location] + item.decision.restated.map(\.location))
    }
    $0.value("definition") { $1.optional($0.decision.rule.definition) }
    $0.number("needed") { $0.decision.power?.needed }
    $0.number("total") { $0.decision.power?.total }
    $0.text("result") { $0.body.brief($0.decision) }
    $0.text("missing") { item in item.body.missing(for: item.decision).map { "\($0.words); needed: \($0.settledBy)" } }
    $0.flag("is_capped") { !$0.decision.capped.isEmpty }
    $0.texts("fewest") { item in
      guard let winning = item.decision.power?.winning, winning.organizations.count > 1 else { return [] }
      return winning.organizations.count <= 6 ? winning.organizations : []
    }
    $0.value("votes") { item, _ in
      guard let power = item.decision.power, power.total <= mostDrawn else { return .list([]) }
      var organizations: [Int] = []
      for (index, bloc) in power.votes.enumerated() {
        organizations += Array(repeating: index, count: bloc.people)
      }
      // Everybody without a known organization comes last, in the color of none.
      while organizations.count < power.total { organizations.append(5) }
      return vote.list(organizations.enumerated().map { (organization: $1, isNeeded: $0 < power.needed) })
    }
    $0.number("most") { item in
      item.body.voters.flatMap { voters in
        item.body.caps.lazy.compactMap { $0.most(of: voters.electorate.size) }.first
      }
    }
  }

  private static let vote = Record<(organization: Int, isNeeded: Bool), Void> {
    $0.number("organization") { $0.organization }
    $0.flag("is_needed") { $0.isNeeded }
  }

  private static let rule = Record<DecisionRule, PlaceValues> {
    $0.text("subject") { $0.subject.words }
    $0.text("threshold") { $0.thresholdWords }
    $0.value("place") { $1.value($0.location) }
  }

  private static let cap = Record<(body: BodyPower, cap: OrganizationCap), PlaceValues> {
    $0.text("words") { $0.cap.words }
    $0.value("place") { $1.value($0.cap.location) }
    $0.texts("over") { item in
      item.body.seats.filter { $0.cap == item.cap }.flatMap { $0.over.map(\.name) }
    }
    $0.number("largest") { $0.body.voters?.electorate.blocs.first?.people }
    $0.number("allowed") { item in item.body.voters.flatMap { item.cap.most(of: $0.electorate.size) } }
  }

  private static let supposed = Record<(now: BodyPower, supposed: Supposed), Void> {
    $0.text("words") { $0.supposed.words }
    $0.value("results") { item, _ in
      .list(
        item.now.mainDecisions.map { decision in
          let later = item.supposed.body?.decision(on: decision.rule.subject)
          return .string(later.map { item.supposed.body?.brief($0) ?? "" } ?? "nobody is left")
        })
    }
  }

  /// A rule on inactivity or affiliations, in its own words.
  static let quoted = Record<Location, PlaceValues> {
    $0.value("text") { .string($1.quote($0)) }
    $0.value("place") { $1.value($0) }
  }

  static let absent = Record<ListedActivity.Entry, PlaceValues> {
    $0.text("name") { $0.person.shownName }
    $0.text("words") { ActivityWords.since($0.last) }
    $0.value("place") { $1.value($0.person.location) }
  }
}
