import Diagnostics
import Intake

extension Rule {
  static let importMaintainersDiffer = Rule(
    id: "import/maintainers-differ",
    summary: "the project's maintainers list and the foundation's list name different people",
    why: "The foundation gives votes, mail, and services to the people on its own list.",
    howToFix: "send the change to the foundation, or correct the project's list; doubt the older one first",
    examples: [
      Example(
        [
          "MAINTAINERS.md": Samples.maintainers,
          ".project/maintainers.yaml":
            "maintainers:\n- project_id: example\n  org: example\n  teams:\n  - name: project-maintainers\n    members: [ann, ↓dan]\n",
        ],
        finds: [
          "the project's roster (undated) lists 2 maintainers, MAINTAINERS.md (undated) lists 2: only the project's roster has dan; only MAINTAINERS.md has bob"
        ]),
      Example([
        "MAINTAINERS.md": Samples.maintainers,
        ".project/maintainers.yaml":
          "maintainers:\n- project_id: example\n  org: example\n  teams:\n  - name: project-maintainers\n    members: [Bob, '@ann']\n",
      ]),
    ]
  ) { data, rule in
    guard data.hasMaintainerList else { return [] }
    let forms: [ImportedFile.Form] = [.foundationList, .roster, .securityInsights]
    return forms.compactMap { form -> Finding? in
      let rows = data.imports.filter { $0.form == form && $0.statement.kind == .maintainer }
        .uniqued { NameFolding.handle($0.statement.value) }
      guard let first = rows.first, form != .foundationList || data.foundationMeansTheList else { return nil }
      let names = Set(rows.map { Folding.letters($0.statement.value) })
      func isListed(_ person: Person) -> Bool {
        [person.handle, person.name].contains { $0.map { names.contains(Folding.letters($0)) } ?? false }
      }
      let here = data.maintainers.filter { !isListed($0) }
      let own = Set(data.maintainers.flatMap { [$0.handle, $0.name] }.compactMap { $0.map(Folding.letters) })
      let there = rows.filter { !own.contains(Folding.letters($0.statement.value)) }
      guard !here.isEmpty || !there.isEmpty else { return nil }
      // Lists that share few are lists of different things: of the core and of all repositories, say.
      let shared = rows.count - there.count
      guard shared * 2 >= max(rows.count, data.maintainers.count) else { return nil }
      return finding(rule, data, form: form, rows: rows, first: first, here: here, there: there)
    }
  }

  private static func finding(
    _ rule: Rule, _ data: CommunityData, form: ImportedFile.Form, rows: [ImportedEntry], first: ImportedEntry,
    here: [Person], there: [ImportedEntry]
  ) -> Finding {
    let own = here.first?.location ?? data.maintainers[0].location
    let theirs = there.first?.statement.location ?? first.statement.location
    let day = first.date.map(\.description) ?? "undated"
    let ownDay = data.document(own.path)?.date.map(\.description) ?? "undated"
    var parts: [String] = []
    if !there.isEmpty { parts.append("only \(form.words) has \(Rows.list(there.map(\.statement.value)))") }
    if !here.isEmpty {
      parts.append("only \(own.path) has \(Rows.list(here.map { $0.handle ?? $0.name }))")
    }
    return rule.finding(
      .note,
      "\(form.words) (\(day)) lists \(rows.count.counted("maintainer")), \(own.path) (\(ownDay)) lists "
        + "\(data.maintainers.count): \(parts.joined(separator: "; "))",
      key: form.rawValue, at: [.init(.claim, theirs), .init(.fact, own)], confidence: .medium,
      expected: "\(rows.count)", actual: "\(data.maintainers.count)")
  }
}

extension CommunityData {
  /// Whether the foundation's row links no other file than the list that is here: another one is another list.
  fileprivate var foundationMeansTheList: Bool {
    let own = maintainers.first?.location.path
    let row = imports.first { $0.form == .foundationList && $0.statement.kind == .level }
    guard let own, let row else { return true }
    let cells = row.statement.location.excerpt.split(separator: ",")
    guard let link = cells.last.map(String.init), let address = GitHubAddress(link) else { return true }
    if case .local(let path, _) = resolver.target(of: link, in: own) { return path == own }
    let name = own.pathNames.last.map(String.init)
    return address.path.pathNames.last.map { String($0).lowercased() == name?.lowercased() } ?? true
  }
}
