import Assess
public import Diagnostics
public import Intake

/// The yearly look at a project's governance that the foundation suggests: four groups of questions, each answered from
/// the files with its lines, and a class by the number of flags.
public struct HealthCheck: Sendable {
  /// How a question is answered.
  public enum State: String, Sendable, Hashable {
    case fine, flag
    /// Too little was read to tell.
    case unknown
  }

  /// One question.
  public struct Item: Sendable {
    /// What is asked.
    public let question: String
    /// How it is answered.
    public let state: State
    /// The answer in words.
    public let answer: String
    /// What it rests on.
    public let places: [Location]
  }

  /// Questions of one kind.
  public struct Group: Sendable {
    /// Its title.
    public let title: String
    /// Its questions.
    public let items: [Item]
  }

  /// What the flags come to; without a flag it is healthy only where every question is answered. The rules are the
  /// foundation's, except that it leaves open what threatens independence: here that is one organization that decides on
  /// governance alone, with no rule that limits it.
  public enum Class: String, Sendable, Hashable {
    case healthy, watch
    case atRisk = "at risk"
    case critical, unknown
  }

  /// The four groups.
  public let groups: [Group]
  /// The class.
  public let result: Class
  /// Earlier members of the body that decides on governance, or of the maintainers; nil when no history tells.
  public let trend: BodyHistory?

  /// How flags become a class.
  public static let rules =
    "Without a flag the governance is healthy where every question is answered; one or two flags are for watching, three "
    + "or more put the project at risk. It is critical where one organization decides on governance alone and no rule "
    + "limits it. What the files do not tell is unknown, and no flag."

  /// The check of one community.
  public init(_ report: CommunityReport) {
    let assessment = report.assessment
    trend = HealthQuestions.trend(assessment)
    groups = [
      Group(title: "Governance diversity", items: HealthQuestions.diversity(assessment)),
      Group(title: "Community health", items: HealthQuestions.community(assessment)),
      Group(title: "Security", items: HealthQuestions.security(report)),
      Group(title: "Vendor neutrality", items: HealthQuestions.neutrality(report)),
    ]
    let items = groups.flatMap(\.items)
    let flags = items.count { $0.state == .flag }
    let isConcentrated = HealthQuestions.isConcentrated(assessment.view.power)
    let isKnown = items.allSatisfy { $0.state != .unknown }
    result = isConcentrated ? .critical : flags >= 3 ? .atRisk : flags > 0 ? .watch : isKnown ? .healthy : .unknown
  }

  /// How many questions cannot be answered from what was read.
  public var unknown: Int { groups.flatMap(\.items).count { $0.state == .unknown } }

  /// How many questions have a flag.
  public var flags: Int { groups.flatMap(\.items).count { $0.state == .flag } }
}
