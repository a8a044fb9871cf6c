public import Diagnostics
import StructuredData

/// The words by which documents are understood, compiled once a run: the built-in ones with what a source changes.
///
/// An instance never changes; it is a class so that handing it on costs nothing.
public final class Lexicon: Sendable {
  package let claims: ClaimWords
  package let activity: ActivityWords
  package let applications: ApplicationWords
  package let documents: DocumentWords
  package let organizations: OrganizationWords
  package let findings: FindingWords
  package let denials: DenialWords
  /// Keys that the code needs and the files do not have; a test holds it empty.
  package let missing: [String]
  /// Keys of the files that no code asks for; a test holds it empty.
  package let unused: [String]

  /// The words of this repository's `content/lexicon`.
  public static let builtIn = Lexicon(BuiltInLexicon.files)

  init(_ files: [LexiconFile]) {
    var missing: [String] = []
    var unused: [String] = []
    func words<Words>(_ name: String, _ take: (inout LexiconSection) -> Words) -> Words {
      var section = LexiconSection(files.first { $0.name == name } ?? LexiconFile(name: name, values: []))
      let words = take(&section)
      missing += section.missing
      unused += section.unused
      return words
    }
    claims = words("claims") { ClaimWords(&$0) }
    activity = words("activity") { ActivityWords(&$0) }
    applications = words("applications") { ApplicationWords(&$0) }
    organizations = words("organizations") { OrganizationWords(&$0) }
    documents = words("documents") { DocumentWords(&$0) }
    findings = words("findings") { FindingWords(&$0) }
    denials = words("denials") { DenialWords(&$0) }
    self.missing = missing
    self.unused = unused
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
