public import Assess
import Diagnostics

/// Every community judged in a run, sorted into sections and counted once. Reporters and pages render it; none of them
/// filters or counts.
public struct GapReport: Sendable {
  /// One for each community, in the order of the portfolio.
  public let communities: [CommunityReport]

  /// Sorts what was judged, several communities at once.
  public init(assessments: [Assessment], jobs: Int) async {
    communities = await assessments.concurrentMap(width: jobs, cost: \.findings.count) { CommunityReport($0) }
  }

  /// Sorts what was judged.
  public init(assessments: [Assessment]) { communities = assessments.map(CommunityReport.init) }

  /// A report of some of the communities.
  public init(communities: [CommunityReport]) { self.communities = communities }

  /// What was judged, in the same order.
  public var assessments: [Assessment] { communities.map(\.assessment) }

  /// Findings of all communities by severity, worst first, waived ones left out; every severity has its section.
  public var severities: [ReportSection<Finding>] {
    Severity.allCases.reversed().enumerated().map { index, severity in
      let parts = communities.map { $0.severities[index] }
      return ReportSection(
        id: severity.rawValue, title: severity.title, rows: parts.flatMap(\.rows), positions: parts.flatMap(\.positions)
      )
    }
  }
}

/// Rows of one kind under one title.
public struct ReportSection<Row: Sendable>: Sendable {
  /// Stable name, for anchors.
  public let id: String
  /// With a capital at its beginning.
  public let title: String
  /// What the rows have in common, as a sentence; empty where the title says it.
  public var meaning = ""
  /// The rows, in the order of the form or of the assessment.
  public let rows: [Row]
  /// Position of each row in the list it was taken from.
  public let positions: [Int]

  /// How many there are.
  public var count: Int { rows.count }
  /// Whether there is nothing to show.
  public var isEmpty: Bool { rows.isEmpty }
}

extension ReportSection {
  /// The rows of a list that belong here, with their positions.
  init(id: String, title: String, meaning: String = "", _ list: some Sequence<(offset: Int, element: Row)>) {
    self.init(id: id, title: title, meaning: meaning, rows: list.map(\.element), positions: list.map(\.offset))
  }
}

/// One community: its criteria by model and verdict, its findings by severity.
public struct CommunityReport: Sendable {
  /// What was judged.
  public let assessment: Assessment
  /// One for each criteria set, the one it applies under first.
  public internal(set) var models: [ModelReport]
  /// Claims of the application that do not hold, waived ones left out.
  public let corrections: ReportSection<Finding>
  /// Claims of the application that the data bears out.
  public internal(set) var confirmed: ReportSection<ConfirmedClaim>
  /// All other findings, waived ones left out.
  public let others: ReportSection<Finding>
  /// Corrections and others by severity, worst first; every severity has its section.
  public let severities: [ReportSection<Finding>]
  /// Findings for which a waiver is in force; they are in no other section.
  public let waived: ReportSection<Finding>
  /// The heaviest of the live findings, at most ten: what a reader must see when they see nothing else.
  public internal(set) var first: ReportSection<Finding>
  /// What comes after them on documents that are still open.
  public internal(set) var rest: ReportSection<Finding>
  /// Notes on links, which outputs fold.
  let links: ReportSection<Finding>
  /// Findings on documents whose question was answered long ago.
  public internal(set) var history: ReportSection<Finding>
  /// All findings, the heaviest first.
  let ranked: [Finding]
  /// Most findings that are shown first.
  private static let most = 10

  /// Sorts what was judged about a community.
  init(_ assessment: Assessment) {
    self.assessment = assessment
    models = assessment.models.map(ModelReport.init)
    let order = FindingRank.order(assessment)
    let all = order.map { (offset: $0.position, element: assessment.findings[$0.position], group: $0.group) }
    ranked = all.map(\.element)
    let live = all.filter { $0.element.waiver == nil }
    func section(
      _ id: String, _ title: String, _ meaning: String = "",
      of rows: some Sequence<(offset: Int, element: Finding, group: FindingRank.Group)>
    ) -> ReportSection<Finding> {
      ReportSection(id: id, title: title, meaning: meaning, rows.map { (offset: $0.offset, element: $0.element) })
    }
    let open = live.filter { $0.group == .open }
    first = section("first", "First", "What weighs most.", of: open.prefix(Self.most))
    rest = section("rest", "More findings", of: open.dropFirst(Self.most))
    links = section("links", "Links", of: live.filter { $0.group == .links })
    history = section(
      "history", "On documents decided earlier", "Nobody changes these documents any more.",
      of: live.filter { $0.group == .history })
    confirmed = ReportSection(
      id: "confirmed", title: "Claims that hold", meaning: "What the application says and the data beside it shows.",
      assessment.confirmed.enumerated())
    corrections = section(
      "corrections", "Corrections to make", "Claims the data does not support.",
      of: live.filter { assessment.isCorrection($0.element) })
    others = section(
      "findings", "Other findings",
      "What else the documents and the data show, by subject; each leads to its line, its reason and what to do.",
      of: live.filter { !assessment.isCorrection($0.element) })
    severities = Severity.allCases.reversed().map { severity in
      section(severity.rawValue, severity.title, of: live.filter { $0.element.severity == severity })
    }
    waived = section("waived", "Waived findings", of: all.filter { $0.element.waiver != nil })
  }
}

extension Severity {
  /// Several of it, as a title.
  fileprivate var title: String { ReportText.capitalized(rawValue) + "s" }
}
