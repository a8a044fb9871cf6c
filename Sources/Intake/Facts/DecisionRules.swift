public import Diagnostics

/// How a community decides, as one document says it.
struct DecisionRules: Sendable, Hashable {
  /// Who decides.
  var bodies: [DecidingBody] = []
  /// What it takes to decide.
  var rules: [DecisionRule] = []
  /// What one organization may hold at most.
  var caps: [OrganizationCap] = []
  /// When somebody counts as inactive.
  var inactivity: [InactivityRule] = []
  /// What is said about employers and their change.
  var affiliation: [AffiliationRule] = []
  /// The committee that the document is about, in lower case; nil for a document of the whole community.
  var committee: String?
  /// Short names that the document gives its committees, with the whole names: "Steering Committee (SC)".
  var shortNames: [String: String] = [:]
  /// Committees whose members are said to be those of another list, with what these are called: `maintainers` or
  /// `committers`.
  var memberships: [String: String] = [:]
  /// How many sit in a committee, by its name.
  var sizes: [String: StatedSize] = [:]
  /// What "supermajority" means, where the document says so; other documents of the community rely on it.
  var supermajority: DefinedThreshold?

  var isEmpty: Bool { count == 0 }
  /// How many rules of any kind were found; bodies are named by them and do not count.
  var count: Int { rules.count + caps.count + inactivity.count + affiliation.count }
}

/// How many a document says sit in a committee.
public struct StatedSize: Sendable, Hashable {
  /// The number.
  public let number: Int
  /// The line that says it.
  public let location: Location
}

/// What a name for a threshold stands for.
struct DefinedThreshold: Sendable, Hashable {
  /// As in `DecisionRule.threshold`.
  var threshold: String
  var location: Location
}

/// A group of people that decides.
public struct DecidingBody: Sendable, Hashable {
  /// What kind of group it is.
  public enum Kind: String, Sendable, Hashable {
    case maintainers, steering
    case technicalCommittee = "technical-committee"
    case groupLeads = "sig-leads"
    case other
  }

  /// The document's own word, in lower case.
  var name: String
  var kind: Kind
  /// Where the document names it first.
  var location: Location
  /// Its members, where the document lists them with their organizations.
  var members: [Person] = []
}

/// What a decision takes.
public struct DecisionRule: Sendable, Hashable {
  /// What is decided.
  public enum Subject: String, Sendable, Hashable {
    /// Everything nothing more specific is said about.
    case everything = "default"
    case addMaintainer = "add-maintainer"
    /// Removal from the body itself, maintainers or committee.
    case removeMaintainer = "remove-maintainer"
    case governanceChange = "governance-change"
    /// Filling seats of a committee.
    case election, code, other
  }

  /// How it is decided.
  public enum Method: String, Sendable, Hashable {
    case consensus
    case lazyConsensus = "lazy-consensus"
    case majority, supermajority, unanimity, plurality
    /// A number of approvals, a share below one half, a voting system, the word of one person, or a vote whose threshold
    /// is not stated.
    case other
  }

  /// Whose number the threshold is a share of.
  public enum Base: String, Sendable, Hashable {
    case allMembers = "all-members"
    case votesCast = "votes-cast"
    case present, unclear
  }

  /// Who decides, as in `DecidingBody.name`.
  public var body: String
  /// What is decided.
  public var subject: Subject
  /// How.
  public var method: Method
  /// `1/2+` more than half, `1/2` at least half, `2/3`, `70%`, or a number of yes votes; nil where it is not stated.
  public var threshold: String?
  /// Nil for consensus and numbers of approvals.
  public var base: Base?
  /// What has to take part, as a share or number with its unit; nil when nothing is said.
  public var quorum: String?
  /// Whether it applies only when agreement fails.
  public var isFallback: Bool
  /// Whether a committee decides here about maintainers, who come to it or leave it by other rules than its members.
  public var isOfMaintainers = false
  /// What one person decides whatever the others vote; no votes are counted then.
  public var ownVoice: OwnVoice?
  /// Where the threshold is defined, when elsewhere.
  public var definedAt: Int?
  /// Where another document defines the threshold.
  public var definition: Location?
  /// The line that carries the threshold; in a list under a threshold that of the item.
  public var location: Location
}

/// What one person decides beside the votes of a body.
public struct OwnVoice: Sendable, Hashable {
  /// How far it goes.
  public enum Kind: String, Sendable, Hashable {
    /// Whatever the vote says.
    case lastWord = "last-word"
    /// Where as many vote for something as against it.
    case ties
  }

  /// How far it goes.
  public let kind: Kind
  /// Whose it is, in lower case: "project lead".
  public let holder: String
}

/// A limit on the seats or votes of one organization.
public struct OrganizationCap: Sendable, Hashable {
  /// What is limited.
  public enum Kind: String, Sendable, Hashable {
    case votes = "votes-per-organization"
    /// However many people it has, only so many of them vote.
    case voters = "voters-per-organization"
    case seats = "seats-per-organization"
    case shareOfSeats = "share-of-seats"
    case oneVote = "one-vote-per-organization"
  }

  /// The body it holds for, as in `DecidingBody.name`.
  public var body: String
  /// What is limited.
  public var kind: Kind
  /// The most that is allowed: a number, `1/3`, `40%`, or `<1/2` for less than a half.
  public var limit: String
  /// Whether it limits seats of one kind alone, which no list of all members can be held against.
  public var isOfSomeSeats = false
  /// The only subject it holds for; nil where it holds for all.
  public var scope: DecisionRule.Subject?
  /// The line of the limit.
  public var location: Location
}

/// When somebody counts as inactive.
public struct InactivityRule: Sendable, Hashable {
  /// Nil where a document speaks of inactivity without saying how long.
  public var months: Int?
  /// The sentence.
  public var consequence: String
  /// Whether it is said of maintainers, by the sentence, what introduces it, or the heading above.
  public var isOfMaintainers: Bool
  /// The line of the number.
  public var location: Location
}

/// What is said about employers.
public struct AffiliationRule: Sendable, Hashable {
  /// What about them.
  public enum Kind: String, Sendable, Hashable {
    case disclosure
    case updateDeadline = "update-deadline"
    case changeOfEmployer = "change-of-employer"
    case acquisition
  }

  /// What about them.
  public var kind: Kind
  /// Days in which something has to be done; nil when no number is said.
  public var days: Int?
  /// The line.
  public var location: Location
}
