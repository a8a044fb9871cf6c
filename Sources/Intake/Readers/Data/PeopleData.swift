import Words
import Diagnostics
import StructuredData

/// People in YAML: lists of account names, of names, of maps, of one-key maps, maps by account, maps by repository.
struct PeopleData {
  private let source: SourceText
  private let areFormer: Bool
  private(set) var people: [Person] = []

  /// Reads a document. `standing` is that of those listed under no key that says one; `areFormer` tells that the file is
  /// one of former members throughout.
  init(_ root: Node, in source: SourceText, standing: Standing, areFormer: Bool = false) {
    self.source = source
    self.areFormer = areFormer
    read(root, title: nil, domain: nil, standing: standing, depth: 0)
  }

  private mutating func read(_ node: Node, title: String?, domain: String?, standing: Standing, depth: Int) {
    guard depth < 8 else { return }
    if node.isSequence {
      readList(node, domain: domain, standing: standing, depth: depth)
      return
    }
    for entry in node.entries {
      guard let key = entry.key.string else { continue }
      switch Standing.reading(of: key) {
      case .process: continue
      case .people(let said):
        let merged = Standing(
          status: areFormer ? .emeritus : said.status,
          role: said.role.isEmpty ? standing.role : said.role)
        read(entry.value, title: key, domain: domain, standing: merged, depth: depth + 1)
      case .silent:
        if entry.value.isMapping, Self.isPerson(entry.value), Account.isHandle(key) {
          add(entry.value, handle: key, domain: domain, standing: standing)
        } else if entry.value.isMapping || entry.value.isSequence {
          let isList = entry.value.isSequence && !Lexicon.people.containerKeys.contains(key.lowercased())
          read(
            entry.value, title: key, domain: isList ? key : domain, standing: standing, depth: depth + 1)
        }
      }
    }
  }

  private mutating func readList(_ list: Node, domain: String?, standing: Standing, depth: Int) {
    let strings = list.elements.compactMap(\.string)
    let named = strings.count { $0.holds(" ") }
    for element in list.elements {
      if let text = element.string {
        addText(text, areNames: named * 2 > strings.count, domain: domain, standing: standing, at: element)
      } else if Self.isPerson(element) {
        add(element, handle: nil, domain: domain, standing: standing)
      } else if element.entries.count == 1, let handle = element.entries[0].key.string,
        element.entries[0].value.isMapping || element.entries[0].value.isNull, Account.isHandle(handle)
      {
        add(element.entries[0].value, handle: handle, domain: domain, standing: standing)
      } else if element.isMapping {
        let name = element["name"]?.string
        read(element, title: nil, domain: name ?? domain, standing: standing, depth: depth + 1)
      }
    }
  }

  private mutating func addText(_ text: String, areNames: Bool, domain: String?, standing: Standing, at node: Node) {
    let folded = text.blanksFolded
    guard !Placeholder.isPlaceholder(folded) else { return }
    let handle = folded.hasPrefix("@") || !areNames ? Account.handle(folded) : nil
    let line = PersonLine(text: folded)
    guard handle != nil || line.isPossible || PersonName.isPossible(line.name) else { return }
    people.append(
      Person(
        name: handle == nil ? line.name : "", handle: handle ?? line.handle, organization: line.organization,
        domain: domain, status: standing.status, role: standing.role(with: line.role),
        location: node.location(in: source)))
  }

  private mutating func add(_ map: Node, handle: String?, domain: String?, standing: Standing) {
    func value(_ keys: [String]) -> String? {
      for entry in map.entries {
        guard let key = entry.key.string, keys.contains(key.lowercaseWords.joined()) else { continue }
        if let text = Placeholder.real(entry.value.string) { return text }
      }
      return nil
    }
    let account = value(Lexicon.people.handleKeys).flatMap { Account.handle(ofProfile: $0) ?? Account.handle($0) }
    let name = value(Lexicon.people.nameKeys) ?? ""
    guard !name.isEmpty || account != nil || handle != nil else { return }
    let role = value(Lexicon.people.roleKeys)
    let status = value(Lexicon.people.statusKeys)
    let context = PeopleContext(source: source, standing: standing, domain: domain, isStrict: false)
    let said = context.standing(role: role, status: status)
    people.append(
      Person(
        name: name, handle: handle ?? account, organization: value(Lexicon.people.organizationKeys),
        domain: value(Lexicon.people.domainKeys) ?? domain, status: said.status,
        role: said.role, location: map.location(in: source)))
  }

  private static func isPerson(_ node: Node) -> Bool {
    guard node.isMapping else { return false }
    let keys = Set(node.entries.compactMap { $0.key.string?.lowercaseWords.joined() })
    let hasList = node.entries.contains { $0.value.isSequence && $0.value.elements.contains { $0.string != nil } }
    if !keys.isDisjoint(with: Lexicon.people.handleKeys) { return true }
    return !keys.isDisjoint(with: Lexicon.people.nameKeys) && !hasList
      && !keys.isDisjoint(with: Lexicon.people.organizationKeys + Lexicon.people.detailKeys)
  }

}
