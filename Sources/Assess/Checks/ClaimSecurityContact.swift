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
    guard let application = data.application, let given = data.policyAddresses.first else { return [] }
    let said = data.reportAddresses(in: application)
    // One that is right is enough: the others may be for something else.
    guard said.allSatisfy({ $0.fact == nil }) else { return [] }
    return said.filter { said in
      let name = said.address.prefix { $0 != "@" }
      return Lexicon.findings.reportNames.contains(where: name.holds)
    }.map { said in
      rule.finding(
        data.isPending(application) ? .warning : .note,
        "reports go to \(said.address), but \(given.place.path) gives \(given.address)", key: said.address,
        at: [.init(.claim, said.claim), .init(.fact, given.place)], confidence: .medium, claim: .differs,
        criterion: said.criterion, expected: said.address, actual: given.address)
    }
  }
}
