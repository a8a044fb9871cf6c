import Criteria
import Words
import Diagnostics
import Markdown

extension Reader {
  /// Groups in Markdown: tables with a row for each group, and pages with a heading for each.
  static let groupPage = Reader(id: "groups-text", kinds: [.groups, .readme, .governance]) { input, facts in
    guard input.data == nil, let document = input.markdown else { return [] }
    let page = GroupPage(source: input.source)
    let regions = input.regions
    // Of a page about other things only tables under a heading that announces groups.
    guard input.kind == .groups else {
      facts.groups += regions.filter { $0.headings.last.map(GroupPage.announcesGroups) == true }
        .flatMap { page.rows(of: $0) }
      return []
    }
    var rows = regions.flatMap { page.rows(of: $0) }
    for region in regions { page.addLeads(of: region, to: &rows) }
    facts.groups += rows.isEmpty ? page.sections(of: document) : rows
    return []
  }
}

private struct GroupPage {
  let source: SourceText

  // MARK: A row for each group

  /// Whether a heading says that groups are listed below it: `Working Groups (WGs)`, `SIGs`, `Committees`.
  static func announcesGroups(_ heading: String) -> Bool {
    let words = heading.lowercaseWords
    guard (1...7).contains(words.count) else { return false }
    let known = Lexicon.groups
    return words.contains(where: known.listHeadings.contains)
      || zip(words, words.dropFirst()).contains { known.beforeGroups.contains($0) && $1 == "groups" }
  }

  /// The groups of a table; empty for a table of anything else.
  func rows(of region: Region) -> [Group] {
    guard let table = HeadedTable(region, recognize: GroupPart.recognize), table.has(.name) else { return [] }
    let isAboutGroups = table.columns.contains { part in
      switch part {
      case .leads, .meeting, .contact, .slack: true
      default: false
      }
    }
    guard isAboutGroups else { return [] }
    return table.rows.compactMap { row in
      guard let name = table.text(.name, of: row) else { return nil }
      var group = Group(kind: kind(region.titles), name: name, location: source.location(line: row.line))
      let cells = zip(table.columns, row.cells).compactMap { part, cell in part.map { ($0, cell) } }
      for (part, cell) in Self.ordered(cells, by: \.0) { fill(&group, part, cell, at: row.line) }
      return group
    }
  }

  /// Adds the people of a table that says in a column of its own which groups they lead.
  func addLeads(of region: Region, to groups: inout [Group]) {
    guard !groups.isEmpty, let table = HeadedTable(region, recognize: PeopleColumn.recognize), table.has(.name),
      let column = table.headings.firstIndex(where: { heading in
        let words = heading.lowercaseWords
        return words.last == "groups" || words == ["sigs"] || words == ["working", "group"] || words == ["group"]
      }), column > 0
    else { return }
    let role = region.titles.lazy.compactMap { title -> String? in
      if case .leads(let role)? = GroupPart.recognize(title) { role } else { nil }
    }.first
    guard let role else { return }
    let context = PeopleContext(source: source, standing: Standing(status: .active, role: role), isStrict: false)
    for person in PeopleTable.people(in: table, context) {
      guard let row = table.rows.first(where: { $0.line == person.location.line }), column < row.cells.count else {
        continue
      }
      for name in row.cells[column].plainText.split(whereSeparator: { $0 == "," || $0 == ";" }) {
        let name = name.blanksFolded.lowercased()
        guard
          let index = groups.firstIndex(where: { group in
            let known = group.name.lowercased()
            return name == known || name.hasPrefix(known + " -") || name.hasPrefix(known + " (")
          })
        else { continue }
        groups[index].leads.append(Group.Lead(person, role: role))
      }
    }
  }

  /// Parts in their order, what completes a meeting behind the meetings.
  private static func ordered<Part>(_ parts: [Part], by part: (Part) -> GroupPart) -> [Part] {
    parts.filter { !part($0).isAfterthought } + parts.filter { part($0).isAfterthought }
  }

  // MARK: A heading for each group

