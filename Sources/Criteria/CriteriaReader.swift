public import Diagnostics
import StructuredData

/// Reads a criteria file. All errors are noted at their place and stop the run with exit code 2.
public enum CriteriaReader {
  /// The set of a file; nil when it cannot be used at all. With any error the set must not be used for judging.
  ///
  /// `nodes` is what YAML reads in it, where that is known.
  public static func read(_ source: SourceText, nodes: StaticString? = nil) -> Staged<CriteriaSet?> {
    let yaml = nodes.map { Staged<Node?>(Node(embedded: $0)) } ?? YAML.read(source)
    var fields = FieldReader(source, yaml.diagnostics)
    guard let root = yaml.value else {
      guard yaml.diagnostics.isEmpty else { return Staged(nil, fields.diagnostics) }
      let empty = Node(.scalar("", quoted: false), line: 1, column: 1)
      fields.error("criteria/empty", at: empty, "the criteria file is empty", help: "add `model:` and `criteria:`")
      return Staged(nil, fields.diagnostics)
    }
    guard fields.isMapping(root, of: "a criteria file", known: CriteriaShape.file.keys) else {
      return Staged(nil, fields.diagnostics)
    }
    let levels = fields.texts(root, "levels").map(MaturityLevel.init(rawValue:))
    var set = CriteriaSet(
      model: fields.text(root, "model", required: true) ?? "",
      title: fields.text(root, "title", required: true) ?? "",
      foundation: fields.text(root, "foundation", required: true) ?? "", levels: levels,
      revisions: fields.list(root, "revisions", required: true).compactMap { revision(&fields, $0) },
      maxAge: fields.number(root, "max_age", least: 1) ?? 365, criteria: [],
      templateSentences: fields.texts(root, "template_sentences"),
      location: root.location(in: source))
    set.projects = fields.texts(root, "projects")
    if let titles = root["titles"], fields.isMapping(titles, of: "`titles`", known: levels.map(\.rawValue)) {
      for level in levels { set.titles[level] = fields.text(titles, level.rawValue) }
    }
    set.namedBy = fields.texts(root, "named_by")
    set.review = fields.list(root, "review").compactMap { node in
      guard fields.isMapping(node, of: "a part of the review", known: CriteriaShape.review.keys) else { return nil }
      return ReviewSection(
        title: fields.text(node, "title", required: true) ?? "",
        criteria: fields.texts(node, "criteria").map(CriterionID.init(rawValue:)))
    }
    set.revisions.sort { $0.date < $1.date }
    let nodes = fields.list(root, "criteria", required: true)
    for (index, node) in nodes.enumerated() {
      if let criterion = criterion(&fields, node, order: index + 1, levels: levels) { set.criteria.append(criterion) }
    }
    checkReferences(&fields, set, nodes, review: root["review"].elements)
    return Staged(set.model.isEmpty ? nil : set, fields.diagnostics)
  }

  private static func revision(_ fields: inout FieldReader, _ node: Node) -> CriteriaRevision? {
    guard fields.isMapping(node, of: "a revision", known: CriteriaShape.revision.keys) else { return nil }
    guard let date = fields.date(node, "date") else { return nil }
    return CriteriaRevision(
      date: date, label: fields.text(node, "label") ?? date.description, note: fields.text(node, "note") ?? "")
  }

  /// A criterion; over `base`, one that keeps what its entry does not name.
  static func criterion(
    _ fields: inout FieldReader, _ node: Node, order: Int, levels: [MaturityLevel], over base: Criterion? = nil
  ) -> Criterion? {
    guard fields.isMapping(node, of: "a criterion", known: CriteriaShape.criterion.keys) else { return nil }
    guard let id = fields.text(node, "id", required: true) else { return nil }
    let isNew = base == nil
    func says(_ key: String) -> Bool { isNew || node[key] != nil }
    var criterion =
      base
      ?? Criterion(
        id: CriterionID(rawValue: id), section: "", text: "", order: order, location: node.location(in: fields.source))
    criterion.location = node.location(in: fields.source)
    if says("section") { criterion.section = fields.text(node, "section", required: true) ?? "" }
    if says("text") { criterion.text = fields.text(node, "text", required: true) ?? "" }
    criterion.order = fields.number(node, "order", least: 1) ?? criterion.order
    if says("parent") { criterion.parent = fields.text(node, "parent").map(CriterionID.init(rawValue:)) }
    if says("match") { criterion.match = fields.texts(node, "match") }
    if says("exclude") { criterion.exclude = fields.texts(node, "exclude") }
    if says("topics") { criterion.topics = fields.texts(node, "topics") }
    if says("requirement") { criterion.requirement = requirement(&fields, node, levels: levels) }
    criterion.mayBeNotApplicable = fields.flag(node, "na") ?? criterion.mayBeNotApplicable
    if says("satisfied_by") {
      criterion.satisfiedBy = fields.texts(node, "satisfied_by").map(CriterionID.init(rawValue:))
    }
    criterion.acts = fields.choice(node, "acts") ?? criterion.acts
    if says("kept") { criterion.kept = fields.choice(node, "kept") }
    if says("evidence") { criterion.evidence = fields.texts(node, "evidence") }
    criterion.maxAge = fields.number(node, "max_age", least: 1) ?? criterion.maxAge
    criterion.automation = fields.choice(node, "automation", required: isNew) ?? criterion.automation
    if says("checks") { criterion.checks = fields.list(node, "checks").compactMap { check(&fields, $0) } }
    if says("candidates") { criterion.candidates = fields.located(node, "candidates") }
    if says("passages") { criterion.passages = node["passages"].flatMap { passages(&fields, $0) } }
    if says("why") { criterion.why = fields.text(node, "why", required: true) ?? "" }
    if says("measured") { criterion.howMeasured = fields.text(node, "measured", required: true) ?? "" }
    if says("fix") { criterion.howToFix = fields.text(node, "fix", required: true) ?? "" }
    if says("maps") { criterion.maps = fields.list(node, "maps").compactMap { mapping(&fields, $0) } }
    if criterion.automation == .auto, !criterion.checks.contains(where: \.decides) {
      fields.error(
        "criteria/no-deciding-check", at: node, "`\(id)` is automatic but no check decides it",
        help: "add a check, or set `automation: partial`")
    }
    return criterion
  }

