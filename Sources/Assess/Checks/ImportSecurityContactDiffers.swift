import Diagnostics
import Intake

extension Rule {
  static let importSecurityContactDiffers = Rule(
    id: "import/security-contact-differs",
    summary: "an address for security reports that is not in the security policy",
    why: "People who report a vulnerability by one file write to an address that the other does not give.",
    howToFix: "give the same address in both files",
    examples: [
      Example(
        [
          ".project/project.yaml": Samples.projectFile.marked("security@"),
          "SECURITY.md": "# Security\n\nWrite to reports@example.org.\n",
        ],
        finds: [
          "the project file gives security@example.org for security reports, but SECURITY.md gives reports@example.org"
        ]),
      Example([
        ".project/project.yaml": Samples.projectFile,
        "SECURITY.md": "# Security\n\nWrite to Security@example.org.\n",
      ]),
    ]
  ) { data, rule in
    let found = data.securityPolicies.flatMap { policy in MailAddresses.all(in: policy.source).map { (policy, $0) } }
    let known = Set(found.map { $1.address })
    guard let (policy, (first, line)) = found.first else { return [] }
    let forms = data.imports.map(\.form).uniqued()
    return forms.compactMap { form -> Finding? in
      let contacts = data.imports.filter { $0.form == form && $0.statement.kind == .securityContact }
      let mails = contacts.filter { $0.statement.value.holds("@") }
      guard let entry = mails.first, mails.allSatisfy({ !known.contains($0.statement.value.lowercased()) }) else {
        return nil
      }
      return rule.finding(
        .note, "\(form.words) gives \(entry.statement.value) for security reports, but \(policy.path) gives \(first)",
        key: form.rawValue,
        at: [
          .init(.claim, entry.statement.location), .init(.fact, policy.source.location(line: line)),
        ], confidence: .medium, expected: entry.statement.value, actual: first)
    }
  }
}
