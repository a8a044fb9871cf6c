import ArgumentParser
import Assess
import Diagnostics
import Report

/// `sitegen fix`: mechanical corrections as a patch.
struct FixCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fix", abstract: "Print corrections of the documents as a patch for `git apply`, or make them.",
    discussion: "Only what is known to the character is corrected. Run `sitegen rules ID` for what a rule finds.\n\n"
      + HelpExamples.fix)

  @OptionGroup var options: CommonOptions
  @OptionGroup var choice: RuleChoice

  @Flag(help: "Change the files instead of printing a patch.")
  var write = false

  @Flag(help: "Make corrections, too, that may change what the text means.")
  var unsafe = false

  @Option(help: ArgumentHelp("Only this community.", valueName: "id"))
  var community: String?

  func run() async throws {
    var pipeline = Pipeline(options)
    var assessments: [Assessment] = []
    var stop: ExitCode?
    do {
      let input = try await pipeline.read()
      assessments = try await pipeline.assess(input, only: community)
    } catch let code as ExitCode {
      // What is wrong with the configuration may be corrected, too.
      stop = code
    }
    let console = pipeline.console
    console.endPhases()
    let folder = options.sourceFolder
    let findings = assessments.flatMap(\.findings).filter { choice.takes($0.rule) }.compactMap(\.correction)
    let messages = Diagnostic.sorted(pipeline.diagnostics).filter { choice.takes($0.rule) }
      .compactMap(\.solutions.correction)
    let patch = Patch(
      findings + messages, in: pipeline.source(of: assessments),
      decided: assessments.reduce(into: []) { $0.formUnion($1.decided) }, isUnsafe: unsafe
    ) { Files.kind(of: "\(folder)/\($0)") == .file }
    if write {
      for file in patch.files {
        let path = "\(folder)/\(file.path)"
        guard Files.holds(path, file.old) else { throw FileError(path: path, action: "correct, it changed:", code: 11) }
        try Files.write(file.new, to: path)
      }
    } else {
      try console.output(patch.diff(path: pipeline.tree?.pathsInRepository() ?? { $0 }))
    }
    if !options.quiet { console.message(summary(patch, findings: findings.count)) }
    if let stop { throw stop }
    try pipeline.stopOnUnreadableInput()
  }

  private func summary(_ patch: Patch, findings: Int) -> String {
    func count(_ outcome: Patch.Outcome) -> Int { patch.outcomes.count { $0 == outcome } }
    let made = patch.outcomes.prefix(findings).count { $0 == .made }
    let others = count(.made) - made
    let what = [(made, "finding"), (others, "message")].filter { $0.0 > 0 }.map { $0.0.counted($0.1) }
    let files = patch.files.count.counted("file")
    var parts = [
      what.isEmpty
        ? "nothing to correct"
        : "\(what.joined(separator: " and ")) \(write ? "corrected" : "to correct") in \(files)"
    ]
    if count(.postponed) > 0 { parts.append("\(count(.postponed)) touch others and wait for the next run") }
    if count(.generated) > 0 {
      parts.append("\(count(.generated)) in generated files: correct what they are made of")
    }
    if count(.unsafe) > 0 { parts.append("\(count(.unsafe)) more with --unsafe") }
    return parts.joined(separator: "; ")
  }
}

/// Rules that a command is told to go by.
struct RuleChoice: ParsableArguments {
  @Option(
    help: ArgumentHelp("Only this rule, or all of an area (links). May be repeated.", valueName: "rule"))
  var select: [String] = []

  @Option(help: ArgumentHelp("All but this rule, or all but an area. May be repeated.", valueName: "rule"))
  var ignore: [String] = []

  func validate() throws {
    let names = Rule.names
    for name in select + ignore where !names.contains(name) {
      let unknown = UnknownName("rule", name, known: names, list: "`sitegen rules` lists all")
      throw ValidationError(unknown.description)
    }
  }

  /// Whether nothing is left out.
  var isEverything: Bool { select.isEmpty && ignore.isEmpty }

  /// Assessments with the findings that are asked for.
  func applied(to assessments: [Assessment]) -> [Assessment] {
    guard !isEverything else { return assessments }
    return assessments.map { assessment in
      var assessment = assessment
      assessment.findings = assessment.findings.filter { takes($0.rule) }
      return assessment
    }
  }

  /// Whether findings of a rule are asked for.
  func takes(_ rule: RuleID) -> Bool {
    func names(_ name: String) -> Bool { rule.rawValue == name || rule.rawValue.hasPrefix(name + "/") }
    return (select.isEmpty || select.contains(where: names)) && !ignore.contains(where: names)
  }
}
