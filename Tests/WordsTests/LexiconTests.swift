import Diagnostics
import StructuredData
import Testing

@testable import Words

/// The built-in words, and what files of a source change in them.
@Suite struct LexiconTests {
  @Test func holdsNoListThatNoCodeAsksFor() {
    #expect(Lexicon.builtIn.unused == [])
  }

  /// What is embedded beside the files is what YAML reads in them.
  @Test func holdsWhatTheFilesSay() {
    for (source, file) in zip(BuiltInLexicon.sources, EmbeddedFiles.files) {
      #expect(Node(embedded: file.nodes) == YAML.read(source).value, "\(source.path)")
    }
  }

  @Test func holdsNoWordTwiceAndNoValueOfAnotherForm() {
    for (source, file) in zip(BuiltInLexicon.sources, BuiltInLexicon.files) {
      var files = [file]
      var changes = LexiconChanges(source)
      _ = changes.apply(to: &files)
      #expect(changes.diagnostics.map(text) == [], "\(source.path)")
    }
  }

  @Test func takesTheBuiltInWordsWithoutFiles() {
    let staged = Lexicon.read([])
    #expect(staged.value === Lexicon.builtIn && staged.diagnostics.isEmpty)
  }

  @Test func replacesAList() {
    let staged = read("claims", "spans: [fortnights]\n")
    #expect(staged.value.claims.spans == ["fortnights"])
    #expect(staged.value.claims.rates == Lexicon.builtIn.claims.rates)
  }

  @Test func changesAListByAddingAndRemoving() {
    let staged = read("claims", "spans: {add: [fortnights], remove: [hours]}\n")
    #expect(staged.value.claims.spans == ["days", "weeks", "months", "years", "fortnights"])
  }

  @Test func changesOneOfSeveralGroups() {
    let staged = read("claims", "nouns: {organizations: {add: [institutions]}}\n")
    #expect(staged.value.claims.nouns["institutions"] == "organizations")
    #expect(staged.value.claims.nouns["companies"] == "organizations")
  }

  @Test(arguments: [
    ("claims", "spas: [weeks]\n", "lexicon/claims.yaml:1:1 lexicon/unknown-key did you mean `spans`?"),
    ("claim", "spans: [weeks]\n", "lexicon/claim.yaml:1:1 lexicon/unknown-file did you mean `claims`?"),
    ("claims", "spans: weeks\n", "lexicon/claims.yaml:1:8 lexicon/wrong-value "),
    ("claims", "spans: [weeks, weeks]\n", "lexicon/claims.yaml:1:16 lexicon/duplicate keep one of them"),
    ("claims", "spans: {remove: [week]}\n", "lexicon/claims.yaml:1:18 lexicon/unknown-word did you mean `weeks`?"),
    ("claims", "spans: {ad: [week]}\n", "lexicon/claims.yaml:1:9 lexicon/unknown-key known keys here: add, remove"),
    (
      "claims", "nouns: {organisations: [x]}\n",
      "lexicon/claims.yaml:1:9 lexicon/unknown-key did you mean `organizations`?"
    ),
    (
      "claims", "spans: [[weeks]]\n",
      "lexicon/claims.yaml:1:9 lexicon/wrong-value "
    ),
  ])
  func saysWhereAFileIsWrong(_ name: String, _ yaml: String, _ expected: String) {
    #expect(read(name, yaml).diagnostics.map(text) == [expected])
  }

  private func read(_ name: String, _ yaml: String) -> Staged<Lexicon> {
    Lexicon.read([SourceText(path: "lexicon/\(name).yaml", text: yaml)])
  }

  private func text(_ diagnostic: Diagnostic) -> String {
    let place = diagnostic.location.map { "\($0.path):\($0.line):\($0.column)" } ?? ""
    return "\(place) \(diagnostic.rule) \(diagnostic.help ?? "")"
  }
}
