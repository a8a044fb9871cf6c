import Criteria
import Diagnostics
import Intake

extension Rule {
  static let evidenceMissingWithCandidate = Rule(
    id: "evidence/missing-with-candidate",
    summary: "a criterion claimed without text or a link, although the files seem to have the evidence",
    why: "The reviewer has to search for what one link would show.",
    howToFix: "link the document that the message names",
    examples: [
      Example(
        [
          "README.md": "# Example\n",
          "ADOPTERS.md": Samples.adopters,
          "application.md": Samples.fullApplication(["↓- [x] **Publicly documented list of adopters.**"]),
        ],
        finds: ["ECO-LIST is claimed without text; ADOPTERS.md:5 may be the evidence"]),
      Example(
        [
          "CONTRIBUTING.md": "# Contributing\n\nSee our [governance](GOVERNANCE.md).\n",
          "GOVERNANCE.md": "# Governance\n\nMaintainers decide by vote of the majority.\n",
          "application.md": Samples.fullApplication([
            "↓- [x] **Clear and discoverable project governance documentation.**\n\nI found it easily."
          ]),
        ],
        finds: ["GOV-DOC is claimed without a link; GOVERNANCE.md:3 may be the evidence"]),
      Example(
        [
          "MAINTAINERS.txt": "Managed by https://github.com/example/example/blob/main/GOVERNANCE.md\n\n"
            + "Maintainers:\n  Ann Example (@ann95)\n",
          "README.md": "# Example\n\nSee [the rules](GOVERNANCE.md).\n",
          "GOVERNANCE.md": "# Governance\n\nMaintainers decide by vote of the majority.\n",
          "application.md": Samples.fullApplication([
            "↓- [x] **Clear and discoverable project governance documentation.**\n\nI found it easily."
          ]),
        ],
        finds: ["GOV-DOC is claimed without a link; GOVERNANCE.md:3 may be the evidence"]),
      Example([
        "README.md": "# Example\n",
        "ADOPTERS.md": Samples.adopters,
        "application.md": Samples.fullApplication([
          "- [x] **TOC verification of adopters.**\n\nSee [the list](docs/ADOPTERS.md).",
          "- [x] **Publicly documented list of adopters.**\n\nIt is public.",
        ]),
      ]),
      Example([
        "README.md": "# Example\n",
        "ADOPTERS.md": Samples.adopters,
        "application.md": Samples.fullApplication([
          "- [x] **Publicly documented list of adopters.**\n\nSee [the list](ADOPTERS.md)."
        ]),
      ]),
    ],
    scope: .judgment { model, data, rule in
      guard model.hasApplication else { return [] }
      let linked = Set(
        data.links.compactMap { resolved -> String? in
          guard resolved.document.path == data.application?.path else { return nil }
          return switch resolved.target {
          case .local(let path, _): path
          // A file that was moved is still the one that was linked.
          case .absent(let path, _, _): String(path.fileName)
          case .outside: nil
          }
        })
      return model.criteria.compactMap { Self.missing($0, linked, data, rule) }
    }
  )

  /// A tick without text or link beside data that would show it; what another answer links has been found.
  private static func missing(
    _ assessment: CriterionAssessment, _ linked: Set<String>, _ data: CommunityData, _ rule: Rule
  ) -> Finding? {
    let isJudged = [.met, .needsReview, .stale].contains(assessment.verdict)
    let isAsserted = assessment.assertion == .checked || assessment.requirement == .form
    guard isJudged, isAsserted, assessment.criterion.parent == nil, let item = assessment.item else { return nil }
    let fit = assessment.candidates.filter { isFit($0.location, assessment, data) }
    // Of equal ones the first is taken.
    guard
      let first = fit.min(by: { rank($0.location, assessment, data) < rank($1.location, assessment, data) })
    else { return nil }
    let candidates = [first] + fit.filter { $0 != first }
    let lacksText = assessment.evidence == .empty
    let lacksLink =
      item.links.isEmpty && assessment.evidence == .answered && !(data.application?.facts.lostLinks ?? true)
      && assessment.children.allSatisfy(\.links.isEmpty)
    let names = [first.location.path, String(first.location.path.fileName)]
    guard lacksText || lacksLink && !names.contains(where: linked.contains) else { return nil }
    let id = assessment.criterion.id
    let tag = data.resolver.repository(of: first.location.path).flatMap {
      RepositoryTag.name(of: first.location, in: $0)
    }
    let shown = tag.map { "the tag \($0)" } ?? first.location.reference
    return rule.finding(
      .note, "\(id) is claimed without \(lacksText ? "text" : "a link"); \(shown) may be the evidence",
      key: id.rawValue,
      at: [.init(.claim, item.location)] + candidates.prefix(3), confidence: .medium, criterion: id,
      fix: "link \(tag.map { "the tag \($0)" } ?? first.location.path)")
  }

  /// How far a place is from where the criterion is answered: rows of data first, then passages of documents in the order
  /// of the kinds that the criterion names, then whole documents.
  private static func rank(_ place: Location, _ assessment: CriterionAssessment, _ data: CommunityData) -> Int {
    let kinds = assessment.criterion.passages?.kinds ?? []
    guard let kind = data.document(place.path)?.kind else { return 0 }
    guard let index = kinds.firstIndex(of: kind.rawValue) else {
      // Where only text can answer, a list that links the text is none.
      let isForText = !kinds.contains { DocumentKind(rawValue: $0)?.listsPeople == true }
      return kind.listsPeople && isForText ? 2 * kinds.count : 0
    }
    return 2 * index + (place.line == 1 ? 1 : 0)
  }

  /// Whether a place is worth a link: rows that a check cites, and text in a document of a kind in which it belongs.
  private static func isFit(_ place: Location, _ assessment: CriterionAssessment, _ data: CommunityData) -> Bool {
    guard let kinds = assessment.criterion.passages?.kinds, let kind = data.document(place.path)?.kind,
      [.readme, .page, .governance, .contributing, .technicalReview, .securityAssessment, .releases].contains(kind)
    else { return true }
    return kinds.contains(kind.rawValue) || assessment.checks.contains { $0.cites.contains(place) }
  }
}
