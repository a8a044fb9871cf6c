import Assess
import Criteria
import Diagnostics
import Intake

extension Reporter {
  /// An application to go on writing: what is known is filled in, what only people can say is left empty.
  static let applicationForm = Reporter(
    id: "application-form", summary: "an application in the order of the form, filled with what was found"
  ) { report in
    let forms = report.communities.compactMap { community in
      community.models.first.map { ApplicationForm(community.assessment, $0.model).text }
    }
    return Array((forms.isEmpty ? "\n" : forms.joined(separator: "\n")).utf8)
  }
}

/// The form of a criteria set for one community, in words by which it is recognized when it is read again.
struct ApplicationForm {
  private let assessment: Assessment
  private let model: ModelAssessment

  init(_ assessment: Assessment, _ model: ModelAssessment) {
    self.assessment = assessment
    self.model = model
  }

  var text: String {
    let kind =
      switch model.level?.rawValue {
      case "graduated": "Graduation Application"
      case "incubating": "Incubation Application"
      case "sandbox": "Sandbox Application"
      default: "Application"
      }
    var text = "# \(escaped(assessment.community.name)) \(kind)\n\n"
    text +=
      "<!-- Filled from the files on \(assessment.asOf); a box is ticked where the data shows it. Read each line, "
    text += "write what is missing, and delete what does not belong here. -->\n"
    let asked = model.criteria.filter { $0.verdict != .retired && $0.criterion.parent == nil }
    for section in asked.map(\.criterion.section).uniqued() {
      text += "\n## \(escaped(section))\n"
      let own = asked.filter { $0.criterion.section == section }
      let groups: [(String, [CriterionAssessment])] = [
        ("", own.filter { $0.requirement == .form }), ("Required", own.filter { $0.requirement == .required }),
        ("Suggested", own.filter { $0.requirement == .suggested }),
      ]
      for (title, rows) in groups where !rows.isEmpty {
        if !title.isEmpty { text += "\n### \(title)\n" }
        text += rows.map { "\n" + item($0, indent: "") }.joined()
      }
    }
    return text
  }

  /// The line with its box, what was found below it, and its nested lines.
  private func item(_ criterion: CriterionAssessment, indent: String) -> String {
    let isShown = [.met, .claimable].contains(criterion.verdict)
    var text = "\(indent)- [\(isShown ? "x" : " ")] **\(escaped(words(of: criterion.criterion)))** "
    text += "<!-- \(criterion.criterion.id) -->\n"
    let places = (criterion.cites + criterion.candidates.map(\.location)).uniqued().prefix(3)
    let reasons = isShown ? criterion.because.prefix(1).map { escaped(ReportText.capitalized($0)) + "." } : []
    if isShown || !places.isEmpty {
      let found =
        places.isEmpty ? [] : ["\(isShown ? "See" : "Perhaps") " + places.map(link).joined(separator: ", ") + "."]
      text += "\n\(indent)  \((reasons + found).joined(separator: " "))\n"
    }
    let nested = model.criteria.filter { $0.criterion.parent == criterion.criterion.id && $0.verdict != .retired }
    return text + nested.map { "\n" + item($0, indent: indent + "  ") }.joined()
  }

  /// Words of the form by which the criterion is known: our own where they hold them, else those alone.
  private func words(of criterion: Criterion) -> String {
    let matcher = PhraseMatcher(model.criteriaSet)
    let nested = Set(model.criteriaSet.criteria.filter { $0.parent != nil }.map(\.id))
    func isKnown(_ text: String) -> Bool {
      criterion.parent == nil
        ? matcher.criterion(of: text, excluding: nested) == criterion.id
        : matcher.criterion(of: text, among: nested) == criterion.id
    }
    let phrases = criterion.match.map { ReportText.capitalized($0) + "." }
    return ([criterion.text] + phrases).first(where: isKnown) ?? phrases.first ?? criterion.text
  }

  /// A link to a line: at the repository's host where it is known, else to the file.
  private func link(_ location: Location) -> String {
    let shown = "`\(ReportText.place(location).replacing("`", with: "'"))`"
    guard let repository = assessment.community.repository(of: location.path), let url = repository.url else {
      return "[\(shown)](<\(location.path)#L\(location.line)>)"
    }
    let path = repository.path.isEmpty ? location.path : String(location.path.dropFirst(repository.path.utf8.count + 1))
    let version = location.commit ?? repository.commit ?? repository.branch ?? "HEAD"
    return "[\(shown)](<\(url)/blob/\(version)/\(path)#L\(location.line)>)"
  }

  private func escaped(_ text: String) -> String { MarkdownReport.escaped(text) }
}
