import Diagnostics
import StructuredData

/// A limit for organizations that is still written, with the later one of the same document that has replaced it.
public struct SupersededCap: Sendable, Hashable {
  /// What no longer holds.
  public let old: OrganizationCap
  /// What holds instead.
  public let new: OrganizationCap
  /// Since which year, as the document says.
  public let year: Int

  /// Every limit that another one of its document replaces by a year that has begun.
  static func all(among caps: [OrganizationCap], in community: Community, asOf: CalendarDate) -> [SupersededCap] {
    caps.flatMap { new -> [SupersededCap] in
      let older = caps.filter {
        $0.kind == new.kind && $0.limit != new.limit && $0.location.path == new.location.path
          && $0.location.line < new.location.line
      }
      guard !older.isEmpty, let document = community[path: new.location.path],
        let year = beginning(of: new, in: document), year <= asOf.year
      else { return [] }
      return older.map { SupersededCap(old: $0, new: new, year: year) }
    }
  }

  /// The year from which a limit holds, by its own lines or the heading right above.
  private static func beginning(of cap: OrganizationCap, in document: SourceDocument) -> Int? {
    let line = cap.location.line
    let lines = (max(1, line - 1)...max(1, min(document.source.lineCount, line + 1))).map(document.source.lineText)
    let heading = document.markdown?.headings.last { $0.line < line && line - $0.line <= 4 }?.text
    return year(in: lines.joined(separator: " ")) ?? heading.flatMap { year(in: $0) }
  }

  /// The year behind "starting", "from", "take effect in" and the like.
  private static func year(in text: String) -> Int? {
    let words = text.lowercased().runsOfLettersAndNumbers
    for (index, word) in words.enumerated() {
      guard word.utf8.count == 4, let year = Int(word), (2000...2100).contains(year) else { continue }
      if words[max(0, index - 4)..<index].contains(where: { DecisionLexicon.yearBeginnings.contains(String($0)) }) {
        return year
      }
    }
    return nil
  }
}
