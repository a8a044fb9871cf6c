import Criteria
import Diagnostics

extension SourceDocument {
  /// What was taken from the file, in the `inspect/1` form.
  var inspectJSON: JSONValue {
    var json: JSONValue = ["path": .string(path), "kind": .string(kind.rawValue), "why": .string(reason)]
    json.add("readers", texts: readers)
    json.add("subject", text: foreignSubject ?? facts.subject)
    if foreignSubject != nil { json.add("other_project", true) }
    json.add("level", text: facts.level?.rawValue)
    json.add("generation", text: facts.generation)
    json.add("date", text: date?.description)
    if facts.lostLinks { json.add("lost_links", true) }
    json.add("people", list: facts.people.map(\.inspectJSON))
    json.add("owners", list: facts.owners.map(\.inspectJSON))
    json.add("adopters", list: facts.adopters.map(\.inspectJSON))
    json.add("groups", list: facts.groups.flatMap(\.inspectJSON))
    json.add("meetings", list: facts.meetings.map(\.inspectJSON))
    json.add("items", list: facts.items.map(\.inspectJSON))
    json.add("sections", list: facts.sections.map(\.inspectJSON))
    json.add("unanswered", list: facts.unanswered.map { .integer($0.line) })
    json.add("status_items", list: facts.statusItems.map(\.inspectJSON))
    json.add("roadmap_items", list: facts.roadmapItems.map(\.inspectJSON))
    json.add("claims", list: facts.claims.map(\.inspectJSON))
    json.add("releases", list: facts.releases.map(\.inspectJSON))
    json.add("events", list: facts.events.map(\.inspectJSON))
    json.add("actions", list: facts.actions.map(\.inspectJSON))
    json.add("decisions", list: facts.decisions.map(\.inspectJSON))
    if foreignSubject == nil { facts.decisionRules.add(to: &json) }
    json.add("feedback", list: facts.feedback.map(\.inspectJSON))
    json.add("imported", facts.imported.map(\.inspectJSON))
    json.add("placeholders", list: facts.placeholders.map { .integer($0.line) })
    if !facts.links.isEmpty { json.add("links", .integer(facts.links.count)) }
    json.add("unread", list: facts.unread.map { ["line": .integer($0.line), "why": .string($0.reason)] })
    return json
  }

  /// What was taken from the file, in a few lines.
  var inspectText: String {
    var lines = ["\(path): \(kind.rawValue) – \(reason)"]
    if let foreignSubject { lines.append("  about another project: \(foreignSubject)") }
    if facts.total > 0 {
      let by = readers.isEmpty ? "" : " (\(readers.joined(separator: ", ")))"
      lines.append("  \(Facts.words(facts.counts))\(by)")
    }
    let rules = facts.decisionRules
    if !rules.isEmpty, foreignSubject == nil {
      lines.append("  \(rules.rules.count) rules of decision, \(rules.caps.count) caps for organizations")
    }
    lines += facts.unread.map { "  line \($0.line) not understood: \($0.reason)" }
    // A name may hold a line end.
    return "\n" + lines.map { DiagnosticText.printable($0) + "\n" }.joined()
  }
}

extension ImportedFile {
  fileprivate var inspectJSON: JSONValue {
    var json: JSONValue = ["form": .string(form.rawValue), "date": .init(date?.description)]
    json.add("expires", text: expires?.description)
    json.add("statements", .array(statements.map(\.inspectJSON)))
    return json
  }
}

extension ImportedStatement {
  fileprivate var inspectJSON: JSONValue {
    var json: JSONValue = ["kind": .string(kind.rawValue), "value": .string(value)]
    json.add("detail", text: detail)
    json.add("project", text: project)
    json.add("date", text: date?.description)
    json.add("line", .integer(location.line))
    return json
  }
}

extension Person {
  fileprivate var inspectJSON: JSONValue {
    [
      "name": .string(name), "handle": .init(handle), "organization": .init(organization), "domain": .init(domain),
      "status": .string(status.rawValue), "role": .string(role), "line": .integer(location.line),
    ]
  }
}

extension Group.Meeting {
  /// The meeting as written, and as far as it could be normalized; `problems` says what could not.
  fileprivate var inspectJSON: JSONValue {
    let normal = MeetingTime(self)
    var json: JSONValue = ["description": .string(description)]
    for (key, value) in [("day", day), ("time", time), ("time_zone", timeZone), ("frequency", frequency), ("url", url)]
    {
      json.add(key, text: value)
    }
    json.add("weekdays", texts: normal.weekdays.map(\.rawValue))
    json.add(
      "start", normal.start.map { .string("\(MeetingZone.twoDigits($0 / 60)):\(MeetingZone.twoDigits($0 % 60))") })
    json.add("zone", text: normal.zone)
    json.add("problems", texts: normal.problems)
    json.add("line", .integer(location.line))
    return json
  }
}

