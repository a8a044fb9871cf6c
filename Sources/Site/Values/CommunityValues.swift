import Assess
import Diagnostics
import Intake
import Markdown
import Report
import Templates

/// A community as every page of it sees it, and its navigation.
enum CommunityValues {
  /// What the community's record is made from.
  struct Row {
    let report: CommunityReport
    let folder: String
    let index: DocumentIndex
    /// The criteria set it applies under.
    let model: ModelValues?
    let history: Value
    let documents: Int

    var community: Community { report.assessment.community }

    /// A document of its own; none where it has no page.
    fileprivate func document(_ path: String?) -> Value {
      path.flatMap { index[$0] }.map { DocumentValues.value($0, of: community) } ?? .none
    }
  }

  static let community = Record<Row, Void> {
    $0.text("id") { $0.community.id }
    $0.text("name") { $0.community.name }
    $0.text("foundation") { $0.community.foundation }
    $0.text("summary") { $0.community.summary }
    $0.text("page") { "\($0.folder)/index.html" }
    $0.text("gap_report") { "\($0.folder)/gap-report/index.html" }
    $0.text("holds") { $0.community.holds?.rawValue }
    $0.text("applies_for") { $0.community.appliesFor?.rawValue }
    $0.flag("by_topic") { $0.model?.model.criteriaSet.isGeneral ?? false }
    $0.text("assumption") { row in row.model.flatMap { row.report.assumption($0.model) } }
    $0.flag("has_application") { $0.model?.model.hasApplication ?? false }
    $0.value("totals") { row, _ in row.model?.totals ?? .none }
    $0.value("severities") { row, _ in severity.list(row.report.severities) }
    $0.number("corrections") { $0.report.corrections.count }
    $0.value("strip") { row, _ in row.model?.sections ?? .list([]) }
    $0.value("repositories") { row, _ in repository.list(row.community.repositories) }
    $0.value("application") { row, _ in row.document(row.community.application) }
    $0.value("earlier") { row, _ in .list(row.community.earlierApplications.map { row.document($0) }) }
    $0.text("newest") { $0.community.ownDocuments.compactMap(\.date).max()?.description }
    $0.number("documents") { $0.documents }
    $0.text("badge") { "badges/\($0.folder).svg" }
    $0.value("model") { row, _ in row.model?.value ?? .none }
    $0.value("history") { row, _ in row.history }
    $0.text("who_decides") { $0.report.assessment.view.power.governing?.brief }
  }

  private static let severity = Record<ReportSection<Finding>, Void> {
    $0.text("id") { $0.id }
    $0.text("several") { $0.title.lowercased() }
    $0.number("count") { $0.count }
  }

  private static let repository = Record<Repository, Void> {
    $0.text("name") { $0.name }
    $0.text("path") { $0.path }
    $0.text("url") { $0.url.flatMap(LinkTarget.safeAddress) }
    $0.text("commit") { $0.commit }
    $0.flag("is_excerpt") { $0.isExcerpt }
    $0.flag("is_absent") { $0.isAbsent }
  }

  /// An entry of the navigation.
  struct Link {
    let part: String
    let title: String
    let path: String
    /// How many things the page lists; nil when it is no list.
    let count: Int?

    init(_ part: String, _ title: String, _ path: String, _ count: Int? = nil) {
      self.part = part
      self.title = title
      self.path = path
      self.count = count
    }
  }

  static let link = Record<Link, String> {
    $0.text("part") { $0.part }
    $0.text("title") { $0.title }
    $0.value("page") { .string("\($1)/\($0.path)index.html") }
    $0.number("count") { $0.count }
  }
}
