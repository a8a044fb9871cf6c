import Words
import Markdown

enum PeopleList {
  /// Deepest nesting that is read: real lists have two levels, hostile ones thousands.
  private static let deepest = 10

  /// The people of a list; empty when the items are steps, links or rules.
  ///
  /// `isNamed` tells that a title announces people, so that names without account or address are taken, too; `least` how
  /// many a list has to have where only what is beyond doubt is read.
  static func people(
    in list: Block, isNamed: Bool, _ context: PeopleContext, depth: Int = 0, least: Int = 2
  ) -> [Person] {
    guard depth < deepest else { return [] }
    let items = list.children.map { (block: $0, inlines: $0.children.first?.inlines ?? []) }
    let lines = unturned(items.map { PersonLine($0.inlines) })
    // Who sits in a committee, each with an organization, is listed without accounts, too.
    if context.isStrict, context.isOfCommittee, context.standing.status == .active, lines.count > 1,
      lines.allSatisfy({ PersonName.isLikely($0.name) && Placeholder.real($0.organization) != nil })
    {
      return zip(items, lines).compactMap { context.person($1, at: $0.block.lines.lowerBound) }
    }
    let certain = lines.count(where: \.isCertain)
    if certain > 0, certain * 2 >= lines.count {
      // One member alone is no mention of somebody; a chair alone is listed among the members, too.
      let mayBeOne = isNamed && context.standing.role == "member" && lines.allSatisfy(isWhole)
      if context.isStrict,
        certain < (mayBeOne ? 1 : least)
          || !lines.allSatisfy({ $0.isCertain && $0.hasMarkedHandle })
      {
        return []
      }
      return zip(items, lines).flatMap { item, line in
        line.isCertain || (isNamed && line.isPossible)
          ? persons(line.with(domain: domain(below: item.block)), at: item.block.lines.lowerBound, context)
          : nested(in: item.block, isNamed: isNamed, context, depth: depth)
      }
    }
    if isNamed, !context.isStrict, items.count > 0, zip(items, lines).allSatisfy({ isBareName($0.inlines, $1) }) {
      return zip(items, lines).compactMap { context.person($1, at: $0.block.lines.lowerBound) }
    }
    // "Widget" with its members below, "Gadget" with its own: each part may have one.
    let isByPart = isNamed && items.count > 1 && items.allSatisfy { $0.block.children.count == 2 }
    return items.flatMap { nested(in: $0.block, isNamed: isNamed, context, depth: depth, least: isByPart ? 1 : 2) }
  }

  /// Whether a line names a person, the account and the organization.
  private static func isWhole(_ line: PersonLine) -> Bool {
    line.hasMarkedHandle && PersonName.isLikely(line.name) && Placeholder.real(line.organization) != nil
  }

  /// Lines of accounts whose names all begin with the last one (`Example, Ada [@ada]`): what stands behind the comma is
  /// no employer where it is another one in each.
  private static func unturned(_ lines: [PersonLine]) -> [PersonLine] {
    let first = lines.compactMap { line in line.handle == nil ? nil : line.organization }
    let areTurned =
      lines.count > 1 && first.count == lines.count && Set(first).count == first.count
      && lines.allSatisfy { line in
        !line.name.holds(" ") && PersonName.isLikely("\(line.organization ?? "") \(line.name)")
          && !OrganizationSuffix.ends(line.organization ?? "")
      }
    guard areTurned else { return lines }
    return lines.map { line in
      var line = line
      line.name = "\(line.organization ?? "") \(line.name)"
      line.organization = nil
      return line
    }
  }

  /// What a person looks after, said in the one bullet below the person's own.
  private static func domain(below item: Block) -> String? {
    guard item.children.count == 2, case .list = item.children[1].kind, item.children[1].children.count == 1,
      let inlines = item.children[1].children[0].children.first?.inlines
    else { return nil }
    let text = inlines.plainText.blanksFolded
    guard text.split(separator: " ").count <= 30, !PersonLine(inlines).isCertain, !text.holds(":") else {
      return nil
    }
    return Placeholder.real(text.trimmed(of: ["."]))
  }

  /// The person of a line, or the persons where it names several accounts and nobody's name.
  private static func persons(_ line: PersonLine, at number: Int, _ context: PeopleContext) -> [Person] {
    guard line.name.isEmpty, line.handles.count > 1 else { return [context.person(line, at: number)].compactMap { $0 } }
    return line.handles.compactMap { handle in
      var one = line
      one.handles = [handle]
      return context.person(one, at: number)
    }
  }

  /// People in the lists below an item that is no person itself; the item's text is their title.
  private static func nested(
    in item: Block, isNamed: Bool, _ context: PeopleContext, depth: Int, least: Int = 2
  ) -> [Person] {
    let title = item.children.first?.inlines.plainText.blanksFolded ?? ""
    var context = context
    var isNamed = isNamed
    switch Standing.reading(of: title) {
    case .process: return []
    case .people(let standing):
      context.standing = standing.inList(isStrict: context.isStrict)
      isNamed = !namesRole(title)
    case .silent: if title.split(separator: " ").count <= 5 { context.domain = title.trimmed(of: [":", " "]) }
    }
    return item.children.dropFirst().flatMap { block -> [Person] in
      guard case .list = block.kind else { return [] }
      return people(in: block, isNamed: isNamed, context, depth: depth + 1, least: least)
    }
  }

  /// Whether a title ends in a role that many have, in the singular: it names the role, and below it stands what belongs
  /// to it.
  private static func namesRole(_ title: String) -> Bool {
    title.lowercaseWords.last.map {
      Lexicon.people.lastingRoles.contains($0) || Lexicon.people.lowerRoles.contains($0)
    } ?? false
  }

  /// A name and nothing to click: what lists of former members often are.
  private static func isBareName(_ inlines: [Inline], _ line: PersonLine) -> Bool {
    let hasLink = inlines.flattened.contains { if case .link = $0.kind { true } else { false } }
    return !hasLink && line.isPossible && line.domain == nil
  }
}
