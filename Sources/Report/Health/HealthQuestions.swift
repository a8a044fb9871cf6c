import Assess
import Diagnostics
import Intake
import StructuredData

/// The questions of the health check. What the files do not tell is unknown, never a flag.
enum HealthQuestions {
  private typealias Item = HealthCheck.Item

  /// Whether one organization decides on governance alone and no rule limits it.
  static func isConcentrated(_ power: CommunityPower) -> Bool {
    guard let governing = power.governing, power.mechanism == .no, (governing.voters?.electorate.size ?? 0) >= 3 else {
      return false
    }
    return [governing.governance, governing.ordinary].compactMap { $0 }.contains { !$0.decidesAlone.isEmpty }
  }

  static func diversity(_ assessment: Assessment) -> [HealthCheck.Item] {
    [
      largest(assessment), growth(assessment), seen(assessment), mechanism(assessment.view.power), meetings(assessment),
      emeritus(assessment),
    ]
  }

  /// The past of the body that decides on governance, else of the maintainers.
  static func trend(_ assessment: Assessment) -> BodyHistory? {
    let names = [assessment.view.power.governing?.name, "maintainers"].compactMap { $0 }
    return names.lazy.compactMap { assessment.community.bodyHistories[$0] }.first
  }

  private static func growth(_ assessment: Assessment) -> HealthCheck.Item {
    let question = "Has the largest organization's share grown by ten points within a year?"
    let yearAgo = CalendarDate(daysSinceEpoch: assessment.asOf.daysSinceEpoch - 365)
    guard let trend = trend(assessment), let now = trend.version(on: assessment.asOf)?.voters,
      let before = trend.version(on: yearAgo)?.voters, let top = now.electorate.blocs.first, before.namesOrganizations
    else {
      return Item(
        question: question, state: .unknown, answer: "the list of a year before is not known", places: [])
    }
    let earlier = before.count(of: top.name)
    let (size, sizeBefore) = (now.electorate.size, before.electorate.size)
    let isGrown = (top.people * sizeBefore - earlier * size) * 10 >= size * sizeBefore
    return Item(
      question: question, state: isGrown ? .flag : .fine,
      answer: "\(top.name) has \(top.people) of \(size), and had \(earlier) of \(sizeBefore) a year before",
      places: now.people(of: top.name).map(\.location))
  }

  private static func largest(_ assessment: Assessment) -> HealthCheck.Item {
    let question = "Does one organization have half of the maintainers or more?"
    let employers = assessment.view.employers
    let total = employers.organizations.reduce(employers.independents.count + employers.unstated.count) {
      $0 + $1.people.count
    }
    guard let top = employers.organizations.first, total > 0 else {
      return Item(question: question, state: .unknown, answer: "no list names organizations", places: [])
    }
    let isHalf = top.people.count * 2 >= total
    // Where employers are not stated, their people could belong to the largest.
    let couldBe = (top.people.count + employers.unstated.count) * 2 >= total
    let organizations = employers.organizations.count.counted("organization")
    let words = "\(top.name) has \(top.people.count) of \(total), of \(organizations)"
    return Item(
      question: question, state: isHalf ? .flag : couldBe ? .unknown : .fine, answer: words,
      places: top.people.map(\.location))
  }

  /// Organizations whose listed people commits of the last year name: a list can be broader than those who are there.
  private static func seen(_ assessment: Assessment) -> HealthCheck.Item {
    let question = "Do commits of the last year name listed maintainers of more than one organization?"
    let organizations = assessment.view.employers.organizations
    guard organizations.count > 1, let activity = assessment.view.listedActivity else {
      let answer =
        organizations.count > 1 ? "the histories of the repositories are not known" : "fewer than two are listed"
      return Item(question: question, state: .unknown, answer: answer, places: [])
    }
    func days(_ people: [Person]) -> [CalendarDate?] {
      activity.entries.filter { people.contains($0.person) }.map(\.last)
    }
    func isSeen(_ days: [CalendarDate?]) -> Bool {
      days.contains { $0.map { $0.days(to: assessment.asOf) <= 365 } ?? false }
    }
    let listed = organizations.map { (name: $0.name, people: $0.people, days: days($0.people)) }
    let present = listed.filter { isSeen($0.days) }
    let absent = listed.filter { !isSeen($0.days) }
    // Whom no commit ever names may work elsewhere, or under a name that the list does not give.
    let isOpen = absent.contains { $0.days.contains(nil) } || assessment.view.employers.independents.count > 0
    let names = present.isEmpty ? "none" : present.map(\.name).joined(separator: ", ")
    let others =
      absent.isEmpty ? "" : "; not \(absent.map(\.name).joined(separator: ", ")), whose other work is not seen"
    return Item(
      question: question, state: present.count > 1 ? .fine : isOpen ? .unknown : .flag, answer: names + others,
      places: absent.flatMap { $0.people.map(\.location) })
  }

