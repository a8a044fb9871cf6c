import Words

/// Reads when somebody counts as inactive, and what is said about employers.
struct InactivityReader {
  private typealias L = DecisionLexicon
  let text: DecisionText
  let passage: DecisionPassage

  /// Months with their place, for each period a sentence names.
  func periods(in words: [DecisionWord]) -> [(months: Int?, place: Int)] {
    let isListed = isUnderInactivity
    guard isListed || L.inactive.occur(in: words) || isNotDoing(words) || isAboveInactivity(words) else { return [] }
    if L.experience.occur(in: words) { return [] }
    if L.groups.occur(in: words, to: 3), text.roles(in: words, to: 6).isEmpty { return [] }
    let isOfGroups = passage.headings.dropFirst().contains { L.groups.occur(in: $0.words) }
    let lead = passage.lead.map { text.passages[$0].words } ?? []
    if isOfGroups, text.roles(in: lead).allSatisfy({ $0.kind == .other || $0.kind == .committee }) { return [] }
    let hasConsequence =
      isListed || passage.form == .item || L.consequences.occur(in: words)
      || passage.headings.contains { L.leaving.occur(in: $0.words) }
    guard hasConsequence else { return [] }
    var result: [(months: Int?, place: Int)] = []
    for index in words.indices {
      guard let duration = Self.months(at: index, in: words), !isOther(index, duration, words),
        !result.contains(where: { $0.months == duration.months }),
        isListed || L.plainlyInactive.occur(in: words) || !isOfThings(words, to: duration.end + 6)
      else { continue }
      result.append((duration.months, index))
    }
    if result.count > 1, !isListed, !L.monthsOfInactivity.occur(in: words) { result = [result[0]] }
    if result.isEmpty, !isListed, L.inactiveSomeTime.occur(in: words), L.settled.occur(in: words),
      let range = L.inactivityWords.ranges(in: words).first
    {
      result.append((nil, range.lowerBound))
    }
    return result
  }

  /// "By not answering for two years", "if we do not hear from somebody for a year, we may remove them"
  private func isNotDoing(_ words: [DecisionWord]) -> Bool {
    lazy var isRemoved = L.removing.occur(in: words) || L.settled.occur(in: words)
    for index in words.indices.dropLast() where words[index].text == "not" {
      let next = words[index + 1].text
      if next.hasSuffix("ing") && !next.hasSuffix("thing") || next != "be" && isRemoved { return true }
    }
    return false
  }

  /// Whether the words up to a duration are about something else: "issues without an answer for two months". What is
  /// done then can be one: "… anybody may open a pull request".
  private func isOfThings(_ words: [DecisionWord], to end: Int) -> Bool {
    let comma = words.firstIndex { $0.text == "," }.map { L.conditions.begins(words) && $0 < end ? $0 : end } ?? end
    return L.notInactivity.occur(in: Array(words[..<min(words.count, comma, end)]).outsideParentheses)
  }

  /// Whether a period is one of maintainers: the first role that is named before it, else the one that the introduction
  /// of its list names, else that of the nearest heading with one. Maintainers who are named only behind the months are
  /// those who vote on somebody else.
  ///
  /// Who has gone on leave has said so, and is not one of those who were not heard of.
  func isOfMaintainers(_ place: Int, in words: [DecisionWord]) -> Bool {
    let isOnLeave = zip(words[..<place], words[..<place].dropFirst()).contains { $0.text == "on" && $1.text == "leave" }
    guard !isOnLeave else { return false }
    let lead = passage.lead.map { [text.passages[$0].words] } ?? []
    let texts = [Array(words[..<place])] + lead + passage.headings.reversed().map(\.words)
    let named = texts.lazy.compactMap { words in text.roles(in: words).first.map { (words, $0) } }.first
    guard let (words, role) = named, role.kind == .own else { return false }
    let word = words[role.range.lowerBound]
    return L.maintainerRoles.begins([word]) || text.deciders != "maintainers" && !L.memberRoles.begins([word])
  }

  /// "Inactivity is measured by periods of no contributions longer than:" above a list of roles with their months.
  private var isUnderInactivity: Bool {
    guard passage.form == .item, let lead = passage.lead, let last = text.passages[lead].sentences.last else {
      return false
    }
    // "Those who were inactive for longer than:" above "Maintainer: 3 months"
    let isOfRole = passage.words.prefix(5).contains { $0.text == ":" } && !text.roles(in: passage.words, to: 4).isEmpty
    return last.last?.text == ":" && (L.inactivityIs.occur(in: last) || isOfRole && L.inactive.occur(in: last))
  }

