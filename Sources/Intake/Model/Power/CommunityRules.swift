import Diagnostics
import StructuredData
import Words

/// The rules of decision of a whole community: what all its documents say about the same bodies together.
struct CommunityRules {
  /// A body under the name that its documents share.
  struct Body {
    let name: String
    let kind: DecidingBody.Kind
  }

  private let community: Community
  /// The day on which terms are looked at; nil for a list of a day of its own.
  private let asOf: CalendarDate?
  /// Documents that speak for the whole community, those that govern before those that retell.
  let documents: [SourceDocument]
  /// Bodies in the order of the documents.
  let bodies: [Body]
  /// Whole names by short ones, as far as the documents agree on them.
  private let shortNames: [String: String]

  init(_ community: Community, asOf: CalendarDate? = nil) {
    self.community = community
    self.asOf = asOf
    let found = community.ownDocuments.filter { document in
      !document.facts.decisionRules.isEmpty && Self.speaksForAll(document, in: community)
        && !document.isOfPart(among: community.documents)
    }
    let documents = found.filter(\.governs) + found.filter { !$0.governs }
    self.documents = documents
    let pairs = documents.flatMap { Array($0.facts.decisionRules.shortNames) }
    let said = Dictionary(grouping: pairs, by: \.key).compactMapValues { pairs in
      Set(pairs.map(\.value)).count == 1 ? pairs[0].value : nil
    }
    let named = documents.flatMap(\.facts.decisionRules.bodies)
    var shortNames = said.merging(Self.initials(of: named.map(\.name))) { said, _ in said }
    shortNames.merge(Self.twins(pairs)) { _, twin in twin }
    // Who decides by a document that names nobody, beside others in which the maintainers do.
    if named.contains(where: { $0.name == "maintainers" }) { shortNames[DecisionText.unnamed] = "maintainers" }
    for (short, name) in Self.introduced(named.map(\.name).filter { shortNames[$0] == nil }, in: community) {
      shortNames[short] = name
    }
    self.shortNames = shortNames
    // A short name alone does not say what kind of body it is.
    let whole = named.filter { shortNames[$0.name] == nil } + named
    bodies = named.map { Self.key($0.name, shortNames) }.uniqued().map { name in
      Body(name: name, kind: whole.first { Self.key($0.name, shortNames) == name }?.kind ?? .other)
    }
    // A bare name is another body in each document.
    .filter { !DecisionLexicon.bareBodies.contains($0.name) }
  }

  /// Names by their initials, where these are a name, too, and those of no other: "tsc" and "technical steering committee".
  private static func initials(of names: [String]) -> [String: String] {
    let whole = Dictionary(grouping: names.uniqued().filter { $0.holds(" ") }) { name in
      String(name.split(separator: " ").filter { $0 != "and" }.compactMap(\.first))
    }
    return whole.filter { names.contains($0.key) && $0.value.count == 1 }.compactMapValues(\.first)
  }

  /// One committee that some documents call a council and others a committee, under the same short name, by all its names.
  private static func twins(_ pairs: [(key: String, value: String)]) -> [String: String] {
    var twins: [String: String] = [:]
    for (short, said) in Dictionary(grouping: pairs, by: \.key) {
      let names = said.map(\.value).uniqued()
      let words = names.map { $0.split(separator: " ") }
      guard names.count > 1, Set(words.map { $0.dropLast() }).count == 1,
        words.allSatisfy({ $0.last.map { DecisionLexicon.committeeNouns.contains(String($0)) } ?? false })
      else { continue }
      for name in names.dropFirst() + [short] { twins[name] = names[0] }
    }
    return twins
  }

