/// Names of organizations; `content/lexicon/organizations.yaml` says what each list is for.
package final class OrganizationWords: Sendable, Decodable {
  package let spellings: [LexiconFile.Group]
  package let legalForms, unstated, independent, beforeNames, relations, mailHosts: Set<String>
  package let nameEndings, parts, independentOpenings: [String]
}
