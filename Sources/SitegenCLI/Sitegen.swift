public import ArgumentParser

/// The command line of sitegen.
public struct Sitegen: AsyncParsableCommand {
  /// Name, version and subcommands.
  public static let configuration = CommandConfiguration(
    commandName: "sitegen",
    abstract: "Turns a community's governance documents into a dashboard site and a gap report.",
    version: "0.1.0")

  /// For the argument parser.
  public init() {}
}
