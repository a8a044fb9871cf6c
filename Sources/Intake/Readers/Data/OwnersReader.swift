import Words
import Diagnostics
import StructuredData

extension Reader {
  /// OWNERS and OWNERS_ALIASES: lists of accounts by right, with or without `filters:`; lists named `maintainers` name
  /// people, too.
  static let owners = Reader(
    id: "owners", kinds: [.owners, .ownersAliases],
    recognizes: [.exactly(.ownersAliases, "owners_aliases"), .exactly(.owners, "owners")]
  ) { input, facts in
    guard let data = input.data, data.isMapping else { return unreadable(input, &facts) }
    let root = data["aliases"].flatMap { input.kind == .ownersAliases || $0.isMapping ? $0 : nil } ?? data
    var lists = OwnersLists(source: input.source, isAliases: input.kind == .ownersAliases || data["aliases"] != nil)
    lists.read(root)
    facts.owners += lists.entries
    facts.people += lists.people
    facts.unread += lists.unread
    return []
  }

  /// Reads line by line what YAML refuses or takes for one long text.
  private static func unreadable(_ input: ReaderInput, _ facts: inout Facts) -> [Diagnostic] {
    let source = input.source
    let isAliases = input.kind == .ownersAliases
    var list = isAliases ? "" : "owners"
    var found: [OwnerEntry] = []
    for number in 1...source.lineCount {
      let text = source.lineText(number).split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)[0]
      let line = text.blanksFolded
      if line.hasSuffix(":"), line.split(separator: " ").count == 1 {
        list = line.dropLast().trimmed(of: ["\"", "'"])
      } else if line.hasPrefix("-") || line.hasPrefix("@"), let name = name(line) {
        found.append(
          OwnerEntry(
            name: name, list: list, canApprove: OwnersLists.canApprove(list, isAlias: isAliases),
            location: source.location(line: number)))
      }
    }
    facts.owners += found
    let first = (1...source.lineCount).first { source.signs(ofLine: $0).first != 0 }
    guard found.isEmpty, let first, input.data != nil else { return [] }
    facts.unread.append(Unread(line: first, reason: "no list of owners: the file is plain text"))
    return [
      Diagnostic(
        "owners/no-list", .note, at: source.location(line: first), "no list of owners: the file is plain text",
        help: "list accounts under `approvers:` and `reviewers:`")
    ]
  }

  private static func name(_ line: String) -> String? {
    let name = line.trimmed(of: ["-", " ", "\"", "'"])
    return name.hasPrefix("@") || Account.isHandle(name) ? Account.handle(name) : nil
  }
}

/// The lists of one OWNERS or OWNERS_ALIASES file.
struct OwnersLists {
  let source: SourceText
  let isAliases: Bool
  private(set) var entries: [OwnerEntry] = []
  private(set) var people: [Person] = []
  /// Filters that give nobody a right.
  private(set) var unread: [Unread] = []

  /// Whether a list gives the right to approve, by its name: a list of approvers or owners that is not an emeritus one.
  ///
  /// An alias' name is only a hint; who reads a whole repository knows which aliases its OWNERS files name.
  static func canApprove(_ list: String, isAlias: Bool) -> Bool {
    guard isAlias else { return list == "approvers" || list == "owners" }
    let words = list.lowercaseWords.flatMap { $0.split(separator: "_") }
    return words.contains { $0 == "approvers" || $0 == "approver" } && !words.contains { $0.hasPrefix("emerit") }
  }

  /// Adds the lists of a mapping.
  mutating func read(_ map: Node) {
    for entry in map.entries {
      guard let list = entry.key.string else { continue }
      if list == "filters", !isAliases {
        readFilters(entry, beside: map)
      } else if !Lexicon.people.ownersOptions.contains(list) || isAliases {
        let nodes = entry.value.isSequence ? entry.value.elements : [entry.value]
        for node in nodes { add(node, to: list) }
      }
    }
  }

  /// Prow ignores filters beside lists of the file's own, and a filter whose pattern is no regular expression of Go.
  private mutating func readFilters(_ entry: Node.Entry, beside map: Node) {
    let own = map.entries.first { Self.isOwnList($0.key.string ?? "") && !$0.value.elements.isEmpty }
    if let own {
      let reason = "the filters are ignored: the file has `\(own.key.string ?? "")` of its own"
      unread.append(Unread(line: entry.key.line, reason: reason))
      return
    }
    for filter in entry.value.entries {
      let pattern = filter.key.string ?? ""
      if GoPattern.isValid(pattern) {
        read(filter.value)
      } else {
        let reason = "the filter `\(pattern)` is ignored: it is no regular expression"
        unread.append(Unread(line: filter.key.line, reason: reason))
      }
    }
  }

  private static func isOwnList(_ key: String) -> Bool {
    key == "approvers" || key == "labels" || key == "reviewers" || key == "required_reviewers"
  }

  private mutating func add(_ node: Node, to list: String) {
    guard let text = node.string?.blanksFolded, let name = Account.handle(text) else { return }
    let location = node.location(in: source)
    entries.append(
      OwnerEntry(
        name: name, list: list, canApprove: Self.canApprove(list, isAlias: isAliases), location: location))
    // Only lists of that name are meant as lists of people; approvers may be aliases.
    guard !isAliases, case .people(let standing) = Standing.reading(of: list), standing.role == "maintainer",
      list.lowercased().holds("maintainer")
    else { return }
    people.append(
      Person(name: "", handle: name, status: standing.status, role: standing.role, location: location))
  }

}
