import Hashing
import Markdown
import Report
import Templates

extension PageKind {
  /// The gap report of a community, for reading and for print.
  static let gapReport = PageKind.community { site, community in
    let title = "Gap report: \(community.community.name)"
    let context: [(String, Value)] = [
      ("models", .list(community.models.map(\.value))), ("findings", community.findingSections),
      ("feedback", .list(community.feedback)), ("formats", GapReportFiles.record.list(GapReportFiles.formats)),
      ("waivers", .list(community.waivers)), ("comparisons", .list(community.changes)),
    ]
    let page = Page(
      path: "\(community.folder)/gap-report/index.html", template: "gap-report.html", title: title,
      context: context)
    guard let style = site.input.theme.assets.first(where: { $0.path == "assets/site.css" }) else { return [page] }
    // The same report as one file that can be passed on: the style inside, links to the published site.
    let file = Page(
      path: "\(community.folder)/gap-report/gap-report.html", template: "gap-report.html", title: title,
      context: context + [
        ("style", .safe(String(decoding: style.bytes, as: UTF8.self))),
        ("style_source", .string("'sha256-\(SHA256.base64(style.bytes))'")),
      ], linksFrom: site.baseURL, isListed: false)
    return [page, file]
  }
}

/// The gap report in the other formats, beside its page.
enum GapReportFiles {
  /// A format published with the site.
  struct Format: Sendable {
    let reporter: Reporter
    let name: String
    let file: String
  }

  static let record = Record<Format, Void> {
    $0.text("name") { $0.name }
    $0.text("file") { $0.file }
  }

  /// Formats with a file ending of their own, of those the reporters offer.
  static let formats: [Format] = [
    ("markdown", "Markdown", "gap-report.md"), ("json", "JSON", "gap-report.json"),
    ("sarif", "SARIF", "gap-report.sarif"), ("csv", "CSV", "gap-report.csv"),
  ].compactMap { id, name, file in
    Reporter.all.first { $0.id == id }.map { Format(reporter: $0, name: name, file: file) }
  }

  /// The files of a community.
  static func files(of community: CommunityModel) -> [Production] {
    formats.map { format in
      Production(path: "\(community.folder)/gap-report/\(format.file)") {
        format.reporter.render(GapReport(communities: [community.report]))
      }
    }
  }
}
