/// The words by which an answer denies, postpones or excludes what its criterion asks; lower case, single words.
struct AnswerWords: Sendable {
  /// Signs of a negation that the words behind them are subject to.
  let negations: Set<String>
  /// States and acts that a criterion asks for, as participles and adjectives ("documented", "available").
  let states: Set<String>
  /// Verbs whose negation denies that their object is there ("does not specify").
  let verbs: Set<String>
  /// What criteria ask for, as objects ("process", "list").
  let things: Set<String>
  /// Words that say of themselves that something is lacking ("undocumented").
  let lacks: Set<String>
  /// Words that may stand between a negation and what it negates.
  let fillers: Set<String>
  /// Words that turn a negated thing into something nobody asks for ("no known …").
  let harmless: Set<String>
  /// Subjects whose state says nothing about the project's documents ("pull requests").
  let subjects: Set<String>
  /// Words that make a clause a condition.
  let conditions: Set<String>
  /// Words that make a clause speak of the past.
  let past: Set<String>
  /// Verbs of intention, as participles and bare ("plan", "planned").
  let intentions: Set<String>
  /// What is promised of a document or rule ("will be adopted after …"), as participles.
  let undertakings: Set<String>
  /// Bare verbs of what is still to do ("document", "add").
  let acts: Set<String>

  static let english = AnswerWords(
    negations: ["not", "never"],
    states: words(
      "documented demonstrated done defined described specified available established implemented enforced completed "
        + "complete obvious provided published listed tracked met satisfied formalized formalised adopted achieved "
        + "written started finished finalized finalised set scheduled held maintained updated covered mentioned "
        + "addressed explained stated clear performed conducted obtained enabled configured created assigned shown "
        + "present existing organized organised linked collected current demonstrable tagged applied"),
    verbs: words(
      "specify document describe define list provide publish have has maintain enforce include cover mention address "
        + "hold explain state offer track show demonstrate identify contain meet keep run appear conduct"),
    things: words(
      "process processes policy policies documentation document documents list lists plan plans ladder roadmap guide "
        + "guides schedule schedules calendar meeting meetings cadence role roles affiliation affiliations information "
        + "procedure procedures mechanism mechanisms lifecycle audit audits assessment badge review reviews record "
        + "records this that these one such it criterion requirement requirements who how what which when team "
        + "governance description subproject subprojects rule rules charter strategy page file section maintainers "
        + "committee adopters releases owners data history reference references mention guidance domain"),
    lacks: words(
      "undocumented unspecified undefined unclear incomplete missing absent nonexistent lacking unavailable"),
    fillers: words(
      "yet currently been be being fully formally explicitly clearly completely officially publicly well really "
        + "actually a an the any so far at this time presently properly sufficiently adequately consistently regularly "
        + "explicitely appear appears seem seems to still entirely always separately also as of now specifically particularly"
    ),
    harmless: words(
      "known open outstanding unresolved critical private non additional further other others special separate single "
        + "new pending access permission permissions voting vulnerability vulnerabilities issue issues bug bugs "
        + "conflict conflicts more need"),
    subjects: words("pr prs pull request requests issue issues bug bugs feature features ticket tickets patch patches"),
    conditions: words("if when whenever unless whether where wherever once should until"),
    past: words("was were had did until before previously formerly originally initially earlier"),
    intentions: words("plan plans planned planning intend intends intended going aim aims hope hopes"),
    undertakings: words("adopted documented defined established formalized formalised written introduced added"),
    acts: words(
      "document define create write add publish establish adopt implement complete introduce formalize formalise "
        + "develop provide obtain achieve perform conduct finalize finalise describe set start have update"))

  private static func words(_ text: String) -> Set<String> { Set(text.split(separator: " ").map(String.init)) }
}
