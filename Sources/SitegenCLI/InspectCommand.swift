import ArgumentParser
import Diagnostics
import Intake

/// `sitegen inspect`: what the readers took from each file.
struct InspectCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "inspect",
    abstract: "Print what was read from each file, before any judgment, and what was not understood.",
    discussion: HelpExamples.inspect)

  @OptionGroup var options: CommonOptions

  @Argument(help: "Files or folders, relative to the source; everything without one.")
  var paths: [String] = []

  @Option(help: "text or json (schema inspect/1).")
  var format: OutputFormat = .text

  func run() async throws {
    var pipeline = Pipeline(options)
    let input = try await pipeline.read()
    pipeline.showDiagnostics(from: .note)
    let report = InspectReport(input.portfolio, paths: paths)
    if report.isEmpty {
      pipeline.console.message(
        paths.isEmpty
          ? "error: nothing was read"
          : "error: nothing was read at \(paths.joined(separator: ", "))\n"
            + "  help: "
            + (paths.lazy.compactMap(UsageMessage.source).first
              ?? "paths are relative to the source; without one, all that was read is listed"))
      throw ExitCode.unreadable
    }
    switch format {
    case .text: try pipeline.console.output(TerminalText(color: options.color).render(report.text))
    case .json: try pipeline.console.output(JSONWriter.bytes(report.json))
    }
    try pipeline.stopOnUnreadableInput()
  }
}
