import Diagnostics
import Intake
import Markdown
import StructuredData
import Templates

/// Rows of the collections that rest on the files of today.
enum CollectionRows {
  static let person = Record<Person, CommunityData> {
    $0.said("name") { $0.name }
    $0.said("handle") { $0.handle }
    $0.said("organization") { $0.organization }
    $0.said("domain") { $0.domain }
    $0.text("status") { $0.status.rawValue }
    $0.text("role") { $0.role }
    $0.value("approves") { person, data in
      .bool(person.handle.map { data.approvers.contains(Folding.letters($0)) } ?? false)
    }
    $0.place { $0.location }
  }

  static let organization = Record<Employers.Organization, CommunityData> {
    $0.text("name") { $0.name }
    $0.number("people") { $0.people.count }
    $0.value("share") { organization, data in
      .int(Rows.percent(organization.people.count, of: data.maintainers.count))
    }
    $0.flag("certain") { $0.isCertain }
    // An organization is there because of a person.
    $0.place { $0.people[0].location }
  }

  static let owner = Record<OwnerEntry, CommunityData> {
    $0.text("name") { $0.name }
    $0.text("list") { $0.list }
    $0.flag("approves") { $0.canApprove }
    $0.flag("team") { $0.name.holds(byte: UInt8(ascii: "/")) }
    $0.value("listed") { .bool($1.maintainerNames.contains(Folding.letters($0.name))) }
    $0.value("retired") { .bool($1.emeritusNames.contains(Folding.letters($0.name))) }
    $0.value("root") { owner, data in .bool(data.document(owner.location.path).map(data.isAtRoot) ?? false) }
    $0.place { $0.location }
  }

  static let imported = Record<ImportedEntry, CommunityData> {
    $0.text("form") { $0.form.rawValue }
    $0.text("kind") { $0.statement.kind.rawValue }
    $0.text("value") { $0.statement.value }
    $0.said("detail") { $0.statement.detail }
    $0.value("listed") { .bool($1.maintainerNames.contains(Folding.letters($0.statement.value))) }
    $0.text("date") { $0.date?.description }
    $0.place { $0.statement.location }
  }

  static let adopter = Record<Adopter, CommunityData> {
    $0.text("name") { $0.name }
    $0.said("type") { $0.type }
    $0.said("since") { $0.since }
    $0.said("level") { $0.level }
    $0.said("url") { $0.url }
    $0.said("use_case") { $0.useCase }
    $0.flag("is_integration") { $0.isIntegration }
    $0.value("independent") { .bool(!$0.isIntegration && !$1.view.employsMaintainers($0.name, at: $0.url)) }
    $0.place { $0.location }
  }

  private static let lead = Record<Group.Lead, Void> {
    $0.said("name") { $0.name }
    $0.said("handle") { $0.handle }
    $0.said("organization") { $0.organization }
    $0.text("role") { $0.role }
    $0.place { $0.location }
  }

  private static let meeting = Record<Group.Meeting, Void> {
    $0.said("description") { $0.description }
    $0.said("day") { $0.day }
    $0.said("time") { $0.time }
    $0.said("time_zone") { $0.timeZone }
    $0.said("frequency") { $0.frequency }
    $0.said("url") { $0.url }
    $0.said("archive_url") { $0.archiveURL }
    $0.place { $0.location }
  }

  /// Keys of the rows inside other rows.
  static let nestedKeys = lead.keys + meeting.keys

  static let subproject = Record<(Group.Subproject, group: String), CommunityData> {
    $0.text("name") { $0.0.name }
    $0.text("group") { $0.group }
    $0.value("leads") { item, _ in lead.list(item.0.leads) }
    $0.texts("owners") { $0.0.owners }
    $0.place { $0.0.location }
  }

  static func subprojects(_ group: Group) -> [(Group.Subproject, group: String)] {
    group.subprojects.map { ($0, group: group.name) }
  }

