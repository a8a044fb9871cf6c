import Diagnostics

/// Groups that have a folder each, whose page names their leads and meetings, in a community without a list of groups:
/// `sig-network/README.md`.
enum GroupFolders {
  /// The kinds of groups whose names begin the names of folders.
  private static let kinds: [Group.Kind] = [.sig, .wg, .userGroup, .committee]

  /// The groups of pages in such folders; none where one folder alone has such a name.
  static func groups(in documents: [SourceDocument]) -> [Group] {
    let groups = documents.compactMap(group)
    return groups.count > 1 ? groups : []
  }

  private static func group(_ document: SourceDocument) -> Group? {
    let folders = document.path.pathNames.dropLast().map { $0.lowercased() }
    guard document.kind == .readme, let folder = folders.last, let markdown = document.markdown,
      let kind = kinds.first(where: { folder.hasPrefix($0.rawValue + "-") }),
      !folders.contains(where: { $0.hasPrefix("archive") })
    else { return nil }
    let leads = document.facts.people.filter { $0.status == .active && isLead($0.role) }
    guard !leads.isEmpty || !document.facts.meetings.isEmpty else { return nil }
    let heading = markdown.headings.first
    var group = Group(
      kind: kind, name: heading.flatMap { name(ofTitle: $0.text) } ?? String(folder.dropFirst(kind.rawValue.count + 1)),
      location: document.source.location(line: heading?.line ?? 1))
    group.dir = document.path.pathNames.dropLast().last.map(String.init)
    group.leads = leads.map { Group.Lead($0, role: $0.role.hasPrefix("chair") ? "chair" : "lead") }
    group.meetings = document.facts.meetings
    return group
  }

  private static func isLead(_ role: String) -> Bool { role.holds("lead") || role.holds("chair") }

  /// What is left of a title without the word for the kind of group in front: `SIG: Network` and `SIG Network` are Network.
  private static func name(ofTitle title: String) -> String? {
    let parts = title.split(maxSplits: 1) { $0 == ":" || $0 == " " }
    guard parts.count == 2, kinds.contains(where: { $0.rawValue == parts[0].lowercased() }) else {
      return title.isEmpty ? nil : title
    }
    let rest = parts[1].drop { $0 == " " || $0 == ":" || $0 == "-" }
    return rest.isEmpty ? nil : String(rest)
  }
}
