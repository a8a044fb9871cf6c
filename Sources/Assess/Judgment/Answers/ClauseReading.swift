import Words

/// What one clause says of the thing that a criterion asks for.
struct ClauseReading {
  enum Sense {
    /// It is not there.
    case denied
    /// It is under way, or promised.
    case underWay
    /// There is nothing the criterion could apply to.
    case notApplicable
  }

  let sense: Sense
  /// The deciding words, as offsets in the clause.
  let words: ClosedRange<Int>
}

/// Reads clauses: a negation counts only with what it negates, and not in conditions, in the past, or about others.
struct ClauseReader {
  private let lexicon: DenialWords
  /// Things that may be absent without fault ("subproject"), in the singular.
  private let optional: Set<String>

  init(_ lexicon: DenialWords, optional: Set<String> = []) {
    self.lexicon = lexicon
    self.optional = optional
  }

  func read(_ clause: ArraySlice<AnswerSentence.Word>, isFirst: Bool) -> ClauseReading? {
    let words = clause.map(\.text)
    guard let first = words.first else { return nil }
    if isFirst, let end = notApplicable(words) { return .init(sense: .notApplicable, words: 0...end) }
    // Nothing behind a condition says what is there.
    for index in words[...(words.firstIndex(where: lexicon.conditions.contains) ?? words.count - 1)].indices {
      if let found = reading(words, at: index, isFirst) { return found }
    }
    if isFirst, first == "none" { return none(words) }
    return nil
  }

  private func reading(_ words: [String], at index: Int, _ isFirst: Bool) -> ClauseReading? {
    if lexicon.negations.contains(words[index]) { return negation(words, at: index, isFirst) }
    switch words[index] {
    case "no": return absence(words, at: index, isFirst)
    case "nothing": return negatedState(words, from: index + 1).map { .init(sense: .denied, words: index...$0) }
    case "lacks", "lack":
      guard isAboutTheProject(words[..<index]), isThing(words, after: index) else { return nil }
      return .init(sense: .denied, words: index...min(index + 2, words.count - 1))
    case "yet":
      let isHas = index > 0 && lexicon.present.contains(words[index - 1])
      guard isHas, word(words, index + 1) == "to" else { return nil }
      return .init(sense: .denied, words: (index - 1)...min(index + 3, words.count - 1))
    default: return lack(words, at: index) ?? underWay(words, at: index) ?? promise(words, at: index)
    }
  }

  /// Whether what follows makes up for a denial: it says who does it instead, that it is done all the same or that
  /// nobody asks for it; or the denial only leads up to what follows.
  func isMade(
    up rest: some Sequence<ArraySlice<AnswerSentence.Word>>, for reading: ClauseReading,
    in clause: ArraySlice<AnswerSentence.Word>, isFirst: Bool
  ) -> Bool {
    guard reading.sense == .denied else { return false }
    let words = clause.map(\.text)
    let following = rest.map { $0.map(\.text) }
    if isFirst, lexicon.concessions.contains(words[0]), let next = following.first {
      return !next.contains(where: lexicon.negatives.contains)
    }
    guard words[reading.words].contains(where: lexicon.qualifiers.contains) else { return false }
    return following.contains { words in
      let isElsewhere = words.indices.dropFirst().contains {
        lexicon.replacements.contains(words[$0]) && lexicon.copulas.contains(words[$0 - 1])
      }
      let isStill =
        words.count > 2 && lexicon.pronouns.contains(words[0]) && ["do", "does"].contains(words[1])
        && !lexicon.negations.contains(words[2])
      let isNotAsked =
        lexicon.concessions.contains(words.first ?? "") && words.last == "required"
        && words.contains(where: lexicon.negations.contains)
      return isElsewhere || isStill || isNotAsked
    }
  }

  // MARK: Negations

  private func negation(_ words: [String], at index: Int, _ isFirst: Bool) -> ClauseReading? {
    let next = word(words, index + 1)
    if lexicon.degrees.contains(next) { return nil }
    let before = words[..<index]
    guard isAboutTheProject(before) else { return nil }
    let auxiliary = before.last ?? ""
    // "Do not …" is an order, "we do not …" is a statement.
    if lexicon.policies.contains(auxiliary), auxiliary != "do" || before.count < 2 || before.dropLast().last == "please"
    {
      return nil
    }
    let isNow = words.contains(where: lexicon.now.contains)
    let isPast = words.contains(where: lexicon.past.contains)
    if isPast, !isNow || words.contains(where: lexicon.turns.contains) { return nil }
    if next == "yet", word(words, index + 2).isEmpty { return .init(sense: .denied, words: index...(index + 1)) }
    if let applies = applying(words, from: index + 1) {
      return isFirst ? .init(sense: .notApplicable, words: index...applies) : nil
    }
    if let end = negatedState(words, from: index + 1) {
      guard !isContrast(words, from: end + 1) else { return nil }
      // "does not have formally defined subprojects": the state is one of the thing that is not there.
      if optional.contains(singular(word(words, end + 1))) {
        return isFirst ? .init(sense: .notApplicable, words: index...(end + 1)) : nil
      }
      return .init(sense: .denied, words: index...end)
    }
    if lexicon.auxiliaries.contains(auxiliary), auxiliary.hasPrefix("d"),
      let found = negatedVerb(words, from: index + 1)
    {
      return .init(sense: found.sense, words: index...found.end)
    }
    // "… are documented, the leads are not."
    let isElliptic = next.isEmpty && lexicon.auxiliaries.contains(auxiliary)
    return isElliptic && index > 1 && !before.contains("what") ? .init(sense: .denied, words: (index - 1)...index) : nil
  }