  private static func mechanism(_ power: CommunityPower) -> HealthCheck.Item {
    let question = "Does a rule limit organizations in decisions on governance?"
    guard let governing = power.governing else {
      return Item(question: question, state: .unknown, answer: "no rule by which votes decide was read", places: [])
    }
    let state: HealthCheck.State =
      switch power.mechanism {
      case .yes: .fine
      case .no: .flag
      case .unclear: .unknown
      }
    let rules = [governing.governance, governing.ordinary].compactMap { $0?.rule.location }
    return Item(
      question: question, state: state, answer: "\(governing.name): \(governing.answer)",
      places: governing.caps.isEmpty ? rules : governing.caps.map(\.location))
  }

  private static func meetings(_ assessment: Assessment) -> HealthCheck.Item {
    let community = assessment.community
    let meetings = community.meetings + community.groups.flatMap(\.meetings)
    return Item(
      question: "Are there public meetings?", state: meetings.isEmpty ? .unknown : .fine,
      answer: meetings.isEmpty ? "no regular meeting was read" : meetings.count.counted("regular meeting"),
      places: meetings.map(\.location))
  }

  private static func emeritus(_ assessment: Assessment) -> HealthCheck.Item {
    let question = "Is the own rule on inactivity applied?"
    guard let rule = assessment.view.power.maintainerInactivity, let months = rule.months else {
      return Item(question: question, state: .unknown, answer: "no rule with a number of months was read", places: [])
    }
    guard let absent = assessment.view.inactive?.people else {
      return Item(
        question: question, state: .unknown, answer: "\(months) months by the rule; the history is not known",
        places: [rule.location])
    }
    let people = absent.map { "\($0.person.name): \(ActivityWords.since($0.last))" }
    return Item(
      question: question, state: absent.isEmpty ? .fine : .flag,
      answer: absent.isEmpty
        ? "nobody who is listed and whom commits name is silent for \(months) months" : people.joined(separator: "; "),
      places: [rule.location] + absent.map(\.person.location))
  }

  static func community(_ assessment: Assessment) -> [HealthCheck.Item] {
    let done = assessment.view.releases.filter { $0.state == .done }
    let last = done.last
    let age = last.map { $0.release.date.days(to: assessment.asOf) }
    let release = Item(
      question: "Was there a release in the last year?",
      state: age.map { $0 > 365 ? .flag : .fine } ?? .unknown,
      answer: last.map { "the last one is \($0.release.name) of \($0.release.date)" } ?? "no release was read",
      places: last.map { [$0.release.location] } ?? [])
    let repositories = assessment.community.repositories
    let activities = repositories.compactMap { $0.history?.activity }
    let isWhole = !repositories.isEmpty && activities.count == repositories.count
    let authors = activities.flatMap(\.authors).filter {
      $0.lastCommit.map { $0.days(to: assessment.asOf) <= 365 } ?? false
    }
    let addresses = authors.map(\.address).uniqued().count
    let commits = Item(
      question: "Are there commits of the last year?", state: !isWhole ? .unknown : addresses == 0 ? .flag : .fine,
      answer: isWhole
        ? "\(addresses) addresses in the given repositories" : "the histories of the repositories are not known",
      places: [])
    return [release, commits]
  }

  static func security(_ report: CommunityReport) -> [HealthCheck.Item] {
    let documents = report.assessment.community.ownDocuments.filter { $0.kind == .securityPolicy }
    let policy = Item(
      question: "Is there a security policy?", state: documents.isEmpty ? .unknown : .fine,
      answer: documents.isEmpty ? "none in the given repositories" : documents.count.counted("document"),
      places: documents.map { $0.source.location(line: 1) })
    return [policy] + judged(report, [("SEC-RESP", "Is a response team named?"), ("SEC-BADGE", "Is the badge held?")])
  }

  static func neutrality(_ report: CommunityReport) -> [HealthCheck.Item] {
    let top = findings(report, "links/channel-name", "Do links and channels belong to the project?")
    return [top] + judged(report, [("PROC-VN", "Are the resources of the project neutral?")])
  }

  /// A question that a criterion answers: only what is met is fine, and only what is contradicted is a flag.
  private static func judged(_ report: CommunityReport, _ questions: [(String, String)]) -> [HealthCheck.Item] {
    questions.compactMap { id, question in
      let criteria = report.assessment.models.flatMap(\.criteria)
      guard let judged = criteria.first(where: { $0.criterion.id.rawValue == id }) else { return nil }
      let state: HealthCheck.State =
        switch judged.verification {
        case .supported: .fine
        case .failed: .flag
        case .stale, .unknown, .person: .unknown
        }
      let places = judged.cites.isEmpty ? judged.candidates.map(\.location) : judged.cites
      return Item(
        question: question, state: state, answer: judged.because.first ?? "needs review",
        places: Array(places.prefix(3)))
    }
  }

  private static func findings(_ report: CommunityReport, _ rule: String, _ question: String) -> HealthCheck.Item {
    let found = report.assessment.findings.filter {
      $0.rule.rawValue == rule && $0.waiver == nil
    }
    return Item(
      question: question, state: found.isEmpty ? .unknown : .flag,
      answer: found.first?.message ?? "needs review",
      places: found.flatMap { $0.places.prefix(1).map(\.location) })
  }
}
