import Diagnostics
import Markdown

/// One document read for its rules of decision.
struct DecisionDocument {
  private typealias L = DecisionLexicon
  private let source: SourceText
  private let text: DecisionText
  private let members: [(body: String, members: [Person])]

  init(_ source: SourceText, _ document: Document) {
    self.source = source
    let file = source.path.pathNames.last?.split(separator: ".").first ?? ""
    text = DecisionText(DecisionPassages(document).all, file: DecisionWordReader.words(ofPath: file))
    members = BodyMembers(source, document, text: text).all
  }

  var rules: DecisionRules {
    var result = DecisionRules()
    result.rules = RuleReader(text).rules().map { rule in
      DecisionRule(
        body: rule.body, subject: rule.subject, method: rule.method, threshold: rule.threshold, base: rule.base,
        quorum: rule.quorum, isFallback: rule.isFallback, isOfMaintainers: rule.isOfMaintainers,
        ownVoice: rule.ownVoice, definedAt: rule.definedAt,
        location: source.location(line: rule.line))
    }
    for passage in text.passages where passage.form != .heading && !passage.isQuoted {
      guard text.isOwnText(passage) else { continue }
      for words in passage.sentences where !L.exampleStart.begins(words) { add(words, passage, to: &result) }
    }
    result.bodies = bodies(result)
    result.committee = text.committee
    result.shortNames = text.abbreviations
    result.supermajority = text.definitions[.supermajority].map {
      DefinedThreshold(threshold: $0.threshold, location: source.location(line: $0.line))
    }
    return result
  }

  private func add(_ words: [DecisionWord], _ passage: DecisionPassage, to result: inout DecisionRules) {
    if let people = SharedMembership.people(in: words),
      let body = text.body(in: words, from: 0, isVoting: false),
      text.abbreviations[body] != nil || L.committeeNouns.contains(String(body.split(separator: " ").last ?? ""))
    {
      result.memberships[body] = people
    }
    if let size = BodySize.stated(in: words, text), result.sizes[size.body] == nil {
      result.sizes[size.body] = StatedSize(number: size.number, location: source.location(line: size.line))
    }
    if let cap = CapReader().cap(in: words), !text.isAskedOfProjects(passage) {
      let found = OrganizationCap(
        body: body(of: cap, in: words, passage), kind: cap.kind, limit: cap.limit,
        isOfSomeSeats: cap.isOfSomeSeats, location: source.location(line: cap.line))
      // What its next sentence says of people without an organization, or of any case, is no second cap.
      let isSaid = result.caps.contains { said in
        said.location.line >= passage.line && said.body == found.body && said.kind == found.kind
          && said.isOfSomeSeats == found.isOfSomeSeats
      }
      if !isSaid { result.caps.append(found) }
    }
    if passage.form == .row { return }
    let reader = InactivityReader(text: text, passage: passage)
    for period in reader.periods(in: words) {
      result.inactivity.append(
        InactivityRule(
          months: period.months, consequence: words.plainText,
          isOfMaintainers: reader.isOfMaintainers(period.place, in: words),
          location: source.location(line: words[period.place].line)))
    }
    for rule in reader.affiliation(in: words) {
      // The sentences that follow say what comes of it.
      let isSaid = result.affiliation.contains {
        $0.kind == rule.kind && rule.line - $0.location.line <= 4 && rule.days == nil
      }
      if isSaid { continue }
      result.affiliation.append(
        AffiliationRule(kind: rule.kind, days: rule.days, location: source.location(line: rule.line)))
    }
  }

  /// Seats in a committee's own document are the committee's, whoever else the sentence names.
  private func body(of cap: FoundCap, in words: [DecisionWord], _ passage: DecisionPassage) -> String {
    let committee = text.committee ?? text.body(of: passage)
    // "In any case, the number of members of the council …"
    let behind = words.firstIndex { $0.text == "," }.flatMap { text.body(in: words, from: $0 + 1, isVoting: false) }
    let named =
      text.body(in: words, from: 0, isVoting: false) ?? committee ?? DecisionText.wholeCommittee(in: words) ?? behind
      ?? text.usualBody
    let isOfSeats = cap.kind == .seats || cap.kind == .shareOfSeats
    guard isOfSeats, let committee, named == "maintainers" || named == "members" else { return named }
    return committee
  }

  private func bodies(_ rules: DecisionRules) -> [DecidingBody] {
    var names: [String] = []
    for name in rules.rules.map(\.body) + rules.caps.map(\.body) + members.map({ $0.body }) where !names.contains(name)
    {
      names.append(name)
    }
    return names.map { name in
      let wanted = name.split(separator: " ").map(String.init)
      let line = text.passages.lazy.compactMap { passage -> Int? in
        let words = passage.words
        guard words.count >= wanted.count else { return nil }
        return (0...(words.count - wanted.count))
          .first { start in wanted.indices.allSatisfy { words[start + $0].text == wanted[$0] } }
          .map { words[$0].line }
      }.first
      return DecidingBody(
        name: name, kind: Self.kind(of: wanted), location: source.location(line: line ?? 1),
        members: members(of: name))
    }
  }

  /// Members of all tables of a body, as many committees list each term apart; somebody who is in two counts once.
  private func members(of body: String) -> [Person] {
    members.filter { $0.body == body }.flatMap { $0.members }.uniqued { NameFolding.name($0.name) }
  }

  private static func kind(of words: [String]) -> DecidingBody.Kind {
    if words.contains("technical"), !words.contains("steering") || words.last == "committee" && words.count == 2 {
      return .technicalCommittee
    }
    if words.contains("architecture") || words.contains("toc") || words.contains("tc") { return .technicalCommittee }
    if words.contains(where: { DecisionLexicon.steeringBodies.contains($0) }) {
      return .steering
    }
    // "Core developers" and a "core team" are what maintainers are elsewhere.
    let isCore = words.count == 2 && words[0] == "core"
    if words.contains("maintainers") || words == ["committers"] || isCore
      || words.joined(separator: " ") == DecisionText.unnamed
    {
      return .maintainers
    }
    return words.contains("leads") || words.contains("chairs") ? .groupLeads : .other
  }
}

extension [DecisionWord] {
  /// The words with blanks between them and marks behind their word.
  fileprivate var plainText: String {
    reduce(into: "") { text, word in
      if !text.isEmpty, !word.isMark || word.text == "(" { text += " " }
      text += word.text
    }
  }
}
