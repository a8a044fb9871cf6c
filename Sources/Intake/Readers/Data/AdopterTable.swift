import Diagnostics
import Markdown

/// Adopters in a table.
enum AdopterTable {
  /// The adopters of a table; empty when it lists something else: pointers to other lists, types, persons.
  static func adopters(in block: Block, type: String?, _ source: SourceText) -> [Adopter] {
    guard let table = HeadedTable(block, recognize: AdopterColumn.recognize), table.has(.name) || table.has(.logo)
    else {
      return []
    }
    return table.rows.compactMap { row in
      guard !row.cells.contains(where: isPointer) else { return nil }
      let named = table.cell(.name, of: row).map { AdopterCell($0) }
      let logo = table.cell(.logo, of: row).map { AdopterCell($0) }
      guard let name = named?.name ?? logo?.name else { return nil }
      let site = table.cell(.url, of: row).map { AdopterCell($0) }
      func wording(_ column: AdopterColumn) -> String? {
        table.cell(column, of: row).flatMap { AdopterCell($0).wording }
      }
      return Adopter(
        name: name, type: wording(.type) ?? type, since: wording(.since), level: wording(.level),
        url: named?.url ?? logo?.url ?? site?.url,
        useCase: wording(.useCase) ?? Placeholder.real(named?.afterBreak), location: source.location(line: row.line))
    }
  }

  /// Whether a cell leads to another list of adopters.
  static func isPointer(_ inlines: [Inline]) -> Bool {
    AdopterCell(inlines).links.contains { link in
      let file = link.prefix { $0 != "#" && $0 != "?" }.split(separator: "/").last?.lowercased() ?? ""
      return ["adopters.md", "users.md", "adopters", "adopters.yaml", "adopters.yml"].contains(file)
    }
  }
}
