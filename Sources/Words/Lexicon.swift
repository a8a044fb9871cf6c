public import Diagnostics
import StructuredData
import Synchronization

/// The words by which documents are understood, compiled once a run: the built-in ones with what a source changes.
///
/// An instance never changes; it is a class so that handing it on costs nothing.
public final class Lexicon: Sendable {
  let claims: ClaimWords
  let activity: ActivityWords
  let applications: ApplicationWords
  let documents: DocumentWords
  let organizations: OrganizationWords
  package let findings: FindingWords
  /// Which of its words tell a kind by the letters and digits of an address' path, and which by the whole address.
  let pathWords, addressWords: ByteStrings
  package let denials: DenialWords
  package let people: PeopleWords
  let adopters: AdopterWords
  let groups: GroupWords
  package let decisions: DecisionWords
  /// In which lists of `decisions` a phrase begins with a word.
  let decisionBeginnings: WordBeginnings
  package let times: TimeWords
  /// Keys of the files that no code asks for; a test holds it empty.
  let unused: [String]

  /// The words of this repository's `content/lexicon`.
  public static let builtIn = Lexicon(BuiltInLexicon.files)

  /// The built-in words by which documents are recognized, for those who look for files before a source's own words are
  /// known: they are there long before all the others.
  package static let builtInDocuments: DocumentWords = Lexicon.words(in: BuiltInLexicon.documents).words

  private init(_ files: [LexiconFile]) {
    var unused: [String] = []
    func read<Words: Decodable>(_ name: String) -> (words: Words, asked: LexiconDecoder.Asked) {
      let file = files.first { $0.name == name } ?? LexiconFile(name: name)
      let read: (words: Words, asked: LexiconDecoder.Asked) = Self.words(in: file)
      unused += file.values.map(\.key).filter { !read.asked.keys.contains($0) }.map { "\(name).\($0)" }
      return read
    }
    func words<Words: Decodable>(_ name: String) -> Words { read(name).words }
    claims = words("claims")
    activity = words("activity")
    applications = words("applications")
    organizations = words("organizations")
    documents = words("documents")
    let found: FindingWords = words("findings")
    findings = found
    pathWords = ByteStrings((found.pathKinds + found.pathEnds).map(\.word))
    addressWords = ByteStrings(found.linkKinds.map(\.word))
    denials = words("denials")
    people = words("people")
    adopters = words("adopters")
    groups = words("groups")
    let decided: (words: DecisionWords, asked: LexiconDecoder.Asked) = read("decisions")
    decisions = decided.words
    decisionBeginnings = WordBeginnings(decided.asked.phrases)
    times = words("times")
    self.unused = unused
  }

  /// The words of a file as the code holds them. Every key that the code asks for is in the built-in files, and no change
  /// takes a key away.
  private static func words<Words: Decodable>(
    in file: LexiconFile
  ) -> (words: Words, asked: LexiconDecoder.Asked) {
    let decoder = LexiconDecoder(file: file)
    do {
      return (try Words(from: decoder), decoder.asked)
    } catch {
      fatalError("the built-in words do not fit the code: \(error)")
    }
  }

  /// The JSON Schema of a source's file of words: of any of the built-in names.
  public static var jsonSchema: JSONValue {
    Shape.either(BuiltInLexicon.files.map(\.shape)).jsonSchema(
      id: "lexicon.schema.json", title: "sitegen file of words")
  }

  /// The built-in words with the changes of some files, each named like the built-in one it changes.
  public static func read(_ sources: [SourceText]) -> Staged<Lexicon> {
    var files = BuiltInLexicon.files
    var diagnostics: [Diagnostic] = []
    var isChanged = false
    for source in sources where !BuiltInLexicon.isBuiltIn(source) {
      var changes = LexiconChanges(source)
      isChanged = changes.apply(to: &files) || isChanged
      diagnostics += changes.diagnostics
    }
    return Staged(isChanged ? Lexicon(files) : builtIn, diagnostics)
  }
}

/// The words of the run. The smallest functions of readers ask for words, so these are a value of the task: each stage
/// that reads or judges binds what it was given. Outside of a run they are the built-in ones.
extension Lexicon {
  @TaskLocal private static var bound = Lexicon.builtIn
  /// Whether a run of this process has words of its own: a task is asked for its words only then, for asking costs more
  /// than most of what the words are asked for.
  private static let isAnyBound = Atomic(false)

  /// Whether the words of every run so far are the built-in ones.
  package static var isBuiltIn: Bool { !isAnyBound.load(ordering: .relaxed) }

  /// The words of the run that asks.
  public static var current: Lexicon { isBuiltIn ? builtIn : bound }

  /// What `body` makes, with these words as those of the run.
  package static func with<Result>(_ words: Lexicon, _ body: () async -> Result) async -> Result {
    if words === builtIn, isBuiltIn { return await body() }
    isAnyBound.store(true, ordering: .relaxed)
    return await $bound.withValue(words) { await body() }
  }

  /// The same where nothing is waited for.
  package static func with<Result>(_ words: Lexicon, _ body: () -> Result) -> Result {
    if words === builtIn, isBuiltIn { return body() }
    isAnyBound.store(true, ordering: .relaxed)
    return $bound.withValue(words) { body() }
  }

  package static var activity: ActivityWords { current.activity }
  package static var adopters: AdopterWords { current.adopters }
  package static var applications: ApplicationWords { current.applications }
  package static var claims: ClaimWords { current.claims }
  package static var decisions: DecisionWords { current.decisions }
  package static var decisionBeginnings: WordBeginnings { current.decisionBeginnings }
  package static var denials: DenialWords { current.denials }
  package static var documents: DocumentWords { current.documents }
  package static var findings: FindingWords { current.findings }
  package static var pathWords: ByteStrings { current.pathWords }
  package static var addressWords: ByteStrings { current.addressWords }
  package static var groups: GroupWords { current.groups }
  package static var organizations: OrganizationWords { current.organizations }
  package static var people: PeopleWords { current.people }
  package static var times: TimeWords { current.times }
}
