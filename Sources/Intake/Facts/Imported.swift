public import Diagnostics
public import StructuredData

/// What another tool or body wrote down about a project and somebody saved beside the documents: evidence of its own
/// day, never the truth.
public struct ImportedFile: Sendable, Hashable {
  /// Which form it has.
  public enum Form: String, Sendable, Hashable, CaseIterable {
    /// The foundation's `.project/project.yaml`.
    case projectFile = "project-file"
    /// The foundation's `.project/maintainers.yaml`.
    case roster = "project-roster"
    /// The foundation's list of the maintainers of all its projects.
    case foundationList = "foundation-list"
    case scorecard
    case securityInsights = "security-insights"
    case badge = "best-practices-badge"
    case issues
    /// Answers of addresses of the web that `sitegen links --online --cache` kept.
    case links
  }

  /// Which form it has.
  public var form: Form
  /// The day it speaks for, as it says itself; nil when it does not say.
  public var date: CalendarDate?
  /// The last day on which it says it may be used.
  public var expires: CalendarDate?
  /// What it says, in its own order.
  public var statements: [ImportedStatement] = []
}

/// One thing that an imported file says.
public struct ImportedStatement: Sendable, Hashable {
  /// What it is about.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// A level, with the day it was reached.
    case level
    case repository
    /// A maintainer: the account or, without one, the name; `detail` is the organization.
    case maintainer
    /// A document and where it is; `detail` says which (`adopters`, `governance-doc`).
    case document
    /// Where security problems are reported: an address.
    case securityContact = "security-contact"
    /// A security assessment, audit or threat model and where it is; `detail` says which.
    case assessment
    /// A badge's level; `detail` is its percentage.
    case badge
    /// A check's score from 0 to 10; `detail` is its name.
    case score
    /// An issue's state; `detail` is its number or address.
    case issue
    /// What an address of the web said: works, dead or unknown; `detail` is the address.
    case link
  }

  /// What it is about.
  public var kind: Kind
  /// The value as written.
  public var value: String
  /// More about the value, by kind.
  public var detail: String?
  /// The project it is about, for files about several.
  public var project: String?
  /// The day of the statement itself.
  public var date: CalendarDate?
  /// Its line.
  public var location: Location
}
