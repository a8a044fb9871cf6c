import ArgumentParser
import Assess
import Diagnostics

/// `sitegen rules`: every rule with its explanation.
struct RulesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules", abstract: "List the rules that make findings, or print one with its explanation.",
    discussion: HelpExamples.rules)

  @Argument(help: ArgumentHelp("A rule (claim/maintainer-count); all without one.", valueName: "id"))
  var id: String?

  func run() throws {
    guard let id else {
      let rows = Rule.all.sorted { $0.id < $1.id }.map { ($0.id.rawValue, "\($0.summary)\n") }
      return try Console().output(Columns.lines(rows).joined())
    }
    guard let text = Explanation.text(of: id, in: []), Rule.all.contains(where: { $0.id.rawValue == id }) else {
      throw UnknownName("rule", id, known: Rule.all.map(\.id.rawValue), list: "`sitegen rules` lists all")
    }
    try Console().output(text)
  }
}
