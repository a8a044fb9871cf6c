import Assess
import Criteria
import Diagnostics
import Intake
import StructuredData

extension Reporter {
  /// Schema `report/1`.
  static let json = Reporter(id: "json", summary: "everything, as JSON of the schema report/1") { report in
    JSONWriter.bytes(JSONReport.value(report))
  }
}

enum JSONReport {
  static func value(_ report: GapReport) -> JSONValue {
    var value = head("report/1", report)
    value.add("communities", .array(report.communities.map(community)))
    return value
  }

  /// Schema, day, and what the tool was: reports of tools with other rules are not held against each other in silence.
  static func head(_ schema: String, _ report: GapReport) -> JSONValue {
    var value: JSONValue = [
      "schema": .string(schema), "as_of": JSONValue(report.assessments.first?.asOf.description),
    ]
    value.add("version", text: report.assessments.first?.history.points.last?.version)
    value.add("rules", .array(Rule.all.map(\.id).sorted().map { .string($0.rawValue) }))
    return value
  }

  private static func community(_ report: CommunityReport) -> JSONValue {
    let assessment = report.assessment
    var value = head(of: assessment)
    value.add("criteria", .array(assessment.models.first?.criteria.map(criterion) ?? []))
    value.add("findings", .array(report.ranked.map(finding)))
    value.add("confirmed", list: assessment.confirmed.map(confirmed))
    value.add("waivers", .array(assessment.waivers.map { waiver($0, on: assessment.asOf) }))
    value.add("changes", list: assessment.changes.map(comparison))
    value.add("since", assessment.history.since.map(ComparisonJSON.value))
    value.add(
      "history", list: assessment.history.isEmpty ? [] : assessment.history.points.map(ComparisonJSON.summary))
    value.add("totals", totals(report))
    value.add("other_models", list: assessment.models.dropFirst().map(model))
    return value
  }

  private static func confirmed(_ claim: ConfirmedClaim) -> JSONValue {
    var value: JSONValue = ["text": .string(claim.text), "claim": place(claim.claim), "fact": place(claim.fact)]
    value.add("criterion", text: claim.criterion?.rawValue)
    return value
  }

  /// Which community it is, and by what it was judged.
  static func head(of assessment: Assessment) -> JSONValue {
    let first = assessment.models.first
    var value: JSONValue = [
      "id": .string(assessment.community.id), "name": .string(assessment.community.name),
      "application": JSONValue(assessment.community.application),
    ]
    value.add("criteria_set", first.map(criteriaSet))
    value.add("level", JSONValue(first?.level?.rawValue))
    return value
  }

  private static func model(_ model: ModelAssessment) -> JSONValue {
    [
      "criteria_set": criteriaSet(model), "level": JSONValue(model.level?.rawValue),
      "criteria": .array(model.criteria.map(criterion)),
    ]
  }

  private static func criteriaSet(_ model: ModelAssessment) -> JSONValue {
    [
      "model": .string(model.criteriaSet.model),
      "revision": JSONValue((model.matchedRevision ?? model.currentRevision)?.date.description),
      "matched_revision": JSONValue(model.matchedRevision?.date.description),
      "current_revision": JSONValue(model.currentRevision?.date.description),
      "has_application": .bool(model.hasApplication),
    ]
  }

  static func criterion(_ assessment: CriterionAssessment) -> JSONValue {
    var value: JSONValue = [
      "id": .string(assessment.criterion.id.rawValue),
      "requirement": .string(assessment.requirement.rawValue), "verdict": .string(assessment.verdict.rawValue),
      "assertion": .string(assessment.assertion.rawValue), "evidence": .string(assessment.evidence.rawValue),
      "verification": .string(assessment.verification.rawValue),
      "section": .string(assessment.criterion.section), "text": .string(assessment.criterion.text),
    ]
    value.add("parent", text: assessment.criterion.parent?.rawValue)
    value.add("claim", assessment.item.map { place($0.location) } ?? .null)
    value.add("because", JSONValue(assessment.because))
    value.add("cites", .array(assessment.cites.map(place)))
    value.add("candidates", list: assessment.candidates.map { place($0.location) })
    value.add("counts_as_open", .bool(assessment.isOpen))
    value.add("waived_verdict", text: assessment.waivedVerdict?.rawValue)
    value.add("review", assessment.review.map(review))
    return value
  }

  private static func review(_ review: CriterionReview) -> JSONValue {
    var value: JSONValue = [
      "reviewer": .string(review.entry.reviewer), "date": .string(review.entry.date.description),
    ]
    value.add("note", text: review.entry.note)
    value.add("suspect", .bool(review.isSuspect))
    value.add(
      "changes",
      list: review.changes.map { change in
        [
          "message": .string(change.message), "path": .string(change.location.path),
          "line": .integer(change.location.line),
        ]
      })
    value.add("path", .string(review.entry.location.path))
    value.add("line", .integer(review.entry.location.line))
    return value
  }

