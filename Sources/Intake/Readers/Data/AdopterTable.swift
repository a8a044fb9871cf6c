import Words
import Diagnostics
import Markdown

enum AdopterTable {
  /// The adopters of a table; empty when it lists something else: pointers to other lists, types, persons.
  static func adopters(in region: Region, type: String?, _ source: SourceText) -> [Adopter] {
    guard var table = HeadedTable(region, recognize: AdopterColumn.recognize), table.has(.name) || table.has(.logo)
    else {
      return []
    }
    guard !listsPersons(table) else { return [] }
    preferOrganizations(&table)
    return table.rows.compactMap { row in
      guard !row.cells.contains(where: isPointer) else { return nil }
      let named = table.cell(.name, of: row).map { AdopterCell($0) }
      let logo = table.cell(.logo, of: row).map { AdopterCell($0) }
      let bracketed = row.cells.count(where: AdopterCell.isBracketed) == 1 ? named?.bracketedName : nil
      guard let name = named?.name ?? bracketed ?? logo?.name else { return nil }
      let site = table.cell(.url, of: row).map { AdopterCell($0) }
      func wording(_ column: AdopterColumn) -> String? {
        table.cell(column, of: row).flatMap { AdopterCell($0).wording }
      }
      return Adopter(
        name: name, type: wording(.type) ?? type, since: wording(.since), level: wording(.level),
        url: named?.url ?? logo?.url ?? site?.url,
        useCase: table.cell(.useCase, of: row).flatMap { AdopterCell($0).prose } ?? Placeholder.real(named?.afterBreak),
        location: source.location(line: row.line))
    }
  }

  /// Whether the users of a table are persons: a column of users, each a name with a link to an account.
  private static func listsPersons(_ table: HeadedTable<AdopterColumn>) -> Bool {
    guard let column = table.columns.firstIndex(of: .name), table.rows.count > 1,
      Lexicon.adopters.userColumns.contains(table.headings[column].lowercaseWords.joined(separator: " "))
    else { return false }
    return table.rows.allSatisfy { row in
      guard let cell = table.cell(.name, of: row).map({ AdopterCell($0) }), let name = cell.name else { return false }
      return PersonName.isLikely(name) && !OrganizationSuffix.ends(name)
        && cell.links.contains { Account.handle(ofProfile: $0) != nil }
    }
  }

  /// Whether a block is a table of adopters that waits for the first: it has their columns, and its rows name nobody.
  static func isBlank(_ region: Region) -> Bool {
    guard let table = HeadedTable(region, recognize: AdopterColumn.recognize), table.has(.name),
      table.columns.compactMap({ $0 }).count > 1
    else { return false }
    return table.rows.allSatisfy { row in
      !row.cells.contains(where: isPointer) && table.cell(.name, of: row).flatMap { AdopterCell($0).name } == nil
    }
  }

  /// Where one column names persons and another their organizations, the organizations are the adopters.
  private static func preferOrganizations(_ table: inout HeadedTable<AdopterColumn>) {
    let headings = table.headings.map { $0.lowercaseWords.joined(separator: " ") }
    guard let named = table.columns.firstIndex(of: .name),
      Lexicon.adopters.personColumns.contains(headings[named]),
      let organizations = headings.firstIndex(where: {
        Lexicon.adopters.organizationColumns.contains($0)
      })
    else { return }
    table.columns[named] = .contact
    table.columns[organizations] = .name
  }

  /// Whether a cell leads to another list of adopters.
  static func isPointer(_ inlines: [Inline]) -> Bool {
    AdopterCell(inlines).links.contains { link in
      let file = link.prefix { $0 != "#" && $0 != "?" }.fileName.lowercased()
      return Lexicon.adopters.pointerFiles.contains(file)
    }
  }
}
