import Words
import Diagnostics
import Markdown
import StructuredData

/// People in plain lines: one a line in free form, or comma-separated under a heading line or in quotes.
enum PeopleLines {
  typealias Line = (text: String, number: Int)

  /// The people of the lines; empty when they are prose. `heading` is a heading line that stands apart from them.
  static func people(in lines: [Line], heading: String?, _ context: PeopleContext) -> [Person] {
    let lines = lines.filter { !$0.text.blanksFolded.isEmpty }
    if let table = table(of: lines, heading: heading) { return PeopleTable.people(in: table, context) }
    // Nobody is certain without an account or address; prose has neither.
    let possible = lines.filter { $0.text.holds(byte: UInt8(ascii: "@")) || $0.text.holds("(") || $0.text.holds("（") }
    guard possible.count * 5 >= lines.count * 4 else { return [] }
    let parsed = possible.map { (line: PersonLine(text: $0.text), number: $0.number, text: $0.text) }
    let certain = parsed.filter {
      $0.line.isCertain && ($0.line.hasEmail || $0.line.name.holds(" ") || $0.line.name.isEmpty)
    }
    guard !certain.isEmpty, certain.count * 5 >= lines.count * 4 else { return [] }
    if context.isStrict, certain.count < 2 || !certain.allSatisfy(\.line.hasMarkedHandle) { return [] }
    return certain.compactMap { context.person($0.line, at: $0.number) }
  }

  /// Whether a line is the heading of comma-separated columns (`GitHub ID, Name, Email address`).
  static func isHeading(_ text: String) -> Bool {
    let fields = CSV.fields(text)
    guard fields.count >= 2, fields.allSatisfy({ $0.lowercaseWords.count <= 4 && !Account.isEmail($0.blanksFolded) })
    else { return false }
    let known = fields.compactMap(PeopleColumn.recognize)
    return known.count >= 2 && (known.contains(.name) || known.contains(.handle))
  }

  /// The lines as a table, when a heading line or quotes show that they are comma-separated.
  private static func table(of lines: [Line], heading: String?) -> HeadedTable<PeopleColumn>? {
    guard let first = lines.first else { return nil }
    if isHeading(first.text) { return table(lines.dropFirst(), CSV.fields(first.text)) }
    if let heading, lines.allSatisfy({ $0.text.holds(",") }) { return table(lines[...], CSV.fields(heading)) }
    let quoted = lines.count { $0.text.blanksFolded.hasPrefix("\"") }
    guard quoted * 2 > lines.count else { return nil }
    var table = table(lines[...], Lexicon.people.quotedColumns)
    // No heading says how many fields there are.
    table.rows = table.rows.map { .init(cells: Array($0.cells.prefix(table.headings.count)), line: $0.line) }
    return table
  }

  private static func table(_ lines: ArraySlice<Line>, _ headings: [String]) -> HeadedTable<PeopleColumn> {
    let headings = headings.map { $0.trimmed(of: ["#", " "]) }
    let columns = headings.map(PeopleColumn.recognize)
    let rows = lines.compactMap { line -> HeadedTable<PeopleColumn>.Row? in
      guard !line.text.hasPrefix("#") else { return nil }
      let fields = aligned(CSV.fields(line.text).map(\.blanksFolded), columns)
      return .init(cells: fields.map { [Inline(text: $0, line: line.number)] }, line: line.number)
    }
    return HeadedTable(headings: headings, rows: rows, recognize: PeopleColumn.recognize)
  }

  /// Fields under their columns: an address or account goes to its own column wherever it stands, and the commas of an
  /// organization written without quotes (`Example, Inc.`) are put back. Where another field is too many, nobody can
  /// tell which of them is the organization.
  private static func aligned(_ fields: [String], _ columns: [PeopleColumn?]) -> [String] {
    var fields = fields
    while fields.count > columns.count, fields.last?.isEmpty == true { fields.removeLast() }
    if fields.count > columns.count, let index = columns.firstIndex(of: .organization) {
      let parts = index...(index + fields.count - columns.count)
      if fields[parts].dropFirst().allSatisfy(OrganizationSuffix.isSuffix) {
        fields.replaceSubrange(parts, with: [fields[parts].joined(separator: ", ")])
      } else {
        fields[index] = ""
      }
    }
    var result = fields + Array(repeating: "", count: max(0, columns.count - fields.count))
    for (index, field) in fields.enumerated() where index < columns.count {
      let bare = field.trimmed(of: ["<", ">", " "])
      let proper: PeopleColumn? = Account.isEmail(bare) ? .email : field.hasPrefix("@") ? .handle : nil
      guard let proper, columns[index] != proper, let target = columns.firstIndex(of: proper) else { continue }
      result[index] = ""
      result[target] = field
    }
    return result
  }
}
