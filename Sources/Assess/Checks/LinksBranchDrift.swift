import Diagnostics
import Intake

extension Rule {
  static let linksBranchDrift = Rule(
    id: "links/branch-drift",
    summary: "a link to a branch that has been renamed",
    why: "The host redirects for now, but nobody promises for how long.",
    howToFix: "use the branch's current name",
    examples: [
      Example(
        [
          "sitegen.yaml": Samples.workspace,
          "docs/README.md": "# Docs\n\nSee [A](↓https://github.com/example/docs/blob/master/a.md).\n",
          "docs/a.md": "# A\n",
        ],
        finds: ["the link uses the branch master, but the repository is on main"]),
      Example([
        "sitegen.yaml": Samples.workspace,
        "docs/README.md": "# Docs\n\nSee [A](https://github.com/example/docs/blob/main/a.md).\n",
        "docs/a.md": "# A\n",
      ]),
    ]
  ) { data, rule in
    // Links that lead elsewhere only tell which branch is usual where none is known.
    let areCounted = data.community.repositories.contains { $0.branch == nil }
    let links = data.links.compactMap { link in
      areCounted || link.target != .outside ? link.addressWithBranch.map { (link, $0) } : nil
    }
    let branches = data.defaultBranches(links.map(\.1))
    return links.compactMap { resolved, parts in
      guard let branch = parts.branch, resolved.target != .outside,
        let repository = data.resolver.repository(named: parts), let current = branches[repository.path],
        current != branch
      else { return nil }
      let place = resolved.link.location
      let address = resolved.link.destination
      let renamed = address.replacing("/\(branch)/", with: "/\(current)/", maxReplacements: 1)
      let edits = place.text == address && renamed != address ? [Replacement(place, with: renamed)] : []
      return rule.finding(
        .note, "the link uses the branch \(branch), but the repository is on \(current)",
        key: address, at: [.init(.claim, place)], confidence: repository.branch == nil ? .medium : .high,
        expected: branch, actual: current, fix: "write \(current) instead of \(branch)",
        solutions: [Solution("write \(current) instead of \(branch)", edits)])
    }
  }
}

extension CommunityData.ResolvedLink {
  /// The address of a link that names one of the two usual branches.
  fileprivate var addressWithBranch: GitHubAddress? {
    let destination = link.destination
    guard link.goal == .elsewhere, destination.holds("/master") || destination.holds("/main"),
      let address = GitHubAddress(destination),
      ["master", "main"].contains(address.branch)
    else { return nil }
    return address
  }
}

extension CommunityData {
  /// The branch of each repository: the one that was read, else the one that most of the addresses into it name, when
  /// another is rarer. A tie decides nothing.
  fileprivate func defaultBranches(_ addresses: [GitHubAddress]) -> [String: String] {
    var counts: [String: [String: Int]] = [:]
    for address in addresses {
      guard let branch = address.branch, let repository = resolver.repository(named: address) else { continue }
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
