import Intake
import StructuredData
import Templates

/// Rows of the collections that rest on time: releases, changes of documents, changes among the maintainers.
enum HistoryRows {
  /// A release with the days since the final release before it.
  typealias ReleaseRow = (entry: CommunityRelease, gap: Int?)

  static let release = Record<ReleaseRow, CommunityData> {
    $0.text("name") { $0.entry.release.name }
    $0.text("date") { $0.entry.release.date.description }
    $0.value("age") { .int($0.entry.release.date.days(to: $1.asOf)) }
    $0.text("state") { $0.entry.state.rawValue }
    $0.flag("prerelease") { $0.entry.release.isPrerelease }
    $0.text("source") { $0.entry.release.source.rawValue }
    $0.said("repository") { $0.entry.repository }
    $0.number("gap") { $0.gap }
    $0.said("commit") { $0.entry.release.location.commit }
    $0.place { $0.entry.release.location }
  }

  /// Releases by day. The gap is counted between final releases of one repository.
  static func releases(_ data: CommunityData) -> [ReleaseRow] {
    var last: [String: CalendarDate] = [:]
    return data.view.releases.map { entry -> ReleaseRow in
      guard entry.state == .done, !entry.release.isPrerelease else { return (entry, nil) }
      let repository = entry.repository ?? ""
      defer { last[repository] = entry.release.date }
      return (entry, last[repository]?.days(to: entry.release.date))
    }
  }

  typealias ChangeRow = (document: SourceDocument, commit: Commit)

  static let change = Record<ChangeRow, CommunityData> {
    $0.text("kind") { $0.document.kind.rawValue }
    $0.text("date") { $0.commit.date.description }
    $0.value("age") { .int($0.commit.date.days(to: $1.asOf)) }
    $0.text("commit") { $0.commit.id }
    $0.text("path") { $0.document.path }
    $0.number("line") { _ in 1 }
  }

  /// Changes of all documents, newest first; of one day by path.
  static func changes(_ data: CommunityData) -> [ChangeRow] {
    // When a file began to point elsewhere says nothing of what stands there.
    let all = data.community.ownDocuments.filter { !data.pointers.contains($0.path) }.flatMap { document in
      data.community.changes(of: document.path).map { (document: document, commit: $0) }
    }
    return all.enumerated().sorted { ($1.element.commit.date, $0.offset) < ($0.element.commit.date, $1.offset) }
      .map(\.element)
  }

  static let maintainer = Record<ListChange, CommunityData> {
    $0.text("change") { $0.kind.rawValue }
    $0.said("name") { $0.person.name }
    $0.said("handle") { $0.person.handle }
    $0.said("organization") { $0.person.organization }
    $0.text("date") { $0.commit.date.description }
    $0.value("age") { .int($0.commit.date.days(to: $1.asOf)) }
    $0.said("commit") { $0.person.location.commit }
    $0.place { $0.person.location }
  }
}
