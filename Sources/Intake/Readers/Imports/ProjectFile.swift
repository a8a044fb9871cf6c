import Diagnostics
import StructuredData

extension Reader {
  /// The foundation's `.project/project.yaml`: levels with their days, and where the documents are.
  static let projectFile = Reader(id: "project-file", kinds: [.imported]) { input, facts in
    guard let data = input.data, data["maturity_log"] != nil || data["schema_version"] != nil else { return [] }
    let nodes = ImportNodes(source: input.source)
    var statements = data["maturity_log"].elements.compactMap { entry in
      nodes.statement(.level, entry["phase"], date: nodes.date(entry["date"]))
    }
    statements += data["repositories"].elements.compactMap {
      nodes.statement(.repository, $0.isMapping ? $0["url"] : $0)
    }
    func add(_ node: Node?, _ name: String) {
      if let found = nodes.statement(.document, node?["path"] ?? node, detail: Self.documentName(name)) {
        statements.append(found)
      }
    }
    add(data["adopters"], "adopters")
    for part in ["governance", "documentation"] {
      for entry in data[part].entries {
        guard let name = entry.key.string else { continue }
        if entry.value["path"] != nil || entry.value.string != nil {
          add(entry.value, name)
        } else {
          for inner in entry.value.entries { add(inner.value, inner.key.string ?? name) }
        }
      }
    }
    add(data["legal"]?["license"], "license")
    let security = data["security"]
    add(security?["policy"], "security-policy")
    if let model = nodes.statement(.assessment, security?["threat_model"]?["path"], detail: "threat-model") {
      statements.append(model)
    }
    let contact = security?["contact"]
    statements += [contact?["email"], contact?["advisory_url"], contact?.isMapping == true ? nil : contact].compactMap {
      nodes.statement(.securityContact, $0)
    }
    statements += data["audits"].elements.compactMap { audit in
      nodes.statement(
        .assessment, audit["url"], detail: nodes.text(audit["type"]).map { "\($0)-audit" } ?? "audit",
        date: nodes.date(audit["date"]))
    }
    facts.imported = ImportedFile(form: .projectFile, statements: statements)
    return []
  }

  /// The foundation's `.project/maintainers.yaml`: teams of accounts; the team of maintainers is taken, or, where no
  /// team has that name, the first one.
  static let projectRoster = Reader(id: "project-roster", kinds: [.imported]) { input, facts in
    guard let entries = input.data?["maintainers"]?.elements, entries.contains(where: { $0["teams"] != nil }) else {
      return []
    }
    let nodes = ImportNodes(source: input.source)
    let statements = entries.flatMap { entry -> [ImportedStatement] in
      let teams = entry["teams"].elements
      let named = teams.first { nodes.text($0["name"])?.lowercased().holds("maintainers") ?? false }
      return (named ?? teams.first)["members"].elements.compactMap { member -> ImportedStatement? in
        let node = member.isMapping ? member["github"] ?? member["handle"] ?? member["name"] : member
        guard var found = nodes.statement(.maintainer, node) else { return nil }
        found.value = ImportNodes.account(found.value)
        found.project = nodes.text(entry["project_id"])
        return found
      }
    }
    facts.imported = ImportedFile(form: .roster, statements: statements)
    return []
  }

  /// The name of a document as the other forms have it: `governance_doc` is `governance-doc`.
  private static func documentName(_ key: String) -> String { String(key.map { $0 == "_" ? "-" : $0 }) }
}
