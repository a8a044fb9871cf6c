import Criteria
import Diagnostics
import StructuredData

/// Exports of issues that lie beside the documents, as `gh issue list --json number,title,state,url` writes them: the
/// titles say which criterion a bare reference (`- [x] #310`) stands for.
struct IssuesExport {
  /// An issue; the address is empty when the export has none.
  private struct Issue {
    let title: String
    let url: String
  }

  private var issues: [Int: [Issue]] = [:]

  /// The issues of all exports among the documents, in the order of their paths.
  private init(_ documents: [SourceDocument]) {
    for document in documents where document.kind == .imported && Self.isLikely(document.source) {
      for node in YAML.read(document.source).value.elements {
        guard let number = node["number"]?.int, let title = node["title"]?.string else { continue }
        issues[number, default: []].append(Issue(title: title, url: node["url"]?.string ?? ""))
      }
    }
  }

  /// Whether a file looks like such an export: an array whose first object has a number and a title.
  static func isLikely(_ source: SourceText) -> Bool {
    let head = source.prefix(4_096)
    let signs = head.lazy.filter { $0 != 0x20 && $0 != 0x09 && $0 != 0x0A && $0 != 0x0D }.prefix(2)
    guard signs.elementsEqual("[{".utf8) else { return false }
    let first = head.prefix { $0 != UInt8(ascii: "}") }
    return ["\"number\"", "\"title\""].allSatisfy { first.holds(Array($0.utf8)) }
  }

  /// The documents of one community with their bare references resolved by title, before position; what position made
  /// of the others is worked out anew. A title that speaks against the position wins and is noted.
  static func resolve(_ documents: [SourceDocument], _ criteria: [CriteriaSet]) -> Staged<[SourceDocument]> {
    let export = IssuesExport(documents)
    guard !export.issues.isEmpty else { return Staged(documents) }
    let finders = criteria.map(CriterionFinder.init)
    var diagnostics: [Diagnostic] = []
    let resolved = documents.map { document in
      var document = document
      // The reader of the list itself names it where it tells states; titles alone are used only here.
      if document.kind == .imported, isLikely(document.source), !document.readers.contains("issues-export") {
        document.readers.append("issues-export")
      }
      guard document.facts.items.contains(where: \.isBareReference) else { return document }
      let finder = export.finder(for: document.facts.items, among: finders)
      diagnostics += export.resolve(&document.facts, finder)
      return document
    }
    return Staged(resolved, diagnostics)
  }

  /// Of several criteria sets the one that most of a document's lines belong to, titles of its references included.
  private func finder(for items: [ChecklistItem], among finders: [CriterionFinder]) -> CriterionFinder? {
    let counts = finders.map { finder in
      items.count { item in
        item.isBareReference
          ? criterion(of: item, finder) != nil : item.criterion.map { finder.set[$0] != nil } ?? false
      }
    }
    return counts.max().flatMap { counts.firstIndex(of: $0) }.map { finders[$0] }
  }

  private func resolve(_ facts: inout Facts, _ finder: CriterionFinder?) -> [Diagnostic] {
    guard let finder else { return [] }
    var diagnostics: [Diagnostic] = []
    let top = facts.items.indices.filter { facts.items[$0].depth == 0 }
    // Neighboring references were given the criteria between the same two lines.
    for run in top.split(whereSeparator: { !facts.items[$0].isBareReference }) {
      var candidates: [CriterionID] = []
      for index in run {
        for id in facts.items[index].positionCandidates where !candidates.contains(id) { candidates.append(id) }
      }
      var rest: [Int] = []
      for index in run {
        guard let id = criterion(of: facts.items[index], finder) else {
          rest.append(index)
          continue
        }
        if let other = facts.items[index].criterion, other != id {
          diagnostics.append(note(facts.items[index], other, id))
        }
        facts.items[index].criterion = id
        facts.items[index].resolution = .issuesExport
      }
      guard rest.count < run.count else { continue }
      let titled = Set(
        run.filter { facts.items[$0].resolution == .issuesExport }.compactMap { facts.items[$0].criterion })
      candidates.removeAll(where: titled.contains)
      for (offset, index) in rest.enumerated() {
        let isPlain = candidates.count == rest.count
        facts.items[index].criterion = isPlain ? candidates[offset] : nil
        facts.items[index].resolution = isPlain ? .position : .unresolved(candidates: candidates)
      }
    }
    for index in facts.claims.indices { facts.claims[index].criterion = owner(of: facts.claims[index], facts.items) }
    return diagnostics
  }

  /// The criterion of the issue that a line refers to; nil when no title names one, or issues of several repositories
  /// have the number and name different ones.
  private func criterion(of item: ChecklistItem, _ finder: CriterionFinder) -> CriterionID? {
    guard let number = item.issueReference, let numbered = issues[number] else { return nil }
    // A reference that names its repository means no other one's issue of this number.
    let addresses = ([item.text] + item.links.filter { $0.line == item.location.line }.map(\.destination))
      .filter { $0.holds(byte: UInt8(ascii: "/")) }
    let meant = numbered.filter { issue in
      addresses.isEmpty || issue.url.isEmpty || addresses.contains { Self.names($0, issue.url) }
    }
    let found = Set(meant.map { finder.criterion(ofTitle: $0.title) })
    return found.count == 1 ? found.first ?? nil : nil
  }

  /// Whether a reference is an issue's address, or the short form of it: `example/community#991` is
  /// `https://…/example/community/issues/991`.
  private static func names(_ reference: String, _ url: String) -> Bool {
    let parts = reference.split(separator: "#", maxSplits: 1)
    let isShort = parts.count == 2 && parts[0].utf8.contains(UInt8(ascii: "/"))
    return reference == url || (isShort && url.hasSuffix("/\(parts[0])/issues/\(parts[1])"))
  }

  /// A claim in the evidence of a reference belongs to the criterion that the title gave it.
  private func owner(of claim: Claim, _ items: [ChecklistItem]) -> CriterionID? {
    items.last { $0.isBareReference && $0.evidenceLines?.contains(claim.location.line) == true }
      .map(\.criterion) ?? claim.criterion
  }

  private func note(_ item: ChecklistItem, _ position: CriterionID, _ title: CriterionID) -> Diagnostic {
    Diagnostic(
      "due-diligence/reference-out-of-place", .note, at: item.location,
      "`\(item.text)` is where the form has \(position), but its issue's title names \(title)",
      help: "the title is taken; put the criterion's words behind the reference to make it plain")
  }
}

extension ChecklistItem {
  /// Whether the line is a reference to an issue and nothing else.
  fileprivate var isBareReference: Bool { issueReference != nil }

  fileprivate var positionCandidates: [CriterionID] {
    if case .unresolved(let candidates) = resolution { return candidates }
    return criterion.map { [$0] } ?? []
  }
}
