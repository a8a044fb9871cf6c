import Criteria
import StructuredData
import Words

/// Remarks of reviewers and committees that notes report: the reasons of a refusal, lists of feedback.
enum FeedbackRules {
  private static let refusals = Phrases(
    "unable to obtain", "unable to find", "unable to get", "could not obtain", "could not find a sponsor",
    "couldnt find a sponsor", "did not obtain", "did not find a sponsor", "was refused", "were refused", "was rejected",
    "was declined", "was denied", "was not accepted", "not accepted", "not approved", "was not sponsored", "sent back",
    "turned down", "not ready to move", "application failed")
  private static let reasons = Phrases(
    "due to", "because", "because of", "reason", "reasons", "for lack of", "on the grounds")
  private static let headings = Phrases(
    "feedback", "feedback received", "feedback from the toc", "toc feedback", "reviewer feedback", "review feedback",
    "review comments", "reviewer comments", "comments from reviewers", "concerns", "concerns raised",
    "blockers", "required changes", "reasons for refusal")

  /// The remarks in an outline of notes.
  static func feedback(in outline: NoteOutline, day: CalendarDate?, link: CriterionLink) -> [Feedback] {
    outline.lines.indices.flatMap { index -> [Feedback] in
      let line = outline.lines[index]
      if line.headingLevel != nil {
        guard headings.equal(normalized: PhraseMatcher.normalized(line.text)) else { return [] }
        return outline.section(of: index).filter { outline.lines[$0].itemDepth == 0 }.map { item in
          remark(outline.lines[item], day, link)
        }
      }
      let words = PhraseMatcher.normalized(line.text)
      guard refusals.occur(inNormalized: words), reasons.occur(inNormalized: words) else { return [] }
      let depth = line.itemDepth.map { $0 + 1 } ?? 0
      let nested = outline.nested(below: index).filter { outline.lines[$0].itemDepth == depth }
      return nested.isEmpty ? [remark(line, day, link)] : nested.map { remark(outline.lines[$0], day, link) }
    }
  }

  private static func remark(_ line: NoteLine, _ day: CalendarDate?, _ link: CriterionLink) -> Feedback {
    Feedback(date: day, text: line.text, criterion: link.criterion(line.text), location: line.location)
  }
}
