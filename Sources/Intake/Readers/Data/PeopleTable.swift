import Words
import Diagnostics
import Markdown

/// Where a list of people stands, and what that says of them.
struct PeopleContext {
  let source: SourceText
  /// Standing of those listed, by the nearest title.
  var standing: Standing
  /// Domain they share, by a heading of its own.
  var domain: String?
  /// Whether only lists beyond doubt are read: documents that are not lists of people by name.
  let isStrict: Bool
  /// Whether a title above names a committee, a council or a board.
  var isOfCommittee = false

  /// A person with the context's standing, domain and place; nil when the line names nobody.
  func person(_ line: PersonLine, at number: Int) -> Person? {
    let name = PersonName.isPossible(line.name) ? line.name : ""
    guard !name.isEmpty || line.handle != nil else { return nil }
    var person = Person(
      name: name, handle: line.handle, organization: Placeholder.real(line.organization),
      domain: line.domain ?? domain, status: standing.status, role: standing.role(with: line.role),
      location: source.location(line: number))
    person.termEnd = line.termEnd
    return person
  }

  /// The standing once a role or status cell is known: a maintainer's role lifts a mere member, a former one lowers.
  func standing(role: String?, status: String?) -> Standing {
    var result = standing
    for text in [role, status].compactMap({ $0 }) {
      guard case .people(let said) = Standing.reading(of: text) else { continue }
      if said.status == .emeritus || (said.status == .active && result.status == .other) { result.status = said.status }
    }
    result.role = standing.role(with: role)
    return result
  }
}

/// Tables of people: the columns are recognized by their headings, the cells by what stands in them.
enum PeopleTable {
  /// The people of a table; empty when it is no table of people.
  static func people(in table: HeadedTable<PeopleColumn>, _ context: PeopleContext) -> [Person] {
    let bodies = roleColumns(table)
    if bodies.count > 1 {
      return bodies.flatMap { Self.people(in: table, at: $0.index, standing: $0.standing, context) }
    }
    guard table.has(.name) || table.has(.handle),
      isAboutPeople(table, isStrict: context.isStrict) || context.isStrict && listsSeats(table, context)
    else { return [] }
    var context = context
    // A column of reviewers below a title for maintainers lists reviewers.
    if let body = bodies.first, body.standing.status == .other, context.standing == .maintainer {
      context.standing = body.standing
    }
    let people = Self.people(rows: table, namesAreHandles: !table.has(.handle) && holdsOnlyHandles(table), context)
    if context.isStrict, !listsSeats(table, context), people.contains(where: { $0.handle == nil }) { return [] }
    return people
  }

  /// Whether a table under the title of a body lists who sits in it: each row a name, with an address or an organization.
  private static func listsSeats(_ table: HeadedTable<PeopleColumn>, _ context: PeopleContext) -> Bool {
    guard context.standing.status == .active, table.has(.name), table.has(.organization) || table.has(.email) else {
      return false
    }
    return table.rows.allSatisfy { row in
      guard let name = table.text(.name, of: row) else { return true }
      return PersonName.isLikely(name) && (table.text(.organization, of: row) ?? table.text(.email, of: row)) != nil
    }
  }

  private static func people(
    rows table: HeadedTable<PeopleColumn>, namesAreHandles: Bool, _ context: PeopleContext
  ) -> [Person] {
    var people: [Person] = []
    var domain: String?
    // Where some rows say that they are of maintainers, those that name a lower rung of the ladder are not.
    let hasLadder = context.standing == .maintainer && table.rows.contains { isMaintainer($0, in: table) }
    let term = Term.column(table.headings) { table.columns[$0] == nil }
    let past = pastTerms(table, at: term?.index)
    for row in table.rows {
      // Exports leave a group's cell empty below its first row.
      let ownDomain = table.text(.domain, of: row)
      if isFilledDown(table) { domain = ownDomain ?? domain } else { domain = ownDomain }
      for person in persons(of: row, in: table, namesAreHandles, context) {
        var person = person
        person.domain = domain ?? person.domain
        if hasLadder, person.status == .active, let role = lowerRole(row, in: table) {
          (person.status, person.role) = (.other, role)
        }
        if past.contains(row.line) { person.status = .emeritus }
        if row.cells.count > table.headings.count { person.surplus = row.cells.count - table.headings.count }
        if let term, term.index < row.cells.count {
          let text = HeadedTable<PeopleColumn>.text(of: row.cells[term.index])
          person.termEnd = Term.last(in: text, isEnd: term.isEnd) ?? person.termEnd
        }
        people.append(person)
      }
    }
    return people
  }

