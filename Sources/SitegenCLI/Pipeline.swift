import ArgumentParser
import Assess
import Criteria
import Defaults
import Diagnostics
import Intake
import Report
import Site
import StructuredData
import Words

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The stages of a run, in order, each from the values of the one before. Commands stop after the stage they need.
struct Pipeline {
  let options: CommonOptions
  let console: Console
  /// Everything said so far about the input.
  private(set) var diagnostics: [Diagnostic] = []
  /// The files, as soon as they are found.
  private(set) var tree: SourceTree?
  /// Whether no file was a document of a community.
  private(set) var isUnrecognized = false
  /// Whether to go on although a criteria file of the source is wrong.
  var toleratesOwnCriteria = false
  /// A folder of templates, which are no documents where it lies in the source.
  var templates: String?

  init(_ options: CommonOptions, times: PhaseTimes? = nil) {
    self.options = options
    console = options.console(times)
  }

  /// Most tasks at once.
  var jobs: Int { options.jobs ?? max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }

  /// What reading gives.
  struct Input {
    let criteria: [CriteriaSet]
    /// The files the criteria were read from.
    let criteriaFiles: [SourceText]
    var portfolio: Portfolio
    let asOf: CalendarDate
    /// The files, and the words that they were read with.
    let tree: SourceTree
    let lexicon: Lexicon
  }

  /// What a site is made of, with what was said of the input so far.
  func site(_ input: Input, _ report: GapReport, _ theme: SiteTheme) -> SiteInput {
    SiteInput(
      portfolio: input.portfolio, report: report, criteriaSets: input.criteria, theme: theme, asOf: input.asOf,
      version: Sitegen.version, criteriaFiles: input.criteriaFiles, remarks: diagnostics)
  }

  /// Discover, load, parse, model, and what the repositories' histories tell. Stops with an exit code when the
  /// configuration or the criteria are wrong.
  mutating func read() async throws -> Input {
    console.phase("Looking for documents")
    guard let tree = SourceTree.disk(root: options.sourceFolder) else {
      throw FileError(path: options.sourceFolder, action: "read", code: ENOENT)
    }
    self.tree = tree
    var workspace = PortfolioReader.workspace(of: tree)
    diagnostics += workspace.diagnostics
    let files = criteriaFiles(of: tree)
    let words = yamlFiles(in: "lexicon/", of: tree)
    async let reading = Lexicon.read(words.value)
    let sets = await CriteriaReader.sets(of: files.value, nodes: Defaults.criteria, jobs: jobs)
    let lexicon = await reading
    let criteria = sets.value
    diagnostics += files.diagnostics + sets.diagnostics + words.diagnostics + lexicon.diagnostics
    diagnostics += WorkspaceCheck.diagnostics(of: workspace.value, in: tree, criteria: criteria)
    try stopOnConfigurationErrors()
    if let root = tree.folder, let folder = templates.flatMap(Files.realPath), folder.hasPrefix(root + "/") {
      workspace.value.exclude.append(folder.dropFirst(root.utf8.count + 1) + "/**")
    }
    if let level = options.level,
      !criteria.contains(where: { $0.levels.contains(MaturityLevel(rawValue: level)) })
    {
      let known = criteria.flatMap(\.levels).map(\.rawValue)
      throw UnknownName("--level", level, known: known)
    }

    let asOf = try asOf(workspace.value)
    console.phase("Reading \(tree.files.count) files")
    let portfolio = await portfolio(of: tree, workspace.value, criteria, asOf, lexicon.value)
    diagnostics += portfolio.diagnostics
    let documents = portfolio.value.communities.flatMap(\.documents)
    if documents.allSatisfy({ [.page, .data, .unsupported].contains($0.kind) }) {
      diagnostics.append(
        Diagnostic(
          "source/nothing-recognized", .error, at: nil,
          tree.files.isEmpty
            ? "there are no files in \(options.sourceFolder)"
            : "no document of a community among \(tree.files.count.counted("file")) in \(options.sourceFolder)",
          help: "name the folder with its governance, maintainers, adopters or due-diligence files", kind: .unreadable))
      isUnrecognized = true
    }
    return Input(
      criteria: criteria, criteriaFiles: files.value, portfolio: portfolio.value, asOf: asOf, tree: tree,
      lexicon: lexicon.value)
  }

