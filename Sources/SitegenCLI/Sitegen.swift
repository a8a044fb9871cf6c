public import ArgumentParser
import CSystem

/// The command line of sitegen.
public struct Sitegen: AsyncParsableCommand {
  /// Name, version and subcommands.
  public static let configuration = CommandConfiguration(
    commandName: "sitegen",
    abstract: "Turns a community's governance documents into a dashboard site and a gap report.",
    discussion: HelpExamples.sitegen, version: versionWithRevision,
    subcommands: [
      BuildCommand.self, CheckCommand.self, FixCommand.self, GenerateCommand.self, ReportCommand.self, DiffCommand.self,
      ExplainCommand.self, InspectCommand.self,
      CriteriaCommand.self,
      RulesCommand.self, PowerCommand.self, LimitsCommand.self, RenderCommand.self, MarkdownCommand.self,
      InitCommand.self,
      ServeCommand.self, LinksCommand.self, SchemaCommand.self, TemplatesCommand.self, ManualCommand.self,
    ],
    defaultSubcommand: BuildCommand.self)

  /// Version of the tool: a constant of the source, never a commit, because a site that is written names it.
  static let version = "0.1.0"

  /// The same with the commit that a released program was built from.
  private static var versionWithRevision: String {
    let revision = String(cString: csystem_revision())
    return revision.isEmpty ? version : "\(version) (\(revision))"
  }

  /// For the argument parser.
  public init() {}

  /// Runs the command line and gives the exit code of the process.
  ///
  /// The argument parser's own exit code for wrong usage is 64; ours is 2, and 70 means a defect.
  public static func status(of arguments: [String]? = nil) async -> Int32 {
    csystem_prepare_heap()
    Files.openStandardDescriptors()
    let words = arguments ?? Array(CommandLine.arguments.dropFirst())
    do {
      let commands = CommandWords(of: Sitegen.self)
      if let unknown = commands.unknown(in: words) { throw unknown }
      if commands.chosen(in: words).command == BuildCommand.self { BuildCommand.prepare() }
      // The tree of all commands takes as long to make as the rest of this.
      var command = try commands.parsed(words) ?? parseAsRoot(words)
      if var asynchronous = command as? any AsyncParsableCommand {
        try await asynchronous.run()
      } else {
        try command.run()
      }
      return 0
    } catch let code as ExitCode {
      return code.rawValue
    } catch let error where error is FileError || error is OutputWork.Held {
      Console().message("error: \(error)")
      return ExitCode.unreadable.rawValue
    } catch let error where error is OutputDirectory.ForeignDirectory || error is AlreadyThere || error is UnknownName {
      Console().message("error: \(error)")
      return ExitCode.usage.rawValue
    } catch let interruption as Interruption {
      return interruption.end()
    } catch {
      let code = exitCode(for: error)
      if code.isSuccess {
        try? Console().output(fullMessage(for: error) + "\n")
        return 0
      }
      let commands = CommandWords(of: Sitegen.self)
      let readsSource = commands.chosen(in: words).command.helpMessage().contains("--source")
      Console().message(
        UsageMessage.text(message(for: error), command: commands.path(in: words), readsSource: readsSource))
      return code == .validationFailure ? ExitCode.usage.rawValue : ExitCode.defect.rawValue
    }
  }
}
