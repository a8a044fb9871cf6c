import Assess
import Diagnostics

extension Reporter {
  /// SARIF 2.1.0; columns are Unicode code points.
  static let sarif = Reporter(id: "sarif", summary: "SARIF 2.1.0 for code scanning", namesFilesOfRepository: true) {
    report in
    let findings = report.communities.flatMap(\.ranked)
    return SARIFReport.bytes(rules: SARIFReport.rules(of: findings), results: findings.map { SARIFReport.result($0) })
  }
}

/// Parts of a SARIF log.
enum SARIFReport {
  /// Most results of a run that code scanning takes in.
  static let most = 25_000

  /// A log of one run; results beyond the limit, the least grave of a report, are left out.
  static func bytes(rules: [JSONValue], results: [JSONValue]) -> [UInt8] {
    let run: JSONValue = [
      "tool": ["driver": ["name": "sitegen", "rules": .array(rules)]],
      "columnKind": "unicodeCodePoints", "results": .array(Array(results.prefix(most))),
    ]
    return JSONWriter.bytes([
      "$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0", "runs": [run],
    ])
  }

  /// Descriptions of the rules that made some findings.
  static func rules(of findings: [Finding]) -> [JSONValue] {
    let used = Set(findings.map(\.rule))
    return Rule.all.filter { used.contains($0.id) }.map(rule)
  }

  private static func rule(_ rule: Rule) -> JSONValue {
    [
      "id": .string(rule.id.rawValue), "shortDescription": ["text": .string(rule.summary)],
      "fullDescription": ["text": .string(rule.why)], "help": ["text": .string(rule.howToFix)],
    ]
  }

  /// A finding, with how it compares to an earlier run where that is known.
  static func result(_ finding: Finding, state: String? = nil) -> JSONValue {
    let places = finding.places.map { location($0.location) }
    var value: JSONValue = [
      "ruleId": .string(finding.rule.rawValue), "level": .string(finding.severity.rawValue),
      "message": ["text": .string("\(finding.message). To do: \(finding.fix)")],
      "locations": .array(Array(places.prefix(1))),
    ]
    let related = places.dropFirst().enumerated().map { index, place in
      var place = place
      place.add("id", .integer(index + 1))
      return place
    }
    value.add("relatedLocations", list: related)
    value.add("fixes", list: fixes(finding.solutions))
    value.add("partialFingerprints", fingerprints(finding.fingerprint))
    value.add("baselineState", text: state)
    if let waiver = finding.waiver {
      value.add("suppressions", [["kind": "external", "justification": .string(waiver.reason)]])
    }
    return value
  }

  /// Solutions with edits.
  static func fixes(_ solutions: [Solution]) -> [JSONValue] {
    solutions.filter { !$0.replacements.isEmpty }.map(fix)
  }

  /// The edits of a solution, file by file in the order they are named.
  private static func fix(_ solution: Solution) -> JSONValue {
    let changes = solution.replacements.map(\.location.path).uniqued().map { path -> JSONValue in
      let edits = solution.replacements.filter { $0.location.path == path }.map { edit -> JSONValue in
        ["deletedRegion": region(edit.location), "insertedContent": ["text": .string(edit.text)]]
      }
      return ["artifactLocation": ["uri": .string(uri(path))], "replacements": .array(edits)]
    }
    return ["description": ["text": .string(solution.summary)], "artifactChanges": .array(changes)]
  }

  private static func region(_ location: Location) -> JSONValue {
    var region: JSONValue = [
      "startLine": .integer(max(1, location.line)), "startColumn": .integer(max(1, location.column)),
    ]
    if location.endLine > location.line { region.add("endLine", .integer(location.endLine)) }
    region.add("endColumn", .integer(max(1, location.endColumn)))
    return region
  }

  /// The name by which results of two runs are known to be one; the second member is the one that code scanning goes by.
  static func fingerprints(_ fingerprint: String) -> JSONValue {
    ["sitegen/v1": .string(fingerprint), "primaryLocationLineHash": .string("\(fingerprint):1")]
  }

  static func location(_ location: Location) -> JSONValue {
    if let commit = location.commit {
      // The line is one of an earlier version: as a region it would point into today's file.
      return [
        "physicalLocation": ["artifactLocation": ["uri": .string(uri(location.path))]],
        "message": ["text": .string("line \(location.line) of commit \(commit): \(location.excerpt)")],
      ]
    }
    return [
      "physicalLocation": [
        "artifactLocation": ["uri": .string(uri(location.path))],
        "region": region(location),
      ]
    ]
  }

  /// A path as a relative URI: everything but unreserved characters and `/` percent-encoded.
  static func uri(_ path: String) -> String {
    var uri: [UInt8] = []
    for byte in path.utf8 {
      let isPlain = byte.isASCIIAlphanumeric || "-./_~".utf8.contains(byte)
      if isPlain { uri.append(byte) } else { uri.append(percentEncoded: byte) }
    }
    return String(decoding: uri, as: UTF8.self)
  }
}
