import Diagnostics
import Intake
import StructuredData
import Templates

/// The collections that the expressions of criteria files see. Every row has `path` and `line`; what a file does not
/// say is none.
struct Collections {
  /// All collections by name.
  let context: Value
  /// Names of collections and kinds of document that were read; a check that needs another is undecided.
  let available: Set<String>

  /// Names and what they hold, for the reference page and for error messages.
  static let documented: [(name: String, holds: String)] = [
    ("maintainers", "active maintainers: name, handle, organization, domain, role"),
    ("emeritus", "former maintainers, as maintainers"),
    ("organizations", "organizations of active maintainers, the largest first: name, people, share (percent)"),
    ("adopters", "adopters: name, type, since, level, url, use_case, is_integration, independent"),
    (
      "groups",
      "SIGs, WGs and other groups: kind, name, dir, mission, charter, leads, meetings, subprojects, slack, mailing_list"
    ),
    ("subprojects", "subprojects of all groups: name, group, leads, owners"),
    (
      "committee_members",
      "members of committees, from lists of people and group data: name, handle, organization, role"
    ),
    ("owners", "entries of ownership files: name, list, approves"),
    (
      "documents",
      "documents: kind, title, repository, folder, root, words, sections, date, private_contact, last_changed (from "
        + "history), idle (days for which history shows no change, 0 without history)"
    ),
    (
      "headings",
      "headings of Markdown documents: text, level, kind and title of the document"
    ),
    (
      "links",
      "links: text, url, kind (of the document), to (path, if it is here), to_kind (what it seems to lead to)"
    ),
    ("channels", "links to chats, lists and forums, and contacts of groups: url"),
    ("items", "lines of the application that assert a criterion: criterion, state, evidence, text"),
    ("claims", "figures and lists that the application states: kind, value, names, as_of, text, criterion"),
    ("repositories", "repositories: name, excerpt, absent"),
    (
      "imports",
      "what imported files say, evidence of their own day for a person: form, kind, value, detail, date; no check may "
        + "rest on it"
    ),
    (
      "releases",
      "releases by day: name, date, age (days), state (done, planned, scheduled), prerelease, source (tag, record, "
        + "plan), repository, gap (days since the final release before it), commit"
    ),
    ("changes", "changes of documents, from history, newest first: kind (of the document), date, age (days), commit"),
    (
      "maintainer_changes",
      "who came and who went, from history: change (added, retired), name, handle, organization, date, age (days), commit"
    ),
    ("as_of", "day of assessment"),
  ]

  init(_ data: CommunityData) {
    var values: [(String, Value)] = []
    var available: Set<String> = []
    func add(_ name: String, _ rows: [Value], isAvailable: Bool? = nil) {
      values.append((name, .list(rows)))
      if isAvailable ?? !rows.isEmpty { available.insert(name) }
    }
    add("maintainers", data.maintainers.map(Self.person))
    add("emeritus", data.emeritus.map(Self.person))
    add("organizations", Self.organizations(data))
    add("adopters", Self.adopters(data))
    add("groups", data.groups.map(Self.group))
    add("subprojects", Self.subprojects(data), isAvailable: !data.groups.isEmpty)
    add("committee_members", Self.committeeMembers(data))
    add("owners", data.owners.map(Self.owner))
    add("documents", data.community.documents.map { Self.document($0, data) })
    add("headings", Self.headings(data))
    add("links", Self.links(data), isAvailable: data.community.documents.contains { !$0.facts.lostLinks })
    add("channels", Self.channels(data), isAvailable: available.contains("links"))
    add("items", Self.items(data))
    add("claims", Self.claims(data))
    add("releases", HistoryRows.releases(data))
    add("changes", HistoryRows.changes(data), isAvailable: data.community.hasHistory)
    add(
      "maintainer_changes", HistoryRows.maintainers(data), isAvailable: data.community.maintainerHistory != nil)
    add("repositories", data.community.repositories.map(Self.repository))
    add("imports", data.imports.map(Self.imported))
    values.append(("as_of", .string(data.asOf.description)))
    for document in data.community.documents { available.insert(document.kind.rawValue) }
    context = .map(values)
    self.available = available
  }

  private static func text(_ text: String?) -> Value {
    guard let text, !text.isEmpty else { return .none }
    return .string(text)
  }

  // MARK: People

  private static let personShape = RecordShape(
    keys: ["name", "handle", "organization", "domain", "status", "role", "path", "line"])

  private static func person(_ person: Person) -> Value {
    .record(
      personShape,
      [
        text(person.name), text(person.handle), text(person.organization), text(person.domain),
        .string(person.status.rawValue), .string(person.role), .string(person.location.path),
        .int(person.location.line),
      ])
  }

  private static let organizationShape = RecordShape(keys: ["name", "people", "share", "path", "line"])

