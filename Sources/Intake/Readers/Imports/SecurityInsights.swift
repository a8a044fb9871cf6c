import Diagnostics
import StructuredData

extension Reader {
  /// A `security-insights.yml` of either version: the days of its header, contacts, maintainers, documents, assessments.
  static let securityInsights = Reader(id: "security-insights", kinds: [.imported]) { input, facts in
    guard let data = input.data, let header = data["header"], header["schema-version"] != nil else { return [] }
    let nodes = ImportNodes(source: input.source)
    let form = SecurityInsights(nodes: nodes)
    let isFirst = nodes.text(header["schema-version"])?.hasPrefix("1") ?? false
    facts.imported = ImportedFile(
      form: .securityInsights,
      date: nodes.date(header["last-reviewed"]) ?? nodes.date(header["last-updated"]),
      expires: nodes.date(header["expiration-date"]),
      statements: isFirst ? form.first(data) : form.second(data))
    return []
  }
}

/// The two versions of the form.
private struct SecurityInsights {
  let nodes: ImportNodes

  /// Version 1.
  func first(_ data: Node) -> [ImportedStatement] {
    let lifecycle = data["project-lifecycle"]
    let policy = data["contribution-policy"]
    let artifacts = data["security-artifacts"]
    let reporting = data["vulnerability-reporting"]
    var found: [ImportedStatement?] = [nodes.statement(.repository, data["header"]?["project-url"])]
    found += maintainers((lifecycle["core-maintainers"] ?? lifecycle["core-team"]).elements, key: "contact")
    found += [
      document(lifecycle?["roadmap"], "roadmap"), document(policy?["code-of-conduct"], "code-of-conduct"),
      document(policy?["contributing-policy"], "contributing"),
      document(reporting?["security-policy"], "security-policy"),
    ]
    for (key, name) in [("self-assessment", "self-assessment"), ("threat-model", "threat-model")] {
      guard artifacts?[key]?["\(key)-created"]?.bool != false else { continue }
      found += artifacts[key]["evidence-url"].elements.map { nodes.statement(.assessment, $0, detail: name) }
    }
    found += data["security-assessments"].elements.map { audit in
      let year = audit["report-year"]?.int
      return nodes.statement(
        .assessment, audit["auditor-report"], detail: "third-party",
        date: year.flatMap { CalendarDate(year: $0, month: 12, day: 31) })
    }
    found += data["security-contacts"].elements.map { nodes.statement(.securityContact, $0["value"]) }
    found.append(nodes.statement(.securityContact, reporting?["email-contact"]))
    return found.compactMap { $0 }
  }

  /// Version 2.
  func second(_ data: Node) -> [ImportedStatement] {
    let (project, repository) = (data["project"], data["repository"])
    let reporting = project?["vulnerability-reporting"]
    let assessments = repository?["security"]?["assessments"]
    var found: [ImportedStatement?] = [nodes.statement(.repository, repository?["url"])]
    found += project["repositories"].elements.map { nodes.statement(.repository, $0["url"]) }
    found += maintainers(repository["core-team"].elements, key: "social")
    found += [document(project?["roadmap"], "roadmap"), document(reporting?["policy"], "security-policy")]
    for part in [project, repository] {
      found += part["documentation"].entries.map { document($0.value, $0.key.string ?? "") }
    }
    found.append(
      nodes.statement(
        .assessment, assessments?["self"]?["evidence"], detail: "self-assessment",
        date: nodes.date(assessments?["self"]?["date"])))
    found += assessments["third-party"].elements.map {
      nodes.statement(.assessment, $0["evidence"], detail: "third-party", date: nodes.date($0["date"]))
    }
    found.append(nodes.statement(.securityContact, reporting?["contact"]?["email"]))
    return found.compactMap { $0 }
  }

  private func document(_ node: Node?, _ name: String) -> ImportedStatement? {
    nodes.statement(.document, node, detail: name)
  }

  /// People of a core team that have an account; others are named by mail, which no list of maintainers has.
  private func maintainers(_ people: [Node], key: String) -> [ImportedStatement] {
    people.compactMap { person in
      let node = person.isMapping ? person[key] : person
      guard var found = nodes.statement(.maintainer, node, detail: nodes.text(person["affiliation"])),
        found.value.holds("github")
      else { return nil }
      found.value = ImportNodes.account(found.value)
      return found.value.holds("/") ? nil : found
    }
  }
}
