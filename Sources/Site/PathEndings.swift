import Diagnostics

/// The shortest ending of each document's path that no other document of its community has.
struct PathEndings: Sendable {
  private var endings: [String: String] = [:]

  /// - Parameter documents: of each the number of its community, and its path.
  init(_ documents: [(community: Int, path: String)]) {
    struct Candidate: Hashable {
      let community: Int
      let ending: String
    }
    var waiting = documents
    var depth = 1
    while !waiting.isEmpty {
      let candidates = waiting.map { item in
        let parts = item.path.pathNames
        let ending = depth == 1 ? String(parts.last ?? "") : parts.suffix(depth).joined(separator: "/")
        return Candidate(community: item.community, ending: parts.count > depth ? "…/\(ending)" : ending)
      }
      var counts: [Candidate: Int] = [:]
      for candidate in candidates { counts[candidate, default: 0] += 1 }
      var others: [(community: Int, path: String)] = []
      for (item, candidate) in zip(waiting, candidates) {
        if counts[candidate] == 1 || !candidate.ending.hasPrefix("…") {
          endings[item.path] = candidate.ending
        } else {
          others.append(item)
        }
      }
      waiting = others
      depth += 1
    }
  }

  subscript(path: String) -> String? { endings[path] }
}
