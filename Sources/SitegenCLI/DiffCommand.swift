public import ArgumentParser
import Assess
import Diagnostics
public import Report

/// `sitegen diff`: what changed between two saved reports.
struct DiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff", abstract: "Say what changed between two reports, newly open criteria first.",
    discussion:
      "Reports are those of `sitegen report --format json` or `--format snapshot`, of this or another version.\n\n"
      + HelpExamples.diff)

  @Argument(help: ArgumentHelp("The earlier report.", valueName: "old.json"))
  var old: String

  @Argument(help: ArgumentHelp("The later report.", valueName: "new.json"))
  var new: String

  @Option(help: "text, markdown or json.")
  var format: DiffReport.Format = .text

  @Option(help: FailOn.help)
  var failOn: FailOn = .none

  func run() throws {
    let console = Console()
    let reports = try Snapshot.all([old, new], console)
    let report = DiffReport(old: reports[0], new: reports[1])
    try console.output(report.render(format))
    if failOn.isStrict, report.regressions.contains(where: { $0.fails(from: failOn.threshold) }) {
      throw ExitCode.findings
    }
  }
}

extension DiffReport.Format: ExpressibleByArgument {}

extension Snapshot {
  /// Saved reports that a command cannot do without.
  static func all(_ paths: [String], _ console: Console) throws -> [Snapshot] {
    let staged = try paths.map { Snapshot.read(SourceText(path: $0, bytes: try Files.read($0))) }
    let snapshots = staged.compactMap(\.value)
    guard snapshots.count == paths.count else {
      console.endPhases()
      console.show(
        staged.flatMap(\.diagnostics).map { diagnostic in
          var diagnostic = diagnostic
          diagnostic.severity = .error
          return diagnostic
        })
      throw ExitCode.unreadable
    }
    return snapshots
  }
}
