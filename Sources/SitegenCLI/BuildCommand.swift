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
    commandName: "build", abstract: "Build the dashboard site and the gap report (the default command).")

  enum SummaryFormat: String, ExpressibleByArgument, CaseIterable { case text, json }

  @OptionGroup var options: CommonOptions

  @Option(help: ArgumentHelp("Folder to write; absent, empty or written by sitegen before.", valueName: "dir"))
  var output = "site"

  @Option(
    help: ArgumentHelp(
      "Folder with templates and assets that replace the built-in ones of their name.", valueName: "dir"))
  var templates: String?

  @Option(help: "Fail when there is something this bad: none, error, warning, or open (a required criterion is open).")
  var failOn: Gate = .none

  @Flag(help: "Write nothing; fail when the files on disk are not what a build would write.")
  var check = false

  @Option(help: "text or json.")
  var summary: SummaryFormat = .text

  func run() async throws {
    let clock = ContinuousClock()
    let start = clock.now
    var pipeline = Pipeline(options)
    let console = pipeline.console
    let directory = try OutputDirectory(path: output)
    let theme = try loadTheme(console)
    let input = try await pipeline.read()
    let assessments = try await pipeline.assess(input)

    console.phase("Rendering")
    let report = GapReport(assessments: assessments)
    let site = SiteInput(
      portfolio: input.portfolio, report: report, criteriaSets: input.criteria,
      theme: theme, asOf: input.asOf, version: Sitegen.version, criteriaFiles: input.criteriaFiles,
      remarks: pipeline.diagnostics)
    let plan = await SiteBuilder.plan(site, jobs: pipeline.jobs)
    pipeline.add(plan.diagnostics)
    try pipeline.stopOnConfigurationErrors()

    if check {
      pipeline.showDiagnostics()
      try show(try directory.differences(from: plan.value), console)
    } else {
      console.phase("Writing")
      let written = try directory.write(plan.value)
      pipeline.showDiagnostics()
      if !options.quiet {
        let run = RunSummary(
          input: input, report: report, diagnostics: pipeline.diagnostics, files: plan.value.files.count,
          written: written, output: output, duration: start.duration(to: clock.now))
        try console.output(summary == .json ? JSONWriter.text(run.json) : run.text)
      }
    }
    try pipeline.stopOnUnreadableInput()
    if failOn.fails(report, pipeline.diagnostics) { throw ExitCode.findings }
  }

  private func loadTheme(_ console: Console) throws -> SiteTheme {
    let overrides = try templates.map(TemplateFolder.sources) ?? []
    let loaded = SiteTheme.load(
      defaults: Defaults.files(under: "templates"), overrides: overrides.map { ($0.name, $0.bytes) },
      folder: templates ?? "templates")
    guard loaded.errors.isEmpty else {
      console.endPhases()
      console.message(TemplateError.render(loaded.errors))
      throw ExitCode.usage
    }
    return loaded.theme
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
    console.message("error: \(differences.count.counted("file differs", "files differ")); run `sitegen build` and commit \(output)/")
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
    case .open: return report.communities.contains { ($0.models.first?.totals.open ?? 0) > 0 }
    }
  }
}
