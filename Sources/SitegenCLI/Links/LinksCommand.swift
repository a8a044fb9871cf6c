import ArgumentParser
import Assess
import Diagnostics
import Foundation
import Intake
import StructuredData

/// `sitegen links`: the links and anchors between the files at hand, those through the forge's address among them.
struct LinksCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "links",
    abstract: "Check links and anchors between the documents; exit 1 when one leads nowhere.",
    discussion: """
      Links to a file on GitHub are followed into the checkout of that repository, where it is here: the workspace file or \
      the git remote says which it is. Nothing is asked of the network without --online.

      \(HelpExamples.links)
      """)

  @OptionGroup var options: CommonOptions

  @Argument(help: "Files or folders whose links are checked, relative to the source; everything without one.")
  var paths: [String] = []

  @Option(help: ArgumentHelp("Only this community.", valueName: "id"))
  var community: String?

  @Flag(help: "Ask the addresses of the web as well, each once; needs the program curl.")
  var online = false

  @Option(
    help: ArgumentHelp(
      "Keep the answers of --online in this file, with their days, and ask only what is old.", valueName: "file"))
  var cache: String?

  @Option(help: ArgumentHelp("How long one request of --online may take.", valueName: "seconds"))
  var patience = 20

  @Option(help: ArgumentHelp("Time between two requests of --online to one host.", valueName: "milliseconds"))
  var pause = 200

  @Flag(help: "With --online, ask this machine and private networks, too.")
  var allowPrivate = false

  func validate() throws {
    guard (1...300).contains(patience), (0...60_000).contains(pause) else {
      throw ValidationError("--patience takes 1 to 300 seconds, --pause 0 to 60000 milliseconds")
    }
  }

  /// Rules whose findings mean that a reader does not arrive.
  private static let dead: Set<RuleID> = [
    "links/broken", "links/dead-anchor", "links/dead-address", "links/malformed",
  ]

  func run() async throws {
    var pipeline = Pipeline(options)
    var input = try await pipeline.read()
    try pipeline.stopOnUnrecognizedSource()
    input.portfolio.nameRepositories(in: input.tree)
    let assessments = try await pipeline.assess(input, only: community)
    pipeline.console.endPhases()
    let wanted = paths.map { $0.hasSuffix("/") ? String($0.dropLast()) : $0 }
    func names(_ name: String, _ path: String) -> Bool { path == name || !name.isEmpty && path.isInside(name) }
    func isWanted(_ path: String) -> Bool { wanted.isEmpty || wanted.contains { names($0, path) } }
    let found = assessments.flatMap(\.findings).filter { finding in
      // What is asked now need not be told from the file of answers.
      finding.rule.rawValue.hasPrefix("links/") && !(online && finding.rule == "links/dead-address")
        && finding.waiver == nil
        && isWanted(finding.places.first?.location.path ?? "")
    }
    // A file of answers holds each address once more.
    let documents = assessments.flatMap(\.community.documents).filter {
      isWanted($0.path) && $0.facts.imported?.form != .links
    }
    for path in wanted where !documents.contains(where: { names(path, $0.path) }) {
      throw UnknownName(
        "document or folder", path, known: documents.isEmpty ? [] : documents.map(\.path),
        list: "`sitegen inspect` lists what was read", folders: true)
    }
    let diagnostics = found.map { finding in
      Diagnostic(
        finding.rule, finding.severity, at: finding.places.first?.location, finding.message,
        help: finding.fix, solution: finding.solutions.first)
    }
    let web = online ? try await asked(documents) : nil
    var text = Diagnostic.sorted(diagnostics + (web?.diagnostics ?? [])).map { DiagnosticText.render($0) }.joined()
    let links = documents.reduce(0) { $0 + $1.facts.links.count }
    let dead = found.count { Self.dead.contains($0.rule) }
    text += "\(links.counted("link")) in \(documents.count.counted("document")): "
    text += dead == 0 ? "none leads nowhere" : dead.counted("leads", "lead") + " nowhere"
    text += found.count > dead ? ", \((found.count - dead).counted("other finding"))\n" : "\n"
    text += web?.summary ?? ""
    try pipeline.console.output(TerminalText(color: options.color).render(text))
    if dead > 0 || web?.hasDead == true { throw ExitCode.findings }
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

extension LinksCommand {
  /// What the web said of the links of some documents.
  struct Asked {
    var diagnostics: [Diagnostic] = []
    var summary = ""
    var hasDead = false
  }

  /// Asks each address that some document links, unless the file of answers knows it.
  private func asked(_ documents: [SourceDocument]) async throws -> Asked {
    let links = documents.flatMap(\.facts.links).compactMap { link in
      LinkAddress(link.destination, isPrivateAllowed: allowPrivate).map { (link: link, address: $0) }
    }
    let day = CalendarDate(daysSinceEpoch: Int(Date.now.timeIntervalSince1970) / 86_400)
    var known = try cache.map(LinkCache.init(path:)) ?? LinkCache()
    let addresses = links.map(\.address).uniqued()
    let new = addresses.filter { known.recent($0.text, on: day) == nil }
    let asking = OnlineLinks(
      day: day, isPrivateAllowed: allowPrivate, seconds: patience, pause: .milliseconds(pause))
    var answers = try await asking.ask(new)
    for address in addresses where answers[address.text] == nil {
      answers[address.text] = known.answers[address.text]
    }
    known.keep(answers)
    if let cache { try Files.write(known.bytes, to: cache) }
    var asked = Asked()
    for (link, address) in links {
      guard let answer = answers[address.text] else { continue }
      let remark: (rule: RuleID, severity: Severity, summary: String, help: String)? =
        switch (answer.outcome, answer.movedTo) {
        case (.works, nil): nil
        case (.works, let moved?): ("links/moved", .note, "\(address.text) has moved for good", "write \(moved)")
        case (.dead, _):
          (
            "links/dead-address", .warning, "\(address.text) is not there: \(answer.reason)",
            "link where it is now, or remove the link"
          )
        case (.unknown, _):
          ("links/unanswered", .note, "\(address.text) could not be checked: \(answer.reason)", "open it yourself")
        }
      guard let remark else { continue }
      asked.diagnostics.append(
        Diagnostic(remark.rule, remark.severity, at: link.location, remark.summary, help: remark.help))
    }
    func count(_ outcome: LinkAnswer.Outcome) -> Int { answers.values.count { $0.outcome == outcome } }
    asked.hasDead = count(.dead) > 0
    asked.summary =
      "\(addresses.count.counted("address", "addresses")) of the web, \(new.count) asked now: "
      + "\(count(.works)) work, \(count(.dead)) dead, \(count(.unknown)) not checked\n"
    return asked
  }
}
