import Criteria
import Words

/// By which words an ask, an action item or a decision is known.
enum ActionRules {
  /// What a sentence of notes is.
  enum Sense { case ask, decision }

  /// Headings under which every top-level bullet is an action item.
  private static let actionHeadings = Phrases(
    "action", "actions", "action item", "action items", "new actions", "open actions", "open action items",
    "new action items", "open items", "open asks", "asks", "to do", "todo", "todos", "next steps", "follow up",
    "follow ups", "followups", "ai", "ais", "help wanted", "volunteers needed")
  /// Openings of headings under which bullets that ask are action items.
  private static let requestHeadings = Phrases(
    "asks to", "asks of", "asks for", "requests to", "requests for", "reqs to", "reqs for", "requirements to",
    "what we need")
  private static let decisionHeadings = Phrases("decision", "decisions", "decisions made", "resolutions", "agreements")

  static func isActionHeading(_ text: String) -> Bool {
    actionHeadings.equal(normalized: PhraseMatcher.normalized(text))
  }
  static func isRequestHeading(_ text: String) -> Bool {
    requestHeadings.begin(normalized: PhraseMatcher.normalized(text))
  }
  static func isDecisionHeading(_ text: String) -> Bool {
    decisionHeadings.equal(normalized: PhraseMatcher.normalized(text))
  }

  private static let decisions = Phrases(
    "we agreed", "we have agreed", "we decided", "we have decided", "was agreed", "it was decided", "was decided that",
    "has been decided", "proposal we arrived at", "general agreement", "the group agreed", "the committee agreed",
    "the committee decided", "everyone agreed", "all agreed", "vote passed", "the motion passed", "consensus was",
    "consensus is", "reached consensus", "maintainers agreed", "maintainers decided")
  private static let decisionLabels = Phrases("decision", "decided", "agreed", "resolved", "resolution")
  private static let undecided = Phrases(
    "not agreed", "not decided", "no agreement", "without agreement", "had agreed", "no consensus", "until we agreed",
    "never agreed", "not yet agreed", "not been decided", "if we agreed", "unless we agreed")

  private static let asks = Phrases(
    "we need", "we also need", "we still need", "we now need", "we must", "we have to", "need to be done",
    "to be done", "needs to happen", "needs to be a priority", "needs to be improved", "needs to be updated",
    "needs to be reviewed", "needs to be added", "needs to be written", "needs to be documented", "needs to be fixed",
    "needs to be addressed", "needs to be clarified", "needs to be decided", "needs to be discussed",
    "needs to be tested", "needs to be clearly", "volunteers needed", "volunteers are needed",
    "volunteers wanted", "help needed", "help wanted", "help is needed", "reviewers needed", "contributors needed",
    "maintainers needed", "speakers needed", "looking for volunteers", "looking for reviewers",
    "looking for speakers", "looking for contributors", "looking for maintainers", "looking for help",
    "looking out for", "drop us a note", "let us know if you", "could use some", "could use input",
    "could definitely use", "we are hoping", "im hoping", "id like to encourage", "we ask")
  /// Phrases that hold an ask's words and ask for nothing.
  private static let noAsk = Phrases(
    "we need not", "do we need", "did we need", "will we need", "would we need", "should we need", "can we need",
    "what we need", "why we need", "if we need", "when we need", "than we need", "that we need", "says we need",
    "everything we need", "all we need", "whether we need", "things we need", "we must not", "we have to thank",
    "had to be done", "with help wanted", "labeled help wanted", "help wanted issue", "help wanted issues",
    "help wanted label", "used to be done", "nothing to be done")
  private static let openings = Phrases("add", "follow up with", "follow up on", "reach out to")
  private static let askLabels = Phrases("todo", "action", "action item", "action items", "ai", "ask")
  private static let doneOpenings = Phrases("done")
  private static let noRequest = Phrases(
    "please see", "please note", "please refer", "please read", "please visit", "please find", "please check",
    "please be", "please do not", "please dont", "please feel free", "please follow the", "please keep in mind",
    "please use")
  private static let please = Phrases("please")
  private static let infinitive = Phrases("to")
  private static let statement = Phrases("is", "are", "was", "were", "has", "have", "had", "due to", "thanks to")

  /// What a sentence is; nil when it is neither an ask nor a decision.
  static func sense(of sentence: String) -> Sense? {
    let words = PhraseMatcher.normalized(sentence)
    // A heading of a list says nothing itself, and one or two words are no sentence.
    guard words.filter({ $0 == 0x20 }).count > 3, !actionHeadings.equal(normalized: words) else { return nil }
    if decisions.occur(inNormalized: words) || hasLabel(sentence, decisionLabels) {
      return undecided.occur(inNormalized: words) ? nil : .decision
    }
    return asks(sentence, words) ? .ask : nil
  }

  /// Whether a bullet under a heading of requests asks for something: an ask, or `X to do Y` without a finite verb.
  static func isRequest(_ text: String) -> Bool {
    let words = PhraseMatcher.normalized(text)
    if asks(text, words) { return true }
    guard let position = infinitive.position(inNormalized: words), position > 0 else { return false }
    return !statement.occur(inNormalized: words)
  }

  /// Whether a bullet says of itself that it is done: a ticked box, `Done:`, `[DONE]`, a check mark.
  static func isDone(_ text: String, checked: Bool?) -> Bool {
    if let checked { return checked }
    if text.hasPrefix("\u{2705}") || text.hasPrefix("\u{2714}") || text.hasPrefix("[x]") || text.hasPrefix("[X]") {
      return true
    }
    return hasLabel(text, doneOpenings) || StatusMarker.leading(text)?.marker == .done
  }

  private static func asks(_ sentence: String, _ words: [UInt8]) -> Bool {
    // A question is no ask.
    if sentence.hasSuffix("?") { return false }
    if asks.occur(inNormalized: noAsk.blotted(fromNormalized: words)) { return true }
    if please.occur(inNormalized: words) { return !noRequest.occur(inNormalized: words) }
    return openings.begin(normalized: words) || hasLabel(sentence, askLabels) || isMarked(sentence)
  }

  /// Whether a sentence is marked as work to do; a list called TODO is no such mark.
  private static func isMarked(_ sentence: String) -> Bool {
    sentence.holds("[WIP]") || sentence.holds("[TODO]") || sentence.holds("TODO:")
      || sentence.hasSuffix(": TODO")
  }

  /// Whether a text begins with one of some words and a colon.
  private static func hasLabel(_ text: String, _ labels: Phrases) -> Bool {
    guard let colon = text.utf8.firstIndex(of: UInt8(ascii: ":")) else { return false }
    return labels.equal(normalized: PhraseMatcher.normalized(String(text[..<colon])))
  }
}
