import Assess
import Diagnostics

/// What changed between two reports, in words.
enum ComparisonText {
  /// `16 of 42 open, now 14; 2 newly met; 1 correction made`, or that nothing changed.
  static func summary(_ comparison: AssessmentComparison) -> String {
    var parts = [numbers(comparison)].compactMap { $0 }
    parts += VerdictChange.Kind.allCases.compactMap { kind in
      let count = comparison.verdicts(kind).count
      return count == 0 ? nil : "\(count) \(kind.label)"
    }
    func add(_ number: Int, _ one: String, _ many: String) {
      if number > 0 { parts.append(number.counted(one, many)) }
    }
    add(comparison.correctionsMade.count, "correction made", "corrections made")
    add(comparison.newFindings.count, "new finding", "new findings")
    add(comparison.goneFindings.count, "finding gone", "findings gone")
    add(comparison.endedWaivers.count, "waiver ended", "waivers ended")
    if comparison.isEmpty { parts.append("no verdict and no finding changed") }
    return parts.joined(separator: "; ")
  }

  /// Open criteria then and now, where both reports say.
  private static func numbers(_ comparison: AssessmentComparison) -> String? {
    guard comparison.old.hasApplication != false, comparison.new.hasApplication != false,
      let before = comparison.old.open, let after = comparison.new.open
    else { return nil }
    func of(_ number: Int?) -> String { number.map { " of \($0)" } ?? "" }
    let (old, new) = (of(comparison.old.required), of(comparison.new.required))
    if old != new { return "\(before)\(old) open, now \(after)\(new)" }
    return before == after ? "\(after)\(new) open, as before" : "\(before)\(old) open, now \(after)"
  }

  private static func words(_ change: VerdictChange, in comparison: AssessmentComparison) -> String {
    let before = change.before?.words(hasApplication: comparison.old.hasApplication ?? true).label
    let after = change.after?.words(hasApplication: comparison.new.hasApplication ?? true).label
    let verdicts = [before, after].compactMap { $0 }.joined(separator: " → ")
    return "\(change.criterion)\(change.isCounted ? "" : " (not counted)"): \(verdicts)"
  }

  private static func words(_ finding: AssessmentSummary.Finding) -> String {
    let severity = finding.severity.map { "\($0.rawValue): " } ?? ""
    let place = finding.location.map { " (\($0.reference))" } ?? ""
    return "\(severity)\(finding.message)\(place) [\(finding.rule)]"
  }

  private static func words(_ waiver: AssessmentSummary.Waiver) -> String {
    "\(waiver.target)\(waiver.expires.map { ", until \($0)" } ?? ""): \(waiver.reason)"
  }

  /// Everything by title: what newly fails first.
  private static func parts(_ comparison: AssessmentComparison) -> [(title: String, entries: [String])] {
    let made = comparison.correctionsMade
    let other = comparison.goneFindings.filter { !made.contains($0) }
    let all: [(String, [String])] =
      VerdictChange.Kind.allCases.map { ($0.label, comparison.verdicts($0).map { words($0, in: comparison) }) } + [
        ("corrections made", made.map(words)), ("new findings", comparison.newFindings.map(words)),
        ("findings gone", other.map(words)),
        ("findings that only one of the two versions could make", comparison.incomparableFindings.map(words)),
        ("waivers ended", comparison.endedWaivers.map(words)),
      ]
    return all.filter { !$0.1.isEmpty }
  }

  /// For a terminal, indented by four.
  static func lines(_ comparison: AssessmentComparison) -> [String] {
    var lines = ["    \(summary(comparison))"]
    lines += comparison.breaks.map { "    not comparable: \($0.words)" }
    for part in parts(comparison) { lines += ["    \(part.title)"] + part.entries.map { "      \($0)" } }
    return lines
  }

  /// For pull requests and mail.
  static func markdown(_ comparison: AssessmentComparison) -> String {
    func escaped(_ text: String) -> String { MarkdownReport.escaped(text) }
    let summary = summary(comparison)
    var text = "\(summary.prefix(1).uppercased())\(escaped(String(summary.dropFirst()))).\n"
    if !comparison.breaks.isEmpty {
      text += "\n" + comparison.breaks.map { "- Not comparable: \(escaped($0.words))\n" }.joined()
    }
    for part in parts(comparison) {
      text += "\n**\(part.title.prefix(1).uppercased())\(part.title.dropFirst())**\n\n"
      text += part.entries.map { "- \(escaped($0))\n" }.joined()
    }
    return text
  }
}
