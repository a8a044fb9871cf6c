import Assess
import Diagnostics
import Intake
import Templates

/// A site made ready for its pages.
struct SiteModel: Sendable {
  let input: SiteInput
  let index: DocumentIndex
  let communities: [CommunityModel]
  let places: PlaceValues
  /// What was said about reading each document, by path and in the order of its lines.
  let remarks: [String: [Diagnostic]]
  /// Public address with a slash at its end, when it is known and can be linked to.
  let baseURL: String?
  /// What every page sees of the site.
  let value: Value

  private static let shape = RecordShape(keys: [
    "title", "base_url", "is_demonstration", "as_of", "version", "communities", "rules", "verdicts", "criteria_sets",
    "language", "schemas",
  ])
  private static let linkShape = RecordShape(keys: ["title", "page"])

  /// Renders the documents and builds the records that pages share.
  init(_ input: SiteInput, jobs: Int) async {
    self.input = input
    let assessments = input.report.assessments
    let folders = Route.folders(ofCommunities: assessments.map(\.community.id))
    let placed = zip(assessments, folders).map { (community: $0.community, folder: $1) }
    var statuses: [FindingValues.ClaimKey: ClaimStatus] = [:]
    for finding in assessments.flatMap(\.findings) {
      guard let status = finding.claim else { continue }
      for place in finding.places where place.role == .claim { statuses[.init(place.location)] = status }
    }
    let index = await DocumentIndex.render(
      placed, marks: { [statuses] in DocumentNotes.marks(of: $0, statuses: statuses) }, jobs: jobs)
    self.index = index
    let places = PlaceValues(index: index, communities: placed.map(\.0))
    self.places = places
    remarks = Dictionary(grouping: Diagnostic.sorted(input.remarks)) { $0.location?.path ?? "" }
    communities = await Array(zip(assessments, placed).enumerated()).concurrentMap(width: jobs) { number, item in
      CommunityModel(item.0, number: number, folder: item.1.1, places: places, asOf: input.asOf)
    }
    baseURL = input.portfolio.baseURL.flatMap { url in
      guard url.hasPrefix("https://") || url.hasPrefix("http://") else { return nil }
      return url.hasSuffix("/") ? url : url + "/"
    }
    func link(_ title: String, _ page: String) -> Value {
      .record(Self.linkShape, [.string(title), .string(page)])
    }
    value = .record(
      Self.shape,
      [
        .string(input.portfolio.title), .optional(baseURL), .bool(input.portfolio.isDemonstration),
        .string(input.asOf.description), .string(input.version),
        .list(communities.map { link($0.community.name, "\($0.folder)/index.html") }), "rules/index.html",
        "verdicts/index.html", "criteria/index.html", "templates/index.html", "schemas/index.html",
      ])
  }
}
