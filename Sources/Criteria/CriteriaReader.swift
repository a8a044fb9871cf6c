public import Diagnostics
import StructuredData

/// Reads a criteria file. All errors are noted at their place and stop the run with exit code 2.
public struct CriteriaReader {
  private let source: SourceText
  /// What the file holds; nil when that is no mapping.
  let root: Node?
  private var levels: [MaturityLevel] = []
  /// What was wrong so far.
  private(set) var diagnostics: [Diagnostic]

  /// The set of a file; nil when it cannot be used at all. With any error the set must not be used for judging.
  ///
  /// `nodes` is what YAML reads in a file that is known to be in shape.
  public static func read(_ source: SourceText, nodes: StaticString? = nil) -> Staged<CriteriaSet?> {
    var reader = CriteriaReader(source, CriteriaShape.file, nodes: nodes)
    let set = reader.root.map { reader.set($0) }
    return Staged(set?.model.isEmpty == false ? set : nil, reader.diagnostics)
  }

  /// A file with all that is wrong with its shape: what is read in it can rely on nothing, but need not say so again.
  init(_ source: SourceText, _ shape: Shape, nodes: StaticString? = nil) {
    let yaml = nodes.map { Staged<Node?>(Node(embedded: $0)) } ?? YAML.read(source)
    self.source = source
    root = yaml.value.flatMap { $0.isMapping ? $0 : nil }
    diagnostics = yaml.diagnostics.map { $0.of(.configuration) }
    if nodes == nil, let node = yaml.value { diagnostics += shape.diagnostics(of: node, in: source, area: "criteria") }
    if root == nil, diagnostics.isEmpty {
      let start = Node(.scalar("", quoted: false), line: 1, column: 1)
      error("criteria/empty", at: start, "the criteria file is empty", help: "add `model:` and `criteria:`")
    }
  }

  /// Notes an error at a node; `help` is for a name that is near none of those known.
  mutating func error(_ rule: RuleID, at node: Node, _ summary: String, help: String, near names: [String] = []) {
    let place = node.location(in: source)
    let solution = Solution.meant(by: node.string ?? "", among: names, at: place)
    diagnostics.append(
      Diagnostic(rule, .error, at: place, summary, help: help, solution: solution, kind: .configuration))
  }

  private mutating func set(_ root: Node) -> CriteriaSet {
    levels = root["levels"].strings.map(MaturityLevel.init(rawValue:))
    var set = CriteriaSet(
      model: root.text("model"), title: root.text("title"),
      titles: byLevel(root["titles"]).compactMapValues(\.string), foundation: root.text("foundation"),
      namedBy: root["named_by"].strings, levels: levels,
      revisions: root["revisions"].elements.compactMap(CriteriaRevision.init).sorted { $0.date < $1.date },
      maxAge: root["max_age"]?.int ?? 365, criteria: [], templateSentences: root["template_sentences"].strings,
      review: root["review"].elements.map(ReviewSection.init),
      projects: root["projects"].strings, location: root.location(in: source))
    let nodes = root["criteria"].elements
    for (index, node) in nodes.enumerated() {
      if let criterion = criterion(node, order: index + 1) { set.criteria.append(criterion) }
    }
    checkReferences(set, nodes, review: root["review"].elements)
    return set
  }

  /// A criterion; over `base`, one that keeps what its entry does not name.
  private mutating func criterion(_ node: Node, order: Int, over base: Criterion? = nil) -> Criterion? {
    guard let id = node["id"]?.string else { return nil }
    let place = node.location(in: source)
    var criterion =
      base ?? Criterion(id: CriterionID(rawValue: id), section: "", text: "", order: order, location: place)
    criterion.location = place
    func take<Value>(_ key: String, _ value: inout Value, _ read: (Node) -> Value?) {
      if let said = node[key].flatMap(read) { value = said }
    }
    take("section", &criterion.section, \.string)
    take("text", &criterion.text, \.string)
    take("order", &criterion.order, \.int)
    take("parent", &criterion.parent) { $0.string.map(CriterionID.init(rawValue:)) }
    take("match", &criterion.match, \.strings)
    take("exclude", &criterion.exclude, \.strings)
    take("topics", &criterion.topics, \.strings)
    take("na", &criterion.mayBeNotApplicable, \.bool)
    take("satisfied_by", &criterion.satisfiedBy, \.criteria)
    take("acts", &criterion.acts) { $0.choice() }
    take("kept", &criterion.kept) { $0.choice() }
    take("evidence", &criterion.evidence, \.strings)
    take("max_age", &criterion.maxAge, \.int)
    take("automation", &criterion.automation) { $0.choice() }
    take("checks", &criterion.checks) { $0.elements.compactMap(check) }
    take("candidates", &criterion.candidates, located)
    take("passages", &criterion.passages, PassageQuery.init)
    take("why", &criterion.why, \.string)
    take("measured", &criterion.howMeasured, \.string)
    take("fix", &criterion.howToFix, \.string)
    take("maps", &criterion.maps) { $0.elements.map(CriterionMapping.init) }
    if let asked = node["requirement"] { criterion.requirement = requirement(asked) }
    if criterion.automation == .auto, !criterion.checks.contains(where: \.decides) {
      error(
        "criteria/no-deciding-check", at: node, "`\(id)` is automatic but no check decides it",
        help: "add a check, or set `automation: partial`")
    }
    return criterion
  }

