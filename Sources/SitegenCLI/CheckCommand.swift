public import ArgumentParser
import Assess
import Diagnostics
import Intake
public import Report

/// `sitegen check`: what got worse since another version. The gate of a pull request.
struct CheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Say what got worse since another version, and fail when anything did.",
    discussion: """
      With --base, the files of that revision are read from git and judged like those on the disk: by the same criteria, \
      on the same day. With --baseline, a report saved by `sitegen report --format snapshot` takes their place; entries \
      that are mended leave the file by themselves.

      \(HelpExamples.check)
      """)

  @OptionGroup var options: CommonOptions
  @OptionGroup var choice: RuleChoice

  @Option(help: ArgumentHelp("A branch, tag or commit to compare with, where the two lines parted.", valueName: "rev"))
  var base: String?

  @Option(
    help: ArgumentHelp("The checkout that --base is a revision of, where the source holds several.", valueName: "dir"))
  var repository: String?

  @Option(help: ArgumentHelp("A saved report to compare with.", valueName: "file"))
  var baseline: String?

  @Option(help: FailOn.help)
  var failOn: FailOn = .worse

  @Option(help: "text, markdown (a comment), github (annotations), sarif, junit, json or patch (corrections).")
  var format: GateFormat = .text

  @Option(
    help: ArgumentHelp(
      "Write another format to a file, too: sarif=check.sarif. May be repeated.", valueName: "format=file"))
  var write: [FormatFile] = []

  func validate() throws {
    guard (base == nil) != (baseline == nil) else {
      throw ValidationError(
        "name one version to compare with: --base REV for a revision of the checkout, or --baseline FILE for a saved "
          + "report (`sitegen report --format snapshot > FILE`)")
    }
    if repository != nil, base == nil { throw ValidationError("--repository needs --base") }
  }

  func run() async throws {
    var pipeline = Pipeline(options)
    let console = pipeline.console
    let input: Pipeline.Input
    let now: [Assessment]
    do {
      input = try await pipeline.read()
      now = choice.applied(to: try await pipeline.assess(input))
    } catch let code as ExitCode {
      // A configuration that cannot be read is the result: tools that show results must get it.
      let errors = pipeline.diagnostics.filter { $0.severity == .error }
      try show(
        GateReport(now: [], before: [], input: errors, base: base ?? baseline ?? "", threshold: .error), [], pipeline)
      throw code
    }
    let report = try await compare(input, now, pipeline)
    console.endPhases()
    try show(report, now, pipeline)
    if let baseline, !report.fails, choice.isEverything { try shrink(baseline, report, now, console) }
    if report.input.contains(where: { $0.isUnreadable }) { throw ExitCode.unreadable }
    if report.fails, failOn.isStrict { throw ExitCode.findings }
  }

  private func compare(_ input: Pipeline.Input, _ now: [Assessment], _ pipeline: Pipeline) async throws -> GateReport {
    if let baseline {
      let snapshot = try Snapshot.all([baseline], pipeline.console)[0]
      return GateReport(
        now: now, before: snapshot.communities, input: pipeline.diagnostics.filter { $0.kind == .unreadable },
        base: "\(baseline) of \(snapshot.asOf)", threshold: failOn.threshold, isStrict: failOn.isStrict,
        version: Sitegen.version)
    }
    let name = base ?? ""
    let revision: RevisionTree
    do throws(RevisionTree.Unavailable) {
      revision = try RevisionTree(name, of: input.tree, repository: repository, asOf: input.asOf)
    } catch {
      pipeline.console.endPhases()
      pipeline.console.message("error: --base \(name): \(error.reason)\(error.help.map { "\n  help: \($0)" } ?? "")")
      throw ExitCode.usage
    }
    let before = await pipeline.assess(revision.tree, like: input)
    let known = Set(before.diagnostics.map(Said.init))
    let day = min(revision.date, input.asOf)
    return GateReport(
      now: now,
      before: choice.applied(to: before.value).map { assessment in
        // Waivers are in force or not by the day of the commit: one that ended since then has run out.
        var summary = AssessmentSummary(assessment, version: Sitegen.version)
        summary.waivers = zip(summary.waivers ?? [], assessment.waivers).map { entry, waiver in
          var entry = entry
          entry.isLive = waiver.isLive(on: day)
          return entry
        }
        return summary
      },
      judged: before.value, input: pipeline.diagnostics.filter { $0.severity > .note && !known.contains(Said($0)) },
      base: "\(name) (\(revision.commit.prefix(12)), \(revision.date))", threshold: failOn.threshold,
      isStrict: failOn.isStrict, version: Sitegen.version)
  }

  /// A message apart from its line, which moves.
  private struct Said: Hashable {
    let rule: RuleID
    let path: String?
    let summary: String
    init(_ diagnostic: Diagnostic) {
      (rule, path, summary) = (diagnostic.rule, diagnostic.location?.path, diagnostic.summary)
    }
  }

  private func show(_ report: GateReport, _ now: [Assessment], _ pipeline: Pipeline) throws {
    let folder = options.sourceFolder
    let path = pipeline.tree?.pathsInRepository(repository) ?? { $0 }
    func bytes(_ format: GateFormat) -> [UInt8] {
      if format == .patch {
        let patch = report.patch(in: pipeline.source(of: now)) { Files.kind(of: "\(folder)/\($0)") == .file }
        return patch.diff(path: path)
      }
      return (format.namesFilesOfRepository ? report.renamingPaths(path) : report).render(format)
    }
    try pipeline.console.output(bytes(format))
    for file in write { try Files.write(bytes(file.format), to: file.path) }
  }

  /// Takes out of the baseline what is mended. It never grows: what is new and fails nothing stays out of it.
  private func shrink(_ path: String, _ report: GateReport, _ now: [Assessment], _ console: Console) throws {
    guard let bytes = report.shrunkBaseline(now) else { return }
    do throws(FileError) {
      try Files.write(bytes, to: path + ".new")
      try Files.rename(path + ".new", to: path)
      console.message("\(path): what is mended was taken out; commit the file")
    } catch { console.message("warning: what is mended stays in the baseline: \(error)") }
  }
}

extension GateFormat: ExpressibleByArgument {}

/// From what on a comparison fails.
enum FailOn: String, ExpressibleByArgument, CaseIterable {
  case none, error, warning, worse, note

  static let help: ArgumentHelp = """
    What fails: worse (a worse verdict, an ended waiver, a new warning or error), error or note (the same, with new \
    findings from that severity up), or none.
    """

  /// Severity from which a new finding fails.
  var threshold: Severity? {
    switch self {
    case .none: nil
    case .error: .error
    case .warning, .worse: .warning
    case .note: .note
    }
  }

  var isStrict: Bool { self != .none }
}

/// A format with the file it goes to.
struct FormatFile: ExpressibleByArgument {
  let format: GateFormat
  let path: String

  init?(argument: String) {
    let parts = argument.split(separator: "=", maxSplits: 1).map(String.init)
    guard parts.count == 2, let format = GateFormat(rawValue: parts[0]) else { return nil }
    (self.format, path) = (format, parts[1])
  }
}
