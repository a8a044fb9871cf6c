import ArgumentParser
import Assess
import Criteria
import Diagnostics
import StructuredData

/// `sitegen criteria`: the criteria models.
struct CriteriaCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "criteria", abstract: "List, check and compare the criteria sets.",
    discussion: HelpExamples.criteria,
    // Every command says its name: to spell it after its type, a run asks for descriptions of all types.
    subcommands: [List.self, Check.self, Collections.self, Diff.self, Impact.self])

  /// `criteria list`: every criterion of every set, or of one.
  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list", abstract: "List criteria sets and their criteria.")

    @OptionGroup var options: CommonOptions

    @Argument(help: ArgumentHelp("Only this criteria set.", valueName: "model"))
    var model: String?

    func run() async throws {
      var pipeline = Pipeline(options)
      let sets = try CriteriaCommand.choose(model, among: try await pipeline.read().criteria)
      var text = ""
      for set in sets {
        let levels = set.levels.isEmpty ? "" : ": \(set.levels.map(\.rawValue).joined(separator: ", "))"
        text += "\(set.model)  \(set.title)\(levels), \(set.revisions.count.counted("revision"))\n"
        for criterion in set.criteria { text += "  \(criterion.id)  \(criterion.text)\n" }
      }
      pipeline.console.endPhases()
      try pipeline.console.output(text)
    }
  }

  /// `criteria collections`: what expressions can name, with examples from the files at hand.
  struct Collections: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "collections",
      abstract: "List what expressions can name, or the keys of one collection with an example each.")

    @OptionGroup var options: CommonOptions

    @Argument(help: ArgumentHelp("The collection whose keys are shown.", valueName: "name"))
    var name: String?

    @Option(help: ArgumentHelp("The community that examples come from.", valueName: "id"))
    var community: String?

    func run() async throws {
      var pipeline = Pipeline(options)
      // Who asks is in the middle of writing one.
      pipeline.toleratesOwnCriteria = true
      let input = try await pipeline.read()
      try pipeline.stopOnUnrecognizedSource()
      let chosen = try await pipeline.assess(input, only: community)
      pipeline.console.endPhases()
      guard let assessment = chosen.first else { return }
      guard let name else { return try pipeline.console.output(CollectionOutline.list(assessment)) }
      guard let text = CollectionOutline.fields(of: name, assessment) else {
        throw UnknownName(
          "collection", name, known: CollectionOutline.names, list: "`sitegen criteria collections` lists all")
      }
      try pipeline.console.output(text)
    }
  }

  /// `criteria check`: reads the criteria files and says what is wrong with them.
  struct Check: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "check", abstract: "Check the criteria files, expressions included.")

    @OptionGroup var options: CommonOptions

    func run() async throws {
      var pipeline = Pipeline(options)
      let input = try await pipeline.read()
      let assessments = try await pipeline.assess(input)
      pipeline.showDiagnostics()
      let count = input.criteria.reduce(0) { $0 + $1.criteria.count }
      try pipeline.console.output("\(input.criteria.count) criteria sets with \(count) criteria, no errors\n")
      let text = input.criteria.map { Self.remarks(on: $0, in: assessments) }.joined()
      try pipeline.console.output(text)
    }

    /// What looks wrong with criteria of the source's own: nobody is judged by them, or a check holds nowhere.
    private static func remarks(on set: CriteriaSet, in assessments: [Assessment]) -> String {
      let own = set.criteria.filter { !$0.location.path.hasPrefix("built-in/") }
      guard let first = own.first else { return "" }
      let models = assessments.flatMap(\.models).filter { $0.criteriaSet.model == set.model }
      guard !models.isEmpty else {
        return "\(first.location.path): no community is judged by \(set.model); name it in `models:` of sitegen.yaml\n"
      }
      let judged = models.flatMap(\.criteria)
      return own.flatMap { criterion -> [String] in
        let here = judged.filter { $0.criterion.id == criterion.id }
        guard !here.isEmpty else {
          return ["\(criterion.location): \(criterion.id) is asked of no community: see its levels and days\n"]
        }
        let checks = criterion.checks.filter { !$0.expression.location.path.hasPrefix("built-in/") }
        return checks.compactMap { check in
          let results = here.flatMap(\.checks).filter { $0.id == check.id }
          guard !results.isEmpty, !results.contains(where: { $0.holds == true }) else { return nil }
          let reason = results.first.map { $0.because.isEmpty ? "it says nothing" : $0.because } ?? ""
          let isOpen = check.fails == nil && results.contains { $0.holds == false }
          return "\(check.expression.location): the check \(criterion.id)/\(check.id) holds for no community: \(reason)"
            + (isOpen ? "; without `fails` a person decides\n" : "\n")
        }
      }.joined()
    }
  }

  /// `criteria diff`: what changed between two days, and which lines of the applications at hand it touches.
  struct Diff: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "diff",
      abstract: "Say which criteria were added, changed or retired between two days or revisions.")

    @OptionGroup var options: CommonOptions

    @Argument(help: "The earlier day, YYYY-MM-DD, or the label of a revision.") var from: String
    @Argument(help: "The later day, YYYY-MM-DD, or the label of a revision.") var to: String

    @Option(help: ArgumentHelp("Only this criteria set.", valueName: "id"))
    var model: String?

    func run() async throws {
      var pipeline = Pipeline(options)
      let input = try await pipeline.read()
      pipeline.console.endPhases()
      for compared in try CriteriaCommand.compare(model, among: input.criteria, from: from, to: to) {
        let affected = AffectedAssertions.all(compared.comparison, in: compared.set, of: input.portfolio.communities)
        try pipeline.console.output(
          "\(compared.set.model), \(compared.old) to \(compared.new)\n\(compared.comparison.text)"
            + AffectedAssertions.text(affected))
      }
    }
  }

  /// The sets, or the chosen one, as they are asked on two days; a day may be the label of a revision.
  static func compare(
    _ model: String?, among sets: [CriteriaSet], from: String, to: String
  ) throws -> [(set: CriteriaSet, old: CalendarDate, new: CalendarDate, comparison: CriteriaComparison)] {
    let sets = try choose(model, among: sets)
    // A label is one set's own; a set that has no such revision has nothing to compare.
    let pairs = sets.compactMap { set in
      set.day(named: from).flatMap { old in
        set.day(named: to).map { (set, old, $0, CriteriaComparison(set, from: old, to: $0)) }
      }
    }
    guard pairs.isEmpty else { return pairs }
    throw ValidationError(
      "no criteria set has both \(from) and \(to); write days as YYYY-MM-DD, or labels: "
        + sets.flatMap { $0.revisions.map(\.label) }.uniqued().joined(separator: ", "))
  }

  static func choose(_ model: String?, among sets: [CriteriaSet]) throws -> [CriteriaSet] {
    try UnknownName.choose("criteria set", model, among: sets, by: \.model)
  }
}
