import Criteria
import Intake
import Words

/// What the text under a criterion says of it, before anything is verified.
struct AnswerReading: Sendable, Hashable {
  /// The reading of a whole answer.
  enum Sense: String, Sendable, Hashable, CaseIterable {
    /// The text says that it is there, or says nothing about that.
    case affirmed
    /// The text says that it is not there.
    case denied
    /// One part of several is not there, or not yet.
    case partly
    /// There is nothing that the criterion could apply to.
    case notApplicable = "not-applicable"
  }

  let sense: Sense
  /// The sentence that decides; empty when none does.
  let sentence: String
  /// The deciding words in it, as written.
  let words: String
  /// Whether what is not there is announced or under way.
  let isUnderWay: Bool

  static let affirmed = AnswerReading(sense: .affirmed, sentence: "", words: "", isUnderWay: false)
}

extension AnswerReading {
  /// Reads an answer, one sentence or list entry a line or several.
  ///
  /// - Parameters:
  ///   - optional: things that may be absent without fault, in the singular.
  ///   - quoted: the criterion's own words, whose repetition says nothing.
  init(
    _ text: String, words lexicon: DenialWords = Lexicon.builtIn.denials, optional: Set<String> = [],
    quoted: [String] = []
  ) {
    let reader = ClauseReader(lexicon, optional: optional)
    let longest = quoted.map(\.utf8.count).max() ?? 0
    lazy var own = quoted.map(PhraseMatcher.normalized)
    var affirmed = 0
    var found: [(reading: ClauseReading, sentence: String, words: String, position: Int)] = []
    let sentences = Self.units(of: text, wishes: lexicon.wishes).map {
      AnswerSentence($0, conjunctions: lexicon.conjunctions)
    }
    for (position, sentence) in sentences.enumerated() {
      let normalized = PhraseMatcher.normalized(sentence.text)
      // Small letters of some scripts take more bytes.
      if normalized.count > 12, normalized.count <= 2 * longest, own.contains(where: { $0.holds(normalized) }) {
        continue
      }
      // "(see ## Releases)" says that it is about another part of the document.
      guard !sentence.isQuestion, !sentence.text.holds("(see #") else { continue }
      var length = 0
      for (number, clause) in sentence.clauses.enumerated() {
        // "At this time, there are no subprojects" begins with a few words about when.
        guard let reading = reader.read(clause, isFirst: position == 0 && length <= 4) else {
          length += clause.count
          continue
        }
        let rest =
          sentence.clauses.dropFirst(number + 1) + sentences.dropFirst(position + 1).prefix(1).flatMap(\.clauses)
        if reader.isMade(up: rest, for: reading, in: clause, isFirst: number == 0) { continue }
        let base = clause.startIndex
        let words = sentence.words(
          from: clause[base + reading.words.lowerBound], to: clause[base + reading.words.upperBound])
        found.append((reading, sentence.text, words, position))
        // "N/A – met when it applied" and what follows a denial in its own sentence explain it.
        break
      }
      if length >= 4 { affirmed += 1 }
      if found.first?.reading.sense == .notApplicable { break }
    }
    guard let first = found.first(where: { $0.reading.sense != .underWay }) ?? found.first else {
      self = .affirmed
      return
    }
    let isUnderWay = first.reading.sense == .underWay
    let sense: Sense =
      switch first.reading.sense {
      case .notApplicable: .notApplicable
      case .underWay: affirmed == 0 ? .denied : .partly
      case .denied: affirmed == 0 || (first.position == 0 && affirmed <= found.count) ? .denied : .partly
      }
    self.init(sense: sense, sentence: first.sentence, words: first.words, isUnderWay: isUnderWay)
  }

  private static let labelSigns = [": ", " - ", " \u{2013} ", " \u{2014} "].map { Array($0.utf8) }

  /// Whether a line is an entry of a list or goes on with one: by its mark, by a label in front, or by a small letter.
  private static func isEntry(_ line: Substring.UTF8View) -> Bool {
    guard let first = line.first else { return false }
    if "-*+".utf8.contains(first) || (0x61...0x7A).contains(first) { return true }
    let start = Array(line.prefix(60))
    return labelSigns.contains { start[...].holds($0) }
  }

  private static let addressSign = Array("://".utf8)

  /// Whether the last word is an address; of a long text only that word is looked at.
  private static func endsInAddress(_ text: [UInt8]) -> Bool {
    guard let end = text.lastIndex(where: { $0 != 0x20 }) else { return false }
    let start = text[..<end].lastIndex(of: 0x20).map { $0 + 1 } ?? 0
    return text[start...end].holds(addressSign)
  }

