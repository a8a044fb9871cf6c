import Assess
import Diagnostics
import Templates

extension PageKind {
  private static let verdictShape = RecordShape(keys: ["number", "verdict", "when"])

  /// How verdicts are given, from the table that gives them.
  static let verdicts = PageKind(
    source: .site { _ in
      let rows = VerdictTable.rows.map { row in
        Value.record(verdictShape, [.int(row.number), row.verdict.value, .string(row.when)])
      }
      return [
        Page(
          path: "verdicts/index.html", template: "verdicts.html", title: "How verdicts are given",
          context: [("rows", .list(rows))])
      ]
    })
}

extension PageKind {
  private static let ruleShape = RecordShape(keys: ["id", "anchor", "summary", "why", "how_to_fix", "examples"])

  /// Every rule with its reason.
  static let rules = PageKind(
    source: .site { _ in
      let rules = Rule.all.sorted { $0.id < $1.id }.map { rule in
        Value.record(
          ruleShape,
          [
            .string(rule.id.rawValue), .string(FindingValues.anchor(ofRule: rule.id)), .string(rule.summary),
            .string(rule.why), .string(rule.howToFix), .list(rule.examples.map(example)),
          ])
      }
      return [
        Page(path: "rules/index.html", template: "rules.html", title: "Rules", context: [("rules", .list(rules))])
      ]
    })

  /// The language of the templates.
  static let language = PageKind(
    source: .site { _ in
      let groups = LanguageReference.Entry.Kind.allCases.map { kind in
        let entries = LanguageReference.entries.filter { $0.kind == kind }
        return Value.record(groupShape, [.string(kind.rawValue), .list(entries.map(entry))])
      }
      return [
        Page(
          path: "templates/index.html", template: "language.html", title: "Template language",
          context: [("reference", .list(groups))])
      ]
    })

  /// The JSON that is read and written, by schema.
  static let schemas = PageKind(
    source: .site { _ in [Page(path: "schemas/index.html", template: "schemas.html", title: "Schemas")] })
}

extension PageKind {
  private static let groupShape = RecordShape(keys: ["kind", "entries"])
  private static let entryShape = RecordShape(keys: ["name", "aliases", "signature", "summary", "examples"])
  private static let templateExampleShape = RecordShape(keys: ["template", "output"])

  private static func entry(_ entry: LanguageReference.Entry) -> Value {
    .record(
      entryShape,
      [
        .string(entry.name), .list(entry.aliases.map(Value.string)), .string(entry.signature), .string(entry.summary),
        .list(
          entry.examples.map { .record(templateExampleShape, [.string($0.template), .string($0.output)]) }),
      ])
  }
}

extension PageKind {
  private static let exampleShape = RecordShape(keys: ["files", "findings"])
  private static let fileShape = RecordShape(keys: ["path", "text"])

  private static func example(_ example: Rule.Example) -> Value {
    let files = example.files.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
    return .record(
      exampleShape,
      [
        .list(files.map { .record(fileShape, [.string($0.key), .string($0.value)]) }),
        .list(example.findings.map(Value.string)),
      ])
  }
}
