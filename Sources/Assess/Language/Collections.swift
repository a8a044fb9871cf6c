import Diagnostics
import Intake
import StructuredData
import Templates

/// The collections of one community that the expressions of criteria files see.
struct Collections {
  let context: Value
  /// Names of collections that are asked for and of kinds of document, where they were read; a check that needs another
  /// is undecided.
  let available: Set<String>
  /// Kinds of documents of which one lies in a repository whose history is unknown.
  private let undated: Set<String>

  /// - Parameter asked: what expressions can ask for; nil for all.
  init(_ data: CommunityData, asked: AskedRows? = nil) {
    var values: [(String, Value)] = [("as_of", .string(data.asOf.description))]
    // A page that only says where the rules are kept is none of them.
    var available = Set(data.tellingDocuments.map(\.kind.rawValue))
    for collection in RowCollection.all where asked?.collections.contains(collection.name) ?? true {
      let rows = collection.rows(data, asked?.keys)
      values.append((collection.name, .list(rows)))
      if collection.isAvailable(data, rows) { available.insert(collection.name) }
    }
    context = .map(values)
    self.available = available
    undated = Set(
      data.community.ownDocuments.filter { document in
        !data.pointers.contains(document.path) && data.community.repository(of: document.path)?.history == nil
      }.map(\.kind.rawValue))
  }

  /// What of the things that a check needs was not read. That something has not changed is known only where the
  /// histories of all documents of the kinds it is about are.
  func absent(of needs: [String]) -> [String] {
    let absent = needs.filter { !available.contains($0) }
    guard needs.contains("changes"), available.contains("changes") else { return absent }
    return absent + needs.filter { available.contains($0) && undated.contains($0) }.map { "changes of \($0)" }
  }
}

/// A list of rows. Every row has `path` and `line`; what a file does not say is none.
struct RowCollection: Sendable {
  let name: String
  /// What its rows are, for people who write criteria.
  let holds: String
  let keys: [String]
  /// Its rows, with the values of the keys that are asked for.
  let rows: @Sendable (CommunityData, _ asked: Set<String>?) -> [Value]
  /// Whether what it is made from was read; a check that needs it is undecided otherwise.
  let isAvailable: @Sendable (CommunityData, _ rows: [Value]) -> Bool

  /// A collection of records; it is there when it has rows, unless something else is said.
  init<Item>(
    _ name: String, _ holds: String, _ record: Record<Item, CommunityData>,
    isAvailable: @escaping @Sendable (CommunityData, _ rows: [Value]) -> Bool = { !$1.isEmpty },
    items: @escaping @Sendable (CommunityData) -> [Item]
  ) {
    self.name = name
    self.holds = holds
    keys = record.keys
    rows = { data, asked in
      let isAsked = record.keys.map { asked?.contains($0) ?? true }
      return items(data).map { record.value($0, data, only: isAsked) }
    }
    self.isAvailable = isAvailable
  }

  static let all: [RowCollection] = people + power + documents + application + past

  private static let people: [RowCollection] = [
    RowCollection("maintainers", "active maintainers", CollectionRows.person) { $0.maintainers },
    RowCollection("emeritus", "former maintainers", CollectionRows.person) { $0.emeritus },
    RowCollection(
      "organizations", "organizations of active maintainers, the largest first; the share is in percent",
      CollectionRows.organization
    ) { $0.organizations },
    RowCollection("adopters", "adopters", CollectionRows.adopter) { $0.adopters },
    RowCollection("groups", "SIGs, WGs and other groups", CollectionRows.group) { $0.groups },
    RowCollection(
      "subprojects", "subprojects of all groups, and those in a table of their own, whose group is empty",
      CollectionRows.subproject,
      isAvailable: { data, _ in
        // A page of a group in its folder is no list of groups, which would name their parts.
        data.groups.contains { data.document($0.location.path)?.facts.groups.isEmpty == false }
          || !data.community.maintainedParts.isEmpty || !data.community.listedParts.isEmpty
      }
    ) { data in
      data.groups.flatMap(CollectionRows.subprojects) + data.community.listedParts.map { ($0, group: "") }
    },
    RowCollection(
      "maintained_parts", "parts of the project by the headings of its list of maintainers; the group is empty",
      CollectionRows.subproject
    ) { $0.community.maintainedParts.map { ($0, group: "") } },
    RowCollection(
      "committee_members", "members of committees, from lists of people and group data", CollectionRows.person
    ) { $0.committeeMembers },
    RowCollection("owners", "entries of ownership files", CollectionRows.owner) { $0.owners },
  ]

  private static let documents: [RowCollection] = [
    RowCollection(
      "documents",
      "documents; `last_changed` is from history, `idle` is the days for which it shows no change, 0 without history",
      CollectionRows.document
    ) { $0.tellingDocuments },
    RowCollection(
      "headings", "headings of Markdown documents, with kind and title of the document", CollectionRows.heading
    ) {
      $0.community.documents.flatMap { document in (document.markdown?.headings ?? []).map { (document, heading: $0) } }
    },
    RowCollection(
      "links",
      "links; `kind` is the document's, `to` the path it leads to when that is here, `to_kind` what it seems to lead to",
      CollectionRows.link, isAvailable: { data, _ in data.hasLinks }
    ) { $0.links.map(CollectionRows.LinkRow.init) },
    RowCollection(
      "channels", "links to chats, lists and forums, and contacts of groups", CollectionRows.channel,
      isAvailable: { data, _ in data.hasLinks }
    ) { $0.channels },
    RowCollection("repositories", "repositories", CollectionRows.repository) { $0.community.repositories },
    RowCollection(
      "imports", "what imported files say, as evidence of their own day for a reviewer; no check may rest on it",
      CollectionRows.imported
    ) { $0.imports },
  ]

  private static let application: [RowCollection] = [
    RowCollection("items", "lines of the application that assert a criterion", CollectionRows.item) {
      $0.application?.facts.items ?? []
    },
    RowCollection("claims", "figures and lists that the application states", CollectionRows.claim) {
      $0.application?.facts.claims ?? []
    },
  ]

  private static let past: [RowCollection] = [
    RowCollection(
      "releases",
      "releases by day; `age` is in days, `state` is done, planned or scheduled, `source` tag, record or plan, `gap` the "
        + "days since the final release before it",
      HistoryRows.release
    ) { HistoryRows.releases($0) },
    RowCollection(
      "changes", "changes of documents, from history, newest first", HistoryRows.change,
      isAvailable: { data, _ in data.community.hasHistory }
    ) { HistoryRows.changes($0) },
    RowCollection(
      "maintainer_changes", "who came and who went, from history; `change` is added or retired", HistoryRows.maintainer,
      isAvailable: { data, _ in data.community.maintainerHistory != nil }
    ) { $0.community.maintainerChanges },
  ]
}

extension Record.Fields {
  /// A text, or none where a file says nothing.
  mutating func said(_ key: String, _ source: @escaping @Sendable (Item) -> String?) {
    text(key) { item -> String? in source(item).flatMap { $0.isEmpty ? nil : $0 } }
  }

  /// The `path` and `line` of a row.
  mutating func place(_ source: @escaping @Sendable (Item) -> Location) {
    text("path") { source($0).path }
    number("line") { source($0).line }
  }
}
