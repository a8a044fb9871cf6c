public import Diagnostics

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
    var reader = CriteriaReader(source, CriteriaShape.extended)
    guard let root = reader.root, let node = root["extends"], let model = node.string else { return reader.diagnostics }
    guard let index = sets.firstIndex(where: { $0.model == model }) else {
      let known = sets.map(\.model)
      reader.error(
        "criteria/unknown-model", at: node, "there is no criteria set `\(model)` to extend",
        help: "one of \(known.joined(separator: ", "))", near: known)
      return reader.diagnostics
    }
    var set = sets[index]
    if reader.extend(&set, by: root["criteria"].elements) { sets[index] = set }
    return reader.diagnostics
  }
}
