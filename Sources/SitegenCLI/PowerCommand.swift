import ArgumentParser
import Diagnostics
import Intake
import Report
import StructuredData

/// `sitegen power`: who can decide in a community, with the rule's line, the list's lines and the arithmetic.
struct PowerCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "power",
    abstract: "Print who can decide or block alone: the rules of decision held against the lists of those who vote.",
    discussion: HelpExamples.power)

  @OptionGroup var options: CommonOptions

  @Option(help: ArgumentHelp("Only this community.", valueName: "id"))
  var community: String?

  @Option(help: ArgumentHelp("Suppose that the people of an organization leave; may be repeated.", valueName: "name"))
  var leaves: [String] = []

  @Option(
    help: ArgumentHelp("Suppose that an organization becomes part of another; may be repeated.", valueName: "name=name")
  )
  var joins: [String] = []

  @Flag(
    help:
      "Suppose that listed maintainers step down when no commit of the given repositories names them for as long as the community's own rule allows."
  )
  var inactive = false

  @Option(help: "text or json (schema power/1).")
  var format: OutputFormat = .text

  func run() async throws {
    let events = try supposed()
    var pipeline = Pipeline(options)
    let input = try await pipeline.read()
    let chosen = try UnknownName.choose("--community", community, among: input.portfolio.communities, by: \.id)
    let views = chosen.map { CommunityView($0, asOf: input.asOf) }
    try check(events, in: Array(zip(chosen, views)))
    pipeline.console.endPhases()
    let reports = zip(chosen, views).map { report($0, $1, events, pipeline.console) }
    switch format {
    case .text: try pipeline.console.output(reports.map(\.text).joined(separator: "\n"))
    case .json:
      let json: JSONValue = ["schema": "power/1", "communities": .array(reports.map(\.json))]
      try pipeline.console.output(JSONWriter.bytes(json))
    }
  }

  private func report(
    _ community: Community, _ view: CommunityView, _ events: [PowerEvent], _ console: Console
  ) -> PowerReport {
    var events = events
    var absent: [ListedActivity.Entry] = []
    if inactive {
      if let found = view.inactive {
        absent = found.people
        events.append(.withoutInactive(absent.map(\.person)))
      } else {
        let reason =
          view.listedActivity == nil
          ? "not all of its repositories are here with their whole history"
          : "no rule says after how many months a maintainer counts as inactive"
        console.message("note: \(community.name): nobody counts as inactive, as \(reason)")
      }
    }
    return PowerReport(
      community, view.power, after: events.isEmpty ? nil : view.power.after(events, names: community.organizations),
      absent: absent)
  }

  private func supposed() throws -> [PowerEvent] {
    let joined = try joins.map { text in
      let sides = text.split(separator: "=", omittingEmptySubsequences: false).map(String.init)
      guard sides.count == 2, !sides[0].isEmpty, !sides[1].isEmpty else {
        throw ValidationError("--joins \(text) does not name two organizations: write --joins \"Small=Large\"")
      }
      return PowerEvent.joins(sides[0], owner: sides[1])
    }
    return leaves.map { PowerEvent.leaves($0) } + joined
  }

  /// A name that nobody works for would silently change nothing.
  private func check(_ events: [PowerEvent], in communities: [(community: Community, view: CommunityView)]) throws {
    let known = communities.flatMap { $0.view.power.bodies }.flatMap { body in
      body.voters?.employers.organizations.map(\.name) ?? []
    }.uniqued()
    for event in events {
      let name =
        switch event {
        case .leaves(let name), .joins(let name, _): name
        case .withoutInactive: ""
        }
      guard
        !communities.contains(where: { one in known.contains { one.community.organizations.areSame($0, name) } })
      else {
        continue
      }
      let near = Suggestion.meant(name, among: known).map { "; \($0)" } ?? ""
      throw ValidationError("nobody who votes works for \(name)\(near)")
    }
  }
}
