import Assess
import Diagnostics
import Intake
import Markdown
import Templates

/// What the assessment has to say at the lines of a community's documents.
enum DocumentNotes {
  /// A note at a line: a criterion with its verdict, or a finding.
  struct Note: Sendable {
    let line: Int
    let context: Value
  }

  /// Notes by document, those of one document by line.
  static func of(_ assessment: Assessment, models: [ModelValues], findings: [Value]) -> [String: [Note]] {
    var notes: [String: [Note]] = [:]
    func add(_ location: Location, _ kind: String, _ value: Value) {
      notes[location.path, default: []].append(Note(line: location.line, context: .map([(kind, value)])))
    }
    for model in models {
      for (item, value) in zip(model.model.criteria, model.criteria) {
        if let location = item.item?.location { add(location, "criterion", value) }
      }
    }
    let noted = Set(notes.flatMap { path, list in list.map { "\(path):\($0.line)" } })
    for (finding, value) in zip(assessment.findings, findings) {
      // What a criterion lacks as evidence is said by its own note at that line.
      let repeatsCriterion = finding.rule.rawValue.hasPrefix("evidence/")
      var lines: Set<String> = []
      for place in finding.places where place.role == .claim {
        let line = "\(place.location.path):\(place.location.line)"
        if lines.insert(line).inserted, !(repeatsCriterion && noted.contains(line)) {
          add(place.location, "finding", value)
        }
      }
    }
    // A stable order: notes of one line stay as they came.
    return notes.mapValues { list in
      list.enumerated().sorted { ($0.element.line, $0.offset) < ($1.element.line, $1.offset) }.map(\.element)
    }
  }

  /// The claims of a document's text, to be marked: with how they turned out where a finding is about them.
  static func marks(of document: SourceDocument, statuses: [FindingValues.ClaimKey: ClaimStatus])
    -> [HTMLRenderer.Mark]
  {
    document.facts.claims.compactMap { claim in
      let scalars = claim.location.excerpt.unicodeScalars
      let text = String(
        String.UnicodeScalarView(scalars.dropFirst(claim.location.column - 1).prefix(claim.location.length)))
      guard !text.isEmpty else { return nil }
      let status = statuses[FindingValues.ClaimKey(claim.location)]
      return HTMLRenderer.Mark(
        line: claim.location.line, text: text, name: status.map { "claim is-\($0.rawValue)" } ?? "claim")
    }
  }
}
