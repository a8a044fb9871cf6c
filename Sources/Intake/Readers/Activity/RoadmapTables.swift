import Criteria
import Diagnostics
import Words

/// The tables of a roadmap: a column names what is planned, others its state and its milestone.
struct RoadmapTables {
  private let document: DocumentLines
  private let lexicon = Lexicon.activity

  /// Looks in the lines of a document.
  init(_ document: DocumentLines) {
    self.document = document
  }

  private struct Columns {
    var title: Int
    var status: Int?
    var milestone: Int?
  }

  /// The rows that plan something.
  func items(in source: SourceText) -> [RoadmapItem] {
    let roadmap = Roadmap()
    var items: [RoadmapItem] = []
    var heading: String?
    var columns: Columns?
    var isInTable = false
    for line in document.lines {
      if line.headingLevel != nil { heading = document.text(line).string }
      guard line.kind == .tableRow else {
        isInTable = false
        continue
      }
      let cells = document.cells(line).map { $0.string.split { $0.isWhitespace }.joined(separator: " ") }
      guard isInTable else {
        isInTable = true
        columns = self.columns(cells, underMilestone: heading.map(roadmap.isMilestone) ?? false)
        continue
      }
      guard let columns, columns.title < cells.count, items.count < 2_000 else { continue }
      let title = cells[columns.title]
      guard title.utf8.contains(where: \.isWordByte) else { continue }
      func cell(_ column: Int?) -> String? {
        column.flatMap { $0 < cells.count && !cells[$0].isEmpty ? cells[$0] : nil }
      }
      let found = roadmap.status(of: title)
      items.append(
        RoadmapItem(
          text: found?.rest ?? title, milestone: cell(columns.milestone) ?? heading,
          marker: cell(columns.status).flatMap(StatusMarker().state) ?? found?.marker,
          location: source.location(line: line.number)))
    }
    return items
  }

  /// Columns by their names; a table without state or milestone plans something only under a heading that names one.
  private func columns(_ names: [String], underMilestone: Bool) -> Columns? {
    let words = names.map { Set($0.lowercased().split { !$0.isLetter }.map(String.init)) }
    func column(_ some: Set<String>) -> Int? { words.firstIndex { !$0.isDisjoint(with: some) } }
    let status = column(lexicon.roadmapStatusColumns)
    let milestone = column(lexicon.roadmapMilestoneColumns)
    let title = column(lexicon.roadmapTitleColumns)
    if let title, title != status, title != milestone, status != nil || milestone != nil || underMilestone {
      return Columns(title: title, status: status, milestone: milestone)
    }
    // `| Version | Estimated release date |`: the releases themselves are planned.
    guard let version = column(["version", "release"]),
      let day = words.firstIndex(where: { !$0.isDisjoint(with: lexicon.roadmapDayColumns) }),
      version != day
    else { return nil }
    return Columns(title: version, status: nil, milestone: day)
  }
}
