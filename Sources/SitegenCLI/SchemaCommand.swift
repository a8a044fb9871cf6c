import ArgumentParser
import Criteria
import Diagnostics
import Intake
import Words

/// `sitegen schema`: the JSON Schema of a file that people write, for their editors.
struct SchemaCommand: ParsableCommand {
  enum Name: String, ExpressibleByArgument, CaseIterable { case workspace, criteria, lexicon }

  static let configuration = CommandConfiguration(
    commandName: "schema", abstract: "Print the JSON Schema of sitegen.yaml, of criteria or of lexicon files.",
    discussion: HelpExamples.schema)

  @Argument(help: "workspace (sitegen.yaml), criteria (criteria/*.yaml) or lexicon (lexicon/*.yaml).")
  var name: Name

  func run() throws {
    let schema =
      switch name {
      case .workspace: WorkspaceSchema.jsonSchema
      case .criteria: CriteriaShape.jsonSchema
      case .lexicon: Lexicon.jsonSchema
      }
    try Console().output(JSONWriter.bytes(schema))
  }
}
