import Assess
import Diagnostics
import Templates

extension PageKind {
  /// How verdicts are given, from the table that gives them.
  static let verdicts = PageKind.site { _ in
    [
      Page(
        path: "verdicts/index.html", template: "verdicts.html", title: "How verdicts are given",
        context: [("rows", ReferenceValues.verdictRow.list(VerdictTable.rows))])
    ]
  }

  /// Every rule with its reason.
  static let rules = PageKind.site { _ in
    [
      Page(
        path: "rules/index.html", template: "rules.html", title: "Rules",
        context: [("rules", ReferenceValues.rule.list(Rule.all.sorted { $0.id < $1.id }))])
    ]
  }

  /// The language of the templates.
  static let language = PageKind.site { _ in
    [
      Page(
        path: "templates/index.html", template: "language.html", title: "Template language",
        context: [("reference", ReferenceValues.group.list(LanguageReference.Entry.Kind.allCases))])
    ]
  }

  /// The JSON that is read and written, by schema.
  static let schemas = PageKind.site { _ in
    [Page(path: "schemas/index.html", template: "schemas.html", title: "Schemas")]
  }
}

/// Verdicts, rules and the template language as their pages see them.
private enum ReferenceValues {
  static let verdictRow = Record<VerdictTable.Row, Void> {
    $0.number("number") { $0.number }
    $0.value("verdict") { row, _ in row.verdict.value }
    $0.text("when") { $0.when }
  }

  static let rule = Record<Rule, Void> {
    $0.text("id") { $0.id.rawValue }
    $0.text("anchor") { FindingValues.anchor(ofRule: $0.id) }
    $0.text("summary") { $0.summary }
    $0.text("why") { $0.why }
    $0.text("how_to_fix") { $0.howToFix }
    $0.value("examples") { rule, _ in example.list(rule.examples) }
  }

  private static let example = Record<Rule.Example, Void> {
    $0.value("files") { example, _ in
      file.list(example.files.map { (path: $0.key, text: $0.value) }.sortedByBytes(of: \.path))
    }
    $0.texts("history") { example in
      example.steps.map { step in
        let what = step.files.isEmpty ? "a commit" : step.files.keys.sorted().joined(separator: ", ")
        return "\(step.day): \(what), by \(step.author)" + (step.reviewer.map { ", reviewed by \($0)" } ?? "")
      }
    }
    $0.texts("findings") { $0.findings }
  }

  private static let file = Record<(path: String, text: String), Void> {
    $0.text("path") { $0.path }
    $0.text("text") { $0.text }
  }

  static let group = Record<LanguageReference.Entry.Kind, Void> {
    $0.text("kind") { $0.rawValue }
    $0.value("entries") { kind, _ in entry.list(LanguageReference.entries.filter { $0.kind == kind }) }
  }

  private static let entry = Record<LanguageReference.Entry, Void> {
    $0.text("name") { $0.name }
    $0.texts("aliases") { $0.aliases }
    $0.text("signature") { $0.signature }
    $0.text("summary") { $0.summary }
    $0.value("examples") { entry, _ in templateExample.list(entry.examples) }
  }

  private static let templateExample = Record<LanguageExample, Void> {
    $0.text("template") { $0.template }
    $0.text("output") { $0.output }
  }
}