  static let group = Record<Group, CommunityData> {
    $0.text("kind") { $0.kind.rawValue }
    $0.text("name") { $0.name }
    $0.said("dir") { $0.dir }
    $0.said("mission") { $0.mission }
    $0.said("charter") { $0.charterLink }
    $0.said("label") { $0.label }
    $0.value("access") { group, _ in .bool(group.isAccess) }
    $0.value("leads") { group, _ in lead.list(group.leads) }
    $0.value("meetings") { group, _ in meeting.list(group.meetings) }
    $0.value("subprojects") { group, data in subproject.list(subprojects(group), data) }
    $0.said("slack") { $0.contact?.slack }
    $0.said("mailing_list") { $0.contact?.mailingList }
    $0.place { $0.location }
  }

  static let document = Record<SourceDocument, CommunityData> {
    $0.text("kind") { $0.kind.rawValue }
    $0.text("title") { $0.title }
    $0.value("repository") { document, data in
      data.resolver.repository(of: document.path).map { .string($0.name) } ?? .none
    }
    $0.value("folder") { .string($1.folder(of: $0)) }
    $0.value("root") { .bool($1.isAtRoot($0)) }
    $0.number("words") { $0.wordCount }
    $0.number("sections") { $0.markdown?.headings.count ?? 0 }
    $0.text("date") { $0.date?.description }
    $0.value("private_contact") { document, data in
      .bool(document.kind == .securityPolicy && DocumentTraits.givesPrivateContact(document))
    }
    $0.value("last_changed") { document, data in
      data.lastChange(of: document).map { .string($0.description) } ?? .none
    }
    $0.value("idle") { .int(max(0, $1.lastChange(of: $0)?.days(to: $1.asOf) ?? 0)) }
    $0.text("path") { $0.path }
    $0.number("line") { _ in 1 }
  }

  static let heading = Record<(SourceDocument, heading: Heading), CommunityData> {
    $0.text("text") { $0.heading.text }
    $0.number("level") { $0.heading.level }
    $0.text("kind") { $0.0.kind.rawValue }
    $0.text("title") { $0.0.title }
    $0.text("path") { $0.0.path }
    $0.number("line") { $0.heading.line }
  }

  /// A link taken out of its document once: each look into the document copies much.
  struct LinkRow {
    let link: Link
    let path: String
    let kind: DocumentKind
    let localPath: String?

    init(_ resolved: CommunityData.ResolvedLink) {
      let document = resolved.document
      link = resolved.link
      (path, kind) = (document.path, document.kind)
      localPath = resolved.localPath
    }
  }

  static let link = Record<LinkRow, CommunityData> {
    $0.text("text") { $0.link.text }
    $0.text("url") { $0.link.destination }
    $0.text("kind") { $0.kind.rawValue }
    $0.text("to") { $0.localPath }
    $0.value("to_kind") { row, data in
      let kind =
        row.localPath.flatMap { data.document($0)?.kind.rawValue }
        ?? LinkKinds.kind(of: row.link.destination)
      return kind.map(Value.string) ?? .none
    }
    // Not by the link's place, with which the text of its line would be made.
    $0.text("path") { $0.path }
    $0.number("line") { $0.link.line }
  }

  static let channel = Record<(url: String, location: Location), CommunityData> {
    $0.text("url") { $0.url }
    $0.place { $0.location }
  }

  static let item = Record<ChecklistItem, CommunityData> {
    $0.text("criterion") { $0.criterion?.rawValue }
    $0.text("state") { $0.state.rawValue }
    $0.text("evidence") { $0.evidence.rawValue }
    $0.text("text") { $0.text }
    $0.place { $0.location }
  }

  static let claim = Record<Claim, CommunityData> {
    $0.text("kind") { $0.kind }
    $0.number("value") { $0.value }
    $0.texts("names") { $0.names }
    $0.text("as_of") { $0.asOf?.description }
    $0.text("text") { $0.text }
    $0.text("criterion") { $0.criterion?.rawValue }
    $0.place { $0.location }
  }

