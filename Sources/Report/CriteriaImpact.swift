public import Assess
public import Criteria
import Diagnostics
import Intake

/// What a revision of a criteria set would mean for communities, before it holds: what is asked of each of them anew, and
/// what its files show of it as they stand.
public struct CriteriaImpact: Sendable {
  /// How far the files of a community go towards something asked anew.
  enum State: String, Sendable, Hashable, CaseIterable {
    /// A check holds: the files show it.
    case shown
    /// There is text or data on it; whether it is enough is for a person.
    case toReview = "to review"
    /// Everything was read, and nothing about it was found.
    case notFound = "not found"
    /// Too little was read to tell.
    case unknown
  }

  /// One criterion for one community.
  struct Cell: Sendable {
    let change: CriteriaComparison.Change
    /// How far the files go.
    let state: State
    /// Why, in words.
    let because: String
    let places: [Location]
  }

  struct Row: Sendable {
    let community: String
    /// Whether its files say the level it applies for or holds.
    let isLevelKnown: Bool
    /// One for each change at the level, in the order of the set.
    let cells: [Cell]
  }

  /// The communities at one level.
  public struct Table: Sendable {
    let level: MaturityLevel
    let changes: [CriteriaComparison.Change]
    /// By name.
    let rows: [Row]
  }

  /// What each criterion asks, as the set words it.
  private let wording: [CriterionID: String]
  /// Communities that are in no table, each kind with why.
  private let leftOut: [(names: [String], why: String)]
  /// What the set says of its revisions on the day of the later one, newest last.
  private let note: String?
  /// A table for each level at which something changes.
  public let tables: [Table]

  /// - Parameter judged: for each level at which something changes, all communities judged at it on the day of the later
  ///   revision; those that another set judges are left out.
  public init(
    _ comparison: CriteriaComparison, of set: CriteriaSet, judged: [(level: MaturityLevel, assessments: [Assessment])]
  ) {
    wording = Dictionary(firstOf: set.criteria.map { ($0.id, $0.text) })
    let day = judged.first?.assessments.first?.asOf
    note = set.revisions.last { revision in day.map { revision.date <= $0 } ?? false }?.note
    let all = judged.first?.assessments.map(\.community) ?? []
    let own = all.filter { $0.models.isEmpty ? !$0.isUnjudged : $0.models.contains(set.model) }
    // A project that applied is a row only where no repository of any project was read.
    let isOfApplicants = own.allSatisfy(\.isKnownByApplicationOnly)
    let rows = own.filter { isOfApplicants || !$0.isKnownByApplicationOnly }
    let (ids, names) = (Set(rows.map(\.id)), Set(rows.map { $0.name.lowercased() }))
    let rest = all.filter { !ids.contains($0.id) && !names.contains($0.name.lowercased()) }
    leftOut = [
      (rest.filter(\.isUnjudged), "nothing is asked of a foundation, or of a project that has not applied"),
      (
        rest.filter { !$0.isUnjudged && $0.isKnownByApplicationOnly },
        "nothing was read of them but an application in a foundation's repository"
      ),
      (rest.filter { !$0.isUnjudged && !$0.isKnownByApplicationOnly }, "other criteria apply to them"),
    ].map { communities, why in (Self.sorted(communities.map(\.name).uniqued()) { $0 }, why) }
    tables = judged.map { level, assessments in
      let changes = comparison.all.filter { $0.level == level }
      let rows = assessments.compactMap { assessment -> Row? in
        let stated = assessment.community.appliesFor ?? assessment.community.holds
        guard ids.contains(assessment.community.id), stated == nil || stated == level else { return nil }
        let criteria = assessment.models.flatMap(\.criteria)
        let cells = changes.map { change in
          Self.cell(change, criteria.first { $0.criterion.id == change.criterion }, assessment)
        }
        return Row(community: assessment.community.name, isLevelKnown: stated != nil, cells: cells)
      }
      return Table(level: level, changes: changes, rows: Self.sorted(rows) { $0.community })
    }
  }

  private static func sorted<Element>(_ list: [Element], by name: (Element) -> String) -> [Element] {
    list.sorted { a, b in
      let (x, y) = (name(a).lowercased(), name(b).lowercased())
      return x == y ? name(a) < name(b) : x < y
    }
  }

