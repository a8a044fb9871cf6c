import Criteria
import Words

/// By which words an ask, an action item or a decision is known.
struct ActionRules {
  let lexicon = Lexicon.activity

  /// What a sentence of notes is.
  enum Sense { case ask, decision }

  func isDecisionHeading(_ text: String) -> Bool {
    lexicon.decisionHeadings.equal(normalized: PhraseMatcher.normalized(text))
  }

  private static let doneOpenings = Phrases("done")
  private static let please = Phrases("please")
  private static let infinitive = Phrases("to")

  /// Whether a sentence of a text, given by its normalized words, may be a decision.
  func mayDecide(_ words: [UInt8]) -> Bool {
    lexicon.decisions.occur(inNormalized: words) || lexicon.decisionLabels.occur(inNormalized: words)
  }

  /// Whether a sentence of a text, given with its normalized words, may be an ask.
  func mayAsk(_ text: String, _ words: [UInt8]) -> Bool {
    lexicon.asks.occur(inNormalized: words) || Self.please.occur(inNormalized: words)
      || lexicon.askOpenings.occur(inNormalized: words) || text.holds("TODO") || text.holds("[WIP]")
      || text.holds(byte: UInt8(ascii: ":")) && lexicon.askLabels.occur(inNormalized: words)
  }

  /// What a sentence is; nil when it is neither an ask, unless none is wanted, nor a decision.
  func sense(of sentence: String, wantsAsks: Bool) -> Sense? {
    let words = PhraseMatcher.normalized(sentence)
    // A heading of a list says nothing itself, and one or two words are no sentence.
    guard words.count(where: { $0 == 0x20 }) > 3, !lexicon.actionHeadings.equal(normalized: words) else { return nil }
    if lexicon.decisions.occur(inNormalized: words) || hasLabel(sentence, lexicon.decisionLabels) {
      return lexicon.undecided.occur(inNormalized: words) ? nil : .decision
    }
    return wantsAsks && asks(sentence, words) ? .ask : nil
  }

  /// Whether a bullet under a heading of requests asks for something: an ask, or `X to do Y` without a finite verb.
  func isRequest(_ text: String) -> Bool {
    let words = PhraseMatcher.normalized(text)
    if asks(text, words) { return true }
    guard let position = Self.infinitive.position(inNormalized: words), position > 0 else { return false }
    return !lexicon.statement.occur(inNormalized: words)
  }

  /// Whether a bullet says of itself that it is done: a ticked box, `Done:`, `[DONE]`, a check mark.
  func isDone(_ text: String, checked: Bool?) -> Bool {
    if let checked { return checked }
    if text.hasPrefix("\u{2705}") || text.hasPrefix("\u{2714}") || text.hasPrefix("[x]") || text.hasPrefix("[X]") {
      return true
    }
    return hasLabel(text, Self.doneOpenings) || StatusMarker().leading(text)?.marker == .done || hasDoneBracket(text)
  }

  /// Whether a bracket says that it is done: `… (completed 2026-09-22) …`.
  private func hasDoneBracket(_ text: String) -> Bool {
    text.split(separator: "(").dropFirst().contains { part in
      guard let close = part.firstIndex(of: ")") else { return false }
      let words = part[..<close].lowercaseWords
      guard words.count <= 4, let first = words.first else { return false }
      let state = (lexicon.shortStates[first] ?? lexicon.states[first]).flatMap(StatusItem.Marker.init(rawValue:))
      return state == .done && words.dropFirst().allSatisfy { Int($0) != nil }
    }
  }

  /// Whether a sentence is marked as an ask, by a label or a sign.
  func isMarkedAsk(_ sentence: String) -> Bool { hasLabel(sentence, lexicon.askLabels) || isMarked(sentence) }

  private func asks(_ sentence: String, _ words: [UInt8]) -> Bool {
    // A question is no ask.
    if sentence.hasSuffix("?") { return false }
    if lexicon.asks.occur(inNormalized: lexicon.noAsk.blotted(fromNormalized: words)) { return true }
    if Self.please.occur(inNormalized: words) { return !lexicon.noRequest.occur(inNormalized: words) }
    return lexicon.askOpenings.begin(normalized: words) || hasLabel(sentence, lexicon.askLabels) || isMarked(sentence)
  }

  /// Whether a sentence is marked as work to do; a list called TODO is no such mark.
  private func isMarked(_ sentence: String) -> Bool {
    sentence.holds("[WIP]") || sentence.holds("[TODO]") || sentence.holds("TODO:")
      || sentence.hasSuffix(": TODO")
  }

  /// Whether a text begins with one of some words and a colon.
  private func hasLabel(_ text: String, _ labels: Phrases) -> Bool {
    guard let colon = text.firstPlace(ofByte: UInt8(ascii: ":")) else { return false }
    return labels.equal(normalized: PhraseMatcher.normalized(String(text[..<colon])))
  }
}