extension Release {
  fileprivate var inspectJSON: JSONValue {
    var json: JSONValue = [
      "name": .string(name), "date": .string(date.description), "source": .string(source.rawValue),
    ]
    json.add("by", text: by)
    json.add("line", .integer(location.line))
    return json
  }
}

extension OwnerEntry {
  fileprivate var inspectJSON: JSONValue {
    [
      "name": .string(name), "list": .string(list), "can_approve": .bool(canApprove), "line": .integer(location.line),
    ]
  }
}

extension Adopter {
  fileprivate var inspectJSON: JSONValue {
    [
      "name": .string(name), "type": .init(type), "since": .init(since), "level": .init(level), "url": .init(url),
      "use_case": .init(useCase), "line": .integer(location.line),
    ]
  }
}

extension Group {
  /// The group, and each of its subprojects as an entry of its own.
  fileprivate var inspectJSON: [JSONValue] {
    var json: JSONValue = ["kind": .string(kind.rawValue), "name": .string(name), "dir": .init(dir)]
    json.add("leads", .array(leads.map(\.inspectJSON)))
    json.add("meetings", .integer(meetings.count))
    json.add("subprojects", .integer(subprojects.count))
    json.add("contact", contact.map { ["slack": .init($0.slack), "mailing_list": .init($0.mailingList)] })
    json.add("line", .integer(location.line))
    return [json] + subprojects.map { $0.inspectJSON(in: name) }
  }
}

extension Group.Lead {
  fileprivate var inspectJSON: JSONValue {
    [
      "name": .string(name), "handle": .init(handle), "organization": .init(organization), "role": .string(role),
    ]
  }
}

extension Group.Subproject {
  fileprivate func inspectJSON(in group: String) -> JSONValue {
    [
      "kind": "subproject", "name": .string(name), "group": .string(group), "leads": .array(leads.map(\.inspectJSON)),
      "meetings": .integer(meetings.count), "owners": .integer(owners.count), "line": .integer(location.line),
    ]
  }
}

extension ChecklistItem {
  fileprivate var inspectJSON: JSONValue {
    var json: JSONValue = [
      "criterion": .init(criterion?.rawValue), "line": .integer(location.line), "state": .string(state.rawValue),
      "depth": .integer(depth), "issue_ref": .init(issueReference), "evidence": .string(evidence.rawValue),
    ]
    json.add("evidence_lines", evidenceLines.map { [.integer($0.lowerBound), .integer($0.upperBound)] })
    json.add("links", .integer(links.count))
    if case .unresolved(let candidates) = resolution {
      json.add("candidates", .init(candidates.map(\.rawValue)))
    }
    return json
  }
}

extension Section {
  fileprivate var inspectJSON: JSONValue {
    [
      "heading": .string(heading), "level": .integer(level), "line": .integer(location.line),
      "state": .string(state.rawValue),
    ]
  }
}

extension StatusItem {
  fileprivate var inspectJSON: JSONValue {
    ["marker": .string(marker.rawValue), "text": .string(text), "line": .integer(location.line)]
  }
}

extension RoadmapItem {
  fileprivate var inspectJSON: JSONValue {
    [
      "text": .string(text), "milestone": .init(milestone), "marker": .init(marker?.rawValue),
      "line": .integer(location.line),
    ]
  }
}

extension Claim {
  fileprivate var inspectJSON: JSONValue {
    var json: JSONValue = ["kind": .string(kind), "value": .init(value)]
    json.add("upper_value", upperValue.map { .integer($0) })
    json.add("names", texts: names)
    json.add("qualifier", .string(qualifier.rawValue))
    json.add("as_of", .init(asOf?.description))
    json.add("criterion", text: criterion?.rawValue)
    json.add("line", .integer(location.line))
    json.add("text", .string(text))
    return json
  }
}

extension Event {
  fileprivate var inspectJSON: JSONValue {
    [
      "name": .string(name), "date": .init(date?.description), "end_date": .init(endDate?.description),
      "state": .string(state.rawValue),
      "line": .integer(location.line),
    ]
  }
}

extension Action {
  fileprivate var inspectJSON: JSONValue {
    [
      "text": .string(text), "state": .string(state.rawValue), "line": .integer(location.line),
      "criterion": .init(criterion?.rawValue),
    ]
  }
}

extension Decision {
  fileprivate var inspectJSON: JSONValue {
    ["text": .string(text), "line": .integer(location.line), "criterion": .init(criterion?.rawValue)]
  }
}

extension Feedback {
  fileprivate var inspectJSON: JSONValue {
    [
      "by": .init(by), "date": .init(date?.description), "text": .string(text), "line": .integer(location.line),
      "criterion": .init(criterion?.rawValue),
    ]
  }
}
