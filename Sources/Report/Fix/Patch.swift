public import Assess
import Diagnostics
public import Intake

/// Corrections of documents that findings know to the character, as one change.
public struct Patch: Sendable {
  /// A file with what is corrected in it.
  public struct File: Sendable {
    let edits: TextEdits
    /// Path relative to the source.
    public var path: String { edits.source.path }
    /// The bytes the corrections were made for.
    public var old: [UInt8] { edits.source.bytes }
    /// The bytes with them.
    public var new: [UInt8] { edits.result }
  }

  /// By path.
  public let files: [File]
  /// Findings that it mends.
  public let mended: [Finding]
  /// Findings with a correction that may change what the text means, left out.
  public let unsafe: [Finding]
  /// Findings with a correction that touches one that is made; a second run makes it.
  public let postponed: [Finding]

  /// The corrections of some findings.
  ///
  /// - Parameters:
  ///   - decided: documents whose question was answered; their corrections may change what was decided about.
  ///   - isUnsafe: whether corrections are made that may change what the text means.
  ///   - canWrite: whether a file may be changed.
  public init(
    _ findings: [Finding], in documents: [SourceDocument], decided: Set<String>, isUnsafe: Bool,
    canWrite: (String) -> Bool = { _ in true }
  ) {
    let sources = Dictionary(documents.map { ($0.path, $0.source) }) { first, _ in first }
    var edits: [String: TextEdits] = [:]
    var mended: [Finding] = []
    var unsafe: [Finding] = []
    var postponed: [Finding] = []
    for finding in findings where finding.waiver == nil {
      guard let solution = finding.solutions.first(where: { !$0.replacements.isEmpty }) else { continue }
      let paths = Set(solution.replacements.map(\.location.path))
      guard isUnsafe || solution.isSafe && decided.isDisjoint(with: paths) else {
        unsafe.append(finding)
        continue
      }
      guard paths.allSatisfy({ sources[$0] != nil && canWrite($0) }) else { continue }
      var tried = edits
      let isTaken = paths.sorted().allSatisfy { path in
        guard let source = sources[path] else { return false }
        return tried[path, default: TextEdits(source)].add(solution.replacements.filter { $0.location.path == path })
      }
      if isTaken {
        edits = tried
        mended.append(finding)
      } else {
        postponed.append(finding)
      }
    }
    files = edits.values.filter { !$0.edits.isEmpty }.map(File.init)
      .sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    (self.mended, self.unsafe, self.postponed) = (mended, unsafe, postponed)
  }

  /// A unified diff that `git apply` takes; empty when there is nothing to correct.
  public func diff(path rename: (String) -> String = { $0 }) -> [UInt8] {
    files.flatMap { $0.edits.unifiedDiff(as: rename($0.path)) }
  }
}
