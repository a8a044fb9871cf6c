/// Words of sentences that deny a ticked box; `content/lexicon/denials.yaml` says what each list is for.
package final class DenialWords: Sendable {
  package let denials, exceptions: Phrases

  init(_ words: inout LexiconSection) {
    denials = words.phrases("denials")
    exceptions = words.phrases("exceptions")
  }
}
