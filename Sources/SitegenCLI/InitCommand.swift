import ArgumentParser
import Diagnostics
import Intake

/// `sitegen init`: a commented `sitegen.yaml` from what is there.
struct InitCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init", abstract: "Write a sitegen.yaml with what was found, each guess with its reason.",
    discussion: HelpExamples.initialize)

  @OptionGroup var options: CommonOptions

  @Flag(help: "Add the site's folder to .gitignore.")
  var gitignore = false

  @Option(help: "Write the file that checks pull requests, too: github or gitlab.")
  var ci: PipelineDraft?

  func run() async throws {
    let folder = options.sourceFolder
    let path = folder == "." ? WorkspaceConfiguration.fileName : "\(folder)/\(WorkspaceConfiguration.fileName)"
    guard Files.kind(of: path) == .absent else { throw AlreadyThere(path: path) }
    var pipeline = Pipeline(options)
    let input = try await pipeline.read()
    try pipeline.stopOnUnrecognizedSource()
    pipeline.console.endPhases()
    let draft = WorkspaceDraft(communities: input.portfolio.communities, criteria: input.criteria, tree: input.tree)
    try Files.write(Array(draft.text.utf8), to: path)
    var said = ["wrote \(path): check its guesses, each has its reason beside it"]
    if let ignored = try ignore(in: folder) { said.append(ignored) }
    if let ci { said.append(try write(ci, in: folder)) }
    let source = folder == "." ? "" : " --source \(folder)"
    said += [
      "", "next:", "  sitegen serve\(source)                 the site on this machine, built anew with every edit",
      "  sitegen report\(source) --only open    what is open, here",
      "  sitegen explain\(source) CRITERION     why, and what to do",
    ]
    try pipeline.console.output(said.joined(separator: "\n") + "\n")
  }

  /// Writes the forge's file, or says what to put into the one that is there.
  private func write(_ ci: PipelineDraft, in folder: String) throws -> String {
    let path = folder == "." ? ci.path : "\(folder)/\(ci.path)"
    guard Files.kind(of: path) == .absent else {
      return "\(path) is there already; add to it:\n\n\(ci.text)"
    }
    // A folder that is a link would lead out of the checkout.
    try Files.makeDirectories(ci.path.pathNames.dropLast().map(String.init), below: folder)
    try Files.write(Array(ci.text.utf8), to: path)
    return "wrote \(path): replace the names in capitals with your own"
  }

  /// Puts the site's folder into `.gitignore`, or says how.
  private func ignore(in folder: String) throws -> String? {
    let path = folder == "." ? ".gitignore" : "\(folder)/.gitignore"
    if Files.ignores(path, "site") { return nil }
    guard gitignore else {
      return Files.kind(of: "\(folder)/.git") == .absent
        ? nil
        : "the site goes into site/; `sitegen init --gitignore`, or a line /site/ in .gitignore, keeps it out of commits"
    }
    guard [.file, .absent].contains(Files.kind(of: path)) else {
      return "\(path) is no regular file and was left alone"
    }
    let text = Files.text(path)
    let gap = text.isEmpty || text.hasSuffix("\n") ? "" : "\n"
    try Files.write(Array("\(text)\(gap)/site/\n".utf8), to: path)
    return "added /site/ to \(path)"
  }
}