  /// What short names stand for that no document of rules explains, as titles and first paragraphs of others do:
  /// "Technical Advisory Council (TAC)".
  private static func introduced(_ names: [String], in community: Community) -> [String: String] {
    let short = names.uniqued().filter { name in
      let words = DecisionWordReader.words(ofPath: name)
      return words.count == 1 && DecisionLexicon.acronyms.begins(words)
    }
    guard !short.isEmpty else { return [:] }
    var found: [String: Set<String>] = [:]
    for document in community.ownDocuments {
      guard let markdown = document.markdown else { continue }
      let paragraphs = markdown.blocks.prefix(8).compactMap { block in
        if case .paragraph = block.kind { block.plainText } else { nil }
      }
      for text in markdown.headings.map(\.text) + paragraphs {
        guard let name = DecisionText.wholeCommittee(in: DecisionWordReader.words(ofPath: text)) else { continue }
        let initials = String(name.split(separator: " ").filter { $0 != "and" }.compactMap(\.first))
        if short.contains(initials) { found[initials, default: []].insert(name) }
      }
    }
    return found.compactMapValues { $0.count == 1 ? $0.first : nil }
  }

  /// Pages deep in folders are a group's, a year's election or one record of a vote, not the community's.
  private static func speaksForAll(_ document: SourceDocument, in community: Community) -> Bool {
    guard let repository = community.repository(of: document.path) else { return false }
    let inside = document.path.pathNames.dropFirst(repository.path.pathNames.count)
    let folders = inside.dropLast().map { $0.lowercased() }
    guard !isOfMonth(document.path) else { return false }
    let words = folders.flatMap { $0.runsOfLettersAndNumbers.map(String.init) }
    // "docs/governance/": folders that only say where the community keeps its documents.
    let isKept = folders.allSatisfy(isGeneral)
    guard folders.count <= 1 || isKept && document.governs else { return false }
    if words.contains(where: DecisionLexicon.partFolders.contains) { return false }
    let isNamed = document.facts.decisionRules.bodies.contains { $0.location.line > 1 || $0.kind == .steering }
    return document.kind != .election || isNamed
  }

  /// Whether a folder, in lower case, only says where the community keeps its documents: `20-governance`.
  private static func isGeneral(_ folder: String) -> Bool {
    folder.runsOfLettersAndNumbers.contains { DecisionLexicon.generalFolders.contains(String($0)) }
  }

  /// Whether the name of a file begins with a month: `2026-09-council-update.md` tells what was decided then.
  private static func isOfMonth(_ path: String) -> Bool {
    let parts = path.fileName.split(maxSplits: 2) { !$0.isNumber }
    return parts.count > 1 && parts[0].utf8.count == 4 && parts[1].utf8.count == 2 && path.fileName.hasPrefix(parts[0])
  }

  /// "Committee" in its own document and "the steering committee" elsewhere differ; "project maintainers" and
  /// "maintainers" do not, nor does a short name from what it stands for.
  private static func key(_ name: String, _ shortNames: [String: String]) -> String {
    // "Cross Project Council" is a name.
    let words = name.split(separator: " ").drop { DecisionLexicon.bodyAdjectives.contains(String($0)) }
    let bare = words.joined(separator: " ")
    // "Project council" is a name, "council" alone is none.
    let key = words.isEmpty || DecisionLexicon.bareBodies.contains(bare) ? name : bare
    return shortNames[key] ?? key
  }

  private func key(_ name: String) -> String { Self.key(name, shortNames) }

  /// Documents that can speak about a body: maintainers who decide in a folder of its own are a part's.
  private func documents(about body: Body) -> [SourceDocument] {
    documents.filter { document in
      // What a committee's own document says is about that committee, whoever else a sentence names.
      if let committee = document.facts.decisionRules.committee { return key(committee) == body.name }
      guard body.kind == .maintainers, let repository = community.repository(of: document.path),
        repository.depth(of: document.path) > 1
      else { return true }
      let folder = document.path.pathNames.dropLast().last?.lowercased()
      return folder.map(Self.isGeneral) ?? true
    }
  }

