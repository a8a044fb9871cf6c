import Assess
import Criteria
import Defaults
import Diagnostics
import Intake
import StructuredData
import Testing

/// The criteria sets of the binary, each read once.
let shippedSets: [CriteriaSet] = Defaults.files(under: "content/criteria").compactMap {
  CriteriaReader.read(SourceText(path: $0.path, bytes: $0.bytes)).value
}

/// The criteria sets of foundations: examples name none, and are judged by the first one.
let foundationSets: [CriteriaSet] = shippedSets.filter { !$0.isGeneral }

/// The day on which the examples are judged.
let asOf = CalendarDate(daysSinceEpoch: 20778)

/// A criteria set of a criterion for each, `OWN-1` first, with these lines below its `checks`.
func ownSet(text: String = "T", checks: String...) throws -> CriteriaSet {
  let criteria = checks.enumerated().map { number, checks in
    """
    - id: OWN-\(number + 1)
      section: Own
      text: \(text)
      requirement: [{from: 2026-01-01, is: required}]
      automation: auto
      checks:
      \(checks)
      why: w
      measured: m
      fix: f

    """
  }
  let yaml = """
    model: own
    title: Own rules
    foundation: Own
    revisions: [{date: 2026-01-01}]
    criteria:
    \(criteria.joined())
    """
  return try #require(CriteriaReader.read(SourceText(path: "own.yaml", text: yaml)).value)
}

/// The assessments of a tree in memory.
func assess(
  _ files: [String: String], sets: [CriteriaSet] = foundationSets, asOf: CalendarDate = asOf
) async -> Staged<[Assessment]> {
  await assess(SourceTree.memory(files), sets: sets, asOf: asOf)
}

/// The assessments of a tree.
func assess(
  _ tree: SourceTree, sets: [CriteriaSet] = foundationSets, asOf: CalendarDate = asOf
) async -> Staged<[Assessment]> {
  let workspace = PortfolioReader.workspace(of: tree)
  let read = await PortfolioReader.read(
    tree, workspace: workspace.value, criteria: sets, options: IntakeOptions(jobs: 2))
  let history = await HistoryReader.read(read.value, of: tree, criteria: sets, asOf: asOf)
  let assessed = await Assessor.assess(history.value, sets: sets, asOf: asOf, jobs: 2)
  return Staged(
    assessed.value, workspace.diagnostics + read.diagnostics + history.diagnostics + assessed.diagnostics)
}
