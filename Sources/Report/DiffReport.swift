public import Assess
import Diagnostics

/// What changed between two saved reports, community by community.
public struct DiffReport: Sendable {
  private let old: Snapshot
  private let new: Snapshot
  /// Communities of both reports, in the order of the later one.
  private let comparisons: [AssessmentComparison]
  private let onlyOld: [AssessmentSummary]
  private let onlyNew: [AssessmentSummary]

  /// A form of the report.
  public enum Format: String, Sendable, CaseIterable {
    case text, markdown, json
  }

  public init(old: Snapshot, new: Snapshot) {
    self.old = old
    self.new = new
    let isOnly = new.communities.count == 1
    let pairs = new.communities.map { ($0, old.summary(of: $0.id, isOnly: isOnly)) }
    comparisons = pairs.compactMap { later, earlier in
      earlier.map { AssessmentComparison.between(old: $0, new: later) }
    }
    onlyNew = pairs.filter { $0.1 == nil }.map(\.0)
    let met = Set(comparisons.map(\.old.id))
    onlyOld = old.communities.filter { !met.contains($0.id) }
  }

  /// What got worse, by community.
  public var regressions: [Regression] { comparisons.map(Regression.init) }

  /// The report as bytes; ends with a newline.
  public func render(_ format: Format) -> [UInt8] {
    switch format {
    case .text: Array(text.utf8)
    case .markdown: Array(markdown.utf8)
    case .json: JSONWriter.bytes(json)
    }
  }

  private var text: String {
    var lines = ["\(old.path) of \(old.asOf) → \(new.path) of \(new.asOf)"]
    for comparison in comparisons { lines += ["", comparison.new.name] + ComparisonText.lines(comparison) }
    if !onlyNew.isEmpty { lines += ["", "only in the later report: \(names(onlyNew))"] }
    if !onlyOld.isEmpty { lines += ["", "only in the earlier report: \(names(onlyOld))"] }
    return lines.map { DiagnosticText.printable($0) + "\n" }.joined()
  }

  private var markdown: String {
    var text = "# What changed from \(old.asOf) to \(new.asOf)\n"
    for comparison in comparisons {
      text += "\n## \(MarkdownReport.escaped(comparison.new.name))\n\n\(ComparisonText.markdown(comparison))"
    }
    if !onlyNew.isEmpty { text += "\nOnly in the later report: \(MarkdownReport.escaped(names(onlyNew))).\n" }
    if !onlyOld.isEmpty { text += "\nOnly in the earlier report: \(MarkdownReport.escaped(names(onlyOld))).\n" }
    return text
  }

  private var json: JSONValue {
    func file(_ snapshot: Snapshot) -> JSONValue {
      ["path": .string(snapshot.path), "as_of": .string(snapshot.asOf.description)]
    }
    return [
      "schema": "diff/1", "old": file(old), "new": file(new),
      "communities": .array(
        comparisons.map { comparison in
          var value: JSONValue = ["id": .string(comparison.new.id), "name": .string(comparison.new.name)]
          value.add("changes", ComparisonJSON.value(comparison))
          return value
        }),
      "only_old": JSONValue(onlyOld.map(\.id)), "only_new": JSONValue(onlyNew.map(\.id)),
    ]
  }

  private func names(_ summaries: [AssessmentSummary]) -> String { summaries.map(\.name).joined(separator: ", ") }
}
