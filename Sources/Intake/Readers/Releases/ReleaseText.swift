import Criteria
import Diagnostics
import Markdown
import StructuredData
import Words

/// Releases that Markdown names with their day: headings of changelogs, rows of tables.
struct ReleaseText {
  private let source: SourceText
  private let isSchedule: Bool
  private let lexicon = Lexicon.activity
  private(set) var releases: [Release] = []

  init(_ source: SourceText, _ document: Document, isSchedule: Bool) {
    self.source = source
    self.isSchedule = isSchedule
    let blocks = document.allBlocks
    var heading: String?
    for (index, block) in blocks.enumerated() {
      switch block.kind {
      case .heading:
        heading = block.plainText
        if let release = headed(block, followedBy: blocks[(index + 1)...].prefix(3)) { releases.append(release) }
      case .table: releases += rows(of: block, below: heading)
      default: break
      }
    }
  }

  // MARK: Headings

  /// Words that may stand before the version in a heading.
  private static let mostWordsBefore = 2

  /// `## v1.2.0 - 2024-05-01`, `## [1.2.0] (2024-05-01)`; or the version alone, with `Released on: …` right below it.
  private func headed(_ block: Block, followedBy next: ArraySlice<Block>) -> Release? {
    let words = block.plainText.split(separator: " ")
    guard
      let place = words.prefix(Self.mostWordsBefore + 1).firstIndex(where: {
        VersionName($0, isNamed: true) != nil
      }),
      let version = VersionName(words[place], isNamed: true)
    else { return nil }
    let rest = words[(place + 1)...].joined(separator: " ")
    guard let day = Self.day(in: rest) ?? (rest.isEmpty ? releaseDay(below: next) : nil) else { return nil }
    return Release(
      name: version.text, date: day, source: isSchedule ? .plan : .record,
      location: source.location(line: block.lines.lowerBound))
  }

  /// The day of a line right below a heading that says it is the day of release.
  private func releaseDay(below blocks: ArraySlice<Block>) -> CalendarDate? {
    for block in blocks {
      if case .heading = block.kind { return nil }
      guard case .paragraph = block.kind else { continue }
      let line = source.lineText(block.lines.lowerBound)
      return lexicon.releaseDayLabels.begin(normalized: PhraseMatcher.normalized(line)) ? Self.day(in: line) : nil
    }
    return nil
  }

  /// The only day that a text names.
  static func day(in text: String) -> CalendarDate? {
    let days = DateScanner.dates(in: text).filter { $0.precision == .day && $0.first == $0.last }
    return days.count == 1 ? days.first?.first : nil
  }

  // MARK: Tables

  private enum Column: String { case version, day, what, who }

  private static func column(_ heading: String) -> Column? {
    Lexicon.activity.releaseColumns[heading.lowercaseWords.joined(separator: " ")].flatMap(Column.init)
  }

  private func rows(of block: Block, below heading: String?) -> [Release] {
    guard let table = HeadedTable(block, recognize: Self.column), table.has(.day) else { return [] }
    let isPlan = heading.map { lexicon.releasePlans.occur(in: $0) } ?? isSchedule
    return table.rows.compactMap { row in
      guard let day = table.text(.day, of: row).flatMap(Self.day) else { return nil }
      let location = source.location(line: row.line)
      if let what = table.text(.what, of: row) {
        guard let version = ReleaseSchedule.release(in: what) else { return nil }
        return Release(
          name: version.text, date: day, source: isPlan || isSchedule ? .plan : .record,
          by: table.text(.who, of: row), location: location)
      }
      let words = table.text(.version, of: row)?.split(separator: " ") ?? []
      guard let version = words.prefix(2).lazy.compactMap({ VersionName($0) }).first else { return nil }
      return Release(name: version.text, date: day, source: isPlan ? .plan : .record, location: location)
    }
  }
}
