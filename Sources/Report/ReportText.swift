import Assess
import Criteria
import Diagnostics

/// Words that the reporters share.
enum ReportText {
  /// `path:line`, with the commit for an earlier version.
  static func place(_ location: Location) -> String { location.reference }

  /// `1 criterion`, `2 criteria`.
  static func count(_ number: Int, _ one: String, _ many: String) -> String { "\(number) \(number == 1 ? one : many)" }

  /// The sentence that says how far a model is: what is open, what looks ready, what waits.
  static func summary(_ model: ModelAssessment) -> String {
    let counted = model.counted.count
    guard model.hasApplication else {
      let found = model.count(.claimable)
      let missing = model.count(.missing)
      let unknown = model.count(.unknown)
      let person = counted - found - missing - unknown
      var parts = ["\(found) found", "\(missing) not found", "\(person) for a person"]
      if unknown > 0 { parts.append("\(unknown) cannot be seen from here") }
      return "no application; of \(count(counted, "criterion", "criteria")): \(parts.joined(separator: ", "))"
    }
    var parts = ["\(model.open.count) of \(counted) required criteria open"]
    let ready = model.count(.claimable)
    if ready > 0 { parts.append("\(ready) of them \(ready == 1 ? "looks" : "look") ready to tick") }
    let awaited = model.count(.awaited)
    if awaited > 0 { parts.append("\(awaited) \(awaited == 1 ? "waits" : "wait") for the foundation") }
    let waived = model.count(.waived)
    if waived > 0 { parts.append("\(waived) waived") }
    let unknown = model.count(.unknown)
    if unknown > 0 { parts.append("\(unknown) cannot be seen from here") }
    let reviewed = model.reviewed.count
    if reviewed > 0 { parts.append("\(reviewed) of \(model.count(.needsReview)) for the reviewer were reviewed") }
    let suspect = model.suspect.count
    if suspect > 0 { parts.append("\(count(suspect, "review no longer holds", "reviews no longer hold"))") }
    return parts.joined(separator: "; ")
  }

  /// What a reviewer said of a criterion, and whether it still holds; nil when none did.
  static func review(_ assessment: CriterionAssessment) -> String? {
    guard let review = assessment.review else { return nil }
    let note = review.entry.note.map { " (\($0))" } ?? ""
    guard review.isSuspect else { return review.words + note }
    let changes = review.changes.map { "\($0.message), \(place($0.location))" }.joined(separator: "; ")
    return "\(review.words)\(note); to be looked at again: \(changes)"
  }

  /// Name of the model with level and revisions.
  static func heading(_ model: ModelAssessment) -> String {
    let level = model.level.map { ", \($0)" } ?? ""
    guard let matched = model.matchedRevision else { return model.criteriaSet.title + level }
    var text = "\(model.criteriaSet.title)\(level), judged by the form of \(matched.date)"
    if let current = model.currentRevision, current.date != matched.date { text += " (current: \(current.date))" }
    return text
  }

  /// Findings that count, waived ones left out.
  static func counted(_ assessment: Assessment) -> [Finding] { assessment.findings.filter { $0.waiver == nil } }

  /// `2 errors, 1 warning, 5 notes`; `no findings`.
  static func counts(_ findings: [Finding]) -> String {
    let parts = Severity.allCases.reversed().compactMap { severity -> String? in
      let number = findings.filter { $0.severity == severity }.count
      return number == 0 ? nil : count(number, severity.rawValue, severity.rawValue + "s")
    }
    return parts.isEmpty ? "no findings" : parts.joined(separator: ", ")
  }

  /// Verdicts in the order in which a reader wants them: what is to be done first.
  static let order: [Verdict] = [
    .contradicted, .claimable, .open, .missing, .unsupported, .stale, .unknown, .needsReview, .awaited, .met, .waived,
    .notApplicable, .notYetAsked, .retired,
  ]
}
