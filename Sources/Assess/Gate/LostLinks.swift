import Diagnostics
public import Intake

extension Assessment {
  /// The same with a finding for each link to a document that the earlier version has and this one has not: here that
  /// is known, while the rule on one version alone must leave open whether the file was ever given.
  public func addingLostLinks(since before: Community) -> Assessment {
    let (earlier, later) = (Set(before.files), Set(community.files))
    guard !earlier.isSubset(of: later), !later.isEmpty else { return self }
    let resolver = LinkResolver(community)
    let known = Set(findings.filter { $0.rule == Rule.linksBroken.id }.compactMap(\.places.first?.location))
    var assessment = self
    var prints = Set(findings.map(\.fingerprint))
    for document in community.ownDocuments where !document.facts.lostLinks {
      for link in document.facts.links where !known.contains(link.location) {
        guard case .absent(let path, let repository, _) = resolver.target(of: link.destination, in: document.path),
          earlier.contains(path)
        else { continue }
        let shown = repository.isEmpty ? path : String(path.dropFirst(repository.utf8.count + 1))
        let finding = Rule.linksBroken.finding(
          document.path == community.application ? .warning : .note, "no file \(shown)", key: link.destination,
          at: [.init(.claim, link.location)], expected: link.destination)
        if prints.insert(finding.fingerprint).inserted { assessment.findings.append(finding) }
      }
    }
    return assessment
  }
}
