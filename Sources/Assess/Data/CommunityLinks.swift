import Diagnostics
import Intake

/// Where every link of a community's documents leads, resolved once.
struct CommunityLinks: Sendable {
  let resolver: LinkResolver
  /// By document and link; none for a document whose links were lost.
  let targets: [[LinkTarget]]

  /// Resolves the links of some communities, their documents on all cores.
  static func all(_ communities: [Community], jobs: Int) async -> [CommunityLinks] {
    let resolvers = await communities.concurrentMap(width: jobs) { LinkResolver($0) }
    let places = communities.indices.flatMap { number in
      communities[number].documents.indices.map { (number, $0) }
    }
    let targets = await places.concurrentMap(width: jobs) { number, document in
      resolvers[number].targets(of: communities[number].documents[document])
    }
    var start = 0
    return zip(communities, resolvers).map { community, resolver in
      defer { start += community.documents.count }
      return CommunityLinks(
        resolver: resolver, targets: Array(targets[start..<start + community.documents.count]))
    }
  }
}

extension CommunityLinks {
  init(_ community: Community) {
    let resolver = LinkResolver(community)
    self.init(resolver: resolver, targets: community.documents.map(resolver.targets))
  }
}

extension LinkResolver {
  fileprivate func targets(of document: SourceDocument) -> [LinkTarget] {
    guard !document.facts.lostLinks else { return [] }
    let repository = repository(of: document.path)
    return document.facts.links.map { target(of: $0.destination, $0.goal, in: document.path, repository) }
  }
}