  /// The end of `[fillers] documented`.
  private func negatedState(_ words: [String], from start: Int) -> Int? {
    var index = start
    while lexicon.fillers.contains(word(words, index)) || lexicon.present.contains(word(words, index)) {
      index += 1
    }
    if word(words, index) == "in", ["place", "existence"].contains(word(words, index + 1)) { return index + 1 }
    if index > start, word(words, index) == "there" { return index }
    if word(words, index) == "up", word(words, index + 2) == "date" { return index + 2 }
    return lexicon.states.contains(word(words, index)) ? index : nil
  }

  private func applying(_ words: [String], from start: Int) -> Int? {
    var index = start
    while lexicon.fillers.contains(word(words, index)) { index += 1 }
    return lexicon.applying.contains(word(words, index)) ? index : nil
  }

  /// `[fillers] specify who …`, `[fillers] have a … process`.
  private func negatedVerb(_ words: [String], from start: Int) -> (end: Int, sense: ClauseReading.Sense)? {
    var index = start
    while lexicon.fillers.contains(word(words, index)) { index += 1 }
    if word(words, index) == "exist" { return (index, .denied) }
    guard lexicon.verbs.contains(word(words, index)), word(words, index + 1) != "to" else { return nil }
    let object = words.dropFirst(index + 1).prefix(8)
    if let thing = object.firstIndex(where: { optional.contains(singular($0)) }), thing <= index + 4 {
      return (thing, .notApplicable)
    }
    guard !object.prefix(4).contains(where: lexicon.harmless.contains) else { return nil }
    let reach = object.prefix { !lexicon.prepositions.contains($0) }
    guard let thing = reach.lastIndex(where: lexicon.things.contains) else { return nil }
    return (thing, .denied)
  }

  /// Whether "not documented here" goes on with where it is documented instead.
  private func isContrast(_ words: [String], from start: Int) -> Bool {
    lexicon.elsewhere.contains(word(words, start))
      || (word(words, start) == "in" && ["this", "that"].contains(word(words, start + 1)))
  }

  // MARK: Absence

  /// `no regular meetings are set`, `there is no process`, `no longer maintained`.
  private func absence(_ words: [String], at index: Int, _ isFirst: Bool) -> ClauseReading? {
    let before = words[..<index]
    guard isAboutTheProject(before) else { return nil }
    if word(words, index + 1) == "longer" {
      let isKept = lexicon.kept.contains(word(words, index + 2))
      return isKept ? .init(sense: .denied, words: index...(index + 2)) : nil
    }
    guard before.last.map(lexicon.openers.contains) ?? true, !words.contains(where: lexicon.past.contains) else {
      return nil
    }
    let reach = words.dropFirst(index + 1).prefix(6).prefix { !lexicon.stops.contains($0) }
    if let thing = reach.firstIndex(where: { optional.contains(singular($0)) }) {
      let isAll = thing + 1 == words.count || !lexicon.things.contains(words[thing + 1])
      // Where it may be absent, a later sentence that says so takes nothing back.
      return isAll && isFirst ? .init(sense: .notApplicable, words: index...thing) : nil
    }
    guard let thing = reach.lastIndex(where: lexicon.things.contains),
      !words[(index + 1)...thing].contains(where: lexicon.harmless.contains)
    else { return nil }
    let follows = word(words, thing + 1)
    if follows.isEmpty || lexicon.followers.contains(follows) { return .init(sense: .denied, words: index...thing) }
    guard lexicon.present.contains(follows) || follows == "currently",
      let end = negatedState(words, from: thing + 1) ?? (word(words, thing + 2) == "exist" ? thing + 2 : nil)
    else { return nil }
    return .init(sense: .denied, words: index...end)
  }

  private func none(_ words: [String]) -> ClauseReading? {
    let next = word(words, 1)
    if next == "yet" || negatedState(words, from: 1) != nil {
      return .init(sense: .denied, words: 0...min(2, words.count - 1))
    }
    return next.isEmpty || lexicon.alone.contains(next)
      ? .init(sense: .notApplicable, words: 0...(next.isEmpty ? 0 : 1)) : nil
  }

