public import Diagnostics

/// What the readers took from each file, before any judgement: the `inspect/1` form, as JSON and as text.
public struct InspectReport: Sendable {
  private let portfolio: Portfolio
  private let documents: [SourceDocument]

  /// A report on the documents of a portfolio; `paths` are files or folders (relative to the source) it is limited to.
  public init(_ portfolio: Portfolio, paths: [String] = []) {
    self.portfolio = portfolio
    let paths = paths.map { $0.pathNames.filter { $0 != "." }.joined(separator: "/") }
    documents = portfolio.communities.flatMap(\.documents)
      .filter { document in
        paths.isEmpty || paths.contains { document.path == $0 || document.path.isInside($0) }
      }
      .sortedByBytes(of: \.path)
  }

  /// Whether a path was asked for and nothing was read there.
  public var isEmpty: Bool { documents.isEmpty }

  /// Documents of each kind, kinds without any left out, in the order of the kinds.
  private var kinds: [(kind: DocumentKind, count: Int)] {
    DocumentKind.allCases.map { kind in (kind, documents.count { $0.kind == kind }) }.filter { $0.1 > 0 }
  }

  /// Items of each sort over all documents.
  private var counts: [(name: String, count: Int)] {
    var order: [String] = []
    var sums: [String: Int] = [:]
    for (name, count) in documents.flatMap(\.facts.counts) {
      if sums[name] == nil { order.append(name) }
      sums[name, default: 0] += count
    }
    return order.sortedByBytes().map { ($0, sums[$0] ?? 0) }
  }

  /// The report as JSON, schema `inspect/1`: paths relative to the source, lists only where a file has such things.
  public var json: JSONValue {
    var totals: JSONValue = [
      "files": .integer(documents.count),
      "kinds": .object(kinds.map { .init($0.kind.rawValue, .integer($0.count)) }),
      "communities": .integer(portfolio.communities.count),
      "repositories": .integer(portfolio.communities.reduce(0) { $0 + $1.repositories.count }),
    ]
    for (name, count) in counts { totals.add(name, .integer(count)) }
    totals.add("unread", .integer(documents.reduce(0) { $0 + $1.facts.unread.count }))
    return [
      "schema": "inspect/1", "layout": .string(portfolio.layout),
      "communities": .array(portfolio.communities.map(\.inspectJSON)),
      "files": .array(documents.map(\.inspectJSON)), "totals": totals,
    ]
  }

  /// The report as text, for people.
  public var text: String {
    var text = "\(DiagnosticText.printable(portfolio.layout))\n"
    for community in portfolio.communities { text += community.inspectText }
    for document in documents where document.kind != .data && document.kind != .page || document.facts.total > 0 {
      text += document.inspectText
    }
    text +=
      "\n\(documents.count.counted("file")): " + kinds.map { "\($0.count) \($0.kind.rawValue)" }.joined(separator: ", ")
    if !counts.isEmpty { text += "\nfound: " + Facts.words(counts) }
    return text + "\n"
  }
}

extension Community {
  fileprivate var inspectJSON: JSONValue {
    var json: JSONValue = ["id": .string(id), "name": .string(name)]
    json.add("applies_for", text: appliesFor?.rawValue)
    json.add("application", text: application)
    json.add("earlier_applications", texts: earlierApplications)
    json.add("maintainer_list", index.maintainerList.map { ["path": .string($0.path), "why": .string($0.reason)] })
    json.add(
      "counts",
      [
        "maintainers": .integer(maintainers.count), "emeritus": .integer(emeritus.count),
        "adopters": .integer(adopters.count), "groups": .integer(groups.count),
      ])
    json.add(
      "repositories",
      list: repositories.map { repository in
        var json: JSONValue = ["name": .string(repository.name), "path": .string(repository.path)]
        if repository.isAbsent { json.add("absent", true) }
        if repository.isExcerpt { json.add("excerpt", true) }
        return json
      })
    return json
  }

  fileprivate var inspectText: String {
    func names(_ repositories: [Repository]) -> String { repositories.map(\.name).joined(separator: ", ") }
    var lines = [
      "\(name) (\(id)): \(repositories.count.counted("repository", "repositories")) (\(names(repositories)))"
    ]
    let partial = repositories.filter { $0.isExcerpt && !$0.isAbsent }
    if !partial.isEmpty { lines.append("  partial copies, of which missing files are not counted: \(names(partial))") }
    let absent = repositories.filter(\.isAbsent)
    if !absent.isEmpty { lines.append("  not here: \(names(absent))") }
    if let list = index.maintainerList { lines.append("  maintainers from \(list.path): \(list.reason)") }
    if let application { lines.append("  application: \(application)") }
    lines += earlierApplications.map { "  earlier: \($0)" }
    var counts = [
      maintainers.count.counted("maintainer"), "\(emeritus.count) emeritus", adopters.count.counted("adopter"),
    ]
    for kind in Group.Kind.allCases {
      let count = groups.count { $0.kind == kind }
      if count > 0 { counts.append("\(count) \(kind.rawValue)") }
    }
    lines.append("  \(counts.joined(separator: ", "))")
    return "\n" + lines.map { DiagnosticText.printable($0) + "\n" }.joined()
  }
}
