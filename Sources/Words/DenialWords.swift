/// Words by which an answer denies, postpones or excludes what its criterion asks; `content/lexicon/denials.yaml` says
/// what each list is for.
package final class DenialWords: Sendable {
  package let negations, states, verbs, things, lacks, fillers, harmless, subjects, conditions, past, intentions,
    undertakings, acts, present, degrees, policies, now, turns, auxiliaries, applying, prepositions, elsewhere, kept,
    openers, stops, followers, alone, copulas, negatives, under, unfinished, closers, general, later, ours, needs,
    relatives, conjunctions: Set<String>

  init(_ words: inout LexiconSection) {
    negations = words.set("negations")
    states = words.set("states")
    verbs = words.set("verbs")
    things = words.set("things")
    lacks = words.set("lacks")
    fillers = words.set("fillers")
    harmless = words.set("harmless")
    subjects = words.set("subjects")
    conditions = words.set("conditions")
    past = words.set("past")
    intentions = words.set("intentions")
    undertakings = words.set("undertakings")
    acts = words.set("acts")
    present = words.set("present")
    degrees = words.set("degrees")
    policies = words.set("policies")
    now = words.set("now")
    turns = words.set("turns")
    auxiliaries = words.set("auxiliaries")
    applying = words.set("applying")
    prepositions = words.set("prepositions")
    elsewhere = words.set("elsewhere")
    kept = words.set("kept")
    openers = words.set("openers")
    stops = words.set("stops")
    followers = words.set("followers")
    alone = words.set("alone")
    copulas = words.set("copulas")
    negatives = words.set("negatives")
    under = words.set("under")
    unfinished = words.set("unfinished")
    closers = words.set("closers")
    general = words.set("general")
    later = words.set("later")
    ours = words.set("ours")
    needs = words.set("needs")
    relatives = words.set("relatives")
    conjunctions = words.set("conjunctions")
  }
}
