import ArgumentParser
import Defaults
import Diagnostics
import Report
import Site
import Templates

/// `sitegen templates`: the built-in templates, to be replaced one by one.
struct TemplatesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "templates", abstract: "List the built-in templates, or copy some to start from.",
    discussion: HelpExamples.templates, subcommands: [List.self, Export.self, Variables.self])

  /// Names that can be replaced.
  private static var names: [String] { Defaults.files(under: "templates").map(\.path) }

  /// `templates list`: a name a line.
  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list", abstract: "List the templates and assets that can be replaced.")

    func run() throws { try Console().output(TemplatesCommand.names.joined(separator: "\n") + "\n") }
  }

  /// `templates variables`: what a template sees, with examples from the files at hand.
  struct Variables: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "variables",
      abstract: "List what a template sees, with an example each from the files at hand.")

    @OptionGroup var options: CommonOptions

    @Argument(help: "Name of the template, as `templates list` prints it.")
    var name: String

    func run() async throws {
      guard TemplatesCommand.names.contains(name) else {
        throw UnknownName("template", name, known: TemplatesCommand.names, list: "`sitegen templates list` lists all")
      }
      var pipeline = Pipeline(options)
      let input = try await pipeline.read()
      try pipeline.stopOnUnrecognizedSource()
      let report = GapReport(assessments: try await pipeline.assess(input))
      pipeline.console.endPhases()
      let theme = SiteTheme.load(defaults: Defaults.files(under: "templates")).theme
      let seen = await SiteBuilder.variables(
        of: name,
        SiteInput(
          portfolio: input.portfolio, report: report, criteriaSets: input.criteria, theme: theme, asOf: input.asOf,
          version: Sitegen.version, criteriaFiles: input.criteriaFiles), jobs: pipeline.jobs)
      guard let seen else {
        throw ValidationError("no page of this site is made by \(name): it is a part of others, or has nothing to show")
      }
      try pipeline.console.output(ValueOutline.text(of: seen, named: ""))
    }
  }

  /// `templates export`: one as it is on standard output, or one or a folder of them below another folder.
  struct Export: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "export",
      abstract: "Print a template, or write it, or a folder of them, below a folder of yours.")

    @Argument(help: "Name of the template as `templates list` prints it, or of a folder: generate/groups.")
    var name: String

    @Option(help: ArgumentHelp("Write below this folder; what is there is never overwritten.", valueName: "dir"))
    var to: String?

    func run() throws {
      let files = Defaults.files(under: "templates").filter { $0.path == name || $0.path.hasPrefix(name + "/") }
      guard let first = files.first else {
        throw UnknownName("template", name, known: TemplatesCommand.names, list: "`sitegen templates list` lists all")
      }
      guard let to else {
        guard files.count == 1 else { throw ValidationError("\(name) is a folder: say where to with --to") }
        return try Console().output(first.bytes)
      }
      let paths = files.map { "\(to)/\($0.path)" }
      if let path = paths.first(where: { Files.kind(of: $0) != .absent }) { throw AlreadyThere(path: path) }
      for (path, file) in zip(paths, files) {
        try Files.makeRoot(path.parent)
        try Files.write(file.bytes, to: path)
      }
      let what = paths.count == 1 ? paths[0] : "\(paths.count) files below \(to)/\(name)"
      let isGenerator = first.path.hasPrefix("generate/")
      Console().message(
        "wrote \(what); "
          + (isGenerator
            ? "name the folder in `generate` of sitegen.yaml" : "`sitegen build --templates \(to)` uses it"))
    }
  }
}

/// A file that would have to be overwritten.
struct AlreadyThere: Error, CustomStringConvertible {
  let path: String
  var description: String { "\(path) is there already and is not overwritten\n  help: edit it, or move it away first" }
}
