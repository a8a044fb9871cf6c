import Assess
public import Diagnostics
import Intake
import StructuredData

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

  /// What the flags come to. The rules are the foundation's, except that it leaves open what threatens independence: here
  /// that is one organization that decides on governance alone, with no rule that limits it.
  public enum Class: String, Sendable, Hashable {
    case healthy, watch
    case atRisk = "at risk"
    case critical, unknown
  }

  /// The four groups.
  public let groups: [Group]
  /// The class.
  public let result: Class

  /// The check of one community.
  public init(_ report: CommunityReport) {
    let assessment = report.assessment
    groups = [
      Group(title: "Governance diversity", items: HealthQuestions.diversity(assessment)),
      Group(title: "Community health", items: HealthQuestions.community(assessment)),
      Group(title: "Security", items: HealthQuestions.security(report)),
      Group(title: "Vendor neutrality", items: HealthQuestions.neutrality(report)),
    ]
    let items = groups.flatMap(\.items)
    let flags = items.count { $0.state == .flag }
    let isConcentrated = HealthQuestions.isConcentrated(assessment.view.power)
    result =
      isConcentrated
      ? .critical
      : flags >= 3 ? .atRisk : flags > 0 ? .watch : items.allSatisfy { $0.state == .unknown } ? .unknown : .healthy
  }

  /// How many questions have a flag.
  public var flags: Int { groups.flatMap(\.items).count { $0.state == .flag } }
}
