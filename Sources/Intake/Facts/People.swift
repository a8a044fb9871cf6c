public import Diagnostics
public import StructuredData

/// A person as one file lists them.
public struct Person: Sendable, Hashable {
  /// Whether the person acts today.
  public enum Status: String, Sendable, Hashable {
    case active, emeritus, other
  }

  /// Name as written; empty when only a handle is given.
  public var name: String
  /// Account name without `@`, as written; nil when none is given.
  public var handle: String?
  /// Organization as written; nil when none is given.
  public var organization: String?
  /// Domain of responsibility as written.
  public var domain: String?
  /// Whether the person acts today.
  public var status: Status
  /// `maintainer`, `committer`, `security contact` …, lower case.
  public var role: String
  /// The row, bullet or key.
  public var location: Location
  /// The last day of the term that the row names; nil when it names none.
  public var termEnd: CalendarDate?
  /// How many fields more than the heading a comma-separated row has: its fields may stand under the wrong columns.
  public var surplus = 0

  public init(
    name: String, handle: String? = nil, organization: String? = nil, domain: String? = nil, status: Status = .active,
    role: String = "maintainer", location: Location
  ) {
    self.name = name
    self.handle = handle
    self.organization = organization
    self.domain = domain
    self.status = status
    self.role = role
    self.location = location
  }

  /// The name, or the account of somebody who is listed without one.
  public var nameOrAccount: String { name.isEmpty ? handle ?? "" : name }
  /// The same with `@` before an account.
  public var shownName: String { name.isEmpty ? "@" + (handle ?? "") : name }
}

/// One person or alias in an OWNERS, OWNERS_ALIASES or CODEOWNERS file.
public struct OwnerEntry: Sendable, Hashable {
  /// Account, alias or team name as written, without `@`.
  public var name: String
  /// The list it is in: `approvers`, `reviewers`, `emeritus_approvers`, an alias' name, or a CODEOWNERS pattern.
  public var list: String
  /// Whether the list gives the right to approve changes. An alias gives it when an OWNERS file of the repository
  /// names it under `approvers`, or, failing any use, when its name says so and does not say `emeritus`.
  public var canApprove: Bool
  /// The entry.
  public var location: Location
}

/// An organization listed as user of the project.
public struct Adopter: Sendable, Hashable {
  /// Name as written.
  public var name: String
  /// `End-user`, `Integration`, `Vendor` … as written, or the heading above.
  public var type: String?
  /// Year or date as written.
  public var since: String?
  /// Adoption level as written (`Production`, `Evaluation` …).
  public var level: String?
  /// Link to the organization.
  public var url: String?
  /// What it uses the project for.
  public var useCase: String?
  /// The row, bullet or heading.
  public var location: Location
}