  /// "Members can be removed if for three months all of these are true:" above a list that says inactive.
  private func isAboveInactivity(_ words: [DecisionWord]) -> Bool {
    words.last?.text == ":" && L.consequences.occur(in: words)
      && passage.items.contains { L.inactive.occur(in: text.passages[$0].words) }
  }

  private func isOther(_ index: Int, _ duration: (months: Int, end: Int), _ words: [DecisionWord]) -> Bool {
    let text = words[index].text
    if text == "a" || text == "an" {
      if index > 0, words[index - 1].text == "half" { return true }
      let isPeriod = index > 0 && words[index - 1].text == "for" || L.orMore.length(at: duration.end, in: words) > 0
      guard words[index + 1].text == "year" || isPeriod else { return true }
    }
    // "Less than 6-12 months"
    let isRange = index > 1 && Int(words[index - 1].text) != nil
    if L.fewerThan.ends(before: isRange ? index - 1 : index, in: words) { return true }
    if index > 0, DecisionLexicon.repeating.contains(words[index - 1].text) { return true }
    return L.terms.occur(in: words, from: duration.end, to: duration.end + 2)
      || L.extending.length(at: duration.end, in: words) > 0
  }

  /// "six (6) months", "3 or more months", "a year".
  static func months(at index: Int, in words: [DecisionWord]) -> (months: Int, end: Int)? {
    let text = words[index].text
    if text == "half", index + 2 < words.count, words[index + 1].text == "a", words[index + 2].text == "year" {
      return (6, index + 3)
    }
    let isDigits = text.utf8.allSatisfy(\.isASCIIDigit)
    guard let number = isDigits ? Int(text) : ["a", "an"].contains(text) ? 1 : Lexicon.times.numbers[text],
      (1...366).contains(number)
    else { return nil }
    var place = index + 1
    while place < min(words.count, index + 5),
      DecisionLexicon.beforeMonths.length(at: place, in: words) > 0 || ["(", ")"].contains(words[place].text)
        || words[place].text.utf8.allSatisfy(\.isASCIIDigit)
    {
      place += 1
    }
    guard place < words.count else { return nil }
    switch words[place].text {
    case "month", "months": return (number, place + 1)
    case "quarter", "quarters":
      // "Three quarters (3/4) of the votes"
      return place + 1 < words.count && ["(", "of"].contains(words[place + 1].text) ? nil : (3 * number, place + 1)
    case "year", "years": return (12 * number, place + 1)
    // Shorter ones are times to answer in.
    case "week", "weeks": return number >= 8 && number % 4 == 0 ? ((number * 12 + 26) / 52, place + 1) : nil
    case "day", "days": return number >= 60 && number % 30 % 5 == 0 ? (number / 30, place + 1) : nil
    default: return nil
    }
  }

  /// What a sentence says about employers.
  func affiliation(in words: [DecisionWord]) -> [(kind: AffiliationRule.Kind, days: Int?, line: Int)] {
    func line(_ range: Range<Int>) -> Int { words[range.lowerBound].line }
    let unit = L.days
    lazy var days = words.indices.lazy.compactMap { index -> Int? in
      guard index + 1 < words.count, unit.length(at: index + 1, in: words) > 0 else { return nil }
      return Int(words[index].text)
    }.first
    var result: [(kind: AffiliationRule.Kind, days: Int?, line: Int)] = []
    lazy var isOfSeats = L.seatContext.occur(in: words)
    if let change = L.changeOfEmployer.ranges(in: words).first {
      let isDeadline = days != nil && L.updating.occur(in: words) && L.affiliationWords.occur(in: words)
      if isOfSeats || isDeadline, !L.editorial.occur(in: words) {
        let kind: AffiliationRule.Kind = isDeadline ? .updateDeadline : .changeOfEmployer
        result.append((kind, days, line(change)))
      }
    }
    if let acquisition = L.acquisitions.ranges(in: words).first, isOfSeats {
      result.append((AffiliationRule.Kind.acquisition, days, line(acquisition)))
    }
    if result.isEmpty, L.disclosing.occur(in: words), !L.notDisclosing.occur(in: words),
      let affiliation = L.affiliationWords.ranges(in: words).first
    {
      result.append((AffiliationRule.Kind.disclosure, nil, line(affiliation)))
    }
    return result
  }
}

extension [DecisionWord] {
  /// What a sentence says without its asides: "no activity (issues, pull requests) for a year".
  fileprivate var outsideParentheses: [DecisionWord] {
    var depth = 0
    return filter { word in
      if word.text == "(" { depth += 1 }
      defer { if word.text == ")" { depth -= 1 } }
      return depth == 0
    }
  }
}