  /// Rules of a body. Where a document that governs decides a subject, pages that retell it are left out.
  func rules(of body: Body) -> [DecisionRule] {
    var governed: Set<DecisionRule.Subject> = []
    var result: [DecisionRule] = []
    for document in documents(about: body) {
      let own = document.facts.decisionRules.rules.filter { key($0.body) == body.name }
      if document.governs {
        governed.formUnion(own.map(\.subject))
        result += own.map { resolved($0, in: document) }
      } else {
        result += own.filter { $0.subject == .other || !governed.contains($0.subject) }
          .map { resolved($0, in: document) }
      }
    }
    return result
  }

  /// How many sit in a body, as the first document says that does.
  func size(of body: Body) -> StatedSize? {
    documents.lazy.compactMap { document in
      document.facts.decisionRules.sizes.sortedByBytes(of: \.key).first { key($0.key) == body.name }?.value
    }.first
  }

  /// Caps of a body, each with what it is limited to.
  func caps(of body: Body) -> [OrganizationCap] {
    documents(about: body).flatMap { document in
      document.facts.decisionRules.caps.filter { key($0.body) == body.name }.map { cap in
        var cap = cap
        cap.scope = Self.scope(of: cap, in: document)
        return cap
      }
    }
  }

  /// A cap on votes below a heading all of whose rules are on one subject holds for that subject alone.
  private static func scope(of cap: OrganizationCap, in document: SourceDocument) -> DecisionRule.Subject? {
    guard cap.kind == .votes || cap.kind == .oneVote, let headings = document.markdown?.headings else { return nil }
    let first = headings.last { $0.line <= cap.location.line }?.line ?? 1
    let end = headings.first { $0.line > cap.location.line }?.line ?? Int.max
    let subjects = Set(
      document.facts.decisionRules.rules.filter { (first..<end).contains($0.location.line) && $0.isVote }
        .map(\.subject))
    return subjects.count == 1 && !subjects.contains(.everything) && !subjects.contains(.other) ? subjects.first : nil
  }

  /// A rule whose threshold has only a name takes it from the one document that its own links to and that defines it.
  private func resolved(_ rule: DecisionRule, in document: SourceDocument) -> DecisionRule {
    guard rule.method == .supermajority, rule.threshold == nil else { return rule }
    let linked = document.facts.links.compactMap { link in
      link.destination.split { $0 == "#" || $0 == "?" }.first.flatMap { $0.pathNames.last }
    }
    let defined = documents.filter { other in
      other.path != document.path && other.facts.decisionRules.supermajority != nil
        && other.path.pathNames.last.map(linked.contains) == true
    }.compactMap(\.facts.decisionRules.supermajority)
    guard Set(defined.map(\.threshold)).count == 1, let definition = defined.first else { return rule }
    var rule = rule
    rule.threshold = definition.threshold
    rule.definition = definition.location
    return rule
  }

  // MARK: Voters

  /// The list of those who vote in a body; nil where none is found, or where several bodies share one list.
  func voters(of body: Body) -> BodyVoters? {
    if body.kind == .maintainers {
      guard let people = maintainers(called: body.name) else { return nil }
      return BodyVoters(people, names: community.organizations, asOf: asOf)
    }
    let listed = community.ownDocuments.filter { $0.kind != .election }
      .flatMap(\.facts.decisionRules.bodies)
      .first { key($0.name) == body.name && !$0.members.isEmpty }
    if let listed { return BodyVoters(listed.members, names: community.organizations, asOf: asOf) }
    let people =
      members(of: body.name) ?? maintainers(whoAre: body.name) ?? maintainers(whoAreMembersOf: body.name)
      ?? maintainers(inAFileCalled: body.name) ?? maintainers(onA: body.name)
    return people.flatMap { BodyVoters($0, names: community.organizations, asOf: asOf) }
  }

