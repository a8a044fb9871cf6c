import Diagnostics
import Intake
import Markdown
import Words

extension Rule {
  static let groupsPageDiffers = Rule(
    id: "groups/page-differs",
    summary: "a group's own page whose chairs differ from the group data",
    why: "The page is where members look; reviewers have asked for the two to agree.",
    howToFix: "correct the page or the data, whichever is out of date",
    examples: [
      Example(
        [
          "sigs.yaml": Samples.meetings,
          "sig-docs/README.md": "# Docs\n\n↓## Chairs\n\n* [Bob Example](https://github.com/bob)\n",
        ],
        finds: ["the page of Docs gives bob as chair, but sigs.yaml gives ann"]),
      Example([
        "sigs.yaml": Samples.meetings,
        "sig-docs/README.md":
          "# Docs\n\n## Chairs\n\n* [Ann Example](https://github.com/Ann)\n\n## Former chairs\n\n* [Bob](https://github.com/bob)\n",
      ]),
    ]
  ) { data, rule in
    data.dataGroups.compactMap { group -> Finding? in
      guard let dir = group.dir else { return nil }
      let chairs = group.leads.filter { $0.role == "chair" || $0.role == "lead" }
      let known = Set(chairs.compactMap { $0.handle.map(NameFolding.handle) })
      let path = LinkResolver.join(LinkResolver.join(group.location.path.folderPath, dir), "README.md")
      guard !known.isEmpty, known.count == chairs.count, let page = data.document(path),
        let (heading, found) = named(on: page)
      else { return nil }
      let leads = Set(group.leads.filter { $0.role != "emeritus" }.compactMap { $0.handle.map(NameFolding.handle) })
      guard found != known, found != leads else { return nil }
      return rule.finding(
        .note,
        "the page of \(group.name) gives \(Rows.list(found.sorted())) as \(found.count == 1 ? "chair" : "chairs"), but "
          + "\(group.location.path) gives \(Rows.list(known.sorted()))", key: dir,
        at: [.init(.claim, page.source.location(line: heading)), .init(.fact, group.location)], confidence: .medium)
    }
  }

  /// Accounts linked right below a heading that says chairs or leads, with its line; nil without such a list.
  private static func named(on page: SourceDocument) -> (Int, Set<String>)? {
    let headings = page.markdown?.headings ?? []
    let names = Lexicon.findings.leadHeadings
    guard let index = headings.firstIndex(where: { names.contains(Folding.letters($0.text)) }) else { return nil }
    let end = index + 1 < headings.count ? headings[index + 1].line : Int.max
    let links = page.facts.links.filter { $0.line > headings[index].line && $0.line < end }
    let handles = links.compactMap { link -> String? in
      let parts = link.destination.pathNames
      guard parts.count == 3, parts[1].lowercased() == "github.com" else { return nil }
      return NameFolding.handle(String(parts[2]))
    }
    return handles.isEmpty ? nil : (headings[index].line, Set(handles))
  }
}