  static func finding(_ finding: Finding) -> JSONValue {
    var value: JSONValue = [
      "rule": .string(finding.rule.rawValue), "severity": .string(finding.severity.rawValue),
      "confidence": .string(finding.confidence.rawValue),
    ]
    value.add("claim", text: finding.claim?.rawValue)
    value.add("criterion", text: finding.criterion?.rawValue)
    value.add("message", .string(finding.message))
    value.add("locations", .array(finding.places.map(location)))
    value.add("expected", text: finding.expected)
    value.add("actual", text: finding.actual)
    value.add("why", .string(finding.why))
    value.add("fix", .string(finding.fix))
    value.add("solutions", list: solutions(finding.solutions))
    value.add("fingerprint", .string(finding.fingerprint))
    value.add("waived_until", text: finding.waiver?.expires.description)
    return value
  }

  /// Those with edits.
  static func solutions(_ solutions: [Solution]) -> [JSONValue] {
    solutions.filter { !$0.replacements.isEmpty }.map(solution)
  }

  private static func solution(_ solution: Solution) -> JSONValue {
    let replacements = solution.replacements.map { replacement -> JSONValue in
      let place = replacement.location
      return [
        "path": .string(place.path), "line": .integer(place.line), "column": .integer(place.column),
        "end_line": .integer(place.endLine), "end_column": .integer(place.endColumn),
        "text": .string(replacement.text),
      ]
    }
    return ["summary": .string(solution.summary), "replacements": .array(replacements)]
  }

  static func location(_ place: Finding.Place) -> JSONValue {
    var value: JSONValue = [
      "role": .string(place.role.rawValue), "path": .string(place.location.path), "line": .integer(place.location.line),
      "column": .integer(place.location.column), "excerpt": .string(excerpt(place.location)),
    ]
    value.add("commit", text: place.location.commit)
    return value
  }

  /// The line, cut at 200 scalars.
  private static func excerpt(_ location: Location) -> String {
    String(location.excerpt.unicodeScalars.prefix(200))
  }

  private static func place(_ location: Location) -> JSONValue {
    var value: JSONValue = ["path": .string(location.path), "line": .integer(location.line)]
    value.add("commit", text: location.commit)
    return value
  }

  static func waiver(_ waiver: Waiver, on day: CalendarDate) -> JSONValue {
    var value: JSONValue = ["reason": .string(waiver.reason), "expires": .string(waiver.expires.description)]
    value.add("criterion", text: waiver.criterion?.rawValue)
    value.add("rule", text: waiver.rule?.rawValue)
    value.add("scope", text: waiver.scope)
    value.add("owner", text: waiver.owner)
    value.add("approver", text: waiver.approver)
    value.add("created", text: waiver.created?.description)
    value.add("in_force", .bool(waiver.isLive(on: day)))
    value.add("path", .string(waiver.location.path))
    value.add("line", .integer(waiver.location.line))
    return value
  }

  private static func comparison(_ comparison: DocumentChanges) -> JSONValue {
    func version(_ version: DocumentChanges.Version) -> JSONValue {
      ["path": .string(version.path), "date": JSONValue(version.date?.description)]
    }
    return [
      "old": version(comparison.old), "new": version(comparison.new), "shared": .integer(comparison.shared),
      "differences": .array(comparison.changes.map(change)),
    ]
  }

  private static func change(_ change: DocumentChange) -> JSONValue {
    var value: JSONValue = [
      "kind": .string(change.kind.rawValue), "direction": .string(change.direction.rawValue),
      "subject": .string(change.subject),
    ]
    value.add("criterion", text: change.criterion?.rawValue)
    value.add("before", text: change.before)
    value.add("after", text: change.after)
    value.add("old", change.oldPlace.map(place))
    value.add("new", change.newPlace.map(place))
    return value
  }

  static func totals(_ report: CommunityReport) -> JSONValue {
    let model = report.models.first
    let totals = model?.totals
    func object(_ counts: [(String, Int)]) -> JSONValue { .object(counts.map { .init($0.0, .integer($0.1)) }) }
    return [
      "required": .integer(totals?.required ?? 0), "open": .integer(totals?.open ?? 0),
      "verdicts": object(model?.verdicts.map { ($0.verdict.rawValue, $0.count) } ?? []),
      "reviewed": .integer(totals?.reviewed ?? 0), "suspect": .integer(totals?.suspect ?? 0),
      "findings": object(report.severities.map { ($0.id, $0.count) }),
    ]
  }
}
