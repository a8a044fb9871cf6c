/// A form of what a gate found.
public enum GateFormat: String, Sendable, CaseIterable {
  case text, markdown, github, sarif, junit, json, patch

  /// Whether a tool puts what it shows into the files of a repository, so that paths count from its root.
  public var namesFilesOfRepository: Bool { [.markdown, .github, .sarif, .junit].contains(self) }
}

extension GateReport {
  /// The report as bytes; ends with a newline.
  public func render(_ format: GateFormat) -> [UInt8] {
    switch format {
    case .text: Array(GateText.text(self).utf8)
    case .markdown: Array(GateMarkdown.text(self).utf8)
    case .github: Array(GateAnnotations.text(self).utf8)
    case .sarif: GateSARIF.bytes(self)
    case .junit: Array(GateJUnit.text(self).utf8)
    case .json: GateJSON.bytes(self)
    case .patch: []
    }
  }
}