  private mutating func requirement(_ node: Node) -> [MaturityLevel: [DatedRequirement]] {
    guard node.isSequence else { return byLevel(node).mapValues(dated) }
    if levels.isEmpty { return [.only: dated(node)] }
    error(
      "criteria/wrong-value", at: node, "`requirement` must name the level", help: "write one list for each level")
    return [:]
  }

  /// What a mapping says about each level; notes names of others.
  private mutating func byLevel(_ node: Node?) -> [MaturityLevel: Node] {
    var parts: [MaturityLevel: Node] = [:]
    for entry in node.entries where !entry.key.isRepetition {
      let level = MaturityLevel(rawValue: entry.key.string ?? "")
      if levels.contains(level) {
        parts[level] = entry.value
      } else {
        let names = levels.map(\.rawValue)
        error(
          "criteria/unknown-level", at: entry.key, "unknown level `\(level)`",
          help: "levels of this file: \(names.joined(separator: ", "))", near: names)
      }
    }
    return parts
  }

  private func dated(_ node: Node) -> [DatedRequirement] {
    node.elements.compactMap(DatedRequirement.init).sorted { $0.from < $1.from }
  }

  private func check(_ node: Node) -> CheckDeclaration? {
    guard let holds = node["holds"].flatMap(located) else { return nil }
    let shows = node["shows"]?.bool ?? false
    return CheckDeclaration(
      id: node.text("id"), needs: node["needs"].strings, expression: holds, fails: node["fails"].flatMap(located),
      cites: node["cites"].flatMap(located), because: node["because"].flatMap(located),
      otherwise: node["otherwise"].flatMap(located), decides: node["decides"]?.bool ?? !shows,
      unless: node["unless"].flatMap(located), shows: shows)
  }

  /// A text with the place of its first character.
  private func located(_ node: Node) -> LocatedText? {
    guard case .scalar(_, let isQuoted) = node.content, let text = node.string else { return nil }
    var place = node.location(in: source)
    if isQuoted { place.column += 1 }
    return LocatedText(text, at: place)
  }

  /// Notes ids that are used twice, and references to none.
  private mutating func checkReferences(_ set: CriteriaSet, _ nodes: [Node], review parts: [Node] = []) {
    var seen: Set<String> = []
    let ids = set.criteria.map(\.id.rawValue)
    func check(_ references: [Node], of name: String) {
      for reference in references {
        guard let target = reference.string, !ids.contains(target) || target == name else { continue }
        error(
          "criteria/unknown-criterion", at: reference, "no criterion `\(target)` here",
          help: "name a criterion of this file", near: ids)
      }
    }
    for node in nodes {
      guard let id = node["id"], let name = id.string else { continue }
      if !seen.insert(name).inserted {
        error("criteria/duplicate-id", at: id, "`\(name)` occurs twice", help: "ids are never used twice")
      }
      check([node["parent"]].compactMap { $0 } + node["satisfied_by"].elements, of: name)
    }
    for part in parts { check(part["criteria"].elements, of: "") }
  }
}

extension CriteriaReader {
  /// Changes criteria of a set by their ids, and adds others behind those of their section; false after an error.
  mutating func extend(_ set: inout CriteriaSet, by nodes: [Node]) -> Bool {
    levels = set.levels
    for node in nodes {
      let id = node["id"]?.string.map(CriterionID.init(rawValue:))
      let old = set.criteria.firstIndex { $0.id == id }
      if old == nil { diagnostics += CriteriaShape.criterion.diagnostics(of: node, in: source, area: "criteria") }
      let order = set.criteria.count + 1
      guard let criterion = criterion(node, order: order, over: old.map { set.criteria[$0] }) else { continue }
      if let old {
        set.criteria[old] = criterion
      } else {
        let last = set.criteria.lastIndex { $0.section == criterion.section } ?? set.criteria.count - 1
        set.criteria.insert(criterion, at: last + 1)
      }
    }
    checkReferences(set, nodes)
    return !diagnostics.contains { $0.severity == .error }
  }
}

extension CriteriaRevision {
  fileprivate init?(_ node: Node) {
    guard let date = node["date"]?.date else { return nil }
    self.init(date: date, label: node["label"]?.string ?? date.description, note: node.text("note"))
  }
}

extension ReviewSection {
  fileprivate init(_ node: Node) { self.init(title: node.text("title"), criteria: node["criteria"]?.criteria ?? []) }
}

extension DatedRequirement {
  fileprivate init?(_ node: Node) {
    guard let from = node["from"]?.date, let kind: RequirementKind = node["is"]?.choice() else { return nil }
    self.init(from: from, kind: kind)
  }
}

extension PassageQuery {
  fileprivate init(_ node: Node) {
    self.init(
      kinds: node["kinds"].strings, names: node["names"].strings, words: node["words"].strings,
      parts: node["parts"].elements.map(\.strings).filter { !$0.isEmpty }, unlike: node["unlike"].strings,
      isNamed: node["named"]?.bool ?? false)
  }
}

extension CriterionMapping {
  fileprivate init(_ node: Node) {
    self.init(model: node.text("model"), id: node.text("id"), confidence: node["confidence"]?.int ?? 0)
  }
}

extension Node {
  fileprivate func text(_ key: String) -> String { self[key]?.string ?? "" }

  fileprivate var criteria: [CriterionID] { strings.map(CriterionID.init(rawValue:)) }

  fileprivate func choice<Choice: RawRepresentable<String>>() -> Choice? { string.flatMap(Choice.init(rawValue:)) }
}
