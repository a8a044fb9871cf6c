import Criteria
import Diagnostics
import Intake
import StructuredData
import Words

/// What dates a figure that does not date itself.
enum ClaimDating {
  case of(CalendarDate)
  /// Does not age: a rate, a share, a figure of an earlier time, or one tied to a release or a comparison of two.
  case timeless
  case unknown
}

extension SourceDocument {
  /// What dates a claim: its own words, its line's links, or the sentence that introduces its list.
  func dating(of claim: Claim) -> ClaimDating {
    if claim.isTimeless { return .timeless }
    if let date = claim.asOf { return .of(date) }
    let line = source.lineText(claim.location.line)
    if line.holds("/releases/tag/") || line.holds("/compare/") { return .timeless }
    if let date = Self.endOfQuery(in: line) { return .of(date) }
    let day =
      introduction(ofListAt: claim.location.line).flatMap(Self.statedDay) ?? headingDay(above: claim.location.line)
    return day.map(ClaimDating.of) ?? .unknown
  }

  /// The last day that a link's query asks for: `?start=2025-08-05&end=2026-08-05`.
  private static func endOfQuery(in line: String) -> CalendarDate? {
    for part in line.split(whereSeparator: { "?&)> ".contains($0) }) {
      let pair = part.split(separator: "=", maxSplits: 1)
      guard pair.count == 2, Lexicon.findings.queryEnds.contains(String(pair[0])) else { continue }
      if let date = CalendarDate(iso: String(pair[1].prefix(10))) { return date }
    }
    return nil
  }

  /// The text line above a list entry that ends with a colon or is bold; nil where the line is no entry of a list.
  private func introduction(ofListAt line: Int) -> String? {
    guard Self.isEntry(source.lineText(line)) else { return nil }
    for number in stride(from: line - 1, through: max(1, line - 60), by: -1) {
      let text = source.lineText(number)
      if text.isEmpty || Self.isEntry(text) || text.hasPrefix("  ") { continue }
      let isBold = text.utf8.count > 4 && text.hasPrefix("**") && text.hasSuffix("**")
      return text.last == ":" || isBold ? text : nil
    }
    return nil
  }

  /// The only day or month that the heading above a line names: `### Figures (October 2026)`.
  private func headingDay(above line: Int) -> CalendarDate? {
    guard let heading = markdown?.headings.last(where: { $0.line < line }), heading.level > 1 else { return nil }
    let dates = DateScanner.dates(in: heading.text)
    return dates.count == 1 && dates[0].precision != .year ? dates[0].last : nil
  }

  private static func isEntry(_ line: String) -> Bool {
    let text = line.drop { $0 == " " }
    guard let first = text.first else { return false }
    // A bold line begins with the sign of a bullet.
    return "*-+\u{2022}".contains(first) && !text.hasPrefix("**") || first.isNumber
  }

  private static func statedDay(_ text: String) -> CalendarDate? {
    // "As of 2021-11-04, and growth since April": the start of a period is not the day of the figures.
    let dates = DateScanner.dates(in: text).filter { date in
      let before = String(decoding: text.utf8.prefix(date.range.lowerBound), as: UTF8.self)
      return before.wordsOfLetters.last.map { !Lexicon.claims.beforeStart.contains($0) } ?? true
    }
    return dates.count == 1 ? dates[0].last : nil
  }
}

extension Claim {
  /// Whether the clause makes the number a rate ("23 members per week"), a share ("2 contributors are responsible for
  /// half of it") or one of an earlier time ("when we applied, we had 11").
  fileprivate var isTimeless: Bool {
    let clause = String(decoding: PhraseMatcher.normalized(clause), as: UTF8.self)
    let marks = Lexicon.findings.rateMarks + Lexicon.findings.shareMarks
    return marks.contains { clause.holds(" \($0) ") } || isOfThePast
  }

  /// Whether the sentence speaks of an earlier time on purpose ("when we applied", "until 2025").
  var isOfThePast: Bool {
    let sentence = " " + text.lowercased()
    return Lexicon.findings.pastMarks.contains { sentence.holds(" " + $0) }
  }

  /// The part of the sentence with the number, up to a comma, colon, semicolon or parenthesis on either side.
  private var clause: String {
    guard let value else { return text }
    let parts = text.split { ";:()".contains($0) }.flatMap { $0.split(separator: ", ") }
    return parts.first { part in
      part.split { !$0.isNumber && $0 != "," }.contains { $0.filter(\.isNumber) == String(value) }
    }.map(String.init) ?? text
  }
}
