public import Diagnostics
import Intake
import Templates
import Criteria
import Words

/// Makes a site: from what was read and judged to every file of the output, without touching the disk.
public enum SiteBuilder {
  /// Every file of the site. Template errors and collisions of paths are diagnostics; a page with an error is left out.
  ///
  /// `jobs` is how many tasks work at once; it changes nothing in the result.
  public static func plan(_ input: SiteInput, jobs: Int = 1) async -> Staged<OutputPlan> {
    let site = await SiteModel(input, jobs: jobs)
    let placed = PageKind.all.flatMap { pages(of: $0, in: site) }
    let rendered = await placed.concurrentMap(width: jobs) { render($0, in: site) }
    var diagnostics = once(rendered.flatMap(\.diagnostics))
    var files = rendered.compactMap(\.value)
    files += site.communities.flatMap(GapReportFiles.files)
    files += site.communities.compactMap(\.calendar)
    files += SnapshotFiles.files(of: site)
    files += input.theme.assets
    files.append(SearchIndex.file(site))
    let schemas = [
      ("sitegen", WorkspaceSchema.jsonSchema), ("criteria", CriteriaShape.jsonSchema), ("lexicon", Lexicon.jsonSchema),
    ]
    files += schemas.map { OutputFile(path: "schemas/\($0).schema.json", bytes: JSONWriter.bytes($1)) }
    files += SiteIndex.files(site, pages: placed.map(\.page).filter(\.isListed).map(\.path))
    if site.baseURL == nil {
      diagnostics.append(
        Diagnostic(
          "site/no-base-url", .note, at: nil, "no sitemap and no 404 page: the public address is not known",
          help: "set `base_url` in sitegen.yaml"))
    }
    diagnostics += collisions(files)
    let plan = OutputPlan(files: files)
    let manifest = OutputFile(path: Manifest.path, bytes: await Manifest.bytes(plan, input, jobs: jobs))
    return Staged(OutputPlan(files: plan.files + [manifest]), diagnostics)
  }

  private struct PlacedPage: Sendable {
    let page: Page
    let community: Int?
  }

  private static func pages(of kind: PageKind, in site: SiteModel) -> [PlacedPage] {
    switch kind.source {
    case .site(let pages): pages(site).map { PlacedPage(page: $0, community: nil) }
    case .community(let pages):
      site.communities.flatMap { community in
        pages(site, community).map { PlacedPage(page: $0, community: community.number) }
      }
    }
  }

  private static func render(_ placed: PlacedPage, in site: SiteModel) -> Staged<OutputFile?> {
    let page = placed.page
    let community = placed.community.map { site.communities[$0] }
    var context: [(String, Value)] = [
      ("site", site.value), ("page", ["path": .string(page.path), "title": .string(page.title)]),
      ("community", community?.value ?? .none), ("navigation", community?.navigation ?? .list([])),
      ("build_date", .string(site.input.asOf.description)),
    ]
    context += page.context
    do throws(TemplateError) {
      if let path = page.document { context.append(("body", try body(of: path, on: page, community, in: site))) }
      let bytes = try site.input.theme.library.render(
        page.template, context: .map(context), page: page.linksFrom ?? page.path)
      return Staged(OutputFile(path: page.path, bytes: withoutControls(bytes) + [0x0A]))
    } catch {
      return Staged(nil, [error.diagnostic])
    }
  }

  /// A page without the control characters that HTML forbids: files, and so the values of templates, may hold any.
  private static func withoutControls(_ bytes: [UInt8]) -> [UInt8] {
    func isForbidden(_ byte: UInt8) -> Bool {
      byte < 0x20 ? byte != 0x09 && byte != 0x0A && byte != 0x0D : byte == 0x7F
    }
    return bytes.contains(where: isForbidden) ? bytes.filter { !isForbidden($0) } : bytes
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
    return .safe(String(decoding: entry.rendered.html(inserting: notes), as: UTF8.self))
  }

  /// Template errors, each once: an error of a layout comes back with every page.
  private static func once(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
    var seen: Set<String> = []
    return diagnostics.filter { seen.insert("\($0.location?.description ?? "") \($0.summary)").inserted }
  }

  /// Files that would overwrite each other, or of which one would have to be the other's folder.
  private static func collisions(_ files: [OutputFile]) -> [Diagnostic] {
    var seen: Set<[UInt8]> = []
    var folders: Set<[UInt8]> = []
    var diagnostics: [Diagnostic] = []
    for file in files {
      let path = Array(file.path.utf8)
      for slash in path.indices where path[slash] == UInt8(ascii: "/") { folders.insert(Array(path[..<slash])) }
      if !seen.insert(path).inserted { diagnostics.append(collision(file.path)) }
    }
    for file in files where folders.contains(Array(file.path.utf8)) { diagnostics.append(collision(file.path)) }
    return diagnostics
  }

  private static func collision(_ path: String) -> Diagnostic {
    Diagnostic(
      "site/collision", .error, at: nil, "two pages would be written to `\(path)`",
      help: "give the community or the document another name", kind: .configuration)
  }
}
