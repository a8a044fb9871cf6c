import ArgumentParser
import Assess
import Defaults
import Diagnostics
import Intake
import Report
import Site
import Templates

/// `sitegen build`: reads, judges, renders and writes the site. `sitegen` alone is this command.
struct BuildCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build", abstract: "Build the dashboard site and the gap report (the default command).",
    discussion: HelpExamples.build)

  @OptionGroup var options: CommonOptions

  @Option(help: ArgumentHelp("Folder to write; absent, empty or written by sitegen before.", valueName: "dir"))
  var output = "site"

  @Option(
    help: ArgumentHelp(
      "Folder with templates and assets that replace the built-in ones of their name.", valueName: "dir"))
  var templates: String?

  @Option(
    help:
      "Fail when there is something this bad: none, error, warning, or open (a required criterion is open, or its check fails)."
  )
  var failOn: Gate = .none

  @Flag(help: "Write nothing; fail when the files on disk are not what a build would write.")
  var check = false

  @Flag(
    help: ArgumentHelp(
      "Replace files one by one instead of the folder as a whole, for a server or a shell inside of it."))
  var inPlace = false

  @Flag(help: "Say on standard error how long each phase took, and which documents, readers and rules took most.")
  var timings = false

  @Option(help: "text or json.")
  var summary: OutputFormat = .text

  func run() async throws {
    let clock = ContinuousClock()
    let start = clock.now
    let times = timings ? PhaseTimes() : nil
    var pipeline = Pipeline(options, times: times)
    pipeline.templates = templates
    let console = pipeline.console
    // Refused before anything is read.
    let directory = try OutputDirectory(path: output)
    let overrides = try templates.map(TemplateFolder.sources) ?? []
    let folder = templates ?? "templates"
    // Neither needs the other.
    async let loading = overrides.isEmpty ? Self.builtInTheme.value : Self.loadTheme(overrides, folder)
    let input = try await pipeline.read()
    let theme = try checked(await loading, &pipeline)
    try pipeline.stopOnUnrecognizedSource()
    let assessments = try await pipeline.assess(input)
    if !check { announce(console) }

    console.phase("Rendering and writing")
    let report = await GapReport(assessments: assessments, jobs: pipeline.jobs)
    let site = pipeline.site(input, report, theme)
    outlive(site)
    if check {
      let plan = await SiteBuilder.plan(site, jobs: pipeline.jobs)
      pipeline.add(plan.diagnostics)
      try pipeline.stopOnConfigurationErrors()
      pipeline.showDiagnostics()
      try show(try directory.differences(from: plan.value), console)
    } else {
      let writer = try OutputWriter(output, after: directory, inPlace: inPlace, say: console.message)
      let built = await SiteBuilder.build(site, jobs: pipeline.jobs, into: writer.sink) { outlive($0) }
      pipeline.add(built.diagnostics)
      do { try pipeline.stopOnConfigurationErrors() } catch {
        writer.discard()
        throw error
      }
      console.phase("Putting the site in its place")
      let (written, kept) = try writer.finish()
      pipeline.add(kept.map(inTheWay))
      pipeline.showDiagnostics()
      if !options.quiet {
        let run = RunSummary(
          input: input, report: report, diagnostics: pipeline.diagnostics, files: built.value,
          written: written, output: output, duration: start.duration(to: clock.now))
        try console.output(summary == .json ? JSONWriter.text(run.json) : run.text)
      }
    }
    if let times { console.message(times.text) }
    try pipeline.stopOnUnreadableInput()
    if failOn.fails(report, pipeline.diagnostics) { throw ExitCode.findings }
  }

  private func inTheWay(_ kept: String) -> Diagnostic {
    Diagnostic(
      "output/kept", .warning, at: nil, "something stood in the way of the site; it is \(output)/\(kept) now",
      help: "remove it, or move it out of the site's folder")
  }

  private typealias LoadedTheme = (theme: SiteTheme, errors: [TemplateError], remarks: [Diagnostic])

  private static let builtInTheme = Task.detached { loadTheme([], "templates") }

  /// Begins what most runs need and no word of the command line changes, for reading these words takes as long.
  static func prepare() { _ = builtInTheme }

  private static func loadTheme(_ overrides: [TemplateSource], _ folder: String) -> LoadedTheme {
    SiteTheme.load(
      defaults: Defaults.files(under: "templates"), overrides: overrides.map { ($0.name, $0.bytes) }, folder: folder,
      trustsDefaults: true)
  }

  private func checked(_ loaded: LoadedTheme, _ pipeline: inout Pipeline) throws -> SiteTheme {
    let console = pipeline.console
    guard loaded.errors.isEmpty else {
      console.endPhases()
      console.show(loaded.errors.map(\.diagnostic))
      throw ExitCode.usage
    }
    pipeline.add(loaded.remarks)
    return loaded.theme
  }

  /// Says that a folder is about to be made inside a checkout, where it would show up as untracked.
  private func announce(_ console: Console) {
    guard Files.kind(of: output) == .absent, !options.quiet else { return }
    console.endPhases()
    let isHere = !output.hasPrefix("/") && !output.hasPrefix("..")
    guard isHere, Files.kind(of: ".git") != .absent, !Files.ignores(".gitignore", output) else {
      return console.message("writing the site to a new folder, \(output)/")
    }
    console.message(
      "writing the site to a new folder of this checkout, \(output)/; to keep it out of commits, add /\(output)/ to "
        + ".gitignore, or name another one with --output")
  }

  private func show(_ differences: [OutputDirectory.Difference], _ console: Console) throws {
    guard !differences.isEmpty else { return }
    for difference in differences {
      switch difference.kind {
      case .missing: console.message("\(output)/\(difference.path): missing; a build would write it")
      case .extra: console.message("\(output)/\(difference.path): a build would remove it")
      case .differs:
        console.message("\(output)/\(difference.path): differs from a fresh build")
        if let (line, disk, build) = difference.firstLine {
          console.message("  line \(line) on disk: \(Self.shortened(disk))")
          console.message("  line \(line) of the build: \(Self.shortened(build))")
        }
      }
    }
    console.message(
      "error: \(differences.count.counted("file differs", "files differ")); run `sitegen build` and commit \(output)/")
    throw ExitCode.findings
  }

  private static func shortened(_ line: String) -> String {
    DiagnosticText.printable(line.count > 200 ? line.prefix(200) + "…" : line)
  }
}

/// From what on a run fails.
enum Gate: String, ExpressibleByArgument, CaseIterable {
  case none, error, warning, open

  /// Whether findings or open criteria reach the gate. The site is always written before it speaks.
  func fails(_ report: GapReport, _ diagnostics: [Diagnostic]) -> Bool {
    let worst = (report.severities.flatMap(\.rows).map(\.severity) + diagnostics.map(\.severity)).max()
    switch self {
    case .none: return false
    case .error: return worst.map { $0 >= .error } ?? false
    case .warning: return worst.map { $0 >= .warning } ?? false
    case .open: return report.communities.contains { $0.models.first?.isFailing ?? false }
    }
  }
}
