import Assess
import Criteria
import Diagnostics

/// Words that the reporters share.
enum ReportText {
  /// The place as a code span of Markdown, alone or in a cell of a table: a path can hold anything.
  static func code(_ location: Location) -> String { code(location.reference) }

  static func code(_ text: String) -> String {
    "`\(DiagnosticText.printable(text).replacing("`", with: "'").replacing("|", with: "\\u{7c}"))`"
  }

  /// A text with a capital at its beginning, unless that is a path: `docs/a.md` is another file than `Docs/a.md`.
  static func capitalized(_ text: String) -> String {
    let word = text.prefix { $0 != " " }
    if word.holds("/") || word.dropLast().holds(".") { return text }
    return text.prefix(1).uppercased() + text.dropFirst()
  }

  /// The sentence that says how far a model is: what is open, what looks ready, what waits.
  static func summary(_ report: ModelReport) -> String {
    let totals = report.totals
    guard report.model.hasApplication else {
      let criteria = totals.required.counted("criterion", "criteria")
      let application = report.model.formless.map {
        "\($0.reference) looks like an application, but follows no known form"
      }
      // No revision is as old as the day.
      guard totals.required > 0 else {
        return (application ?? "no application") + "; nothing was asked by the criteria known here on that day"
      }
      // Nobody applies for anything by topic.
      let isGeneral = report.model.criteriaSet.isGeneral
      return "\(application.map { $0 + "; " } ?? (isGeneral ? "" : "no application; "))of \(criteria): "
        + Verdict.ordered(hasApplication: false).filter { totals.count($0) > 0 }.map {
          report.model.words(for: $0).counted(totals.count($0))
        }.joined(separator: ", ")
    }
    var parts = ["\(totals.open) of \(totals.required) required criteria open"]
    let ready = totals.count(.claimable)
    if ready > 0 { parts.append("\(ready) of them \(ready == 1 ? "looks" : "look") ready to tick") }
    for verdict in [Verdict.awaited, .waived, .unknown] where totals.count(verdict) > 0 {
      parts.append(verdict.words().counted(totals.count(verdict)))
    }
    if totals.reviewed > 0 {
      let all = Verdict.needsReview.words().counted(totals.count(.needsReview))
      parts.append("\(all), \(totals.reviewed) of them reviewed")
    }
    if totals.suspect > 0 {
      parts.append(totals.suspect.counted("review no longer holds", "reviews no longer hold"))
    }
    return parts.joined(separator: "; ")
  }

  /// The claims that hold; one that is made in several places is told once.
  static func confirmed(_ report: CommunityReport) -> [(text: String, claims: [Location], fact: Location)] {
    report.confirmed.rows.uniqued { "\($0.text) \($0.fact.reference)" }.map { first in
      let same = report.confirmed.rows.filter { $0.text == first.text && $0.fact == first.fact }
      return (first.text, same.map(\.claim), first.fact)
    }
  }

  /// `12 notes on links: 9 links/broken, 3 links/dead-anchor`; nil when there are none.
  static func links(_ report: CommunityReport) -> String? {
    let rules = report.links.rows.map(\.rule.rawValue)
    guard !rules.isEmpty else { return nil }
    let counts = rules.uniqued().sorted().map { rule in "\(rules.count { $0 == rule }) \(rule)" }
    return "\(rules.count.counted("note")) on links: \(counts.joined(separator: ", "))"
  }

  /// What to do about a criterion of which nothing was found, as nothing else is said of it; nil for any other.
  static func toDo(_ assessment: CriterionAssessment) -> String? {
    assessment.verdict == .missing && assessment.item == nil ? "to do: \(assessment.criterion.howToFix)" : nil
  }

  /// What a reviewer said of a criterion, and whether it still holds; nil when none did.
  static func review(_ assessment: CriterionAssessment) -> String? {
    guard let review = assessment.review else { return nil }
    let note = review.entry.note.map { " (\($0))" } ?? ""
    guard review.isSuspect else { return review.words + note }
    let changes = review.changes.map { "\($0.message), \($0.location.reference)" }.joined(separator: "; ")
    return "\(review.words)\(note); to be looked at again: \(changes)"
  }

  /// Name of the model with level and revisions.
  static func heading(_ model: ModelAssessment) -> String {
    let title = model.criteriaSet.title(at: model.level)
    guard let matched = model.matchedRevision else { return title }
    var text = "\(title), judged by the form of \(matched.date)"
    if let current = model.currentRevision, current.date != matched.date { text += " (current: \(current.date))" }
    return text
  }

  /// `2 errors, 1 warning, 5 notes`; `no findings`.
  static func counts(_ severities: [ReportSection<Finding>]) -> String {
    let parts = severities.filter { !$0.isEmpty }.map { $0.count.counted($0.id, $0.id + "s") }
    return parts.isEmpty ? "no findings" : parts.joined(separator: ", ")
  }
}
