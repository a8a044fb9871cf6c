import Diagnostics
import Intake
import Words

extension Rule {
  static let claimSecurityContact = Rule(
    id: "claim/security-contact",
    summary: "an address for security reports in the application that no security policy gives",
    why: "A report to an address that nobody reads is lost, and reviewers write to the one in the policy.",
    howToFix: "give the address of the security policy, or change the policy",
    examples: [
      Example(
        [
          "SECURITY.md": "# Security\n\nWrite to security@example.org.\n",
          "application.md": Samples.fullApplication([
            "- [x] **Clearly defined and discoverable process to report security issues.**\n\n"
              + "↓Reports go to example-security@lists.example.net, as SECURITY.md says."
          ]),
        ],
        finds: ["reports go to example-security@lists.example.net, but SECURITY.md gives security@example.org"]),
      Example([
        "SECURITY.md": "# Security\n\nWrite to security@example.org.\n",
        "application.md": Samples.fullApplication([
          "- [x] **Clearly defined and discoverable process to report security issues.**\n\n"
            + "Reports go to Security@example.org; news of releases to announce@lists.example.net."
        ]),
      ]),
    ]
  ) { data, rule in
    guard let application = data.application else { return [] }
    let policies = data.securityPolicies.map { ($0, MailAddresses.all(in: $0.source)) }
    let known = Set(policies.flatMap { $0.1.map(\.address) })
    let said = data.reportAddresses(in: application)
    // One that is right is enough: the others may be for something else.
    guard let (policy, given) = policies.first(where: { !$0.1.isEmpty }),
      !said.contains(where: { known.contains($0.address) })
    else { return [] }
    return said.filter { address, _, _ in
      let name = address.prefix { $0 != "@" }
      return Lexicon.findings.reportNames.contains(where: name.holds)
    }.map { address, line, criterion in
      rule.finding(
        data.isPending(application) ? .warning : .note,
        "reports go to \(address), but \(policy.path) gives \(given[0].address)", key: address,
        at: [
          .init(.claim, application.source.location(line: line)),
          .init(.fact, policy.source.location(line: given[0].line)),
        ], confidence: .medium, claim: .differs, criterion: criterion, expected: address, actual: given[0].address)
    }
  }
}
