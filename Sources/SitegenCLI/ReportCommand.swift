import ArgumentParser
import Assess
import Report

/// `sitegen report`: the gap report on standard output.
struct ReportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report", abstract: "Print the gap report.",
    discussion: "Formats:\n" + Reporter.all.map { "  \($0.id): \($0.summary)" }.joined(separator: "\n"))

  @OptionGroup var options: CommonOptions
  @OptionGroup var choice: RuleChoice

  @Option(help: "One of the formats below.")
  var format = "text"

  @Option(help: ArgumentHelp("Only this community.", valueName: "id"))
  var community: String?

  func validate() throws {
    guard Reporter.all.contains(where: { $0.id == format }) else {
      throw UnknownName("--format", format, known: Reporter.all.map(\.id))
    }
  }

  func run() async throws {
    guard let reporter = Reporter.all.first(where: { $0.id == format }) else { throw ExitCode.usage }
    var pipeline = Pipeline(options)
    let input = try await pipeline.read()
    try pipeline.stopOnUnrecognizedSource()
    let assessments = choice.applied(to: try CommunityChoice.choose(community, among: try await pipeline.assess(input)))
    pipeline.showDiagnostics()
    var report = GapReport(assessments: assessments)
    if reporter.namesFilesOfRepository { report = report.renamingPaths(input.tree.pathsInRepository()) }
    try pipeline.console.output(reporter.render(report))
    try pipeline.stopOnUnreadableInput()
  }
}

/// Picks what `--community` names.
enum CommunityChoice {
  static func choose(_ id: String?, among assessments: [Assessment]) throws -> [Assessment] {
    guard let id else { return assessments }
    let chosen = assessments.filter { $0.community.id == id }
    guard !chosen.isEmpty else {
      throw UnknownName("--community", id, known: assessments.map(\.community.id))
    }
    return chosen
  }
}