  static let repository = Record<Repository, CommunityData> {
    $0.text("name") { $0.name }
    $0.text("path") { $0.path }
    $0.number("line") { _ in 1 }
    $0.flag("excerpt") { $0.isExcerpt }
    $0.flag("absent") { $0.isAbsent }
  }
}

extension Adopter {
  fileprivate var isIntegration: Bool { Folding.letters(type ?? "").hasPrefix("integration") }
}

extension CommunityData.ResolvedLink {
  /// The path it leads to, when that is here.
  fileprivate var localPath: String? {
    if case .local(let path, _) = target { path } else { nil }
  }
}

extension CommunityData {
  /// Whether the links of any document were kept.
  var hasLinks: Bool { community.documents.contains { !$0.facts.lostLinks } }

  /// A document's path inside its repository.
  private func pathInside(_ document: SourceDocument) -> [Substring] {
    document.path.below(resolver.repository(of: document.path)?.path ?? "").pathNames
  }

  /// The first folder on a document's path inside its repository; empty for one at its root.
  fileprivate func folder(of document: SourceDocument) -> String {
    let inside = pathInside(document)
    return inside.count > 1 ? String(inside[0]) : ""
  }

  /// Whether a document is at its repository's root, or where a forge looks for it as well.
  func isAtRoot(_ document: SourceDocument) -> Bool {
    let inside = pathInside(document)
    return inside.count == 1 || (inside.count == 2 && (inside[0] == ".github" || inside[0] == "docs"))
  }

  fileprivate func lastChange(of document: SourceDocument) -> CalendarDate? {
    community.changes(of: document.path).first?.date
  }

  /// Links to chats, lists and forums, and contacts of groups.
  var channels: [(url: String, location: Location)] {
    let publicKinds: Set<DocumentKind> = [
      .readme, .governance, .contributing, .page, .groups, .membership, .meetings,
    ]
    let links = links.filter {
      $0.link.goal == .elsewhere && publicKinds.contains($0.document.kind)
        && LinkKinds.isChannel($0.link.destination)
        && !PassageIndex.isNumbered(String($0.document.path.fileStem))
    }
    let contacts = groups.compactMap { group in
      (group.contact?.slack ?? group.contact?.mailingList).map { (url: $0, location: group.location) }
    }
    // The pages that a visitor reads come before minutes, and before what lies in hidden folders or deep below.
    func rank(_ document: SourceDocument) -> Int {
      let isAside = document.kind == .meetings || document.path.hasPrefix(".") || document.path.holds("/.")
      return isAside ? 3 : min(2, depth(of: document.path))
    }
    let ranked = links.map { (rank: rank($0.document), link: $0.link) }.sorted { $0.rank < $1.rank }
    return ranked.map { (url: $0.link.destination, location: $0.link.location) } + contacts
  }

  /// People listed with a role on a committee, or as members under a heading that names one, and leads of committees.
  var committeeMembers: [Person] {
    let listed = community.documents.flatMap { document in
      document.facts.people.filter { person in
        guard person.status == .active, person.role.hasSuffix("member") else { return false }
        if person.role.hasSuffix("committee member") { return true }
        let heading = document.markdown?.headings.last { $0.line < person.location.line }
        return heading?.text.lowercased().holds("committee") ?? false
      }
    }
    let leads = dataGroups.filter { $0.kind == .committee }.flatMap(\.leads).filter { $0.role != "emeritus" }
    let members =
      listed
      + leads.map {
        Person(
          name: $0.name, handle: $0.handle, organization: $0.organization, role: $0.role, location: $0.location)
      }
    // A page of its own may list a committee by its title alone.
    let committees = view.power.bodies.filter { $0.kind == .steering || $0.kind == .technicalCommittee }
    return (members.isEmpty ? committees.flatMap { $0.voters?.people ?? [] } : members).map { member in
      var member = member
      // "N/A" is no employer that people could have in common.
      member.organization = member.organization.flatMap {
        Employment($0) == .notStated ? nil : community.organizations.name(for: $0)
      }
      return member
    }
  }
}
