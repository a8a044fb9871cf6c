import Intake

extension Rule {
  static let ownersMaintainerNotApprover = Rule(
    id: "owners/maintainer-not-approver",
    summary: "an active maintainer who is not in any list of approvers",
    why: "Documented roles and actual rights should match.",
    howToFix:
      "add the maintainer to the approvers of the repositories they are responsible for, or update the maintainers list",
    examples: [
      Example(
        ["MAINTAINERS.md": Samples.maintainers.marked("| Bob"), "OWNERS": "approvers:\n- ann\n- dan\n"],
        finds: ["bob is an active maintainer but is not an approver anywhere"]),
      Example(["MAINTAINERS.md": Samples.maintainers, "OWNERS": "approvers:\n- ann\n- Bob\n"]),
      Example(["MAINTAINERS.md": Samples.maintainers, "OWNERS": "owners:\n- bob\napprovers:\n- ann\n"]),
    ]
  ) { data, rule in
    let approvers = data.owners.filter(\.canApprove)
    let names = Set(approvers.map { NameFolding.handle($0.name) })
    // Teams hide their members, and absence from files that are not all here means nothing.
    guard let first = approvers.first, !approvers.contains(where: { $0.name.holds("/") }),
      data.maintainers.contains(where: { $0.handle.map { names.contains(NameFolding.handle($0)) } ?? false }),
      data.community.isComplete
    else { return [] }
    let missing = data.maintainers.filter { person in
      person.handle.map { !names.contains(NameFolding.handle($0)) } ?? false
    }
    // Where most are missing, the ownership files here are those of one repository among many.
    guard let one = missing.first, missing.count * 2 <= data.maintainers.count else { return [] }
    let who = Rows.list(missing.compactMap(\.handle))
    let message =
      missing.count == 1
      ? "\(who) is an active maintainer but is not an approver anywhere"
      : "\(missing.count) of \(data.maintainers.count) active maintainers are not approvers anywhere: \(who)"
    return [
      rule.finding(
        .note, message, key: "maintainers", at: [.init(.fact, one.location), .init(.related, first.location)],
        confidence: .low)
    ]
  }
}
