import Diagnostics
import StructuredData

extension Reader {
  /// The foundation's list of the maintainers of all its projects: comma-separated lines whose stage and project stand
  /// only on the first line of a block.
  static let foundationList = Reader(id: "foundation-list", kinds: [.imported]) { input, facts in
    guard input.source.path.lowercased().hasSuffix(".csv") else { return [] }
    let rows = CSV.read(input.source)
    guard let header = rows.first?.fields.map({ $0.blanksFolded.lowercased() }),
      let projects = header.firstIndex(of: "project"),
      let names = header.firstIndex(where: { $0.holds("maintainer") && $0.holds("name") })
    else { return [] }
    let companies = header.firstIndex { $0.holds("company") }
    let accounts = header.firstIndex { $0.holds("github") }
    var stage: String?
    var project: String?
    var statements: [ImportedStatement] = []
    for row in rows.dropFirst() {
      func cell(_ index: Int?) -> String? {
        guard let index, index < row.fields.count else { return nil }
        return Placeholder.real(row.fields[index].blanksFolded)
      }
      let location = input.source.location(line: row.line)
      if projects < row.fields.count, !row.fields[projects].blanksFolded.isEmpty {
        let name = row.fields[projects].blanksFolded
        // A block of its own: what stood above no longer counts, even where a cell is blank.
        project = name
        stage = cell(0) ?? stage
        if projects > 0, let stage {
          statements.append(.init(kind: .level, value: stage.lowercased(), project: name, location: location))
        }
      }
      guard let project, let person = cell(accounts).map(ImportNodes.account) ?? cell(names) else { continue }
      statements.append(
        .init(kind: .maintainer, value: person, detail: cell(companies), project: project, location: location))
    }
    facts.imported = ImportedFile(form: .foundationList, statements: statements)
    return []
  }
}
