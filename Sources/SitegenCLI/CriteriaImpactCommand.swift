import ArgumentParser
import Assess
import Criteria
import Diagnostics
import Report
import StructuredData

extension CriteriaCommand {
  /// `criteria impact`: what a revision would mean for each community, before it holds.
  struct Impact: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "impact",
      abstract: "Say what a revision newly asks of each community, and what its files already show of it.")

    @OptionGroup var options: CommonOptions

    @Argument(help: "The two days or labels of revisions: 2026-06-29..2026-08-05.") var range: String

    @Option(help: ArgumentHelp("Only this criteria set.", valueName: "id"))
    var model: String?

    func run() async throws {
      var pipeline = Pipeline(options)
      let input = try await pipeline.read()
      let names = range.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
      guard names.count == 3, names[1].isEmpty, !names[0].isEmpty, !names[2].isEmpty else {
        throw ValidationError("\(range) is no range of revisions: write two days with two dots, 2026-06-29..2026-08-05")
      }
      var text = ""
      for (set, old, new, comparison) in try CriteriaCommand.compare(
        model, among: input.criteria, from: names[0], to: names[2]) where !comparison.all.isEmpty
      {
        var judged: [(level: MaturityLevel, assessments: [Assessment])] = []
        for level in set.levels.isEmpty ? [.only] : set.levels
        where comparison.all.contains(where: { $0.level == level }) {
          let assessments = await Assessor.assess(
            input.portfolio, sets: [set], asOf: new, level: set.levels.isEmpty ? nil : level, jobs: pipeline.jobs)
          pipeline.add(assessments.diagnostics)
          judged.append((level, assessments.value))
        }
        text += "# \(set.title): \(old) to \(new)\n\n" + CriteriaImpact(comparison, of: set, judged: judged).markdown
      }
      pipeline.console.endPhases()
      guard !text.isEmpty else {
        throw ValidationError("nothing that is asked changes between \(names[0]) and \(names[2]) in any criteria set")
      }
      try pipeline.console.output(text)
    }
  }
}
