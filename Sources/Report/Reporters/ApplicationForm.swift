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

/// The form of a criteria set for one community, by whose texts it is recognized when it is read again: what is asked at
/// the level on the day of assessment, whatever an application at hand follows.
struct ApplicationForm {
  let assessment: Assessment
  let model: ModelAssessment
  private let asked: [Criterion]
  private let judged: [CriterionID: CriterionAssessment]

  init(_ assessment: Assessment, _ model: ModelAssessment) {
    self.assessment = assessment
    self.model = model
    asked = model.criteriaSet.asked(at: model.level ?? .only, on: assessment.asOf)
    judged = Dictionary(firstOf: model.criteria.map { ($0.criterion.id, $0) })
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
    let (isShown, found) = found(criterion)
    let text =
      "\(indent)- [\(isShown ? "x" : " ")] **\(escaped(criterion.text))** <!-- \(criterion.id) -->\n"
      + (found.isEmpty ? "" : "\n\(indent)  \(found)\n")
    return text + asked.filter { $0.parent == criterion.id }.map { "\n" + item($0, indent: indent + "  ") }.joined()
  }

  /// Whether the data show that a criterion is met, and what to say of it with the places; empty where nothing was
  /// found.
  func found(_ criterion: Criterion) -> (isShown: Bool, text: String) {
    let found = judged[criterion.id]
    // What only passages suggest is a person's to tick.
    let isShown = found.map { $0.verification == .supported && [.met, .claimable].contains($0.verdict) } ?? false
    let places = runs((found?.cites ?? []) + (found?.candidates.map(\.location) ?? []))
    // What only names the lines again is no reason.
    let reasons = (isShown ? found?.because.prefix(1) ?? [] : [])
      .filter { reason in !places.contains { reason.hasPrefix($0.first.path) } }
      .map { escaped(ReportText.capitalized($0)) + "." }
    let see = "\(isShown ? "See" : "Perhaps") \(places.map(link).joined(separator: ", "))."
    return (isShown, (reasons + (places.isEmpty ? [] : [see])).joined(separator: " "))
  }

  /// The first three places, lines that follow each other taken as one.
  private func runs(_ places: [Location]) -> [(first: Location, last: Int)] {
    var runs: [(first: Location, last: Int)] = []
    for place in places.uniqued() {
      if let index = runs.firstIndex(where: {
        $0.first.path == place.path && $0.first.commit == place.commit && ($0.last...$0.last + 1).contains(place.line)
      }) {
        runs[index].last = place.line
      } else {
        runs.append((place, place.line))
      }
    }
    return Array(runs.prefix(3))
  }

  /// A link to lines: at the repository's host where it is known, else to the file.
  private func link(_ first: Location, to last: Int) -> String {
    let isRun = last > first.line
    let shown = ReportText.code(first.reference + (isRun ? "–\(last)" : ""))
    let lines = "#L\(first.line)\(isRun ? "-L\(last)" : "")"
    guard let repository = assessment.community.repository(of: first.path), let url = repository.url else {
      return "[\(shown)](\(SARIFReport.uri(first.path))\(lines))"
    }
    let path = first.path.below(repository.path)
    let version = first.commit ?? repository.commit ?? repository.branch ?? "HEAD"
    return "[\(shown)](\(url)/blob/\(SARIFReport.uri(version))/\(SARIFReport.uri(path))\(lines))"
  }

  func escaped(_ text: String) -> String { MarkdownReport.escaped(text) }
}
