import ArgumentParser

/// `sitegen manual`: the man page, made from the help of every command, for `make install`.
struct ManualCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "manual", abstract: "Print the man page.", shouldDisplay: false)

  func run() throws { try Console().output(Self.text) }

  /// The page as roff.
  static var text: String {
    var page = ".TH SITEGEN 1 \"\" \"sitegen \(Sitegen.version)\"\n.SH NAME\nsitegen \\- "
    page += escaped(Sitegen.configuration.abstract) + "\n"
    page += section("USAGE", Sitegen.helpMessage(columns: 76))
    for command in Sitegen.configuration.subcommands where command.configuration.shouldDisplay {
      let name = command.configuration.commandName ?? ""
      page += section("sitegen \(name)", Sitegen.helpMessage(for: command, columns: 76))
      for part in command.configuration.subcommands {
        let partName = part.configuration.commandName ?? String(describing: part).lowercased()
        page += section("sitegen \(name) \(partName)", Sitegen.helpMessage(for: part, columns: 76))
      }
    }
    page += ".SH EXIT STATUS\n.nf\n0   fine\n1   findings at or above the gate, or the site differs\n"
    page +=
      "2   wrong usage, configuration, criteria or templates\n3   input unreadable, or no document of a community\n"
    return page + "70  a defect of sitegen\n.fi\n"
  }

  private static func section(_ title: String, _ text: String) -> String {
    ".SH \"\(title)\"\n.nf\n\(text.split(separator: "\n", omittingEmptySubsequences: false).map(escaped).joined(separator: "\n"))\n.fi\n"
  }

  /// A line as roff prints it: no escapes, and no request at its beginning.
  private static func escaped(_ line: some StringProtocol) -> String {
    var text = line.first == "." || line.first == "'" ? "\\&" : ""
    for character in line { text += character == "\\" ? "\\e" : character == "-" ? "\\-" : String(character) }
    return text
  }
}
