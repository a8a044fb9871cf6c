import ArgumentParser
import Assess
import Criteria
import Defaults
import Diagnostics
import Intake
import StructuredData
import Templates
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
    let portfolio: Portfolio
    let asOf: CalendarDate
  }

  /// Discover, load, parse, model, and what the repositories' histories tell. Stops with an exit code when the
  /// configuration or the criteria are wrong.
  mutating func read() async throws -> Input {
    console.phase("Looking for documents")
    guard let tree = SourceTree.disk(root: options.sourceFolder) else {
      throw FileError(path: options.sourceFolder, action: "read", code: ENOENT)
    }
    let workspace = PortfolioReader.workspace(of: tree)
    diagnostics += workspace.diagnostics
    let files = criteriaFiles(of: tree)
    let words = yamlFiles(in: "lexicon/", of: tree)
    async let reading = Lexicon.read(words.value)
    let sets = await files.value.concurrentMap(width: jobs) { CriteriaReader.read($0) }
    let lexicon = await reading
    let criteria = sets.compactMap(\.value)
    diagnostics += files.diagnostics + sets.flatMap(\.diagnostics) + words.diagnostics + lexicon.diagnostics
    try stopOnConfigurationErrors()
    if let level = options.level,
      !criteria.contains(where: { $0.levels.contains(MaturityLevel(rawValue: level)) })
    {
      let known = criteria.flatMap(\.levels).map(\.rawValue)
      let names = known.enumerated().filter { known.firstIndex(of: $0.element) == $0.offset }.map(\.element)
      throw ValidationError("--level \(level) is in no criteria set; known levels: \(names.joined(separator: ", "))")
    }

    var intake = IntakeOptions(jobs: jobs, lexicon: lexicon.value)
    intake.costs = console.times?.costs
    console.phase("Reading \(tree.files.count) files")
    let portfolio = await PortfolioReader.read(
      tree, workspace: workspace.value, criteria: criteria, options: intake)
    diagnostics += portfolio.diagnostics
    if portfolio.value.communities.allSatisfy(\.documents.isEmpty) {
      diagnostics.append(
        Diagnostic(
          "source/nothing-recognized", .error, at: nil,
          "none of the \(tree.files.count) files in \(options.sourceFolder) is a document of a community",
          help: "name the folder with its governance, maintainers, adopters or due-diligence files", kind: .unreadable))
    }
    let asOf = try asOf(workspace.value)

    console.phase("Reading histories")
    let past = await HistoryReader.read(
      portfolio.value, of: tree, criteria: criteria, asOf: asOf, options: intake)
    diagnostics += past.diagnostics
    return Input(criteria: criteria, criteriaFiles: files.value, portfolio: past.value, asOf: asOf)
  }

  /// Judge.
  mutating func assess(_ input: Input) async throws -> [Assessment] {
    console.phase("Holding claims against data")
    let assessments = await Assessor.assess(
      input.portfolio, sets: input.criteria, asOf: input.asOf,
      level: options.level.map { MaturityLevel(rawValue: $0) }, version: Sitegen.version, jobs: jobs,
      costs: console.times?.costs)
    diagnostics += assessments.diagnostics
    try stopOnConfigurationErrors()
    return assessments.value
  }

  /// Adds what a later stage said.
  mutating func add(_ diagnostics: [Diagnostic]) { self.diagnostics += diagnostics }

  /// Shows all diagnostics and ends with code 2 when one is about configuration, criteria or templates.
  func stopOnConfigurationErrors() throws {
    guard diagnostics.contains(where: { $0.severity == .error && $0.kind == .configuration }) else { return }
    showDiagnostics()
    throw ExitCode.usage
  }

  /// Ends with code 3 when input was unreadable or nothing was recognized; to be called after all output is done.
  func stopOnUnreadableInput() throws {
    if diagnostics.contains(where: { $0.severity == .error && $0.kind == .unreadable }) { throw ExitCode.unreadable }
  }

  /// Shows diagnostics of at least this severity on standard error, with paths a terminal can open; counts the others.
  func showDiagnostics(from severity: Severity = .warning) {
    console.endPhases()
    let shown = diagnostics.filter { $0.severity >= severity }
    defer {
      let hidden = Set(diagnostics).count { $0.severity < severity }
      if hidden > 0, !options.quiet {
        console.message("\(hidden) \(hidden == 1 ? "note" : "notes") on the input; `sitegen inspect` shows them")
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
    func name(_ source: SourceText) -> Substring { source.path.split(separator: "/").last ?? "" }
    sources.sort { name($0).utf8.lexicographicallyPrecedes(name($1).utf8) }
    return Staged(sources, own.diagnostics)
  }

  /// The YAML files of a folder of the source, by path.
  private func yamlFiles(in folder: String, of tree: SourceTree) -> Staged<[SourceText]> {
    var staged = Staged<[SourceText]>([])
    for file in tree.files where file.path.hasPrefix(folder) && file.path.hasSuffix(".yaml") {
      switch tree.read(file.path) {
      case .success(let bytes): staged.value.append(SourceText(path: file.path, bytes: bytes))
      case .failure(let diagnostic): staged.diagnostics.append(diagnostic)
      }
    }
    return staged
  }

  /// The day of assessment: the command line's, the workspace file's, SOURCE_DATE_EPOCH's, today's.
  private func asOf(_ workspace: WorkspaceConfiguration) throws -> CalendarDate {
    if let date = options.asOf?.date ?? workspace.asOf { return date }
    if let text = getenv("SOURCE_DATE_EPOCH").map({ String(cString: $0) }) {
      guard let seconds = Int(text), seconds >= 0, seconds < 253_402_300_800 else {
        throw ValidationError("SOURCE_DATE_EPOCH is \(text); expected seconds since 1970-01-01")
      }
      return CalendarDate(daysSinceEpoch: seconds / 86_400)
    }
    return CalendarDate(daysSinceEpoch: Int(time(nil)) / 86_400)
  }
}
