import Diagnostics
public import Intake
import Markdown

extension Assessment {
  /// The same with a finding for each link to a file, folder or heading that the earlier version has and this one has not:
  /// here that is known, while the rule on one version alone must leave open whether the file was ever given, and whether
  /// an address of the host means this checkout.
  public func addingLostLinks(since before: Community) -> Assessment {
    guard !community.files.isEmpty else { return self }
    var earlier = Set(before.files).subtracting(community.files)
    for path in earlier {
      // Of two files the shorter way up ends where the other one was.
      var folder = path.folderPath
      while !folder.isEmpty, earlier.insert(folder).inserted { folder = folder.folderPath }
    }
    let resolver = LinkResolver(community, byRemotes: true)
    let rules = [Rule.linksBroken.id, Rule.linksDeadAnchor.id]
    let known = Set(findings.filter { rules.contains($0.rule) }.compactMap(\.places.first?.location))
    let lost = LostHeadings(before, community)
    var assessment = self
    var prints = Set(findings.map(\.fingerprint))
    for document in community.ownDocuments where !document.facts.lostLinks {
      for link in document.facts.links where !known.contains(link.location) {
        let (rule, message): (Rule, String)
        switch resolver.target(of: link.destination, in: document.path) {
        case .absent(let path, let repository, _) where earlier.contains(path):
          let shown = path.below(repository)
          (rule, message) = (.linksBroken, "\(shown) does not exist")
        case .local(let path, let fragment?) where lost.has(fragment, of: path):
          (rule, message) = (.linksDeadAnchor, "\(path) has no heading with the anchor #\(fragment)")
        default: continue
        }
        let weighs = rule.id == Rule.linksBroken.id && document.path == community.application
        let finding = rule.finding(
          weighs ? .warning : .note, message, key: link.destination, at: [.init(.claim, link.location)],
          expected: link.destination)
        if prints.insert(finding.fingerprint).inserted { assessment.findings.append(finding) }
      }
    }
    return assessment
  }
}

/// Anchors that documents had in the earlier version and do not have any more.
private struct LostHeadings {
  private let anchors: [String: Set<String>]

  init(_ before: Community, _ now: Community) {
    let earlier = Dictionary(firstOf: before.documents.map { ($0.path, $0.source.bytes) })
    let changed = Set(
      now.documents.filter { document in earlier[document.path].map { $0 != document.source.bytes } ?? false }
        .map(\.path))
    func anchors(_ community: Community) -> [String: Set<String>] {
      Dictionary(
        firstOf: community.documents.filter { changed.contains($0.path) }
          .map { ($0.path, Set(($0.markdown?.anchors ?? []).map { $0.lowercased() })) })
    }
    let present = anchors(now)
    self.anchors = anchors(before).merging(present) { $0.subtracting($1) }
  }

  func has(_ anchor: String, of path: String) -> Bool {
    anchors[path]?.contains(LinkPath.decoded(anchor).lowercased()) ?? false
  }
}
