import Criteria
import Diagnostics
import Intake
import StructuredData

/// The due-diligence documents whose question was answered: nobody changes them any more, so what they say is of their
/// own day.
enum DecidedDocuments {
  /// Days after which a document is taken for decided where nothing else tells.
  private static let mostDays = 1095
  /// The same for one that lies with the foundation's records: so does a document whose review is under way.
  private static let mostDaysOfRecord = 365

  /// Paths of a community's decided documents: its level is held, a newer document asks for a higher one, or, where the
  /// level held is not known, it names no day of the last three years and was not changed in them; of the last year
  /// where it lies with the foundation's records, and none of these where their main branch has it.
  static func paths(
    of community: Community, _ imports: [ImportedEntry], levels: [MaturityLevel], asOf: CalendarDate
  ) -> Set<String> {
    func height(_ level: MaturityLevel?) -> Int { level.flatMap { levels.firstIndex(of: $0) } ?? -1 }
    let listed = imports.filter { $0.statement.kind == .level }.map {
      MaturityLevel(rawValue: $0.statement.value.lowercased())
    }
    let held = ([community.holds].compactMap { $0 } + listed).map(height).max() ?? -1
    let documents = community.ownDocuments.filter { $0.kind == .dueDiligence }
    let highest = community.application.flatMap { community[path: $0] }.map { height($0.levelAppliedFor) } ?? -1
    return Set(
      documents.filter { document in
        let level = height(document.levelAppliedFor)
        if level >= 0, held >= 0 { return level <= held }
        if level >= 0, document.path != community.application, level < highest { return true }
        let isRecord = isRecord(document.path, in: community)
        if isRecord, isTakenUp(document.path, in: community) { return true }
        return isOlder(document, in: community, than: isRecord ? mostDaysOfRecord : mostDays, on: asOf)
      }.map(\.path))
  }

  /// Whether a foundation keeps the document: in a folder of its own for the project, beside those of others.
  static func isRecord(_ path: String, in community: Community) -> Bool {
    guard let repository = community.repository(of: path) else { return false }
    let inside = path.below(repository.path).pathNames
    return inside.count > 2 && inside[0] == "projects"
  }

  /// Whether the main branch of its repository has a document: that of a review is on a branch of its own, or on none.
  private static func isTakenUp(_ path: String, in community: Community) -> Bool {
    guard !community.changes(of: path).isEmpty else { return false }
    let branch = community.repository(of: path)?.branch
    return branch == nil || branch == "main" || branch == "master"
  }

  /// Whether a document has a day, and none of the last `days`: one that it names, its own, or that of its last change.
  /// Days to come do not count.
  static func isOlder(
    _ document: SourceDocument, in community: Community, than days: Int, on asOf: CalendarDate
  ) -> Bool {
    var hasDay = false
    func isNew(_ day: CalendarDate) -> Bool {
      guard day <= asOf else { return false }
      hasDay = true
      return day.days(to: asOf) <= days
    }
    let own = [document.date, community.changes(of: document.path).first?.date]
    if own.contains(where: { $0.map(isNew) ?? false }) { return false }
    for line in document.source.lines(holding: .digit) {
      let dates = DateScanner.dates(in: document.source.lineText(line))
      if dates.contains(where: { $0.first.days(to: $0.last) < 32 && isNew($0.last) }) { return false }
    }
    return hasDay
  }
}

extension Community {
  /// The community without its application where that is decided and follows no form that could be judged: it is
  /// history, and the community is one that has not applied.
  func withoutDecidedProse(_ decided: Set<String>, _ sets: [CriteriaSet]) -> Community {
    guard let path = application, decided.contains(path), let document = self[path: path],
      !sets.contains(where: { set in
        set.levels.contains { RevisionMatcher.revision(of: document.facts.items, in: set, at: $0) != nil }
      })
    else { return self }
    var community = self
    community.application = nil
    community.appliesFor = nil
    community.earlierApplications.append(path)
    return community
  }
}
