import Words
import Diagnostics
import StructuredData

extension Reader {
  /// Groups in YAML: the families of sigs.yaml, tags, workstreams, maps by name, teams and work groups of a team
  /// configuration, maintainer groups.
  static let groups = Reader(id: "groups", kinds: [.groups]) { input, facts in
    guard let data = input.data else { return [] }
    let families = GroupFamilies(source: input.source, root: data)
    facts.groups += families.groups
    facts.people += families.people
    if families.groups.isEmpty, families.people.isEmpty, !data.entries.isEmpty || !data.elements.isEmpty {
      facts.unread.append(Unread(line: data.line, reason: "no list of groups that a reader knows"))
    }
    return GroupRules.check(families.lists, in: input.source)
  }
}

/// The groups of one file, by the first family whose keys it has.
private struct GroupFamilies {
  private let source: SourceText
  private let nodes: GroupNodes
  /// Lists of groups of a file of the sigs.yaml family.
  private(set) var lists: [(kind: Group.Kind, groups: [Node])] = []
  private(set) var groups: [Group] = []
  private(set) var people: [Person] = []

  init(source: SourceText, root: Node) {
    self.source = source
    nodes = GroupNodes(source: source)
    if root.isSequence {
      groups = workstreams(root)
    } else if root.entries.contains(where: { Self.kind(ofList: $0) != nil }) {
      groups = family(root)
      lists = root.entries.compactMap { entry in
        Self.kind(ofList: entry).map { (kind: $0, groups: entry.value.elements) }
      }
      if let seat = nodes.leads(root["gb_rep"], role: "governing board representative").first {
        people.append(
          Person(
            name: seat.name, handle: seat.handle, organization: seat.organization, status: .other, role: seat.role,
            location: seat.location))
      }
    } else if let members = root["people"], members.isMapping, root["name"]?.string != nil {
      readTeam(root, members)
    } else if let organizations = root["orgs"] {
      for entry in organizations.entries { readOrganization(entry.value) }
    } else if root["repos"] != nil && root["maintainers"] != nil || root["approvers"] != nil {
      readWorkGroup(root)
    } else if root["admins"] != nil || root["members"] != nil || root["alumni"] != nil {
      readOrganization(root)
    } else if let teams = root["teams"] ?? root["maintainerGroups"] ?? root["maintainer_groups"] {
      readTeams(teams)
      if let accounts = root["people"] { people += PeopleData(accounts, in: source, standing: Self.member).people }
    } else if let listed = byList(root) {
      groups = listed
      people += PeopleData(root, in: source, standing: Standing.named(by: source.path) ?? Self.member).people
    } else {
      groups = byName(root)
    }
  }

  // MARK: sigs.yaml, tags.yaml and their kin

  private static func kind(ofList entry: Node.Entry) -> Group.Kind? {
    Lexicon.groups.lists[entry.key.string ?? ""].flatMap(Group.Kind.init)
  }

  private func family(_ root: Node) -> [Group] {
    root.entries.flatMap { entry -> [Group] in
      guard let kind = Self.kind(ofList: entry) else { return [] }
      if entry.value.isMapping {
        return entry.value.entries.compactMap { nodes.group($0.value, kind: kind, name: $0.key.string) }
      }
      return entry.value.elements.compactMap { nodes.group($0, kind: kind) }
    }
  }

  // MARK: A flat list of work streams

  private func workstreams(_ list: Node) -> [Group] {
    list.elements.compactMap { node in
      guard node["people"] != nil || node["resources"] != nil || node["kind"] != nil || node["leadership"] != nil,
        var group = nodes.group(node, kind: Self.kind(node["kind"]?.string ?? ""))
      else { return nil }
      for entry in node["people"]?.elements.flatMap(\.entries) ?? [] {
        let role = (entry.key.string ?? "lead").lowercased()
        group.leads += nodes.leads(
          entry.value, role: role.hasSuffix("liaison") ? "liaison" : Self.spaced(entry.key.string ?? ""))
      }
      var slack: String?
      for entry in node["resources"]?.elements.flatMap(\.entries) ?? [] {
        switch entry.key.string {
        case "meeting":
          group.meetings.append(
            Group.Meeting(
              description: entry.value.string ?? "", time: entry.value["schedule"]?.string,
              archiveURL: entry.value["gDocNotes"]?.string, location: entry.value.location(in: source)))
        case "slack": slack = entry.value.string ?? entry.value["name"]?.string
        default: break
        }
      }
      if slack != nil { group.contact = Group.Contact(slack: slack, mailingList: group.contact?.mailingList) }
      if group.dir == nil { group.label = group.label ?? node["id"]?.string }
      return group
    }
  }