  /// "Owners" are whom OWNERS.md lists, where that is the list of maintainers.
  private func maintainers(inAFileCalled name: String) -> [Person]? {
    guard let file = community.index.maintainerList?.path.fileName, community.index.maintainers.count > 1,
      file.contains("."), NameFolding.name(String(file.fileStem)) == NameFolding.name(name)
    else { return nil }
    return community.maintainers.compactMap(\.joined)
  }

  /// The maintainers whose row says that they sit on a committee, by its name or its initials.
  private func maintainers(onA committee: String) -> [Person]? {
    let people = community.maintainers.compactMap(\.joined).filter { person in
      let words = NameFolding.name("\(person.domain ?? "") \(person.role)").split(separator: " ")
      return words.indices.contains { last in
        guard DecisionLexicon.committeeNouns.contains(String(words[last])) else { return words[last] == committee }
        let named = words[...last]
        return named.suffix(committee.split(separator: " ").count).joined(separator: " ") == committee
          || String(named.suffix(committee.count).compactMap(\.first)) == committee
      }
    }
    return people.count > 1 ? people : nil
  }

  /// The maintainers, where the rules say that they are the members of a committee.
  private func maintainers(whoAreMembersOf body: String) -> [Person]? {
    let called = documents.lazy.compactMap { document in
      document.facts.decisionRules.memberships.sortedByBytes(of: \.key).first { key($0.key) == body }?.value
    }.first
    return called.flatMap(maintainers(called:)).flatMap { $0.count > 1 ? $0 : nil }
  }

  /// "Approvers" are those of the list of maintainers whose row says so.
  private func maintainers(whoAre name: String) -> [Person]? {
    guard let word = name.split(separator: " ").last,
      let role = Lexicon.people.otherRoles.first(where: { $0.word == word })?.meaning
    else { return nil }
    let people = community.maintainers.compactMap(\.joined).filter { $0.role.holds(role) }
    return people.count > 1 ? people : nil
  }

  /// "Maintainers" and "committers" are whom the list of maintainers names; a narrower name ("core maintainers") are
  /// those whose row says so.
  private func maintainers(called name: String) -> [Person]? {
    let all = community.maintainers.compactMap(\.joined)
    if name == "maintainers" { return all }
    if name == "committers" {
      let committers = all.filter { $0.role.holds("committer") }
      // A list of their own beside that of the maintainers.
      return committers.isEmpty ? people(below: "committer") { $0.status != .emeritus } ?? all : committers
    }
    guard let word = name.split(separator: " ").first else { return nil }
    let narrower = all.filter { $0.role.holds(String(word)) }
    guard narrower.isEmpty else { return narrower }
    // "Core developers" are the maintainers where nobody is called so.
    let isMeant = word == "core" && !bodies.contains { $0.name == "maintainers" }
    return people(below: name) { $0.status == .active } ?? (isMeant && !all.isEmpty ? all : nil)
  }

  /// Those whom a list of maintainers has below a heading of this name, where there are several.
  private func people(below name: String, where isMeant: (Person) -> Bool) -> [Person]? {
    for list in community.ownDocuments where list.kind == .maintainers {
      let named = BodyRoster(list, shortNames: shortNames).people(below: name, among: list.facts.people)
      let meant = named.filter(isMeant)
      if meant.count > 1 { return meant }
    }
    return nil
  }

  /// The members of a committee in the first document that lists them, with their organizations or else without.
  private func members(of body: String) -> [Person]? {
    var others: [Person]?
    for document in community.ownDocuments where document.kind != .election && !Self.isOfMonth(document.path) {
      guard let found = BodyRoster(document, shortNames: shortNames).members(of: body) else { continue }
      if found.haveOrganizations { return found.people }
      others = others ?? found.people
    }
    return others
  }
}

extension SourceDocument {
  /// Whether it sets rules, and does not only retell them.
  fileprivate var governs: Bool {
    switch kind {
    case .governance, .charter, .membership, .maintainers, .election: true
    default: false
    }
  }
}