  private static func cell(
    _ change: CriteriaComparison.Change, _ judged: CriterionAssessment?, _ assessment: Assessment
  ) -> Cell {
    guard let judged else { return Cell(change: change, state: .unknown, because: "", places: []) }
    let told = judged.checks.filter { $0.decides && $0.holds != nil }
    let isShown = !told.isEmpty && told.allSatisfy { $0.holds == true }
    let isWhole = assessment.community.isComplete
    let places = told.first { $0.holds == true }?.cites ?? judged.candidates.map(\.location)
    let state: State =
      isShown ? .shown : !judged.candidates.isEmpty ? .toReview : isWhole ? .notFound : .unknown
    let because = told.map(\.because).first { !$0.isEmpty } ?? ""
    return Cell(change: change, state: state, because: because, places: Array(places.prefix(3)))
  }

  /// How many communities of a table have a state for a change.
  private func count(_ state: State, _ index: Int, in table: Table) -> Int {
    table.rows.count { $0.cells[index].state == state }
  }

  /// The tables in Markdown, with what each cell rests on below them.
  public var markdown: String {
    var text = ""
    if let note, !note.isEmpty { text += "The later revision: \(DiagnosticText.printable(note)).\n\n" }
    text +=
      "Judged from files alone: *shown* where a check finds it, *to review* where there is text or data on it and a "
    text +=
      "person decides, *not found* where everything was read and nothing is about it, *unknown* where not all was "
    text += "read. No word here is a verdict of the foundation.\n\n"
    for (names, why) in leftOut where !names.isEmpty {
      text += "Left out because \(why): \(names.map { DiagnosticText.printable($0) }.joined(separator: ", ")).\n\n"
    }
    return text + tables.map(markdown).joined(separator: "\n")
  }

  private func markdown(_ table: Table) -> String {
    guard !table.rows.isEmpty else { return "" }
    let communities = table.rows.count.counted("community", "communities")
    var text = "## \(ReportText.capitalized(table.level.rawValue)): \(communities)\n\n"
    for change in table.changes {
      let words =
        change.before == .none
        ? "new, \(change.after.rawValue)"
        : change.after == .none ? "no longer required" : "\(change.before.rawValue), now \(change.after.rawValue)"
      let asked = wording[change.criterion].map { " – \(DiagnosticText.printable($0))" } ?? ""
      text += "* **\(change.criterion)** (\(words))\(asked)\n"
    }
    text += sum(table)
    let unstated = table.rows.count { !$0.isLevelKnown }
    if unstated > 0 {
      text +=
        "\nThe level of \(unstated) of \(communities) is not stated in what was read; they are judged "
      text += "as if they were to apply for this one.\n"
    }
    let heads = table.changes.map(\.criterion.rawValue)
    text += "\n| Community | \(heads.joined(separator: " | ")) |\n"
    text += "|---|\(heads.map { _ in "---|" }.joined())\n"
    for row in table.rows {
      let name = DiagnosticText.printable(row.community).replacing("|", with: "\\|")
      text += "| \(name) | \(row.cells.map(\.state.rawValue).joined(separator: " | ")) |\n"
    }
    for state in State.allCases {
      let counts = table.changes.indices.map { String(count(state, $0, in: table)) }
      text += "| **\(state.rawValue)** | \(counts.joined(separator: " | ")) |\n"
    }
    text += "\n" + table.rows.map { reasons($0) }.joined()
    return text
  }

  /// What becomes required, and how many communities show all of it or lack some.
  private func sum(_ table: Table) -> String {
    func states(_ row: Row) -> [State] { row.cells.filter { $0.change.after == .required }.map(\.state) }
    guard table.changes.contains(where: { $0.after == .required }) else { return "" }
    let complete = table.rows.count { row in states(row).allSatisfy { $0 == .shown } }
    let lacking = table.rows.filter { states($0).contains(.notFound) }.map { DiagnosticText.printable($0.community) }
    let communities = table.rows.count.counted("community", "communities")
    let rest =
      lacking.isEmpty
      ? "" : " Some of it was not found in \(lacking.count): \(lacking.joined(separator: ", "))."
    return "\nAll that becomes required is shown by \(complete) of \(communities).\(rest)\n"
  }

  private func reasons(_ row: Row) -> String {
    let lines = row.cells.compactMap { cell -> String? in
      guard !cell.places.isEmpty || !cell.because.isEmpty else { return nil }
      let places = cell.places.map(\.reference).joined(separator: ", ")
      let words = [cell.because, places].filter { !$0.isEmpty }.joined(separator: " – ")
      return "* \(cell.change.criterion), \(cell.state.rawValue): \(DiagnosticText.printable(words))\n"
    }
    return lines.isEmpty ? "" : "### \(DiagnosticText.printable(row.community))\n\n\(lines.joined())\n"
  }
}
