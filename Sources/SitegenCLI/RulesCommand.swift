import ArgumentParser
import Assess
import Diagnostics

/// `sitegen rules`: every rule with its explanation.
struct RulesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules", abstract: "List the rules that make findings, or print one with its explanation.")

  @Argument(help: ArgumentHelp("A rule (claim/maintainer-count); all without one.", valueName: "id"))
  var id: String?

  func run() throws {
    guard let id else {
      let width = Rule.all.map(\.id.rawValue.count).max() ?? 0
      let lines = Rule.all.sorted { $0.id < $1.id }.map { rule in
        rule.id.rawValue + String(repeating: " ", count: width - rule.id.rawValue.count + 2) + rule.summary
      }
      return try Console().output(lines.joined(separator: "\n") + "\n")
    }
    guard let text = Explanation.text(of: id, in: []), Rule.all.contains(where: { $0.id.rawValue == id }) else {
      throw UnknownName("rule", id, known: Rule.all.map(\.id.rawValue), list: "`sitegen rules` lists all")
    }
    try Console().output(text)
  }
}
