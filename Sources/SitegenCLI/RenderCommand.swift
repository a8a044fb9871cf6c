import ArgumentParser
import Diagnostics
import Templates

/// `sitegen render`: one template to standard output.
struct RenderCommand: ParsableCommand {
  enum Escaping: String, ExpressibleByArgument, CaseIterable { case html, none }

  enum Undefined: String, ExpressibleByArgument, CaseIterable {
    case semiStrict = "semi-strict"
    case strict, lenient

    var behavior: UndefinedBehavior {
      switch self {
      case .semiStrict: .semiStrict
      case .strict: .strict
      case .lenient: .lenient
      }
    }
  }

  static let configuration = CommandConfiguration(
    commandName: "render", abstract: "Render one template with a JSON context.",
    discussion: HelpExamples.render)

  @Argument(help: "The template: a path, or a name in the folder of --templates.")
  var template: String

  @Option(help: "JSON file with the context; - reads standard input. Empty without one.")
  var context: String?

  @Option(help: "Folder of templates that may be included, imported and extended.")
  var templates: String?

  @Option(help: "What an undefined value does: semi-strict, strict or lenient.")
  var undefined: Undefined = .semiStrict

  @Option(help: "html or none; without it, by the template's file name.")
  var autoescape: Escaping?

  @Flag(help: "Remove the newline behind a tag.")
  var trimBlocks = false

  @Flag(help: "Strip blanks in front of a tag that comes first on its line.")
  var lstripBlocks = false

  @Flag(help: "Keep the newline at the end of the template.")
  var keepTrailingNewline = false

  func run() throws {
    let console = Console()
    let sources = try loadSources()
    let options = TemplateOptions(
      undefined: undefined.behavior,
      autoescape: autoescape.map { $0 == .html ? .html : .none } ?? .byFileName,
      trimBlocks: trimBlocks, lstripBlocks: lstripBlocks, keepTrailingNewline: keepTrailingNewline)
    let (library, errors) = TemplateLibrary.load(sources.all, options: options)
    guard errors.isEmpty else {
      console.message(TemplateError.render(errors))
      throw ExitCode.findings
    }
    do {
      try console.output(try library.render(sources.main, context: try loadContext()))
    } catch let error as TemplateError {
      console.message(error.render())
      throw ExitCode.findings
    }
  }

  /// The template with those it may name, and its own name among them.
  private func loadSources() throws -> (main: String, all: [TemplateSource]) {
    guard let folder = templates else {
      let name = template.pathNames.last.map(String.init) ?? template
      return (name, [TemplateSource(name: name, displayPath: template, bytes: try Files.read(template))])
    }
    let all = try TemplateFolder.sources(in: folder)
    if all.contains(where: { $0.name == template }) { return (template, all) }
    let prefix = folder.hasSuffix("/") ? folder : folder + "/"
    let name = template.hasPrefix(prefix) ? String(template.dropFirst(prefix.count)) : template
    guard all.contains(where: { $0.name == name }) else {
      throw ValidationError("no template \(template) in \(folder)")
    }
    return (name, all)
  }

  private func loadContext() throws -> Value {
    guard let context else { return .map([]) }
    do {
      return try Value(json: try Files.read(context))
    } catch let error as ValueError {
      Console().message("\(context): error: not a JSON context: \(error)")
      throw ExitCode.usage
    }
  }
}

/// Templates in a folder on disk.
enum TemplateFolder {
  /// Every regular file below the folder, named by its path inside it, sorted by bytes; links and dot files are left
  /// out, so that no template reaches outside its folder.
  static func sources(in folder: String) throws -> [TemplateSource] {
    guard Files.isDirectory(folder) else { throw ValidationError("\(folder) is not a folder of templates") }
    var sources: [TemplateSource] = []
    var pending = [""]
    while let relative = pending.popLast() {
      let directory = relative.isEmpty ? folder : "\(folder)/\(relative)"
      for name in try Files.names(in: directory) where !name.hasPrefix(".") {
        let path = name.path(in: relative)
        switch Files.kind(of: "\(folder)/\(path)") {
        case .directory: pending.append(path)
        case .file:
          sources.append(
            TemplateSource(name: path, displayPath: "\(folder)/\(path)", bytes: try Files.read("\(folder)/\(path)")))
        case .absent, .other: break
        }
      }
    }
    return sources.sortedByBytes(of: \.name)
  }
}
