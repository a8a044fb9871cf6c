import ArgumentParser
import Assess
import Diagnostics

/// `sitegen explain`: why a verdict is what it is, or what a rule means.
struct ExplainCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Print why the verdict on a criterion is what it is, or what a rule means and finds.")

  @OptionGroup var options: CommonOptions

  @Argument(help: ArgumentHelp("A criterion (GOV-2ORG) or a rule (claim/maintainer-count).", valueName: "name"))
  var name: String

  @Option(help: ArgumentHelp("Only this community.", valueName: "id"))
  var community: String?

  func run() async throws {
    var pipeline = Pipeline(options)
    let input = try await pipeline.read()
    try pipeline.stopOnUnrecognizedSource()
    let assessments = try CommunityChoice.choose(community, among: try await pipeline.assess(input))
    pipeline.console.endPhases()
    guard let text = Explanation.text(of: name, in: assessments) else {
      throw UnknownName(
        "criterion or rule", name, known: Explanation.names(in: assessments),
        list: "`sitegen criteria list` and `sitegen rules` list all")
    }
    try pipeline.console.output(text)
  }
}