  /// The groups of headings whose sections say how the group is led and reached; those below a heading for former
  /// groups are left out.
  func sections(of document: Document) -> [Group] {
    var groups: [Group] = []
    var open: [(level: Int, group: Group)] = []
    var titles: [(level: Int, text: String)] = []
    func close(from level: Int) {
      while let last = open.last, last.level >= level {
        open.removeLast()
        let group = last.group
        let isAddressed = group.contact != nil
        // A part of a group's page that has no channel of its own says when, where and with whom the group meets.
        if !isAddressed, let parent = open.indices.last, Self.isFound(open[parent].group), !Self.namesAGroup(group.name)
        {
          open[parent].group.leads += group.leads
          open[parent].group.meetings += group.meetings
        } else if Self.isFound(group) {
          groups.append(group)
        }
      }
    }
    for block in document.blocks {
      if case .heading(let level) = block.kind {
        close(from: level)
        titles.removeAll { $0.level >= level }
        let isFormer = titles.contains { GroupPart.recognize($0.text) == .leads("emeritus") }
        titles.append((level, block.plainText))
        guard level > 1, !isFormer else { continue }
        let group = Group(
          kind: kind(titles.reversed().map(\.text)), name: block.plainText.blanksFolded,
          location: source.location(line: block.lines.lowerBound))
        open.append((level, group))
      } else if let current = open.indices.last {
        for (part, value, line) in Self.ordered(parts(of: block), by: \.0) {
          fill(&open[current].group, part, value, at: line)
        }
      }
    }
    close(from: 0)
    return groups.sorted { $0.location.line < $1.location.line }
  }

  /// Whether something says how the group is led and reached.
  private static func isFound(_ group: Group) -> Bool {
    !group.leads.isEmpty || !group.meetings.isEmpty || group.contact != nil
  }

  private static func namesAGroup(_ name: String) -> Bool {
    let words: Set<String> = Lexicon.groups.nouns
    return name.lowercaseWords.contains { words.contains($0) }
  }

  /// The labelled parts of a block: bullets `**Label:** value`, a table of labels and values, or a table of leads.
  private func parts(of block: Block) -> [(GroupPart, [Inline], Int)] {
    switch block.kind {
    case .list:
      return block.children.compactMap { item in
        guard let inlines = item.children.first?.inlines, let first = inlines.first else { return nil }
        let label: String
        let value: [Inline]
        if case .text(let text) = first.kind, let colon = text.firstIndex(of: ":") {
          label = String(text[..<colon])
          value = [Inline(text: String(text[text.index(after: colon)...]), line: first.line)] + inlines.dropFirst()
        } else {
          label = [first].plainText
          value = Array(inlines.dropFirst())
        }
        return GroupPart.recognize(label).map { ($0, value, item.lines.lowerBound) }
      }
    case .table:
      let rows = block.children.dropFirst()
      let headings = block.children.first?.children.map(\.inlines.plainText) ?? []
      for (index, heading) in headings.enumerated() {
        guard case .leads(let role)? = GroupPart.recognize(heading) else { continue }
        let named = HeadedTable<PeopleColumn>(
          headings: headings.enumerated().map { $0.offset == index ? "name" : $0.element },
          rows: rows.map { .init(cells: $0.children.map(\.inlines), line: $0.lines.lowerBound) },
          recognize: PeopleColumn.recognize)
        let context = PeopleContext(source: source, standing: Standing(status: .active, role: role), isStrict: false)
        return PeopleTable.people(in: named, context).map { person in
          (
            .leads(role),
            [Inline(text: "\(person.name) (@\(person.handle ?? "")), \(person.organization ?? "")", line: 1)],
            person.location.line
          )
        }
      }
      return rows.compactMap { row in
        guard row.children.count > 1 else { return nil }
        return GroupPart.recognize(row.children[0].inlines.plainText).map {
          ($0, row.children[1].inlines, row.lines.lowerBound)
        }
      }
    default: return []
    }
  }

  // MARK: Values

