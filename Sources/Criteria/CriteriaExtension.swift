public import Diagnostics
import StructuredData

extension CriteriaReader {
  /// The sets of several files, in their order.
  ///
  /// A file that begins with `extends: MODEL` is no set: it changes criteria of that set by their ids, keeping what it
  /// does not name, and adds others behind those of their section. `nodes` is what YAML reads in files of some paths.
  public static func sets(
    of sources: [SourceText], nodes: [String: StaticString] = [:], jobs: Int
  ) async -> Staged<[CriteriaSet]> {
    let parts = Dictionary(grouping: sources, by: isExtension)
    let read = await (parts[false] ?? []).concurrentMap(width: jobs) {
      CriteriaReader.read($0, nodes: nodes[$0.path])
    }
    var sets = Staged(read.compactMap(\.value), read.flatMap(\.diagnostics))
    for source in parts[true] ?? [] { sets.diagnostics += extend(&sets.value, by: source) }
    return sets
  }

  private static func isExtension(_ source: SourceText) -> Bool {
    source.lines(holding: .colon).contains { source[line: $0].starts(with: "extends:".utf8) }
  }

  /// What is wrong with an extension; without an error the set that it names is changed.
  private static func extend(_ sets: inout [CriteriaSet], by source: SourceText) -> [Diagnostic] {
    let yaml = YAML.read(source)
    var fields = FieldReader(source, yaml.diagnostics)
    guard let root = yaml.value,
      fields.isMapping(root, of: "a file that extends a criteria set", known: CriteriaShape.extended.keys)
    else {
      return fields.diagnostics
    }
    guard let model = fields.text(root, "extends", required: true), let node = root["extends"] else {
      return fields.diagnostics
    }
    guard let index = sets.firstIndex(where: { $0.model == model }) else {
      let known = sets.map(\.model)
      fields.unknown(
        "criteria/unknown-model", at: node, model, among: known, "there is no criteria set `\(model)` to extend",
        help: "one of \(known.joined(separator: ", "))")
      return fields.diagnostics
    }
    var set = sets[index]
    let nodes = fields.list(root, "criteria", required: true)
    for node in nodes {
      let id = node["id"]?.string.map(CriterionID.init(rawValue:))
      let old = set.criteria.firstIndex { $0.id == id }
      guard
        let criterion = criterion(
          &fields, node, order: set.criteria.count + 1, levels: set.levels, over: old.map { set.criteria[$0] })
      else { continue }
      if let old {
        set.criteria[old] = criterion
      } else {
        let last = set.criteria.lastIndex { $0.section == criterion.section } ?? set.criteria.count - 1
        set.criteria.insert(criterion, at: last + 1)
      }
    }
    checkReferences(&fields, set, nodes)
    if !fields.diagnostics.contains(where: { $0.severity == .error }) { sets[index] = set }
    return fields.diagnostics
  }
}
