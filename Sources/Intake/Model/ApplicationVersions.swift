import Criteria

extension Community {
  /// Due-diligence documents of the community that follow each other: each with the next newer one for the same level,
  /// oldest pair first. A document that names no level belongs to those of its generation.
  public var applicationVersions: [(earlier: SourceDocument, later: SourceDocument)] {
    let ranked = Applications.ranked(ownDocuments.filter { $0.kind == .dueDiligence })
    let levels = ranked.map(Applications.level)
    func isSame(_ a: Int, _ b: Int) -> Bool {
      guard let x = levels[a], let y = levels[b] else {
        return ranked[a].facts.generation == ranked[b].facts.generation
      }
      return x == y
    }
    return ranked.indices.compactMap { later in
      ranked.indices[..<later].last { isSame($0, later) }.map { (ranked[$0], ranked[later]) }
    }
  }
}
