import Assess
import Criteria
import Diagnostics
import Foundation
import Intake
import TestSupport
import Testing

/// Holds what the built program prints against the schemas that its site publishes.
@Suite struct SchemaTests {
  private static let program = URL(filePath: CommandLine.arguments[0]).resolvingSymlinksInPath()
    .deletingLastPathComponent().appending(path: "sitegen").path(percentEncoded: false)
  private static let names = [
    "check-1", "diff-1", "inspect-1", "manifest-1", "power-1", "report-1", "snapshot-1", "summary-1",
  ]

  private func schema(_ name: String, in folder: URL) throws -> JSONSchema {
    try JSONSchema(try Data(contentsOf: folder.appending(path: "\(name).schema.json")))
  }

  private func shipped(_ name: String) throws -> JSONSchema {
    try schema(name, in: Shared.packageRoot.appending(path: "templates/schemas"))
  }

  /// The four outputs for a source, by the name of their schema; the site goes into `site`.
  private func outputs(of source: URL, site: URL) throws -> [String: JSON] {
    let common = ["--source", source.path(percentEncoded: false), "--as-of", "2026-11-21"]
    func output(_ arguments: [String]) throws -> JSON {
      let result = try run(Self.program, arguments + common)
      // A source with an unreadable file still gives its output.
      #expect([0, 3].contains(result.status), "\(result.error)")
      return try JSON(result.output)
    }
    return [
      "inspect-1": try output(["inspect", "--format", "json"]),
      "check-1": try check(of: source, in: site.deletingLastPathComponent()),
      "power-1": try output(["power", "--format", "json"]),
      "report-1": try output(["report", "--format", "json"]),
      "summary-1": try output(["build", "--summary", "json", "--output", site.path(percentEncoded: false)]),
      "snapshot-1": try output(["report", "--format", "snapshot"]),
      "diff-1": try diff(of: source, in: site.deletingLastPathComponent()),
      "manifest-1": try JSON(try Data(contentsOf: site.appending(path: "manifest.json"))),
    ]
  }

  /// What is worse than a saved report that has less to say.
  private func check(of source: URL, in folder: URL) throws -> JSON {
    let common = ["--source", source.path(percentEncoded: false), "--as-of", "2026-11-21"]
    let saved = String(
      decoding: try run(Self.program, ["report", "--format", "snapshot"] + common).output, as: UTF8.self)
    let file = folder.appending(path: "baseline.json").path(percentEncoded: false)
    try Data(saved.replacing("\"fingerprint\": \"", with: "\"fingerprint\": \"other-").utf8).write(
      to: URL(filePath: file))
    let result = try run(Self.program, ["check", "--baseline", file, "--format", "json"] + common)
    #expect([0, 1, 3].contains(result.status), "\(result.error)")
    return try JSON(result.output)
  }

  /// What changed between a source's reports of two days.
  private func diff(of source: URL, in folder: URL) throws -> JSON {
    let files = try ["2025-06-30", "2026-11-21"].map { day in
      let common = ["report", "--source", source.path(percentEncoded: false), "--as-of", day, "--format", "snapshot"]
      let file = folder.appending(path: "\(day).json")
      try run(Self.program, common).output.write(to: file)
      return file.path(percentEncoded: false)
    }
    let result = try run(Self.program, ["diff", "--format", "json"] + files)
    #expect(result.status == 0, "\(result.error)")
    return try JSON(result.output)
  }

  @Test(
    .enabled(if: Shared.has("corpora"), "needs ../shared"), arguments: ["corpora/karmada", "corpora/kubevirt", "seeds"])
  func describeTheOutputForSharedInput(path: String) async throws {
    let source = Shared.url(path)
    try await withTemporaryFolder { folder in
      for (name, value) in try outputs(of: source, site: folder.appending(path: "site")) {
        #expect(try shipped(name).problems(in: value) == [], "\(name)")
      }
    }
  }