  /// Lines of the rows of terms that have ended, where one row says that its term is the current one.
  private static func pastTerms(_ table: HeadedTable<PeopleColumn>, at column: Int?) -> Set<Int> {
    guard let column else { return [] }
    let current = table.rows.filter { row in
      guard column < row.cells.count else { return false }
      let words = HeadedTable<PeopleColumn>.text(of: row.cells[column]).lowercaseWords
      return words.contains(where: Lexicon.people.acting.contains)
    }.map(\.line)
    return current.isEmpty ? [] : Set(table.rows.map(\.line)).subtracting(current)
  }

  private static func isMaintainer(_ row: HeadedTable<PeopleColumn>.Row, in table: HeadedTable<PeopleColumn>) -> Bool {
    table.text(.role, of: row).map { Standing.reading(of: $0) == .people(.maintainer) } ?? false
  }

  /// The role that a row names where it is one below maintainers; nil for any other.
  private static func lowerRole(
    _ row: HeadedTable<PeopleColumn>.Row, in table: HeadedTable<PeopleColumn>
  ) -> String? {
    let role = table.text(.role, of: row)?.lowercaseWords.joined(separator: " ") ?? ""
    return Lexicon.people.lowerRoles.contains(role) ? role : nil
  }

  /// Columns whose headings name a body of their own, where the cells name the people (`Maintainers`, `Reviewers`).
  private static func roleColumns(
    _ table: HeadedTable<PeopleColumn>
  ) -> [(index: Int, standing: Standing)] {
    guard !table.has(.handle) || table.headings.count > 2 else { return [] }
    return table.headings.enumerated().compactMap { index, heading in
      guard PeopleColumn.recognize(heading) == .name,
        case .people(let standing) = Standing.reading(of: heading),
        standing.role == "maintainer" || Lexicon.people.columnRoles.contains(standing.role)
      else { return nil }
      return (index, standing)
    }
  }

  /// The people of one of several columns that each hold a body; a former body's table stays one.
  private static func people(
    in table: HeadedTable<PeopleColumn>, at index: Int, standing: Standing, _ context: PeopleContext
  ) -> [Person] {
    var context = context
    let isFormer = context.standing.status == .emeritus
    context.standing = Standing(status: isFormer ? .emeritus : standing.status, role: standing.role)
    var table = table
    table.columns = table.columns.enumerated().map {
      $0.offset == index ? .name : $0.element == .name ? nil : $0.element
    }
    return Self.people(rows: table, namesAreHandles: holdsOnlyHandles(table), context)
  }

  private static func persons(
    of row: HeadedTable<PeopleColumn>.Row, in table: HeadedTable<PeopleColumn>, _ namesAreHandles: Bool,
    _ context: PeopleContext
  ) -> [Person] {
    let handleCell = table.cell(.handle, of: row) ?? []
    let several = PeopleCell.people(in: table.cell(.name, of: row) ?? handleCell)
    var context = context
    context.standing = context.standing(role: table.text(.role, of: row), status: table.text(.status, of: row))
    if several.count > 1 { return several.compactMap { context.person($0, at: row.line) } }
    var line = PersonLine(table.cell(.name, of: row) ?? [])
    line.domain = nil
    // `Example, Ada` where the organization and the account stand in cells of their own.
    if table.has(.organization), table.has(.handle), let name = table.text(.name, of: row), isTurned(name) {
      line.name = name
    }
    if namesAreHandles, line.handle == nil, let handle = Account.handle(line.name) {
      line.handles = [handle]
      line.name = ""
    }
    let account = PersonLine(handleCell)
    if let handle = account.handle ?? Account.handle(handleCell.plainText.blanksFolded) { line.handles = [handle] }
    if let organization = table.cell(.organization, of: row) {
      // An organization can be named by its account.
      line.organization = Placeholder.real(organization.plainText.trimmed(of: ["@", " "]))
    }
    if line.name.isEmpty, line.handles.isEmpty { return [] }
    line.role = nil
    return context.person(line, at: row.line).map { [$0] } ?? []
  }

