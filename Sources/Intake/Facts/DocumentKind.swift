/// What a file is for, as discovery recognized it.
public enum DocumentKind: String, Sendable, Hashable, CaseIterable {
  case readme
  case governance
  /// Ladder or membership policy: roles and how one gets and leaves them.
  case membership
  case maintainers
  case alumni
  case adopters
  case owners
  case ownersAliases = "owners-aliases"
  case codeowners
  /// sigs.yaml and its family, team configuration.
  case groups
  case charter
  case securityPolicy = "security-policy"
  case securityContacts = "security-contacts"
  case codeOfConduct = "code-of-conduct"
  case contributing
  case roadmap
  /// Release process, support matrix, release notes.
  case releases
  case schedule
  /// Application or due-diligence document, of any generation.
  case dueDiligence = "due-diligence"
  /// Governance review, adopter interview, annual review: a reviewer's own document.
  case review
  case technicalReview = "technical-review"
  case securityAssessment = "security-assessment"
  case election
  case meetings
  case notes
  case mail
  case thread
  case license
  case architecture
  /// CNCF `project-maintainers.csv`, `.project/`, Scorecard, security-insights, issues export: dated evidence.
  case imported
  /// Any other Markdown.
  case page
  /// Any other structured data.
  case data
  /// Recognized, but no reader understands its format (Org mode, Textile, binaries of interest).
  case unsupported

  /// By its number: a case with a raw value is hashed by that, and each file, reader and link looks for a kind in sets.
  public func hash(into hasher: inout Hasher) {
    withUnsafeBytes(of: self) { hasher.combine(bytes: $0) }
  }
}