  @Test func describeTheWholeOutputAndArePublished() async throws {
    try await withTemporaryFolder { folder in
      let site = folder.appending(path: "site")
      let outputs = try outputs(of: Shared.packageRoot.appending(path: "content"), site: site)
      #expect(outputs.keys.sorted() == Self.names)
      for (name, value) in outputs {
        let schema = try schema(name, in: site.appending(path: "schemas"))
        #expect(schema.problems(in: value) == [], "\(name)")
        let places = Set(schema.problems(in: value.withUnknownMembers).map { $0.prefix { $0 != ":" } })
        #expect(places.count == value.objects, "\(name): an object takes a member that the schema lacks")
      }
      let index = String(decoding: try Data(contentsOf: site.appending(path: "schemas/index.html")), as: UTF8.self)
      for file in Shared.files(in: site.appending(path: "schemas"), endings: [".json"]) {
        #expect(index.contains("href=\"\(file.lastPathComponent)\""), "\(file.lastPathComponent) is not listed")
      }
    }
  }

  /// What neither the shared input nor the shipped content has.
  private static let rare = [
    "sitegen.yaml": """
    communities:
      - {id: sample, models: [sample], repositories: [{path: main}, {path: elsewhere}]}
    waivers:
      - {criterion: GOV-WRITTEN, reason: being written, owner: ada, approver: bo,
         created: 2026-01-01, expires: 2026-12-31}
      - {rule: document/placeholder, scope: main/application.md, reason: named later, owner: ada, approver: bo,
         created: 2026-01-01, expires: 2026-12-31}
    reviews:
      - {criterion: GOV-WRITTEN, reviewer: ada, date: 2026-01-01, note: read, claim: "0", evidence: {}}

    """,
    "history/2026-01-01.json": """
    {"schema": "snapshot/1", "as_of": "2026-01-01", "note": "by hand", "rules": [], "communities": [{"id": "sample",
     "criteria": [{"id": "GOV-WRITTEN", "requirement": "required", "verdict": "open", "counts_as_open": true}],
     "findings": [{"rule": "claim/x", "severity": "note", "criterion": "A", "message": "m", "fingerprint": "f"}],
     "waivers": [{"criterion": "A", "scope": "s", "reason": "r", "expires": "2026-02-02", "in_force": true}]}]}

    """,
    "criteria/sample.yaml": """
    model: sample
    title: Sample criteria
    foundation: Sample
    levels: [graduated]
    revisions:
      - {date: 2026-01-01, label: first, note: the only one}
    criteria:
      - id: GOV-WRITTEN
        section: Governance
        text: The governance is written down.
        match: [governance is written down]
        requirement:
          graduated: [{from: 2026-01-01, is: required}]
        automation: human
        why: Newcomers need it.
        measured: By a person.
        fix: Write it down.

    """,
    "main/application.md": """
    # Sample Graduation Application

    - [ ] **The governance is written down.**

    - [x] **Something nobody asks.**

    Write to $PROJECT.

    """,
    "main/ROADMAP.md": "# Roadmap\n\n## 2027\n\n- Fewer modes\n",
  ]

  @Test func describeWaiversAbsenceAndRoadmaps() async throws {
    try await withTemporaryFolder { folder in
      let source = folder.appending(path: "in")
      for (path, text) in Self.rare {
        let file = source.appending(path: path)
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
      }
      let outputs = try outputs(of: source, site: folder.appending(path: "site"))
      for (name, value) in outputs { #expect(try shipped(name).problems(in: value) == [], "\(name)") }
      let members = Set(outputs.values.flatMap(\.names))
      #expect(
        members.isSuperset(of: [
          "absent", "candidates", "roadmap_items", "waived_until", "waived_verdict", "review", "since", "history",
          "scope",
          "ended_waivers", "suspect",
        ]))
    }
  }

