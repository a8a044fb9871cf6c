import Intake

extension Rule {
  static let ownersEmeritusApprover = Rule(
    id: "owners/emeritus-approver",
    summary: "a former maintainer who can still approve changes",
    why:
      "The rights of people who have left are the first thing an attacker would use; reviewers have blocked on this.",
    howToFix: "move the entry to the emeritus list, or say why the person keeps the right",
    examples: [
      Example(
        [
          "MAINTAINERS.md": Samples.maintainersAndEmeritus,
          "OWNERS": "approvers:\n- ann\n- ↓cid\n",
        ],
        finds: ["cid is a former maintainer but is still in `approvers`"]),
      Example([
        "MAINTAINERS.md": Samples.maintainersAndEmeritus,
        "OWNERS": "approvers:\n- ann\nemeritus_approvers:\n- cid\n",
      ]),
    ]
  ) { data, rule in
    let active = Set(data.maintainers.compactMap { $0.handle.map(NameFolding.handle) })
    let former = Dictionary(
      firstOf: data.emeritus.compactMap { person in person.handle.map { (NameFolding.handle($0), person) } })
    return data.owners.filter(\.canApprove).compactMap { entry -> Finding? in
      let handle = NameFolding.handle(entry.name)
      guard !active.contains(handle), let person = former[handle] else { return nil }
      return rule.finding(
        .warning, "\(entry.name) is a former maintainer but is still in `\(entry.list)`",
        key: "\(entry.list) \(handle)",
        at: [.init(.claim, entry.location), .init(.fact, person.location)], confidence: .medium)
    }
  }
}
