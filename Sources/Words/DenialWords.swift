/// Words of sentences that deny a ticked box; `content/lexicon/denials.yaml` says what each list is for.
package final class DenialWords: Sendable, Decodable {
  package let denials, exceptions: Phrases
}