  private static func requirement(
    _ fields: inout FieldReader, _ node: Node, levels: [MaturityLevel]
  ) -> [MaturityLevel: [DatedRequirement]] {
    guard let value = node["requirement"] else {
      fields.error(
        "criteria/missing-key", at: node, "`requirement` is missing",
        help: "add a dated list, as in `requirement: {graduated: [{from: 2024-02-26, is: required}]}`")
      return [:]
    }
    if value.isSequence {
      guard levels.isEmpty else {
        fields.error(
          "criteria/type", at: value, "`requirement` must name the level", help: "write one list for each level")
        return [:]
      }
      return [.only: dated(&fields, value.elements)]
    }
    let names = levels.map(\.rawValue)
    var requirement: [MaturityLevel: [DatedRequirement]] = [:]
    guard fields.isMapping(value, of: "`requirement`", known: names) else { return [:] }
    for level in levels where value[level.rawValue] != nil {
      requirement[level] = dated(&fields, fields.list(value, level.rawValue))
    }
    return requirement
  }

  private static func dated(_ fields: inout FieldReader, _ nodes: [Node]) -> [DatedRequirement] {
    nodes.compactMap { node in
      guard fields.isMapping(node, of: "a dated requirement", known: CriteriaShape.requirement.keys) else { return nil }
      guard let from = fields.date(node, "from"), let kind: RequirementKind = fields.choice(node, "is", required: true)
      else { return nil }
      return DatedRequirement(from: from, kind: kind)
    }.sorted { $0.from < $1.from }
  }

  private static func check(_ fields: inout FieldReader, _ node: Node) -> CheckDeclaration? {
    guard fields.isMapping(node, of: "a check", known: CriteriaShape.check.keys) else { return nil }
    guard let id = fields.text(node, "id", required: true),
      let holds = fields.located(node, "holds", required: true)
    else { return nil }
    let shows = fields.flag(node, "shows") ?? false
    var check = CheckDeclaration(
      id: id, needs: fields.texts(node, "needs"), expression: holds, fails: fields.located(node, "fails"),
      cites: fields.located(node, "cites"), because: fields.located(node, "because"),
      otherwise: fields.located(node, "otherwise"), decides: fields.flag(node, "decides") ?? !shows)
    check.unless = fields.located(node, "unless")
    check.shows = shows
    return check
  }

  private static func passages(_ fields: inout FieldReader, _ node: Node) -> PassageQuery? {
    guard fields.isMapping(node, of: "`passages`", known: CriteriaShape.passages.keys) else { return nil }
    let parts = fields.list(node, "parts").map { part in
      (part.isSequence ? part.elements : [part]).compactMap(\.string)
    }
    var query = PassageQuery(
      kinds: fields.texts(node, "kinds"), names: fields.texts(node, "names"), words: fields.texts(node, "words"),
      parts: parts.filter { !$0.isEmpty }, unlike: fields.texts(node, "unlike"))
    query.isNamed = fields.flag(node, "named") ?? false
    return query
  }

  private static func mapping(_ fields: inout FieldReader, _ node: Node) -> CriterionMapping? {
    guard fields.isMapping(node, of: "a mapping", known: CriteriaShape.mapping.keys) else { return nil }
    guard let model = fields.text(node, "model", required: true), let id = fields.text(node, "id", required: true)
    else { return nil }
    let confidence = fields.number(node, "confidence") ?? 0
    if confidence > 3, let value = node["confidence"] {
      fields.error("criteria/type", at: value, "`confidence` must be 0 to 3", help: "3 means the same criterion")
    }
    return CriterionMapping(model: model, id: id, confidence: min(confidence, 3))
  }

  static func checkReferences(
    _ fields: inout FieldReader, _ set: CriteriaSet, _ nodes: [Node], review parts: [Node] = []
  ) {
    var seen: Set<CriterionID> = []
    let ids = set.criteria.map(\.id.rawValue)
    func check(_ references: [Node], of name: String) {
      for reference in references {
        guard let target = reference.string, !ids.contains(target) || target == name else { continue }
        let nearest = Suggestion.nearest(to: target, among: ids).map { "did you mean `\($0)`?" }
        fields.error(
          "criteria/unknown-criterion", at: reference, "no criterion `\(target)` here",
          help: nearest ?? "name a criterion of this file")
      }
    }
    for node in nodes {
      guard let id = node["id"], let name = id.string else { continue }
      if !seen.insert(CriterionID(rawValue: name)).inserted {
        fields.error("criteria/duplicate-id", at: id, "`\(name)` occurs twice", help: "ids are never used twice")
      }
      check([node["parent"]].compactMap { $0 } + node["satisfied_by"].elements, of: name)
    }
    for part in parts { check(part["criteria"].elements, of: "") }
  }
}
