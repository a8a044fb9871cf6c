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

/// The form of a criteria set for one community, in words by which it is recognized when it is read again: what is asked
/// at the level on the day of assessment, whatever an application at hand follows.
struct ApplicationForm {
  private let assessment: Assessment
  private let model: ModelAssessment
  private let asked: [Criterion]
  private let judged: [CriterionID: CriterionAssessment]

  init(_ assessment: Assessment, _ model: ModelAssessment) {
    self.assessment = assessment
    self.model = model
    asked = model.criteriaSet.asked(at: model.level ?? .only, on: assessment.asOf)
    judged = Dictionary(model.criteria.map { ($0.criterion.id, $0) }) { first, _ in first }
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
    let outer = asked.filter { $0.parent == nil }
    for section in outer.map(\.section).uniqued() {
      text += "\n## \(escaped(section))\n"
      for kind in [RequirementKind.form, .required, .suggested] {
        let rows = outer.filter { $0.section == section && requirement(of: $0) == kind }
        if !rows.isEmpty, kind != .form { text += "\n### \(ReportText.capitalized(kind.rawValue))\n" }
        text += rows.map { "\n" + item($0, indent: "") }.joined()
      }
    }
    return text
  }

  private func requirement(of criterion: Criterion) -> RequirementKind {
    criterion.requirement(at: model.level ?? .only, on: assessment.asOf)
  }

  /// The line with its box, what was found below it, and its nested lines.
  private func item(_ criterion: Criterion, indent: String) -> String {
    let found = judged[criterion.id]
    // What only passages suggest is a person's to tick.
    let isShown = found.map { $0.verification == .supported && [.met, .claimable].contains($0.verdict) } ?? false
    var text = "\(indent)- [\(isShown ? "x" : " ")] **\(escaped(words(of: criterion)))** \(remark(criterion))\n"
    let places = ((found?.cites ?? []) + (found?.candidates.map(\.location) ?? [])).uniqued().prefix(3)
    let reasons = isShown ? found?.because.prefix(1).map { escaped($0) + "." } ?? [] : []
    if isShown || !places.isEmpty {
      let links = places.map(link).joined(separator: ", ")
      let see = places.isEmpty ? [] : ["\(isShown ? "See" : "Perhaps") \(links)."]
      text += "\n\(indent)  \((reasons + see).joined(separator: " "))\n"
    }
    return text + asked.filter { $0.parent == criterion.id }.map { "\n" + item($0, indent: indent + "  ") }.joined()
  }

  /// Its id and what it asks, for whoever fills in the form; nothing that is shown.
  private func remark(_ criterion: Criterion) -> String {
    "<!-- \(criterion.id): \(DiagnosticText.printable(criterion.text).replacing("--", with: "–").replacing(">", with: "›")) -->"
  }

  /// Words of the form by which the criterion is known: our own where they hold them, else the shortest of those.
  private func words(of criterion: Criterion) -> String {
    let matcher = PhraseMatcher(model.criteriaSet)
    let nested = Set(model.criteriaSet.criteria.filter { $0.parent != nil }.map(\.id))
    func isKnown(_ text: String) -> Bool {
      criterion.parent == nil
        ? matcher.criterion(of: text, excluding: nested) == criterion.id
        : matcher.criterion(of: text, among: nested) == criterion.id
    }
    let phrases = criterion.match.sorted { ($0.utf8.count, $0) < ($1.utf8.count, $1) }.map {
      ReportText.capitalized($0) + "."
    }
    return ([criterion.text] + phrases).first(where: isKnown) ?? phrases.first ?? criterion.text
  }

  /// A link to a line: at the repository's host where it is known, else to the file.
  private func link(_ location: Location) -> String {
    let shown = ReportText.code(location)
    guard let repository = assessment.community.repository(of: location.path), let url = repository.url else {
      return "[\(shown)](\(SARIFReport.uri(location.path))#L\(location.line))"
    }
    let path = repository.path.isEmpty ? location.path : String(location.path.dropFirst(repository.path.utf8.count + 1))
    let version = location.commit ?? repository.commit ?? repository.branch ?? "HEAD"
    return "[\(shown)](\(url)/blob/\(SARIFReport.uri(version))/\(SARIFReport.uri(path))#L\(location.line))"
  }

  private func escaped(_ text: String) -> String { MarkdownReport.escaped(text) }
}
