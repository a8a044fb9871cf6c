import Diagnostics
import Hashing

/// `manifest.json`: what went in and what came out, by hash. It is also the mark by which an output folder is known to
/// be ours, and the list of the files in it that may be removed.
enum Manifest {
  static let path = "manifest.json"

  /// The manifest of outputs, paths with hashes in any order.
  static func bytes(
    of outputs: [(path: String, hash: String)], _ input: SiteInput, jobs: Int
  ) async -> [UInt8] {
    let documents = input.portfolio.communities.flatMap(\.documents).map(\.source)
    let texts = documents + input.portfolio.snapshots + input.criteriaFiles
    let inputs = texts.map { (path: $0.path, bytes: $0.bytes) } + input.theme.files
    let inputHashes = await inputs.concurrentMap(width: jobs) { ($0.path, SHA256.hex($0.bytes)) }
    let manifest: JSONValue = [
      "generator": "sitegen", "schema": "manifest/1", "version": .string(input.version),
      "as_of": .string(input.asOf.description), "inputs": object(inputHashes), "outputs": object(outputs),
    ]
    return JSONWriter.bytes(manifest)
  }

  /// An object with its keys sorted; of equal ones the first is kept.
  private static func object(_ pairs: [(String, String)]) -> JSONValue {
    // By their numbers, of which a site has many: they are small.
    let sorted = pairs.indices.sorted { a, b in
      let order = pairs[a].0.byteOrder(pairs[b].0)
      return order == 0 ? a < b : order < 0
    }
    var members: [JSONValue.Member] = []
    members.reserveCapacity(pairs.count)
    for (path, hash) in sorted.lazy.map({ pairs[$0] })
    where members.last?.name.byteOrder(path) != 0 {
      members.append(.init(path, .string(hash)))
    }
    return .object(members)
  }
}
