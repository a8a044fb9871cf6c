import Diagnostics

/// `manifest.json`: what went in and what came out, by hash. It is also the mark by which an output folder is known to
/// be ours, and the list of the files in it that may be removed.
enum Manifest {
  static let path = "manifest.json"

  static func bytes(_ plan: OutputPlan, _ input: SiteInput, jobs: Int) async -> [UInt8] {
    let documents = input.portfolio.communities.flatMap(\.documents).map(\.source)
    var inputs = documents + input.portfolio.snapshots + input.criteriaFiles + input.theme.files
    inputs.sort { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    let inputHashes = await inputs.concurrentMap(width: jobs) { ($0.path, SHA256.hex($0.bytes)) }
    let outputHashes = await plan.files.concurrentMap(width: jobs) { ($0.path, SHA256.hex($0.bytes)) }
    let manifest: JSONValue = [
      "generator": "sitegen", "schema": "manifest/1", "version": .string(input.version),
      "as_of": .string(input.asOf.description), "inputs": object(inputHashes), "outputs": object(outputHashes),
    ]
    return JSONWriter.bytes(manifest)
  }

  /// Pairs sorted by key; of equal keys the first is kept.
  private static func object(_ pairs: [(String, String)]) -> JSONValue {
    var members: [JSONValue.Member] = []
    for (path, hash) in pairs where members.last.map({ !$0.name.utf8.elementsEqual(path.utf8) }) ?? true {
      members.append(.init(path, .string(hash)))
    }
    return .object(members)
  }
}