  private static func kind(_ word: String) -> Group.Kind {
    Lexicon.groups.kinds[word.lowercased()].flatMap(Group.Kind.init) ?? .wg
  }

  /// `tcSponsor` as `tc sponsor`.
  private static func spaced(_ key: String) -> String {
    key.reduce(into: "") { result, character in
      if character.isUppercase, !result.isEmpty { result += " " }
      result += character.lowercased()
    }
  }

  // MARK: Teams

  private static let member = Standing(status: .other, role: "member")

  private mutating func readOrganization(_ node: Node) {
    for (key, role) in Lexicon.groups.accounts.map({ ($0.word, $0.meaning) }) {
      for account in node[key].elements {
        guard let handle = account.string.flatMap(Account.handle(_:)) else { continue }
        people.append(
          Person(name: "", handle: handle, status: .other, role: role, location: account.location(in: source)))
      }
    }
    if let alumni = node["alumni"] {
      people += PeopleData(alumni, in: source, standing: Standing(status: .emeritus, role: "contributor")).people
    }
    guard let teams = node["teams"] else { return }
    let first = groups.count
    readTeams(teams)
    for index in groups.indices[first...] { groups[index].isAccess = true }
  }

  private mutating func readTeams(_ teams: Node, depth: Int = 0) {
    guard depth < 20 else { return }
    for entry in teams.entries {
      guard let name = entry.key.string else { continue }
      if entry.value.isMapping {
        if let team = nodes.group(entry.value, kind: .team, name: name) { groups.append(team) }
        if let nested = entry.value["teams"] { readTeams(nested, depth: depth + 1) }
      } else {
        groups.append(
          Group(
            kind: .team, name: name, leads: nodes.leads(entry.value.isSequence ? entry.value : nil, role: "member"),
            location: entry.key.location(in: source)))
      }
    }
    for element in teams.elements {
      if let team = nodes.group(element, kind: .team) { groups.append(team) }
      if let nested = element["teams"] { readTeams(nested, depth: depth + 1) }
    }
  }

  /// One work group a file: its name is the folder it lies in.
  private mutating func readWorkGroup(_ root: Node) {
    let folders = source.path.pathNames.dropLast()
    let name = nodes.text(root, ["name"]) ?? folders.last.map(String.init) ?? source.path
    if let group = nodes.group(root, kind: .wg, name: name) { groups.append(group) }
  }

  /// One team a file: its name, and below `people` who leads it, belongs to it and left it.
  private mutating func readTeam(_ root: Node, _ members: Node) {
    guard var team = nodes.group(root, kind: Self.teamKind(root["kind"]?.string)) else { return }
    team.leads = nodes.leads(of: members)
    let leading = Set(team.leads.filter { $0.role == "lead" }.compactMap(\.handle))
    team.leads.removeAll { $0.role == "member" && $0.handle.map(leading.contains) == true }
    team.leads += nodes.leads(members["alumni"], role: "emeritus")
    groups.append(team)
  }

  private static func teamKind(_ word: String?) -> Group.Kind {
    switch word?.lowercased() {
    case "sig": .sig
    case "committee": .committee
    case let word? where word == "wg" || word.hasSuffix("group"): .wg
    default: .team
    }
  }

  // MARK: Maps with the groups' names as keys

  /// A map from names to lists of accounts, some of them empty; nil for anything else.
  private func byList(_ root: Node) -> [Group]? {
    let isList: (Node) -> Bool = { $0.isNull || ($0.isSequence && $0.elements.allSatisfy { $0.string != nil }) }
    guard root.entries.count > 1, root.entries.allSatisfy({ isList($0.value) }),
      root.entries.contains(where: { $0.value.isSequence })
    else { return nil }
    return root.entries.compactMap { entry in
      guard let name = entry.key.string else { return nil }
      return Group(
        kind: .team, name: name, leads: nodes.leads(entry.value.isSequence ? entry.value : nil, role: "maintainer"),
        location: entry.key.location(in: source))
    }
  }

  private func byName(_ root: Node) -> [Group] {
    let isGroup: (Node) -> Bool = { node in
      node.isMapping && node.entries.contains { Lexicon.groups.keys.contains(($0.key.string ?? "").lowercased()) }
    }
    let candidates = [root.entries] + (root.entries.count == 1 ? [root.entries[0].value.entries] : [])
    guard let entries = candidates.first(where: { $0.count(where: { isGroup($0.value) }) * 2 > $0.count }) else {
      return []
    }
    let word = source.path.lowercased()
    let kind: Group.Kind = word.holds("sig") ? .sig : word.holds("team") ? .team : .wg
    return entries.compactMap { entry in
      isGroup(entry.value) ? nodes.group(entry.value, kind: kind, name: entry.key.string) : nil
    }
  }

}
