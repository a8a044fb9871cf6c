import Intake

extension Rule {
  static let branchDrift = Rule(
    id: "links/branch-drift",
    summary: "a link to a branch that the repository renamed",
    why: "The host redirects for now; nobody promises for how long.",
    howToFix: "write the branch's present name",
    examples: [],
  ) { data, rule in
    let branches = data.defaultBranches
    return data.links.compactMap { resolved in
      guard let address = GitHubAddress(resolved.link.destination), let branch = address.branch,
        ["master", "main"].contains(branch), case .local(let path, _) = resolved.target,
        let repository = data.resolver.repository(named: address), let current = branches[repository.path],
        current != branch
      else { return nil }
      return rule.finding(
        .note, "the link names the branch \(branch), the repository is on \(current)",
        key: "\(resolved.link.destination)",
        at: [.init(.claim, resolved.link.location)], confidence: repository.branch == nil ? .medium : .high,
        expected: branch, actual: current, fix: "link \(path.split(separator: "/").last ?? "the file") on \(current)")
    }
  }
}

extension CommunityData {
  /// The branch of each repository: the one that was read, else the one that most links into it name, when another is
  /// rarer. A tie decides nothing.
  fileprivate var defaultBranches: [String: String] {
    var counts: [String: [String: Int]] = [:]
    for resolved in links {
      guard let address = GitHubAddress(resolved.link.destination), let branch = address.branch,
        ["master", "main"].contains(branch), let repository = resolver.repository(named: address)
      else { continue }
      counts[repository.path, default: [:]][branch, default: 0] += 1
    }
    var result: [String: String] = [:]
    for repository in community.repositories {
      if let branch = repository.branch {
        result[repository.path] = branch
      } else if let count = counts[repository.path], count["main", default: 0] > count["master", default: 0] {
        result[repository.path] = "main"
      }
    }
    return result
  }
}
