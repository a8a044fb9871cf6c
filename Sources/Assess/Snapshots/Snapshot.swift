public import Diagnostics
public import StructuredData

/// A report saved earlier.
public struct Snapshot: Sendable, Hashable {
  /// Path of its file.
  public var path: String
  /// Day of assessment.
  public var asOf: CalendarDate
  /// One for each community, in the order of the report.
  public var communities: [AssessmentSummary]

  /// What a report says of a community: the one of that id; the only one, where source and report hold one each.
  public func summary(of id: String, isOnly: Bool) -> AssessmentSummary? {
    communities.first { $0.id == id } ?? (isOnly && communities.count == 1 ? communities.first : nil)
  }
}

extension Snapshot {
  /// The saved reports of a source that were made before the day of assessment, oldest first, of one day the last by
  /// its path; and what is wrong with them.
  static func read(_ sources: [SourceText], before asOf: CalendarDate) -> Staged<[Snapshot]> {
    var diagnostics: [Diagnostic] = []
    var days: [CalendarDate: Snapshot] = [:]
    for source in sources.sortedByBytes(of: \.path) {
      let staged = SnapshotReader.read(source)
      diagnostics += staged.diagnostics
      guard let snapshot = staged.value, snapshot.asOf < asOf else { continue }
      if let earlier = days.updateValue(snapshot, forKey: snapshot.asOf) {
        diagnostics.append(
          Diagnostic(
            "snapshot/same-day", .warning, at: Location(path: earlier.path, line: 1),
            "another saved report of \(snapshot.asOf) is used instead", help: "keep one report a day",
            notes: [.init("the one that is used", at: Location(path: snapshot.path, line: 1))]))
      }
    }
    return Staged(days.values.sorted { $0.asOf < $1.asOf }, diagnostics)
  }

  /// One report, for a command that was given its file; nil when it is none, with the reason.
  public static func read(_ source: SourceText) -> Staged<Snapshot?> { SnapshotReader.read(source) }
}
