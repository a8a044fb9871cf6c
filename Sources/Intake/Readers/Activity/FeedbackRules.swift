import Criteria
import StructuredData
import Words

/// Remarks of reviewers and committees that notes report: the reasons of a refusal, lists of feedback.
struct FeedbackRules {
  let lexicon = Lexicon.activity

  /// The remarks in an outline of notes.
  func feedback(in outline: NoteOutline, day: CalendarDate?, link: CriterionLink) -> [Feedback] {
    outline.lines.indices.flatMap { index -> [Feedback] in
      let line = outline.lines[index]
      if line.headingLevel != nil {
        guard lexicon.feedbackHeadings.equal(normalized: PhraseMatcher.normalized(line.text)) else { return [] }
        return outline.section(of: index).filter { outline.lines[$0].itemDepth == 0 }.map { item in
          remark(outline.lines[item], day, link)
        }
      }
      let words = PhraseMatcher.normalized(line.text)
      guard lexicon.refusals.occur(inNormalized: words), lexicon.refusalReasons.occur(inNormalized: words) else {
        return []
      }
      let depth = line.itemDepth.map { $0 + 1 } ?? 0
      let nested = outline.nested(below: index).filter { outline.lines[$0].itemDepth == depth }
      return nested.isEmpty ? [remark(line, day, link)] : nested.map { remark(outline.lines[$0], day, link) }
    }
  }

  private func remark(_ line: NoteLine, _ day: CalendarDate?, _ link: CriterionLink) -> Feedback {
    Feedback(date: day, text: line.text, criterion: link.criterion(line.text), location: line.location)
  }
}
