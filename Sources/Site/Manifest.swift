import Diagnostics

/// `manifest.json`: what went in and what came out, by hash. It is also the mark by which an output folder is known to
/// be ours, and the list of the files in it that may be removed.
enum Manifest {
  static let path = "manifest.json"

  static func bytes(_ plan: OutputPlan, _ input: SiteInput, jobs: Int) async -> [UInt8] {
    var inputs = input.portfolio.communities.flatMap(\.documents).map(\.source) + input.otherInputs
    inputs.sort { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    let inputHashes = await inputs.concurrentMap(width: jobs) { ($0.path, SHA256.hex($0.bytes)) }
    let outputHashes = await plan.files.concurrentMap(width: jobs) { ($0.path, SHA256.hex($0.bytes)) }
    var text = "{\n  \"generator\": \"sitegen\",\n  \"schema\": \"manifest/1\",\n"
    text += "  \"version\": \(quoted(input.version)),\n  \"as_of\": \(quoted(input.asOf.description)),\n"
    text += "  \"inputs\": \(object(inputHashes)),\n  \"outputs\": \(object(outputHashes))\n}\n"
    return Array(text.utf8)
  }

  /// Pairs sorted by key; of equal keys the first is kept.
  private static func object(_ pairs: [(String, String)]) -> String {
    var lines: [String] = []
    var last: String?
    for (path, hash) in pairs where last.map({ !$0.utf8.elementsEqual(path.utf8) }) ?? true {
      lines.append("    \(quoted(path)): \"\(hash)\"")
      last = path
    }
    return lines.isEmpty ? "{}" : "{\n\(lines.joined(separator: ",\n"))\n  }"
  }

  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case _ where scalar.value < 0x20:
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
