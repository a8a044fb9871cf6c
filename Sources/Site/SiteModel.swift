import Assess
import Diagnostics
import Intake
import Markdown
import Templates

/// A site made ready for its pages.
final class SiteModel: Sendable {
  let input: SiteInput
  let shapes = ContextShapes()
  let index: DocumentIndex
  let communities: [CommunityModel]
  let places: PlaceValues
  /// Pages that people wrote for the site itself.
  let pages: OwnPages
  /// What was said about reading each document, by path and in the order of its lines.
  let remarks: [String: [Diagnostic]]
  /// Public address with a slash at its end, when it is known and can be linked to.
  let baseURL: String?
  /// What every page sees of the site.
  let value: Value

  /// Builds the records that pages share.
  init(_ input: SiteInput, jobs: Int) async {
    self.input = input
    pages = OwnPages(input.portfolio.pages)
    let assessments = input.report.assessments
    let folders = Route.folders(ofCommunities: assessments.map(\.community.id))
    let placed = zip(assessments, folders).map { (community: $0.community, folder: $1) }
    var statuses: [FindingValues.ClaimKey: ClaimStatus] = [:]
    for claim in assessments.flatMap(\.confirmed) { statuses[.init(claim.claim)] = .holds }
    for finding in assessments.flatMap(\.findings) {
      guard let status = finding.claim else { continue }
      for place in finding.places where place.role == .claim { statuses[.init(place.location)] = status }
    }
    let index = await DocumentIndex(
      placed, marks: { [statuses] in DocumentNotes.marks(of: $0, statuses: statuses) }, jobs: jobs)
    self.index = index
    let places = PlaceValues(index: index, communities: placed.map(\.0))
    self.places = places
    remarks = Dictionary(grouping: Diagnostic.sorted(input.remarks)) { $0.location?.path ?? "" }
    let reports = Array(zip(input.report.communities, placed).enumerated())
    communities = await reports.concurrentMap(width: jobs, cost: { $0.element.1.0.documents.count }) { number, item in
      await CommunityModel(
        item.0, number: number, folder: item.1.1, places: places, asOf: input.asOf, jobs: reports.share(of: jobs))
    }
    baseURL = input.portfolio.workspace.baseURL.flatMap { url in
      guard url.hasPrefix("https://") || url.hasPrefix("http://") else { return nil }
      guard let address = LinkTarget.safeAddress(url) else { return nil }
      return address.hasSuffix("/") ? address : address + "/"
    }
    value = Self.record.value((input, baseURL, communities, pages))
  }

  private static let record = Record<
    (input: SiteInput, baseURL: String?, communities: [CommunityModel], pages: OwnPages), Void
  > {
    $0.text("title") { $0.input.portfolio.title }
    $0.text("base_url") { $0.baseURL }
    $0.flag("is_demonstration") { $0.input.portfolio.workspace.isDemonstration }
    $0.text("as_of") { $0.input.asOf.description }
    $0.text("version") { $0.input.version }
    $0.value("communities") { site, _ in link.list(site.communities) }
    $0.value("pages") { site, _ in site.pages.navigation }
    $0.text("rules") { _ in "rules/index.html" }
    $0.text("verdicts") { _ in "verdicts/index.html" }
    $0.text("criteria_sets") { _ in "criteria/index.html" }
    $0.text("language") { _ in "templates/index.html" }
    $0.text("schemas") { _ in "schemas/index.html" }
  }

  private static let link = Record<CommunityModel, Void> {
    $0.text("title") { $0.community.name }
    $0.text("page") { "\($0.folder)/index.html" }
  }
}
