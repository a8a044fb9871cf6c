import ArgumentParser
import Assess
import Diagnostics
import Intake

/// `sitegen links`: the links and anchors between the files at hand, those through the forge's address among them.
struct LinksCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "links",
    abstract: "Check links and anchors between the documents; exit 1 when one leads nowhere.",
    discussion: """
      Links to a file on GitHub are followed into the checkout of that repository, where it is here: the workspace file or \
      the git remote says which it is. Nothing is asked of the network.

      \(HelpExamples.links)
      """)

  @OptionGroup var options: CommonOptions

  @Argument(help: "Files or folders whose links are checked, relative to the source; everything without one.")
  var paths: [String] = []

  @Option(help: ArgumentHelp("Only this community.", valueName: "id"))
  var community: String?

  /// Rules whose findings mean that a reader does not arrive.
  private static let dead: Set<RuleID> = ["links/broken", "links/dead-anchor", "links/malformed"]

  func run() async throws {
    var pipeline = Pipeline(options)
    var input = try await pipeline.read()
    try pipeline.stopOnUnrecognizedSource()
    input.portfolio.nameRepositories(in: input.tree)
    let assessments = try CommunityChoice.choose(community, among: try await pipeline.assess(input))
    pipeline.console.endPhases()
    let wanted = paths.map { $0.hasSuffix("/") ? String($0.dropLast()) : $0 }
    func isWanted(_ path: String) -> Bool {
      wanted.isEmpty || wanted.contains { path == $0 || path.hasPrefix($0 + "/") }
    }
    let found = assessments.flatMap(\.findings).filter { finding in
      finding.rule.rawValue.hasPrefix("links/") && finding.waiver == nil
        && isWanted(finding.places.first?.location.path ?? "")
    }
    let documents = assessments.flatMap(\.community.documents).filter { isWanted($0.path) }
    for path in wanted where !documents.contains(where: { $0.path == path || $0.path.hasPrefix(path + "/") }) {
      throw UnknownName(
        "document or folder", path, known: documents.isEmpty ? [] : documents.map(\.path),
        list: "`sitegen inspect` lists what was read")
    }
    let diagnostics = found.map { finding in
      Diagnostic(
        finding.rule, finding.severity, at: finding.places.first?.location, finding.message,
        help: finding.solutions.first?.summary ?? finding.fix,
        solutions: finding.solutions)
    }
    var text = Diagnostic.sorted(diagnostics).map { DiagnosticText.render($0) }.joined()
    let links = documents.reduce(0) { $0 + $1.facts.links.count }
    let dead = found.count { Self.dead.contains($0.rule) }
    text += "\(links.counted("link")) in \(documents.count.counted("document")): "
    text += dead == 0 ? "none leads nowhere" : "\(dead) \(dead == 1 ? "leads" : "lead") nowhere"
    text += found.count > dead ? ", \((found.count - dead).counted("other finding"))\n" : "\n"
    try pipeline.console.output(TerminalText(color: options.color).render(text))
    if dead > 0 { throw ExitCode.findings }
  }
}

extension Portfolio {
  /// Gives repositories without an address or branch those of their checkout, so that links through the forge lead into it.
  fileprivate mutating func nameRepositories(in tree: SourceTree) {
    for index in communities.indices {
      for number in communities[index].repositories.indices where !communities[index].repositories[number].isAbsent {
        let repository = communities[index].repositories[number]
        communities[index].repositories[number].url = repository.url ?? GitRemote(of: repository.path, in: tree)?.url
        communities[index].repositories[number].branch =
          repository.branch ?? GitRemote.branch(of: repository.path, in: tree)
      }
    }
  }
}