  private func fill(_ group: inout Group, _ part: GroupPart, _ value: [Inline], at line: Int) {
    let cell = AdopterCell(value)
    let text = Placeholder.real(cell.text.trimmed(of: [":", " "]))
    switch part {
    case .name:
      group.dir = cell.links.first.flatMap {
        $0.holds("://") ? nil : $0.pathNames.first.map(String.init)
      }
    case .label: group.label = text
    case .leads(let role):
      for line in Self.lines(of: value) {
        let lead = PersonLine(line)
        guard lead.hasMarkedHandle || PersonName.isLikely(lead.name) else { continue }
        group.leads.append(
          Group.Lead(
            name: lead.name, handle: lead.handle, organization: lead.organization, role: role,
            location: source.location(line: line.first?.line ?? 1)))
      }
      for index in group.leads.indices where group.leads[index].location.line == 1 {
        group.leads[index].location = source.location(line: line)
      }
    case .meeting:
      for part in Self.lines(of: value) {
        let cell = AdopterCell(part)
        let text = cell.text.trimmed(of: [":", "*", "-", " "])
        guard !Placeholder.isPlaceholder(text) else { continue }
        if cell.prose == nil || text.lowercased() == "calendar", let url = cell.url,
          let last = group.meetings.indices.last,
          group.meetings[last].location.line == line
        {
          group.meetings[last].url = group.meetings[last].url ?? url
          continue
        }
        group.meetings.append(
          Group.Meeting(told: text, title: "", url: cell.url, location: source.location(line: line)))
      }
    case .meetingLink:
      if let last = group.meetings.indices.last {
        group.meetings[last].url = cell.url ?? group.meetings[last].url
      } else if let text {
        group.meetings.append(Group.Meeting(description: text, url: cell.url, location: source.location(line: line)))
      }
    case .notes: if !group.meetings.isEmpty { group.meetings[group.meetings.count - 1].archiveURL = cell.url }
    case .recordings: if !group.meetings.isEmpty { group.meetings[group.meetings.count - 1].recordingsURL = cell.url }
    case .slack:
      let shown = value.flattened.lazy.compactMap { Self.link($0)?.text }.first
      group.contact = Group.Contact(slack: shown ?? text, mailingList: group.contact?.mailingList)
    case .mailingList: group.contact = Group.Contact(slack: group.contact?.slack, mailingList: cell.url ?? text)
    case .contact:
      func destination(_ word: String) -> String? {
        value.flattened.lazy.compactMap { Self.link($0) }.first { $0.text.lowercased().contains(word) }?.destination
      }
      let contact = Group.Contact(slack: destination("slack"), mailingList: destination("list"))
      if contact.slack != nil || contact.mailingList != nil { group.contact = contact }
    case .charter: group.charterLink = cell.url ?? cell.links.first
    case .mission: group.mission = text
    }
  }

  private static func link(_ inline: Inline) -> (text: String, destination: String)? {
    guard case .link(let destination, _) = inline.kind else { return nil }
    return (inline.children.plainText, destination)
  }

  /// A value split where a break or an HTML list item begins another one; commas separate people only outside of them.
  private static func lines(of value: [Inline]) -> [[Inline]] {
    var lines: [[Inline]] = [[]]
    for inline in value {
      switch inline.kind {
      case .lineBreak: lines.append([])
      case .html(let tag):
        let name = HTMLTags.elements(in: tag).first?.tag.name
        if name == "br" || name == "li" { lines.append([]) }
      case .text(let text) where lines[lines.count - 1].isEmpty:
        lines[lines.count - 1].append(Inline(text: text.trimmed(of: ["*", "-", " ", ":"]), line: inline.line))
      default: lines[lines.count - 1].append(inline)
      }
    }
    return lines.flatMap { line in
      let several = PeopleCell.split(line)
      return several.count > 1 && several.allSatisfy { PersonLine($0).hasMarkedHandle } ? several : [line]
    }.filter { !$0.plainText.blanksFolded.isEmpty }
  }

  /// The kind of a group by the nearest title that says one, else by the file's name.
  private func kind(_ titles: [String]) -> Group.Kind {
    let known = (titles + [source.path]).lazy.compactMap { title in
      Lexicon.groups.titleKinds.first(inNormalized: PhraseMatcher.normalized(title)).flatMap(Group.Kind.init(rawValue:))
    }
    return known.first ?? .wg
  }
}
