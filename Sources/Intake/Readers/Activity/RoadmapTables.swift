import Diagnostics
import Words

/// The tables of a roadmap: a column names what is planned, others its state and its milestone.
struct RoadmapTables {
  let document: DocumentLines
  let lexicon = Lexicon.activity

  private struct Columns {
    var title: Int
    var status: Int?
    var milestone: Int?
  }

  /// The rows that plan something.
  func items(in source: SourceText) -> [RoadmapItem] {
    let roadmap = Roadmap()
    var items: [RoadmapItem] = []
    for table in document.tables {
      let names = table.header.map(\.string.whiteSpaceFolded)
      let isUnderMilestone = table.heading.map(roadmap.isMilestone) ?? false
      guard let columns = columns(names, underMilestone: isUnderMilestone) else { continue }
      for row in table.rows where items.count < 2_000 {
        let cells = document.cells(document.lines[row]).map(\.string.whiteSpaceFolded)
        guard columns.title < cells.count else { continue }
        let title = cells[columns.title]
        guard title.utf8.contains(where: \.isWordByte) else { continue }
        func cell(_ column: Int?) -> String? {
          column.flatMap { $0 < cells.count && !cells[$0].isEmpty ? cells[$0] : nil }
        }
        let found = roadmap.status(of: title)
        items.append(
          RoadmapItem(
            text: found?.rest ?? title, milestone: cell(columns.milestone) ?? table.heading,
            marker: cell(columns.status).flatMap(StatusMarker().state) ?? found?.marker,
            location: source.location(line: document.lines[row].number)))
      }
    }
    return items
  }

  /// Columns by their names; a table without state or milestone plans something only under a heading that names one.
  private func columns(_ names: [String], underMilestone: Bool) -> Columns? {
    let words = names.map { Set($0.wordsOfLetters) }
    func column(_ some: Set<String>) -> Int? { words.firstIndex { !$0.isDisjoint(with: some) } }
    let status = column(lexicon.roadmapStatusColumns)
    let milestone = column(lexicon.roadmapMilestoneColumns)
    let title = column(lexicon.roadmapTitleColumns)
    if let title, title != status, title != milestone, status != nil || milestone != nil || underMilestone {
      return Columns(title: title, status: status, milestone: milestone)
    }
    // `| Version | Estimated release date |`: the releases themselves are planned.
    guard let version = column(lexicon.roadmapReleaseColumns),
      let day = words.firstIndex(where: { !$0.isDisjoint(with: lexicon.roadmapDayColumns) }),
      version != day
    else { return nil }
    return Columns(title: version, status: nil, milestone: day)
  }
}