  /// Whether a text is a last name, a comma and a first name.
  private static func isTurned(_ name: String) -> Bool {
    let parts = name.split(separator: ",", omittingEmptySubsequences: false).map { $0.split(separator: " ") }
    return parts.count == 2
      && parts.allSatisfy { words in
        (1...2).contains(words.count) && words.allSatisfy { $0.first.map { $0.isLetter && !$0.isLowercase } == true }
      } && !OrganizationSuffix.isSuffix(parts[1].joined(separator: " "))
      && !PersonRole.isRole(parts[1].joined(separator: " "))
  }

  /// Whether the headings, or accounts in the cells, say that rows are people.
  private static func isAboutPeople(_ table: HeadedTable<PeopleColumn>, isStrict: Bool) -> Bool {
    if table.has(.handle) { return true }
    if !isStrict, table.has(.email) || (table.has(.name) && table.has(.organization)) { return true }
    let withAccount = table.rows.count { row in
      PeopleCell.people(in: table.cell(.name, of: row) ?? []).contains {
        $0.isCertain && ($0.hasMarkedHandle || !isStrict)
      }
    }
    return withAccount > 0 && withAccount * 2 >= table.rows.count
  }

  /// Whether the name column holds nothing but account names.
  private static func holdsOnlyHandles(_ table: HeadedTable<PeopleColumn>) -> Bool {
    let names = table.rows.compactMap { table.text(.name, of: $0) }
    let handles = names.count { Account.handle($0) != nil }
    return !names.isEmpty && handles * 10 >= names.count * 9
  }

  private static func isFilledDown(_ table: HeadedTable<PeopleColumn>) -> Bool {
    guard let domain = table.columns.firstIndex(of: .domain), let name = table.columns.firstIndex(of: .name) else {
      return false
    }
    return domain < name
  }
}

/// A cell that may name several people.
enum PeopleCell {
  /// The people a cell names, separated by commas, semicolons or line breaks; one line for the whole cell when the
  /// parts are not people each.
  static func people(in cell: [Inline]) -> [PersonLine] {
    let parts = split(cell).map { PersonLine($0) }.filter { !$0.name.isEmpty || $0.handle != nil }
    if parts.count > 1, parts.allSatisfy(\.isCertain) { return parts }
    let whole = PersonLine(cell)
    // `@a @b @c` without a name is a list, too.
    if whole.name.isEmpty, whole.handles.count > 1, whole.organization == nil {
      return whole.handles.map { PersonLine(text: "@" + $0) }
    }
    return [whole]
  }

  /// The cell split at commas, semicolons and breaks outside brackets.
  static func split(_ cell: [Inline]) -> [[Inline]] {
    var parts: [[Inline]] = [[]]
    var depth = 0
    for inline in cell {
      switch inline.kind {
      case .lineBreak: parts.append([])
      case .html(let tag) where tag.lowercased().hasPrefix("<br"): parts.append([])
      case .text(let text):
        var current = ""
        for character in text {
          if character == "(" { depth += 1 }
          if character == ")" { depth = max(0, depth - 1) }
          if depth == 0, character == "," || character == ";" {
            parts[parts.count - 1].append(Inline(text: current, line: inline.line))
            parts.append([])
            current = ""
          } else {
            current.append(character)
          }
        }
        parts[parts.count - 1].append(Inline(text: current, line: inline.line))
      default: parts[parts.count - 1].append(inline)
      }
    }
    return parts
  }
}
