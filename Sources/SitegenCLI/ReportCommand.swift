import ArgumentParser
import Assess
import Report

/// `sitegen report`: the gap report on standard output.
struct ReportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report", abstract: "Print the gap report.",
    discussion: "Formats:\n" + Reporter.all.map { "  \($0.id): \($0.summary)" }.joined(separator: "\n") + "\n\n"
      + HelpExamples.report)

  @OptionGroup var options: CommonOptions
  @OptionGroup var choice: RuleChoice

  @Option(help: "One of the formats below.")
  var format = "text"

  @Option(help: ArgumentHelp("Only this community.", valueName: "id"))
  var community: String?

  enum Scope: String, ExpressibleByArgument, CaseIterable { case open }

  @Option(help: "Only what is open: criteria to work on, and findings about them.")
  var only: Scope?

  @Option(
    help: ArgumentHelp("At most so many criteria and findings of a community, worst first.", valueName: "n"),
    transform: ArgumentForm.number(1...Int.max))
  var top: Int?

  func validate() throws {
    if only != nil || top != nil, format != "text" {
      throw ValidationError("--only and --top narrow the text alone; --format \(format) is for programs and is whole")
    }
  }

  func run() async throws {
    guard let reporter = Reporter.all.first(where: { $0.id == format }) else {
      throw UnknownName("--format", format, known: Reporter.all.map(\.id))
    }
    var pipeline = Pipeline(options)
    let input = try await pipeline.read()
    try pipeline.stopOnUnrecognizedSource()
    let assessments = choice.applied(to: try await pipeline.assess(input, only: community))
    pipeline.showDiagnostics()
    var report = GapReport(assessments: assessments)
    if reporter.namesFilesOfRepository { report = report.renamingPaths(input.tree.pathsInRepository()) }
    if only != nil || top != nil { report = report.narrowed(onlyOpen: only == .open, top: top) }
    if format == "text" {
      let text = String(decoding: reporter.render(report), as: UTF8.self)
      try pipeline.console.output(TerminalText(color: options.color).render(text))
    } else {
      try pipeline.console.output(reporter.render(report))
    }
    try pipeline.stopOnUnreadableInput()
  }
}