  @Test func listTheWordsOfTheProgram() throws {
    let report = try shipped("report-1").root["$defs"]
    let inspect = try shipped("inspect-1").root["$defs"]
    let summary = try shipped("summary-1").root["$defs"]
    func expect<Words: CaseIterable & RawRepresentable<String>>(
      _ schema: JSON, lists type: Words.Type, _ place: SourceLocation = #_sourceLocation
    ) {
      let (listed, words) = (Set(schema["enum"].strings), Set(type.allCases.map(\.rawValue)))
      let (lacking, left) = (words.subtracting(listed).sorted(), listed.subtracting(words).sorted())
      #expect(
        lacking.isEmpty && left.isEmpty,
        "\(type), an `enum` of templates/schemas: add \(lacking), remove \(left)", sourceLocation: place)
    }
    for verdict in [report["verdict"], summary["verdict"]] { expect(verdict, lists: Verdict.self) }
    let criterion = report["criterion"]["properties"]
    expect(criterion["requirement"], lists: RequirementKind.self)
    expect(criterion["assertion"], lists: Assertion.self)
    expect(criterion["evidence"], lists: EvidenceState.self)
    expect(criterion["verification"], lists: Verification.self)
    expect(report["severity"], lists: Severity.self)
    expect(report["finding"]["properties"]["confidence"], lists: Confidence.self)
    expect(report["finding"]["properties"]["claim"], lists: ClaimStatus.self)
    let diff = try shipped("diff-1").root["$defs"]
    expect(try shipped("snapshot-1").root["$defs"]["verdict"], lists: Verdict.self)
    for schema in [report, diff] {
      expect(schema["verdictOrNull"], lists: Verdict.self)
      expect(schema["verdictChange"]["properties"]["kind"], lists: VerdictChange.Kind.self)
      expect(schema["break"]["properties"]["kind"], lists: ComparisonBreak.Kind.self)
    }
    expect(inspect["group"]["properties"]["kind"], lists: Group.Kind.self)
  }

  @Test(arguments: [
    (#"{"type": "integer"}"#, "1", "true"),
    (#"{"type": ["string", "null"]}"#, "null", "1"),
    (#"{"const": "a"}"#, #""a""#, #""b""#),
    (#"{"enum": ["a", null]}"#, "null", #""b""#),
    (#"{"pattern": "^[0-9]{2}$"}"#, #""12""#, #""123""#),
    (#"{"minimum": 1, "maximum": 2}"#, "2", "3"),
    (#"{"minItems": 1}"#, "[0]", "[]"),
    (#"{"items": {"type": "string"}}"#, #"["a"]"#, "[1]"),
    (#"{"required": ["a"]}"#, #"{"a": 1}"#, "{}"),
    (#"{"properties": {"a": {"const": 1}}, "additionalProperties": false}"#, #"{"a": 1}"#, #"{"b": 1}"#),
    (#"{"properties": {"a": {"const": 1}}}"#, #"{"a": 1, "b": 2}"#, #"{"a": 2}"#),
    (#"{"propertyNames": {"enum": ["a"]}}"#, #"{"a": 1}"#, #"{"b": 1}"#),
    (##"{"$ref": "#/$defs/a", "$defs": {"a": {"const": 1}}}"##, "1", "2"),
  ])
  func areCheckedKeywordByKeyword(schema: String, valid: String, invalid: String) throws {
    let schema = try JSONSchema(Data(schema.utf8))
    #expect(schema.problems(in: try JSON(Data(valid.utf8))) == [])
    #expect(schema.problems(in: try JSON(Data(invalid.utf8))).count == 1)
  }

  @Test(arguments: [#"{"oneOf": []}"#, ##"{"$ref": "#/$defs/none"}"##, #"{"minimum": "1"}"#])
  func arePassedOverInNoPart(schema: String) throws {
    #expect(try JSONSchema(Data(schema.utf8)).problems(in: .integer(1)).count == 1)
  }
}

extension JSON {
  /// The value with a member in each of its objects that no schema knows.
  fileprivate var withUnknownMembers: JSON {
    switch self {
    case .array(let values): .array(values.map(\.withUnknownMembers))
    case .object(let members):
      .object(members.mapValues(\.withUnknownMembers).merging(["unknown-member": .null]) { $1 })
    default: self
    }
  }

  /// Names of members of all its objects.
  fileprivate var names: Set<String> {
    switch self {
    case .array(let values): values.reduce(into: []) { $0.formUnion($1.names) }
    case .object(let members): members.values.reduce(into: Set(members.keys)) { $0.formUnion($1.names) }
    default: []
    }
  }

  /// How many objects it holds, itself among them.
  fileprivate var objects: Int {
    switch self {
    case .array(let values): values.reduce(0) { $0 + $1.objects }
    case .object(let members): members.values.reduce(1) { $0 + $1.objects }
    default: 0
    }
  }
}
