/// Words of lists of adopters; `content/lexicon/adopters.yaml` says what each list is for.
package final class AdopterWords: Sendable, Decodable {
  package let linkWords, listKeys, typeKeys, instructions, individuals, generic, steps: Set<String>
  package let logoEndings, ownPages, badges, personColumns, userColumns, organizationColumns, pointerFiles: [String]
  package let columns: [String: String]
  package let columnWords: WordGroups
}
