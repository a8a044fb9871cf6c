/// Names of organizations; `content/lexicon/organizations.yaml` says what each list is for.
package final class OrganizationWords: Sendable {
  package let spellings: [(name: String, spellings: [String])]

  init(_ words: inout LexiconSection) {
    spellings = words.ordered("spellings").map { ($0.name, $0.words) }
  }
}
