public import Criteria
public import Diagnostics
public import Intake
public import Report
public import StructuredData
public import Templates

/// What a site is made of.
public struct SiteInput: Sendable {
  /// What was read.
  var portfolio: Portfolio
  /// What was judged, one assessment a community.
  var report: GapReport
  /// Criteria sets that have a page each.
  var criteriaSets: [CriteriaSet]
  /// Templates and the files that are copied as they are.
  var theme: SiteTheme
  /// Day of assessment.
  var asOf: CalendarDate
  /// Version of the tool, for the footer and the manifest.
  var version: String
  /// The files the criteria sets were read from, for the manifest.
  var criteriaFiles: [SourceText]
  /// What was said about the input; each document's page shows what concerns it.
  var remarks: [Diagnostic]

  public init(
    portfolio: Portfolio, report: GapReport, criteriaSets: [CriteriaSet], theme: SiteTheme, asOf: CalendarDate,
    version: String, criteriaFiles: [SourceText] = [], remarks: [Diagnostic] = []
  ) {
    self.portfolio = portfolio
    self.report = report
    self.criteriaSets = criteriaSets
    self.theme = theme
    self.asOf = asOf
    self.version = version
    self.criteriaFiles = criteriaFiles
    self.remarks = remarks
  }
}

/// The templates and assets of a site: the defaults with files of the user's laid over them one by one.
public struct SiteTheme: Sendable {
  /// Checked templates.
  let library: TemplateLibrary
  /// Files copied as they are, into `assets/` and `schemas/`, sorted by path.
  let assets: [OutputFile]
  /// All its files as `templates/…`, wherever they come from, for the manifest.
  let files: [(path: String, bytes: [UInt8])]

  /// Loads a theme; every error of every template is reported at once.
  ///
  /// Files are paths relative to the folder of templates with their bytes; those under `assets/` and `schemas/` are
  /// copied, those that end in `.html`, `.svg`, `.xml`, `.txt` or `.md` elsewhere are templates. `overrides` win over
  /// `defaults` by path; `folder` is the path shown in messages about them. With `trustsDefaults` it is not looked for
  /// mistakes that the tests of the built-in templates would find, where nothing is laid over them.
  public static func load(
    defaults: [(path: String, bytes: [UInt8])], overrides: [(path: String, bytes: [UInt8])] = [],
    folder: String = "templates", trustsDefaults: Bool = false
  ) -> (theme: SiteTheme, errors: [TemplateError], remarks: [Diagnostic]) {
    let own = Set(overrides.map(\.path))
    var files: [String: [UInt8]] = [:]
    // Those of `sitegen generate` lie beside the site's.
    for file in defaults + overrides where !file.path.hasPrefix("generate/") { files[file.path] = file.bytes }
    var sources: [TemplateSource] = []
    var assets: [OutputFile] = []
    let sorted = files.sortedByBytes(of: \.key)
    for (path, bytes) in sorted {
      if path.hasPrefix("assets/") || path.hasPrefix("schemas/") {
        assets.append(OutputFile(path: path, bytes: bytes))
      } else if [".html", ".svg", ".xml", ".txt", ".md"].contains(where: path.hasSuffix) {
        sources.append(
          TemplateSource(
            name: path, displayPath: "\(own.contains(path) ? folder : "built-in/templates")/\(path)", bytes: bytes))
      }
    }
    var options = TemplateOptions()
    options.checksLibrary = !(trustsDefaults && overrides.isEmpty)
    let loaded = TemplateLibrary.load(sources, options: options, extensions: SiteFunctions.extensions)
    let inputs = sorted.map { (path: "templates/\($0.key)", bytes: $0.value) }
    return (
      SiteTheme(library: loaded.library, assets: assets, files: inputs), loaded.errors,
      unused(overrides.map(\.path), defaults.map(\.path), sources, folder)
    )
  }

  private static func names(_ template: TemplateSource, _ path: String) -> Bool {
    template.bytes.withUnsafeBufferPointer { text in
      Array(path.utf8).withUnsafeBufferPointer { text.holds($0) }
    }
  }

  /// Warnings for files that replace nothing, are no assets and are named in no template: their names are mistyped.
  private static func unused(
    _ overrides: [String], _ defaults: [String], _ templates: [TemplateSource], _ folder: String
  ) -> [Diagnostic] {
    let known = Set(defaults)
    return overrides.compactMap { path in
      guard !known.contains(path), !path.hasPrefix("assets/"), !path.hasPrefix("schemas/"),
        !path.hasPrefix("generate/"),
        !templates.contains(where: { template in template.name != path && names(template, path) })
      else { return nil }
      let near =
        Suggestion.nearest(to: path, among: defaults) ?? defaults.first { $0.hasSuffix("/\(path)") }
      return Diagnostic(
        "template/unused", .warning, at: Location(path: "\(folder)/\(path)", line: 1),
        "this file replaces no template, and no template names it",
        help: near.map(Suggestion.question)
          ?? "`sitegen templates list` names those that can be replaced; other files belong in `assets/`",
        kind: .configuration)
    }
  }
}
