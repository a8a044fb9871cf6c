import Diagnostics
import Intake

extension Rule {
  static let peopleHandleCase = Rule(
    id: "people/handle-case",
    summary: "an account written with different capitalization",
    why: "Tools that compare text treat the spellings as two people.",
    howToFix: "write the account the same way everywhere",
    examples: [
      Example(
        ["MAINTAINERS.md": Samples.maintainers.marked("| Ann"), "OWNERS": "approvers:\n- Ann\n- bob\n"],
        finds: ["`ann` is also written `Ann`"]),
      Example(["MAINTAINERS.md": Samples.maintainers, "OWNERS": "approvers:\n- ann\n- bob\n"]),
      Example([
        "OWNERS": "approvers: [Core-Team]\n", "docs/OWNERS": "approvers: [core-team]\n",
        "OWNERS_ALIASES": "aliases: {core-team: [ann]}\n",
      ]),
    ]
  ) { data, rule in
    var spellings: [String: [(String, Location)]] = [:]
    var all: [String: [(String, Location)]] = [:]
    var order: [String] = []
    for (handle, location) in data.handles {
      let key = NameFolding.handle(handle)
      if spellings[key] == nil { order.append(key) }
      let bare = handle.utf8.first == UInt8(ascii: "@") ? String(handle.dropFirst()) : handle
      all[key, default: []].append((bare, location))
      if !(spellings[key] ?? []).contains(where: { $0.0.utf8.elementsEqual(bare.utf8) }) {
        spellings[key, default: []].append((bare, location))
      }
    }
    return order.compactMap { key in
      guard let written = spellings[key], written.count > 1 else { return nil }
      let others = written.dropFirst().map { "`\($0.0)`" }
      return rule.finding(
        .note, "`\(written[0].0)` is also written \(Rows.list(others))", key: key,
        at: written.map { .init(.fact, $0.1) }, solutions: data.corrections(of: all[key] ?? []))
    }
  }
}

extension CommunityData {
  /// The spelling that most places have, the first of several, in all other places; none where one of them cannot be
  /// told from a name that is written alike.
  fileprivate func corrections(of written: [(String, Location)]) -> [Solution] {
    var counts: [String: Int] = [:]
    for (spelling, _) in written { counts[spelling, default: 0] += 1 }
    guard let most = counts.values.max(), let kept = written.first(where: { counts[$0.0] == most })?.0 else {
      return []
    }
    var edits: [Replacement] = []
    for (spelling, location) in written where spelling != kept {
      let places = document(location.path)?.source.places(ofAccount: spelling, onLine: location.line) ?? []
      guard !places.isEmpty else { return [] }
      edits += places.map { Replacement($0, with: kept) }
    }
    return edits.isEmpty ? [] : [Solution("write `\(kept)`", edits.uniqued())]
  }

  /// Every account named in the community's people, groups and owners, with its place, lists of people first.
  fileprivate var handles: [(String, Location)] {
    func leads(_ leads: [Group.Lead]) -> [(String, Location)] {
      leads.compactMap { lead in lead.handle.map { ($0, lead.location) } }
    }
    let people = (maintainers + emeritus).compactMap { person in person.handle.map { ($0, person.location) } }
    let groups = groups.flatMap { leads($0.leads) + $0.subprojects.flatMap { leads($0.leads) } }
    // An alias stands where an account could.
    let aliases = Set(
      community.documents.filter { $0.kind == .ownersAliases }.flatMap(\.facts.owners).map {
        NameFolding.handle($0.list)
      })
    let accounts = owners.filter { !$0.name.holds("/") && !aliases.contains(NameFolding.handle($0.name)) }
    return people + groups + accounts.map { ($0.name, $0.location) }
  }
}
