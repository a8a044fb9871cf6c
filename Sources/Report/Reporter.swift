/// Writes a report in one format. Adding one is a file in `Reporters` and its line in `Reporter.all`.
public struct Reporter: Sendable {
  /// Value of `--format`.
  public let id: String
  /// One sentence for help texts.
  public let summary: String
  /// Whether a tool puts the findings into the files of a repository, so that paths count from its root.
  public private(set) var namesFilesOfRepository = false
  /// The report as bytes; ends with a newline.
  public let render: @Sendable (GapReport) -> [UInt8]
}
