public import Criteria
public import Diagnostics
import StructuredData

/// What is in one file, before any judgement. A reader fills what its format has.
public struct Facts: Sendable, Hashable {
  /// People listed as maintainers or in another role.
  public var people: [Person] = []
  /// Entries of OWNERS, OWNERS_ALIASES and CODEOWNERS files.
  public var owners: [OwnerEntry] = []
  /// Organizations listed as users.
  var adopters: [Adopter] = []
  /// Groups, from data or from prose.
  public var groups: [Group] = []
  /// Regular meetings of the community or of whom the document is about, told outside of a list of groups.
  var meetings: [Group.Meeting] = []
  /// Criterion lines of a due-diligence document.
  public var items: [ChecklistItem] = []
  /// Headings of a due-diligence document and what is under them.
  public var sections: [Section] = []
  /// Questions without an answer.
  public var unanswered: [Location] = []
  /// Bullets with a status word in front.
  public var statusItems: [StatusItem] = []
  /// What a roadmap plans.
  public var roadmapItems: [RoadmapItem] = []
  /// Numbers and lists stated in prose.
  public var claims: [Claim] = []
  var releases: [Release] = []
  /// Conferences and meetings.
  public var events: [Event] = []
  /// Open asks and action items.
  public var actions: [Action] = []
  /// Decisions.
  public var decisions: [Decision] = []
  /// How the community decides: bodies, rules, caps, inactivity and what is said about employers.
  var decisionRules = DecisionRules()
  /// Reviewers' remarks.
  public var feedback: [Feedback] = []
  /// Links, inline, by reference, bare, and of images.
  public var links: [Link] = []
  /// What a file of another tool or body says.
  public var imported: ImportedFile?
  /// Regions no reader understood.
  public var unread: [Unread] = []
  /// Placeholders left in the text (`$PROJECT`, `DD-MMM-YYYY`, "lorem ipsum").
  public var placeholders: [Location] = []
  /// Due diligence only: the project it is about, as its title says.
  public var subject: String?
  /// Due diligence only: the level applied for, in the criteria set's spelling.
  public var level: MaturityLevel?
  /// Due diligence only: the generation (`G1`, `G2`, `G3a` …).
  var generation: String?
  /// The day the document was written, as the document itself says.
  var date: CalendarDate?
  /// Whether the document lost its links when it was scraped.
  public var lostLinks = false
}
