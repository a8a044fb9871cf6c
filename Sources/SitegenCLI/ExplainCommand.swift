import ArgumentParser
import Assess
import Criteria
import StructuredData

/// `sitegen explain`: why a verdict is what it is, or what a rule means.
struct ExplainCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Print why the verdict on a criterion is what it is, or what a rule means and finds.",
    discussion: HelpExamples.explain)

  @OptionGroup var options: CommonOptions

  @Argument(help: ArgumentHelp("A criterion (GOV-2ORG) or a rule (claim/maintainer-count).", valueName: "name"))
  var name: String

  @Option(help: ArgumentHelp("Only this community.", valueName: "id"))
  var community: String?

  @Flag(help: "Print the entry for `reviews:` of sitegen.yaml by which you say that you looked at it.")
  var review = false

  func run() async throws {
    var pipeline = Pipeline(options)
    var input = try await pipeline.read()
    try pipeline.stopOnUnrecognizedSource()
    var assessments = try await pipeline.assess(input, only: community)
    let set = input.criteria.first { $0.criteria.contains { $0.id.rawValue == name } }
    var note = ""
    if let set, !assessments.flatMap(\.models).contains(where: { $0.criteriaSet.model == set.model }) {
      note = "No community here is judged by \(set.model); this is what it would come to.\n\n"
      for index in input.portfolio.communities.indices { input.portfolio.communities[index].models = [set.model] }
      assessments = try await pipeline.assess(input, only: community)
    }
    pipeline.console.endPhases()
    guard let text = Explanation.text(of: name, in: assessments, review: review) else {
      if set != nil { throw UnknownName(notAsked: name, on: input.asOf) }
      throw UnknownName(
        "criterion or rule", name, known: Explanation.names(in: assessments),
        list: "`sitegen criteria list` and `sitegen rules` list all")
    }
    try pipeline.console.output(TerminalText(color: options.color).render(note + text))
  }
}

extension UnknownName {
  /// A criterion that is asked of no community on the day.
  fileprivate init(notAsked criterion: String, on day: CalendarDate) {
    description =
      "\(criterion) is asked of no community here on \(day)\n"
      + "  help: its `requirement` says since when, and at which level; `--as-of` and `--level` take another one"
  }
}
