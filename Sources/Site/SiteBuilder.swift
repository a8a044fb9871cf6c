public import Diagnostics
import Intake
public import Templates
import Criteria
import Words

/// Makes a site: from what was read and judged to every file of the output, without touching the disk.
public enum SiteBuilder {
  /// Every file of the site, in memory.
  ///
  /// `jobs` is how many tasks work at once; it changes nothing in the result.
  public static func plan(
    _ input: SiteInput, jobs: Int = 1, preview: (SitePreview) -> Void = { _ in }
  ) async -> Staged<OutputPlan> {
    let files = CollectedFiles()
    let site = await SiteModel(input, jobs: jobs)
    let built = await build(site, jobs: jobs, into: files.sink)
    preview(SitePreview(site: site))
    return Staged(files.plan, built.diagnostics)
  }

  /// Makes every file of the site and hands each on as soon as it is made, the manifest last; returns how many.
  ///
  /// Template errors and collisions of paths are diagnostics; a page with an error is left out.
  public static func build(
    _ input: SiteInput, jobs: Int = 1, into sink: OutputSink, preview: (SitePreview) -> Void = { _ in }
  ) async -> Staged<Int> {
    let site = await SiteModel(input, jobs: jobs)
    preview(SitePreview(site: site))
    return await build(site, jobs: jobs, into: sink)
  }

  private static func build(_ site: SiteModel, jobs: Int, into sink: OutputSink) async -> Staged<Int> {
    let made = await deliver(site, jobs: jobs, to: sink)
    var diagnostics = made.diagnostics + site.index.diagnostics + site.pages.diagnostics
    if site.baseURL == nil {
      diagnostics.append(
        Diagnostic(
          "site/no-base-url", .note, at: nil, "no sitemap and no 404 page: the public address is not known",
          help: "set `base_url` in sitegen.yaml"))
    }
    if sink.isOpen() {
      let manifest = await Manifest.bytes(of: made.value, site.input, jobs: jobs)
      sink.take(OutputFile(path: Manifest.path, bytes: manifest))
    }
    return Staged(made.value.count + 1, diagnostics)
  }

  /// Makes every file but the manifest; gives their paths and hashes, which are all that is left of them then.
  private static func deliver(
    _ site: SiteModel, jobs: Int, to sink: OutputSink
  ) async -> Staged<[(path: String, hash: String)]> {
    let distinct = Production.distinct(productions(of: site))
    let delivered = await distinct.value.concurrentMap(width: jobs) { $0.deliver(to: sink) }
    return Staged(
      zip(distinct.value, delivered).compactMap { item, result in result.value.map { (item.path, $0) } },
      once(delivered.flatMap(\.diagnostics)) + distinct.diagnostics)
  }

  private static func productions(of site: SiteModel) -> [Production] {
    let placed = PageKind.all.flatMap { pages(of: $0, in: site) }
    // First, because it is the longest task.
    var all = [Production(path: SearchIndex.path) { SearchIndex.bytes(site) }]
    all += placed.map { placed in
      Production(path: placed.page.path) { render(placed, in: site) }
    }
    all += site.communities.flatMap(GapReportFiles.files)
    all += site.communities.flatMap(\.calendars)
    all += SnapshotFiles.files(of: site).map { Production($0) }
    all += site.input.theme.assets.map { Production($0) }
    all += schemas.map { name, schema in
      Production(path: "schemas/\(name).schema.json") { JSONWriter.bytes(schema()) }
    }
    all += SiteIndex.files(site, pages: placed.map(\.page).filter(\.isListed).map(\.path)).map { Production($0) }
    return all
  }

  private static let schemas: [(name: String, schema: @Sendable () -> JSONValue)] = [
    ("sitegen", { WorkspaceSchema.jsonSchema }), ("criteria", { CriteriaShape.jsonSchema }),
    ("lexicon", { Lexicon.jsonSchema }),
  ]

  struct PlacedPage: Sendable {
    let page: Page
    let community: Int?
  }