  /// The communities of a tree, with what the histories of their repositories tell.
  private func portfolio(
    of tree: SourceTree, _ workspace: WorkspaceConfiguration, _ criteria: [CriteriaSet], _ asOf: CalendarDate,
    _ lexicon: Lexicon
  ) async -> Staged<Portfolio> {
    var intake = IntakeOptions(jobs: jobs, lexicon: lexicon)
    intake.costs = console.times?.costs
    let read = await PortfolioReader.read(tree, workspace: workspace, criteria: criteria, options: intake)
    console.phase("Reading histories")
    let past = await HistoryReader.read(read.value, of: tree, criteria: criteria, asOf: asOf, options: intake)
    return Staged(past.value, read.diagnostics + past.diagnostics)
  }

  mutating func assess(_ input: Input) async throws -> [Assessment] {
    console.phase("Holding claims against data")
    let assessments = await judged(input.portfolio, by: input)
    diagnostics += assessments.diagnostics
    try stopOnConfigurationErrors()
    return assessments.value
  }

  /// The same of what `--community` names; of all without it.
  mutating func assess(_ input: Input, only community: String?) async throws -> [Assessment] {
    try UnknownName.choose("--community", community, among: try await assess(input), by: \.community.id)
  }

  /// What another version of the same source comes to, read and judged like this one: by the same criteria and words,
  /// on the same day. A workspace file that is wrong in that version is that version's trouble; today's is used.
  func assess(_ tree: SourceTree, like input: Input) async -> Staged<[Assessment]> {
    console.phase("Reading the earlier version")
    let workspace = PortfolioReader.workspace(of: tree)
    let isWrong = workspace.diagnostics.contains { $0.severity == .error }
    let files = criteriaFiles(of: tree)
    let sets = await CriteriaReader.sets(of: files.value, nodes: Defaults.criteria, jobs: jobs)
    let portfolio = await portfolio(
      of: tree, isWrong ? input.portfolio.workspace : workspace.value, input.criteria, input.asOf, input.lexicon)
    let assessments = await judged(portfolio.value, by: input)
    return Staged(
      assessments.value,
      workspace.diagnostics + files.diagnostics + sets.diagnostics + portfolio.diagnostics + assessments.diagnostics)
  }

  private func judged(_ portfolio: Portfolio, by input: Input) async -> Staged<[Assessment]> {
    await Assessor.assess(
      portfolio, sets: input.criteria, asOf: input.asOf, level: options.level.map { MaturityLevel(rawValue: $0) },
      version: Sitegen.version, jobs: jobs, costs: console.times?.costs)
  }

  /// The text of a file of the source as it was read, or as it is where nothing was made of it.
  func source(of assessments: [Assessment]) -> (String) -> SourceText? {
    let documents = Dictionary(firstOf: assessments.flatMap(\.community.documents).map { ($0.path, $0.source) })
    return { [tree] path in
      documents[path] ?? (try? tree?.read(path).get()).map { SourceText(path: path, bytes: $0) }
    }
  }

  /// Adds what a later stage said.
  mutating func add(_ diagnostics: [Diagnostic]) { self.diagnostics += diagnostics }

  /// Shows all diagnostics and ends with code 2 when one is about configuration, criteria or templates.
  func stopOnConfigurationErrors() throws {
    let isWrong = diagnostics.contains { diagnostic in
      diagnostic.severity == .error && diagnostic.kind == .configuration
        && !(toleratesOwnCriteria && diagnostic.location?.path.hasPrefix("criteria/") == true)
    }
    guard isWrong else { return }
    showDiagnostics()
    throw ExitCode.usage
  }