  private func lack(_ words: [String], at index: Int) -> ClauseReading? {
    guard lexicon.lacks.contains(words[index]) else { return nil }
    let before = words[..<index]
    let close = before.suffix(3)
    guard close.contains(where: lexicon.copulas.contains),
      !close.contains(where: lexicon.negatives.contains),
      isAboutTheProject(before),
      !before.contains(where: lexicon.negatives.contains)
    else { return nil }
    return .init(sense: .denied, words: max(0, index - 1)...index)
  }

  // MARK: What is to come

  private func underWay(_ words: [String], at index: Int) -> ClauseReading? {
    let end: Int
    switch words[index] {
    case let word where lexicon.unfinished.contains(word): end = index
    case "in" where word(words, index + 1) == "progress": end = index + 1
    case "under" where lexicon.under.contains(word(words, index + 1)): end = index + 1
    case "being"
    where lexicon.states.contains(word(words, index + 1)) || ["drafted", "prepared"].contains(word(words, index + 1)):
      end = index + 1
    default: return nil
    }
    let before = words[..<index]
    let close = before.suffix(4)
    let isStated = close.contains(where: lexicon.copulas.contains)
    let isAll = index == 0 && end == words.count - 1
    // "Votes are pending for a week" tells a rule.
    let next = word(words, end + 1)
    guard isAll || isStated, next.isEmpty || lexicon.closers.contains(next), isAboutTheProject(before),
      !before.contains(where: { lexicon.negatives.contains($0) || lexicon.past.contains($0) })
    else { return nil }
    return .init(sense: .underWay, words: max(0, index - (isAll ? 0 : 1))...end)
  }

  /// `we plan to document`, `will need to adopt`, `needs to be documented`, `to be defined`.
  private func promise(_ words: [String], at index: Int) -> ClauseReading? {
    let isNeed = lexicon.needs.contains(words[index])
    let isFirst = index == 0 && words[index] == "to"
    guard isNeed || isFirst || words[index] == "will" || lexicon.intentions.contains(words[index]) else { return nil }
    let before = words[..<index]
    func act(_ start: Int) -> Int? {
      guard word(words, start) == "to" else { return nil }
      if word(words, start + 1) == "be", lexicon.states.contains(word(words, start + 2)) { return start + 2 }
      return lexicon.acts.contains(word(words, start + 1)) ? start + 1 : nil
    }
    let isOurs = !before.contains(where: lexicon.general.contains) && isAboutTheProject(before)
    guard isOurs, !before.contains(where: { lexicon.negatives.contains($0) || lexicon.past.contains($0) }) else {
      return nil
    }
    if words[index] == "will", ["need", "have"].contains(word(words, index + 1)), let end = act(index + 2) {
      return .init(sense: .underWay, words: index...end)
    }
    if words[index] == "will", word(words, index + 1) == "be", lexicon.undertakings.contains(word(words, index + 2)),
      before.last.map({ lexicon.things.contains($0) || ["it", "they"].contains($0) }) ?? false,
      lexicon.later.contains(word(words, index + 3))
    {
      return .init(sense: .underWay, words: index...(index + 2))
    }
    if lexicon.intentions.contains(words[index]), let end = act(index + 1) {
      let isBy = before.contains(where: lexicon.ours.contains)
      return isBy && isThing(words, after: end) ? .init(sense: .underWay, words: index...end) : nil
    }
    guard isNeed || isFirst, word(words, isFirst ? 1 : index + 2) == "be", let end = act(isFirst ? 0 : index + 1) else {
      return nil
    }
    return .init(sense: .underWay, words: index...end)
  }

  // MARK: Scope

  /// Whether the clause's subject is the project and its documents, not people or changes of some kind ("members who
  /// do not …", "pull requests that are not …").
  private func isAboutTheProject(_ before: ArraySlice<String>) -> Bool {
    if before.contains(where: lexicon.subjects.contains) { return false }
    guard let relative = before.lastIndex(where: lexicon.relatives.contains) else { return true }
    return relative == before.startIndex
  }

  private func isThing(_ words: [String], after index: Int) -> Bool {
    words.dropFirst(index + 1).prefix(5).contains(where: lexicon.things.contains)
  }

  private func notApplicable(_ words: [String]) -> Int? {
    if words.first == "na" { return 0 }
    if words.count > 1, words[0] == "n", words[1] == "a" { return 1 }
    return nil
  }

  private func word(_ words: [String], _ index: Int) -> String { words.indices.contains(index) ? words[index] : "" }

  private func singular(_ word: String) -> String {
    let joined = word == "sub" ? "subproject" : word
    return joined.hasSuffix("s") ? String(joined.dropLast()) : joined
  }
}