  private static func pages(of kind: PageKind, in site: SiteModel) -> [PlacedPage] {
    switch kind {
    case .site(let pages): pages(site).map { PlacedPage(page: $0, community: nil) }
    case .community(let pages):
      site.communities.flatMap { community in
        pages(site, community).map { PlacedPage(page: $0, community: community.number) }
      }
    }
  }

  /// - Parameter entry: the document whose text is shown, where it is not the one that was read.
  static func render(
    _ placed: PlacedPage, in site: SiteModel, showing entry: DocumentIndex.Entry? = nil
  ) -> Staged<OutputFile?> {
    let page = placed.page
    let community = placed.community.map { site.communities[$0] }
    var context = common(page, community, in: site)
    do throws(TemplateError) {
      // First, because it tells which lines of the document can be linked to.
      let body = try page.document.map { path throws(TemplateError) in
        if let entry { return Value.safe(String(decoding: site.index.render(entry).html, as: UTF8.self)) }
        return try Self.body(of: path, on: page, community, in: site)
      }
      context += page.context()
      if let body { context.append(("body", body)) }
      let bytes = try site.input.theme.library.render(
        page.template, context: site.shapes.value(context, for: page.template), page: page.linksFrom ?? page.path)
      return Staged(OutputFile(path: page.path, bytes: finished(bytes)))
    } catch {
      return Staged(nil, [error.diagnostic])
    }
  }

  private static let pageValue = Record<Page, Void> {
    $0.text("path") { $0.path }
    $0.text("title") { $0.title }
  }

  /// What the template of every page sees.
  private static func common(
    _ page: Page, _ community: CommunityModel?, in site: SiteModel
  ) -> [(String, Value)] {
    [
      ("site", site.value), ("page", pageValue.value(page)), ("community", community?.value ?? .none),
      ("navigation", community?.navigation ?? page.navigation ?? .list([])),
      ("build_date", .string(site.input.asOf.description)),
    ]
  }

  /// What a template sees, on the first page that it makes, for people who write templates; nil where it makes none.
  public static func variables(of template: String, _ input: SiteInput, jobs: Int) async -> Value? {
    let site = await SiteModel(input, jobs: jobs)
    for placed in PageKind.all.lazy.flatMap({ pages(of: $0, in: site) }) where placed.page.template == template {
      let community = placed.community.map { site.communities[$0] }
      return .map(common(placed.page, community, in: site) + placed.page.context())
    }
    return nil
  }

  /// A page with its last line ended, without the control characters that HTML forbids: files, and so the values of
  /// templates, may hold any.
  private static func finished(_ page: consuming [UInt8]) -> [UInt8] {
    // Without a branch, so that the loop below, which has no way out, looks at many bytes at once.
    func forbidden(_ byte: UInt8) -> UInt8 {
      let isControl: UInt8 = byte < 0x20 ? 1 : 0
      let isSpace: UInt8 = byte == 0x09 || byte == 0x0A || byte == 0x0D ? 1 : 0
      return (isControl ^ isSpace) | (byte == 0x7F ? 1 : 0)
    }
    var bytes = page
    let isClean = bytes.withUnsafeBufferPointer { bytes in
      var found: UInt8 = 0
      for byte in bytes { found |= forbidden(byte) }
      return found == 0
    }
    if !isClean { bytes.removeAll { forbidden($0) != 0 } }
    bytes.append(0x0A)
    return bytes
  }

  /// The text of a document with the notes of its community at their lines.
  private static func body(
    of path: String, on page: Page, _ community: CommunityModel?, in site: SiteModel
  ) throws(TemplateError) -> Value {
    guard let entry = site.index[path] else { return .safe("") }
    var notes: [(line: Int, html: [UInt8])] = []
    for note in community?.notes[path] ?? [] {
      let html = try site.input.theme.library.render(
        "partials/document-note.html", context: note.context, page: page.path)
      notes.append((note.line, html))
    }
    return .safe(String(decoding: site.index.render(entry).html(inserting: notes), as: UTF8.self))
  }

  /// Template errors, each once: an error of a layout comes back with every page.
  private static func once(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
    var seen: Set<String> = []
    return diagnostics.filter { seen.insert("\($0.location?.description ?? "") \($0.summary)").inserted }
  }
}
