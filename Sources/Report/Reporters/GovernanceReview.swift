import Assess
import Criteria

extension Reporter {
  /// A review of governance to go on writing: what was found below each question, what is a judgment left empty.
  static let governanceReview = Reporter(
    id: "governance-review", summary: "a draft of the review of governance, filled with what was found"
  ) { report in
    let forms = report.communities.compactMap { community in
      community.models.first { !$0.model.criteriaSet.review.isEmpty }
        .map { ApplicationForm(community.assessment, $0.model).review }
    }
    return Array((forms.isEmpty ? "\n" : forms.joined(separator: "\n")).utf8)
  }
}

extension ApplicationForm {
  /// The form for the reviewers: the parts of the set that are about governance, each question with how it is asked for
  /// at each level.
  var review: String {
    let criteria = model.criteriaSet.review.map { part in
      (part.title, part.criteria.compactMap { model.criteriaSet[$0] })
    }
    // A level that asks for little of it is not reviewed.
    let levels = model.criteriaSet.levels.filter { level in
      let all = criteria.flatMap(\.1)
      return all.count { requirement(of: $0, at: level) != .none } * 2 > all.count
    }
    var text = """
      # \(escaped(assessment.community.name)) governance review

      <!-- Drafted from the files on \(assessment.asOf). Judge each answer, and delete what does not belong here. -->

      ## Summary and assessment

      **Status:** <!-- exemplary, satisfactory, mostly satisfactory, needs work or in crisis -->

      ### Must-fix items

      ### Points of excellence

      ### Areas for improvement

      ## Review

      """
    for (title, criteria) in criteria {
      text += "\n### \(escaped(title))\n"
      for criterion in criteria {
        let (isShown, found) = found(criterion)
        let asked = levels.map { level in
          let kind = requirement(of: criterion, at: level)
          return "**\(ReportText.capitalized(level.rawValue)):** "
            + (kind == .none ? "N/A" : ReportText.capitalized(kind.rawValue))
        }
        text += "\n**\(escaped(criterion.text))** <!-- \(criterion.id) -->\n<br>\n\(asked.joined(separator: " | "))\n"
        text += "\n\(found.isEmpty ? "Nothing was found." : (isShown ? "" : "Needs review. ") + found)\n"
      }
    }
    return text
  }

  private func requirement(of criterion: Criterion, at level: MaturityLevel) -> RequirementKind {
    criterion.requirement(at: level, on: assessment.asOf)
  }
}