  private static func organizations(_ data: CommunityData) -> [Value] {
    let total = max(1, data.maintainers.count)
    return data.organizations.compactMap { organization in
      guard let first = organization.people.first else { return nil }
      let count = organization.people.count
      return .record(
        organizationShape,
        [
          .string(organization.name), .int(count), .int((count * 100 + total / 2) / total),
          .string(first.location.path), .int(first.location.line),
        ])
    }
  }

  private static let ownerShape = RecordShape(keys: ["name", "list", "approves", "path", "line"])

  private static func owner(_ entry: OwnerEntry) -> Value {
    .record(
      ownerShape,
      [
        .string(entry.name), .string(entry.list), .bool(entry.canApprove), .string(entry.location.path),
        .int(entry.location.line),
      ])
  }

  // MARK: Imports

  private static let importShape = RecordShape(keys: ["form", "kind", "value", "detail", "date", "path", "line"])

  private static func imported(_ entry: ImportedEntry) -> Value {
    .record(
      importShape,
      [
        .string(entry.form.rawValue), .string(entry.statement.kind.rawValue), .string(entry.statement.value),
        text(entry.statement.detail), text(entry.date?.description), .string(entry.statement.location.path),
        .int(entry.statement.location.line),
      ])
  }

  // MARK: Adopters

  private static let adopterShape = RecordShape(
    keys: ["name", "type", "since", "level", "url", "use_case", "is_integration", "independent", "path", "line"])

  private static func adopters(_ data: CommunityData) -> [Value] {
    return data.adopters.map { adopter in
      let isIntegration = Folding.letters(adopter.type ?? "").hasPrefix("integration")
      let isEmployer = data.view.employsMaintainers(adopter.name)
      return .record(
        adopterShape,
        [
          .string(adopter.name), text(adopter.type), text(adopter.since), text(adopter.level), text(adopter.url),
          text(adopter.useCase), .bool(isIntegration), .bool(!isIntegration && !isEmployer),
          .string(adopter.location.path), .int(adopter.location.line),
        ])
    }
  }

  // MARK: Groups

  private static let leadShape = RecordShape(keys: ["name", "handle", "organization", "role", "path", "line"])

  private static func lead(_ lead: Group.Lead) -> Value {
    .record(
      leadShape,
      [
        text(lead.name), text(lead.handle), text(lead.organization), .string(lead.role), .string(lead.location.path),
        .int(lead.location.line),
      ])
  }

  private static let meetingShape = RecordShape(
    keys: ["description", "day", "time", "time_zone", "frequency", "url", "archive_url", "path", "line"])

  private static func meeting(_ meeting: Group.Meeting) -> Value {
    .record(
      meetingShape,
      [
        text(meeting.description), text(meeting.day), text(meeting.time), text(meeting.timeZone),
        text(meeting.frequency), text(meeting.url), text(meeting.archiveURL), .string(meeting.location.path),
        .int(meeting.location.line),
      ])
  }

  private static let subprojectShape = RecordShape(keys: ["name", "group", "leads", "owners", "path", "line"])

  private static func subproject(_ subproject: Group.Subproject, of group: Group) -> Value {
    .record(
      subprojectShape,
      [
        .string(subproject.name), .string(group.name), .list(subproject.leads.map(lead)),
        .list(subproject.owners.map { .string($0) }), .string(subproject.location.path),
        .int(subproject.location.line),
      ])
  }

  private static func subprojects(_ data: CommunityData) -> [Value] {
    data.groups.flatMap { group in group.subprojects.map { subproject($0, of: group) } }
  }

  private static let groupShape = RecordShape(
    keys: [
      "kind", "name", "dir", "mission", "charter", "label", "leads", "meetings", "subprojects", "slack",
      "mailing_list", "path", "line",
    ])

  private static func group(_ group: Group) -> Value {
    .record(
      groupShape,
      [
        .string(group.kind.rawValue), .string(group.name), text(group.dir), text(group.mission),
        text(group.charterLink), text(group.label), .list(group.leads.map(lead)),
        .list(group.meetings.map(meeting)), .list(group.subprojects.map { subproject($0, of: group) }),
        text(group.contact?.slack), text(group.contact?.mailingList), .string(group.location.path),
        .int(group.location.line),
      ])
  }

  /// People listed with a role on a committee, or as members under a heading that names one, and leads of committees.
  private static func committeeMembers(_ data: CommunityData) -> [Value] {
    let names = data.community.organizations
    let listed = data.community.documents.flatMap { document in
      document.facts.people.filter { person in
        guard person.status == .active, person.role.hasSuffix("member") else { return false }
        if person.role.hasSuffix("committee member") { return true }
        let heading = document.markdown?.headings.last { $0.line < person.location.line }
        return heading?.text.lowercased().holds("committee") ?? false
      }
    }.map { member in
      var member = member
      member.organization = member.organization.map { names.name(for: $0) }
      return person(member)
    }
    let leads = data.dataGroups.filter { $0.kind == .committee }.flatMap(\.leads).filter { $0.role != "emeritus" }
    return listed + leads.map(lead)
  }

