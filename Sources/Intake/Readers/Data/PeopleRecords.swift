import Diagnostics

/// People of several labelled lines each: `Name: …`, `GitHub: …`, `Organization: …`; or a line with the name alone and
/// labelled lines below it.
enum PeopleRecords {
  /// The people of the lines; empty when fewer than two labels of one person appear together. A line that ends in a
  /// colon and labels nothing is a title.
  static func people(in lines: [PeopleLines.Line], _ context: PeopleContext) -> [Person] {
    let lines = lines.map(labelled).filter { !$0.value.isEmpty || !$0.label.isEmpty }
    guard lines.count(where: { $0.column != nil }) > 0 else { return [] }
    var context = context
    var people: [Person] = []
    var record: Record?
    func close(_ record: Record?, _ context: PeopleContext) {
      if let person = record?.person(context) { people.append(person) }
    }
    for (index, line) in lines.enumerated() {
      let next = index + 1 < lines.count ? lines[index + 1].column : nil
      if line.column == .name {
        close(record, context)
        record = Record(name: line.value, line: line.number)
      } else if let column = line.column {
        record?.add(line.value, to: column)
      } else if line.label.isEmpty, next != nil, next != .name, PersonName.isPossible(line.value) {
        close(record, context)
        record = Record(name: line.value, line: line.number)
      } else if !line.label.isEmpty, line.value.isEmpty, case .people(let standing) = Standing.reading(of: line.label) {
        close(record, context)
        record = nil
        context.standing = standing
      }
    }
    close(record, context)
    return context.isStrict && people.contains { $0.handle == nil } ? [] : people
  }

  /// Whether the lines are labelled values about somebody named elsewhere (`GitHub: @ada-ex`).
  static func areValues(_ lines: [PeopleLines.Line]) -> Bool {
    let values: [PeopleColumn] = [.handle, .email, .organization, .location]
    return lines.allSatisfy { line in
      // A line whose label is too long to be one is no blank line.
      line.text.blanksFolded.isEmpty || labelled(line).column.map(values.contains) ?? false
    }
  }

  private struct Record {
    let name: String
    let line: Int
    var fields: [PeopleColumn: String] = [:]

    /// The first value of a field counts.
    mutating func add(_ value: String, to column: PeopleColumn) { if fields[column] == nil { fields[column] = value } }

    func person(_ context: PeopleContext) -> Person? {
      let account = fields[.handle].flatMap(PeopleRecords.handle)
      guard account != nil || fields[.email] != nil || fields[.organization] != nil else { return nil }
      var context = context
      context.standing = context.standing(role: fields[.role], status: fields[.status])
      var person = PersonLine(text: name)
      if let account { person.handles = [account] }
      person.organization = fields[.organization] ?? person.organization
      person.domain = fields[.domain]
      return context.person(person, at: line)
    }
  }

  /// A line's label, what it means and its value; the label is empty where the line has none.
  private static func labelled(
    _ line: PeopleLines.Line
  ) -> (label: String, column: PeopleColumn?, value: String, number: Int) {
    let text = line.text.trimmed(of: ["-", "*", "+", "#", ">", " ", "\t", "\u{A0}", "\\"])
    guard text.holds(byte: UInt8(ascii: ":")) || text.holds("："),
      let colon = text.firstIndex(where: { $0 == ":" || $0 == "：" }),
      text[text.index(after: colon)...].first != "/"
    else { return ("", nil, text.blanksFolded, line.number) }
    let label = text[..<colon].trimmed(of: marks)
    let value = text[text.index(after: colon)...].trimmed(of: marks).blanksFolded
    let words = label.lowercaseWords
    guard (1...4).contains(words.count) else { return ("", nil, "", line.number) }
    return (label, value.isEmpty ? nil : PeopleColumn.recognize(label), value, line.number)
  }

  private static let marks: [Unicode.Scalar] = ["*", "_", " ", "`", "\t"]

  /// The account of a value: a name with or without `@`, a profile's address, or a link.
  private static func handle(_ value: String) -> String? {
    if let account = Account.handle(value) ?? Account.handle(ofProfile: value.trimmed(of: ["<", ">"])) {
      return account
    }
    guard value.hasPrefix("["), let close = value.firstIndex(of: "]") else { return PersonLine(text: value).handle }
    return Account.handle(String(value[value.index(after: value.startIndex)..<close]).trimmed(of: ["`", " "]))
      ?? Account.handle(ofProfile: value[close...].trimmed(of: ["]", "(", ")"]))
  }
}
