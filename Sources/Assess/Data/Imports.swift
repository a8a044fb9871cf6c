import Diagnostics
import Intake
import StructuredData

/// One thing that an imported file says of a community, with the file it stands in.
struct ImportedEntry {
  let statement: ImportedStatement
  let form: ImportedFile.Form
  /// The day the statement speaks for: its own, else the file's; nil when neither says.
  let date: CalendarDate?
}

/// What the foundation's lists of a run say of each project. Such a list lies in one community and speaks of all.
struct FoundationLists: Sendable {
  private let statements: [String: [ImportedStatement]]
  /// Names of all projects, in the order of the lists.
  let projects: [String]

  init(_ documents: [SourceDocument] = []) {
    var statements: [String: [ImportedStatement]] = [:]
    var projects: [String] = []
    for imported in documents.compactMap(\.facts.imported) where imported.form == .foundationList {
      for statement in imported.statements {
        guard let project = statement.project else { continue }
        let key = Folding.letters(project)
        if statements[key] == nil { projects.append(project) }
        statements[key, default: []].append(statement)
      }
    }
    self.statements = statements
    self.projects = projects
  }

  /// What the lists say of the project with one of these names.
  func statements(of names: [String]) -> [ImportedStatement] {
    let keys = names.map(Folding.letters).uniqued().filter { !$0.isEmpty }
    return keys.lazy.compactMap { statements[$0] }.first ?? []
  }
}

extension CommunityData {
  /// What imported files say of this community, in the order of their paths, the foundation's lists last.
  static func imports(_ community: Community, _ lists: FoundationLists) -> [ImportedEntry] {
    let own = community.documents.flatMap { document -> [ImportedEntry] in
      guard let imported = document.facts.imported, imported.form != .foundationList else { return [] }
      return imported.statements.map {
        ImportedEntry(statement: $0, form: imported.form, date: $0.date ?? imported.date ?? document.date)
      }
    }
    let listed = lists.statements(of: [community.name, community.id]).map {
      ImportedEntry(statement: $0, form: .foundationList, date: $0.date)
    }
    return own + listed
  }
}

extension ImportedFile.Form {
  var words: String {
    switch self {
    case .projectFile: "the project file"
    case .roster: "the project's roster"
    case .foundationList: "the foundation's list"
    case .scorecard: "the scorecard"
    case .securityInsights: "the security insights"
    case .badge: "the badge entry"
    case .issues: "the export of issues"
    case .links: "the file of answers"
    }
  }
}