  /// Ends with code 3, before anything is written, when no file was a document of a community.
  func stopOnUnrecognizedSource() throws {
    guard isUnrecognized else { return }
    showDiagnostics()
    throw ExitCode.unreadable
  }

  /// Ends with code 3 when input was unreadable or nothing was recognized; to be called after all output is done.
  func stopOnUnreadableInput() throws {
    if diagnostics.contains(where: { $0.severity == .error && $0.kind == .unreadable }) { throw ExitCode.unreadable }
  }

  /// Shows diagnostics of at least this severity on standard error, with paths a terminal can open; counts the others,
  /// which `inspect` shows. It makes no site, so what is said about that is shown here.
  func showDiagnostics(from severity: Severity = .warning) {
    console.endPhases()
    let shown = diagnostics.filter { $0.severity >= severity || $0.rule.rawValue.hasPrefix("site/") }
    defer {
      let hidden = Set(diagnostics).subtracting(shown).count
      if hidden > 0, !options.quiet {
        console.message(
          "\(hidden.counted("note")) on the input; `sitegen inspect` shows \(hidden == 1 ? "it" : "them")"
        )
      }
    }
    let folder = options.sourceFolder
    guard folder != "." else { return console.show(shown) }
    func inFolder(_ location: Location?) -> Location? {
      guard var location, !location.path.hasPrefix("built-in/") else { return location }
      location.path = folder.hasSuffix("/") ? folder + location.path : "\(folder)/\(location.path)"
      return location
    }
    console.show(
      shown.map { diagnostic in
        // Templates lie where the command line says, not in the source.
        guard !diagnostic.rule.rawValue.hasPrefix("template/") else { return diagnostic }
        var diagnostic = diagnostic
        diagnostic.location = inFolder(diagnostic.location)
        diagnostic.notes = diagnostic.notes.map { Diagnostic.Note($0.message, at: inFolder($0.location)) }
        return diagnostic
      })
  }

  /// The built-in criteria; a file in the source's `criteria` folder replaces the built-in one of its name.
  private func criteriaFiles(of tree: SourceTree) -> Staged<[SourceText]> {
    var sources = Defaults.files(under: "content/criteria").filter { $0.path.hasSuffix(".yaml") }.map {
      SourceText(path: "built-in/criteria/\($0.path)", bytes: $0.bytes)
    }
    let own = yamlFiles(in: "criteria/", of: tree)
    let names = Set(own.value.map { "built-in/\($0.path)" })
    sources = sources.filter { !names.contains($0.path) } + own.value
    func name(_ source: SourceText) -> Substring { source.path.fileName }
    sources.sort { name($0).precedes(name($1)) }
    return Staged(sources, own.diagnostics)
  }

  /// The YAML files of a folder of the source, by path.
  private func yamlFiles(in folder: String, of tree: SourceTree) -> Staged<[SourceText]> {
    tree.texts(of: tree.files.filter { $0.path.hasPrefix(folder) && $0.path.hasSuffix(".yaml") })
  }

  /// The day of assessment: the command line's, the workspace file's, SOURCE_DATE_EPOCH's, today's.
  private func asOf(_ workspace: WorkspaceConfiguration) throws -> CalendarDate {
    if let date = options.asOf ?? workspace.asOf { return date }
    if let text = getenv("SOURCE_DATE_EPOCH").map({ String(cString: $0) }) {
      guard let seconds = Int(text), seconds >= 0, seconds < 253_402_300_800 else {
        throw ValidationError("SOURCE_DATE_EPOCH is \(text); expected seconds since 1970-01-01")
      }
      return CalendarDate(daysSinceEpoch: seconds / 86_400)
    }
    return CalendarDate(daysSinceEpoch: Int(time(nil)) / 86_400)
  }
}
