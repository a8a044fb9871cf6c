import Criteria
import Diagnostics
@testable import Intake
import Markdown
import StructuredData
import Words

/// Data files, and the files that set up a site.
enum DataTargets {
  /// The first byte chooses the format.
  static func data(_ bytes: [UInt8]) {
    let source = SourceText(path: "a", bytes: Array(bytes.dropFirst()))
    switch (bytes.first ?? 0) % 5 {
    case 0:
      let read = YAML.read(source)
      say(read.diagnostics)
      if let node = read.value { visit(node) }
    case 1:
      let read = TOML.read(source)
      say(read.diagnostics)
      if let node = read.value { visit(node) }
    case 2: _ = CSV.read(source).map(\.fields.count)
    case 3:
      if let front = FrontMatter(of: source) { say(YAML.read(source, range: front.yaml).diagnostics) }
      _ = LeadingComment.node(of: source)
    default: _ = SiteManifest(source.bytes)?.hashes.count
    }
  }

  /// The first byte chooses what is set up.
  static func configuration(_ bytes: [UInt8]) {
    let content = Array(bytes.dropFirst())
    switch (bytes.first ?? 0) % 5 {
    case 0:
      let read = WorkspaceConfiguration.read(SourceText(path: WorkspaceConfiguration.fileName, bytes: content))
      say(read.diagnostics)
    case 1: say(CriteriaReader.read(SourceText(path: "criteria/a.yaml", bytes: content)).diagnostics)
    case 2: say(Lexicon.read([SourceText(path: "lexicon/a.yaml", bytes: content)]).diagnostics)
    case 3:
      let pattern = String(decoding: content.prefix { $0 != 0x0A }, as: UTF8.self)
      _ = Glob(pattern).matches(String(decoding: content.drop { $0 != 0x0A }, as: UTF8.self))
    default:
      let snapshots = Snapshots.read(SourceTree.memory(["history/a.json": content]), WorkspaceConfiguration())
      say(snapshots.diagnostics)
    }
  }

  private static func say(_ diagnostics: [Diagnostic]) {
    for diagnostic in diagnostics { _ = DiagnosticText.render(diagnostic) }
  }

  /// Every value once; what an alias repeats is bounded by the reader.
  private static func visit(_ root: Node) {
    var left = [root]
    var seen = 0
    while let node = left.popLast() {
      seen += 1
      precondition(seen < 2_000_000, "more values than a file of this size may have")
      precondition(node.line >= 1 && node.column >= 1)
      left += node.entries.flatMap { [$0.key, $0.value] } + node.elements
    }
  }
}
