import Diagnostics

extension DecisionRules {
  /// Adds the lists that have an entry to what is printed about a file.
  func add(to json: inout JSONValue) {
    json.add("bodies", list: bodies.map(\.inspectJSON))
    json.add("decision_rules", list: rules.map(\.inspectJSON))
    json.add("caps", list: caps.map(\.inspectJSON))
    json.add("inactivity", list: inactivity.map(\.inspectJSON))
    json.add("affiliation", list: affiliation.map(\.inspectJSON))
  }
}

extension DecidingBody {
  fileprivate var inspectJSON: JSONValue {
    var json: JSONValue = ["name": .string(name), "kind": .string(kind.rawValue)]
    if !members.isEmpty { json.add("size", .integer(members.count)) }
    json.add("line", .integer(location.line))
    return json
  }
}

extension DecisionRule {
  fileprivate var inspectJSON: JSONValue {
    var json: JSONValue = [
      "body": .string(body), "subject": .string(subject.rawValue), "method": .string(method.rawValue),
      "threshold": .init(threshold), "base": .init(base?.rawValue), "quorum": .init(quorum),
    ]
    json.add("line", .integer(location.line))
    if isFallback { json.add("fallback", true) }
    if let ownVoice {
      json.add("own_voice", ["kind": .string(ownVoice.kind.rawValue), "holder": .string(ownVoice.holder)])
    }
    json.add("defined_at", definedAt.map { .integer($0) })
    return json
  }
}

extension OrganizationCap {
  fileprivate var inspectJSON: JSONValue {
    [
      "body": .string(body), "kind": .string(kind.rawValue),
      "limit": Int(limit).map { JSONValue.integer($0) } ?? .string(limit),
      "line": .integer(location.line),
    ]
  }
}

extension InactivityRule {
  fileprivate var inspectJSON: JSONValue {
    var json: JSONValue = ["months": .init(months), "consequence": .string(consequence)]
    if isOfMaintainers { json.add("role", "maintainer") }
    json.add("line", .integer(location.line))
    return json
  }
}

extension AffiliationRule {
  fileprivate var inspectJSON: JSONValue {
    ["kind": .string(kind.rawValue), "days": .init(days), "line": .integer(location.line)]
  }
}
