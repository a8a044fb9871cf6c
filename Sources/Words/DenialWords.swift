/// Words by which an answer denies, postpones or excludes what its criterion asks; `content/lexicon/denials.yaml` says
/// what each list is for.
package final class DenialWords: Sendable, Decodable {
  package let negations, states, verbs, things, lacks, fillers, harmless, subjects, conditions, past, intentions,
    undertakings, acts, present, degrees, policies, now, turns, auxiliaries, applying, prepositions, elsewhere, kept,
    openers, stops, followers, alone, copulas, negatives, under, unfinished, closers, general, later, ours, needs,
    relatives, conjunctions, qualifiers, concessions,
    pronouns, replacements, demands: Set<String>
  package let announcements, wishes: Phrases
  package let lessThanAsked: [LexiconFile.Meaning]
}