  /// Sentences and list entries; wrapped lines go on.
  private static func units(of text: String, wishes: Phrases) -> [String] {
    var found: [String] = []
    var current: [UInt8] = []
    func end() {
      let bytes = current[...].drop { "-*+ ".utf8.contains($0) }
      found += Sentences.ranges(in: bytes).map { String(decoding: bytes[$0], as: UTF8.self) }
      current = []
    }
    var isOfWishes = false
    for whole in text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false) {
      let line = whole.drop { $0 == 0x20 || $0 == 0x09 }
      // What is listed below "Improvement themes:" is wished for, and no answer.
      if isOfWishes, line.count < whole.count || isEntry(line) { continue }
      if line.last == UInt8(ascii: ":") {
        isOfWishes = wishes.occur(in: String(decoding: line, as: UTF8.self))
      } else if !line.isEmpty {
        isOfWishes = false
      }
      let isEntry = line.first.map { "-*+|".utf8.contains($0) } ?? true || line.starts(with: [0xE2, 0x80, 0xA2])
      // No sentence goes on behind a line that is a reference: `Ref: https://example.org`.
      let isBehindAddress =
        line.first.map { (0x41...0x5A).contains($0) } == true && endsInAddress(current)
      if isEntry || isBehindAddress, !current.isEmpty { end() }
      if !current.isEmpty { current.append(0x20) }
      current += line
    }
    if !current.isEmpty { end() }
    return found
  }
}

extension ChecklistItem {
  /// What the text under the item says of its criterion; the line itself where it says that it does not apply.
  func reading(of criterion: Criterion?, words: DenialWords) -> AnswerReading {
    // A nested line of the form may always be answered so.
    let optional = criterion.map { $0.mayBeNotApplicable ? Self.nouns(of: $0.text) : [] } ?? []
    let quoted = criterion.map { $0.match + [$0.text, text] } ?? [text]
    let own = AnswerReading(text, words: words)
    if own.sense == .notApplicable, PhraseMatcher.normalized(own.sentence).starts(with: Array(" n a ".utf8)) {
      return own
    }
    let reading = AnswerReading(evidenceText, words: words, optional: optional, quoted: quoted)
    // A reviewer who leaves the box empty and says what is needed names a gap.
    if reading.sense == .notApplicable, state == .unchecked, let gap = gap(behind: reading.sentence, words) {
      return AnswerReading(sense: .denied, sentence: gap.sentence, words: gap.word, isUnderWay: false)
    }
    guard reading.sense == .affirmed, let criterion else { return reading }
    return lessThanAsked(criterion, words.lessThanAsked) ?? reading
  }

  /// The first sentence behind another that says that something is needed, and not only in case of something else.
  private func gap(behind first: String, _ words: DenialWords) -> (sentence: String, word: String)? {
    let sentences = Sentences.texts(of: evidenceText)
    guard let start = sentences.firstIndex(where: { $0.holds(first) || first.holds($0) }) else { return nil }
    for sentence in sentences[(start + 1)...] {
      let own = sentence.wordsOfLetters
      guard !own.contains(where: words.conditions.contains), !own.contains(where: words.negations.contains),
        let word = own.first(where: words.demands.contains)
      else { continue }
      return (sentence, word)
    }
    return nil
  }

  /// The sentence that names less than the criterion asks for, where none names what it does.
  private func lessThanAsked(_ criterion: Criterion, _ words: [LexiconFile.Meaning]) -> AnswerReading? {
    let less = words.filter { word in criterion.match.contains { $0.holds(word.meaning) } }
    guard let asked = less.first?.meaning.split(separator: " ") else { return nil }
    let letters = evidenceText.lowercased()
    guard !asked.contains(where: { $0 != "or" && letters.holds(String($0)) }) else { return nil }
    for sentence in Sentences.texts(of: evidenceText) {
      if let word = less.first(where: { sentence.lowercased().holds($0.word) })?.word {
        return AnswerReading(sense: .denied, sentence: sentence, words: word, isUnderWay: false)
      }
    }
    return nil
  }

  private static func nouns(of text: String) -> Set<String> {
    Set(text.wordsOfLetters.filter { $0.utf8.count > 7 }.map { $0.hasSuffix("s") ? String($0.dropLast()) : $0 })
  }
}
