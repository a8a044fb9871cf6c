import Assess
import Criteria
import Report
import Templates

/// Communities that the same criteria are required of, side by side: a row for each, a column for each criterion.
struct MatrixValues {
  /// At most so many cells are drawn on a page, of the first rows of each matrix, which is a page of 250 kB; the table of
  /// communities has all. What a small matrix leaves goes to the larger ones.
  private static let cellLimit = 1_900

  /// A community with its required criteria in the order of the form.
  private struct Member {
    let community: CommunityModel
    let model: ModelValues
    let criteria: [CriterionAssessment]
    let lacking: Int
    let met: Int
    let found: Int

    init(_ community: CommunityModel, _ model: ModelValues) {
      self.community = community
      self.model = model
      criteria = model.report.parts.flatMap(\.rows)
      lacking = criteria.count(where: MatrixValues.isLacking)
      met = criteria.count { $0.verdict == .met }
      found = met + criteria.count { $0.verdict == .claimable }
    }
  }

  private let members: [Member]
  private let rowLimit: Int

  /// One for each list of required criteria that two or more communities share, the one of most communities first.
  static func list(_ communities: [CommunityModel]) -> Value {
    let judged = communities.compactMap { community in community.models.first.map { Member(community, $0) } }
    let groups = Dictionary(grouping: judged.indices) { Key(judged[$0]) }.values
      .filter { $0.count > 1 && !judged[$0[0]].criteria.isEmpty }
      .sorted { $0.count != $1.count ? $0.count > $1.count : $0[0] < $1[0] }
    var left = cellLimit
    var matrices: [MatrixValues] = []
    for (index, group) in groups.enumerated().reversed() {
      let matrix = MatrixValues(group.map { judged[$0] }, cells: left / (index + 1))
      left -= matrix.drawn.count * matrix.members[0].criteria.count
      matrices.insert(matrix, at: 0)
    }
    return record.list(matrices)
  }

  private init(_ members: [Member], cells: Int) {
    // Little is open of what an application says; where nobody has applied, much that was found counts, for what lies in
    // no file provided is not found missing either.
    func order(_ member: Member) -> (Int, Int, Int, Int) {
      let (found, reviews) = (-member.found, member.model.report.totals.count(.needsReview))
      let first = member.model.model.hasApplication ? (member.lacking, reviews) : (found, member.lacking)
      return (first.0, first.1, found, member.community.number)
    }
    self.members = members.sorted { order($0) < order($1) }
    rowLimit = max(2, cells / members[0].criteria.count)
  }

  /// What has to be equal for two communities to be comparable criterion by criterion.
  private struct Key: Hashable {
    let model: String
    let level: MaturityLevel?
    let hasApplication: Bool
    let criteria: [CriterionID]

    init(_ member: Member) {
      model = member.model.model.criteriaSet.model
      level = member.model.model.level
      hasApplication = member.model.model.hasApplication
      criteria = member.criteria.map(\.criterion.id)
    }
  }

  /// Open, or not found where nobody has applied: something has to be done.
  private static func isLacking(_ item: CriterionAssessment) -> Bool {
    item.verdict.countsAsOpen && item.verdict != .claimable
  }

  private static let record = Record<MatrixValues, Void> {
    $0.value("model") { matrix, _ in matrix.members[0].model.value }
    $0.number("communities") { $0.members.count }
    $0.value("sections") { matrix, _ in section.list(matrix.members[0].model.report.parts) }
    $0.value("columns") { matrix, _ in column.list(matrix.columns) }
    $0.value("rows") { matrix, _ in row.list(Array(matrix.drawn)) }
  }

  private static let section = Record<ReportSection<CriterionAssessment>, Void> {
    $0.text("name") { $0.title }
    $0.number("count") { $0.count }
  }

  private var drawn: ArraySlice<Member> { members.prefix(rowLimit) }

  private typealias Column = (criterion: Criterion, lacking: Int)

  /// `lacking` counts the rows drawn.
  private var columns: [Column] {
    let drawn = self.drawn
    return members[0].criteria.enumerated().map { index, item in
      (item.criterion, drawn.count { Self.isLacking($0.criteria[index]) })
    }
  }

  private static let column = Record<Column, Void> {
    $0.text("id") { $0.criterion.id.rawValue }
    $0.text("text") { $0.criterion.text }
    $0.number("lacking") { $0.lacking }
  }

  private static let row = Record<Member, Void> {
    $0.value("community") { member, _ in member.community.value }
    $0.number("lacking") { $0.lacking }
    $0.number("met") { $0.met }
    $0.number("found") { $0.found }
    $0.value("cells") { member, _ in
      cell.list(member.criteria, (member.community.criteria, member.model.model))
    }
  }

  private static let cell = Record<CriterionAssessment, (pages: CriterionPages, model: ModelAssessment)> {
    $0.value("page") { $1.pages.page($0.criterion.id) }
    $0.value("verdict") { $0.verdict.value(in: $1.model) }
    $0.flag("is_lacking") { isLacking($0) }
  }
}
