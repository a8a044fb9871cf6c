public import Diagnostics

/// A standing or time-boxed group of a community.
public struct Group: Sendable, Hashable {
  /// What kind of group it is.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    case sig, wg
    case userGroup = "user-group"
    case committee, subproject, team, tag
  }

  /// Somebody who leads a group.
  public struct Lead: Sendable, Hashable {
    /// Name as written; may be empty.
    public var name: String
    /// Account name without `@`.
    public var handle: String?
    /// Organization as written.
    public var organization: String?
    /// `chair`, `tech-lead`, `lead`, `emeritus`, `liaison`.
    public var role: String
    /// The entry.
    public var location: Location
  }

  /// A regular meeting, as written and as far as it could be normalized.
  public struct Meeting: Sendable, Hashable {
    /// Description as written.
    public var description: String
    /// Day as written (`Thursday`, `third Wednesday`).
    public var day: String?
    /// Time as written.
    public var time: String?
    /// Time zone as written.
    public var timeZone: String?
    /// Frequency as written.
    public var frequency: String?
    /// Link to join.
    public var url: String?
    /// Link to the notes.
    public var archiveURL: String?
    /// Link to recordings.
    public var recordingsURL: String?
    /// The entry.
    public var location: Location
  }

  /// A unit of ownership inside a group.
  public struct Subproject: Sendable, Hashable {
    /// Name as written.
    public var name: String
    /// Description as written.
    public var description: String?
    /// Links to OWNERS files.
    public var owners: [String] = []
    /// Its leads.
    public var leads: [Lead] = []
    /// Its meetings.
    public var meetings: [Meeting] = []
    /// The entry.
    public var location: Location
  }

  /// How a group is reached.
  public struct Contact: Sendable, Hashable {
    /// Chat channel as written.
    public var slack: String?
    /// Mailing list as written.
    public var mailingList: String?
  }

  /// What kind of group it is.
  public var kind: Kind
  /// Name as written.
  public var name: String
  /// Folder in the community repository as written.
  public var dir: String?
  /// Mission as written (may be Markdown).
  public var mission: String?
  /// Link to the charter as written.
  public var charterLink: String?
  /// Label as written.
  public var label: String?
  /// Chairs, tech leads and others, in file order.
  public var leads: [Lead] = []
  /// Regular meetings.
  public var meetings: [Meeting] = []
  /// Units of ownership.
  public var subprojects: [Subproject] = []
  /// How it is reached; nil when nothing is given.
  public var contact: Contact?
  /// Whether it is a team of an account: who has which rights, and nothing of how the community is organized.
  public var isAccess = false
  /// The entry.
  public var location: Location

  /// Its leads, and those of its subprojects.
  public var allLeads: [Lead] { leads + subprojects.flatMap(\.leads) }
  /// Its meetings, and those of its subprojects.
  public var allMeetings: [Meeting] { meetings + subprojects.flatMap(\.meetings) }
}

extension Group.Lead {
  /// A person as one who leads a group.
  init(_ person: Person, role: String) {
    self.init(
      name: person.name, handle: person.handle, organization: person.organization, role: role,
      location: person.location)
  }
}