  // MARK: Documents

  private static let documentShape = RecordShape(
    keys: [
      "kind", "title", "repository", "folder", "root", "words", "sections", "date", "private_contact", "last_changed",
      "idle", "path", "line",
    ])

  private static func document(_ document: SourceDocument, _ data: CommunityData) -> Value {
    let repository = data.resolver.repository(of: document.path)
    let base = repository?.path ?? ""
    let inside = (base.isEmpty ? document.path : String(document.path.dropFirst(base.utf8.count + 1)))
      .split(separator: "/").map(String.init)
    let folder = inside.count > 1 ? inside[0] : ""
    let isRoot = inside.count == 1 || (inside.count == 2 && [".github", "docs"].contains(folder))
    let changed = data.community.changes(of: document.path).first?.date
    let isPolicy = document.kind == .securityPolicy
    return .record(
      documentShape,
      [
        .string(document.kind.rawValue), .string(document.title), text(repository?.name), .string(folder),
        .bool(isRoot), .int(DocumentTraits.words(document)), .int(document.markdown?.headings.count ?? 0),
        text(document.date?.description), .bool(isPolicy && DocumentTraits.givesPrivateContact(document)),
        text(changed?.description), .int(max(0, changed?.days(to: data.asOf) ?? 0)), .string(document.path), .int(1),
      ])
  }

  private static let headingShape = RecordShape(keys: ["text", "level", "kind", "title", "path", "line"])

  private static func headings(_ data: CommunityData) -> [Value] {
    data.community.documents.flatMap { document -> [Value] in
      let title = document.title
      return (document.markdown?.headings ?? []).map { heading in
        .record(
          headingShape,
          [
            .string(heading.text), .int(heading.level), .string(document.kind.rawValue), .string(title),
            .string(document.path), .int(heading.line),
          ])
      }
    }
  }

  private static let linkShape = RecordShape(keys: ["text", "url", "kind", "to", "to_kind", "path", "line"])

  private static func links(_ data: CommunityData) -> [Value] {
    data.links.map { resolved in
      var to = Value.none
      var kind = LinkKinds.kind(of: resolved.link.destination)
      if case .local(let path, _) = resolved.target {
        to = .string(path)
        if let document = data.document(path) { kind = document.kind.rawValue }
      }
      return .record(
        linkShape,
        [
          .string(resolved.link.text), .string(resolved.link.destination), .string(resolved.document.kind.rawValue),
          to, text(kind), .string(resolved.link.location.path), .int(resolved.link.location.line),
        ])
    }
  }

  private static func channels(_ data: CommunityData) -> [Value] {
    func row(_ url: String, _ location: Location) -> Value {
      .map([("url", .string(url)), ("path", .string(location.path)), ("line", .int(location.line))])
    }
    let publicKinds: Set<String> = ["readme", "governance", "contributing", "page", "groups", "membership", "meetings"]
    let links = data.links.filter {
      publicKinds.contains($0.document.kind.rawValue) && LinkKinds.isChannel($0.link.destination)
    }.map { row($0.link.destination, $0.link.location) }
    let contacts = data.groups.compactMap { group in
      (group.contact?.slack ?? group.contact?.mailingList).map { row($0, group.location) }
    }
    return links + contacts
  }

  // MARK: The application

  private static let itemShape = RecordShape(keys: ["criterion", "state", "evidence", "text", "path", "line"])

  private static func items(_ data: CommunityData) -> [Value] {
    (data.application?.facts.items ?? []).map { item in
      .record(
        itemShape,
        [
          text(item.criterion?.rawValue), .string(item.state.rawValue), .string(item.evidence.rawValue),
          .string(item.text), .string(item.location.path), .int(item.location.line),
        ])
    }
  }

  private static let claimShape = RecordShape(
    keys: ["kind", "value", "names", "as_of", "text", "criterion", "path", "line"])

  private static func claims(_ data: CommunityData) -> [Value] {
    (data.application?.facts.claims ?? []).map { claim in
      .record(
        claimShape,
        [
          .string(claim.kind), claim.value.map { .int($0) } ?? .none, .list(claim.names.map { .string($0) }),
          text(claim.asOf?.description), .string(claim.text), text(claim.criterion?.rawValue),
          .string(claim.location.path), .int(claim.location.line),
        ])
    }
  }

  private static func repository(_ repository: Repository) -> Value {
    .map([
      ("name", .string(repository.name)), ("path", .string(repository.path)), ("line", .int(1)),
      ("excerpt", .bool(repository.isExcerpt)), ("absent", .bool(repository.isAbsent)),
    ])
  }
}
