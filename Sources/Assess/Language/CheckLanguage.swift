import Criteria
import Diagnostics
import Intake
import StructuredData
import Templates

/// Runs the expressions of criteria over a community's collections.
struct CheckLanguage {
  private let data: CommunityData
  private let collections: Collections
  private let extensions: TemplateExtensions

  init(_ data: CommunityData) {
    self.data = data
    collections = Collections(data)
    extensions = Self.extensions(data.community)
  }

  /// Runs a declared check.
  ///
  /// Without a collection that it needs, it says nothing. An expression that cannot be evaluated says nothing either,
  /// and is a diagnostic at its place in the criteria file.
  func result(of check: CheckDeclaration) -> Staged<CheckResult> {
    let absent = check.needs.filter { !collections.available.contains($0) }
    guard absent.isEmpty else {
      let because = "nothing was read of: \(absent.joined(separator: ", "))"
      return Staged(CheckResult(id: check.id, holds: nil, because: because, cites: [], decides: check.decides))
    }
    var diagnostics: [Diagnostic] = []
    func value(_ text: LocatedText?) -> Value? {
      guard let text else { return nil }
      let staged = evaluate(text)
      diagnostics += staged.diagnostics
      return staged.value
    }
    let holds = value(check.expression).map(\.isTruthy)
    let fails = holds == false && (value(check.fails)?.isTruthy ?? false)
    let words = holds == true ? check.because : (check.otherwise ?? check.because)
    let cites = value(check.cites).map(places) ?? []
    // A check that holds on nothing it could cite has shown nothing.
    let shown = holds == true && check.cites != nil && cites.isEmpty ? false : holds
    return Staged(
      CheckResult(
        id: check.id, holds: shown, fails: fails, because: value(words)?.asString ?? "", cites: cites,
        decides: check.decides), diagnostics)
  }

  /// The rows, documents or links that could serve as evidence, each place once.
  func candidates(_ expression: LocatedText?) -> Staged<[Location]> {
    guard let expression else { return Staged([]) }
    let staged = evaluate(expression)
    return Staged(staged.value.map(places) ?? [], staged.diagnostics)
  }

  private func evaluate(_ text: LocatedText) -> Staged<Value?> {
    do {
      let expression = try Expression(parsing: text.text, at: text.location, extensions: extensions)
      return Staged(try expression.evaluate(collections.context))
    } catch {
      return Staged(nil, [error.diagnostic])
    }
  }

  /// Places of rows, of the rows of a row list, each one once.
  private func places(_ value: Value) -> [Location] {
    let rows = value.asList ?? [value]
    return rows.compactMap { row -> Location? in
      guard let path = row["path"].asString, let line = row["line"].asInt else { return nil }
      return data.document(path)?.source.location(line: line) ?? Location(path: path, line: line)
    }.firstOfEach { $0 }
  }

  /// The filters that criteria have beyond those of the templates:
  /// `of_kind('governance', …)` keeps rows of these kinds; `mentioning('vendor neutral', …)` keeps documents, headings
  /// and links whose words hold one of the phrases.
  static func extensions(_ community: Community) -> TemplateExtensions {
    let documents = community.documents
    let indexes = Dictionary(documents.enumerated().map { ($1.path, $0) }, uniquingKeysWith: { a, _ in a })
    var extensions = TemplateExtensions()
    extensions.filters["of_kind"] = { value, kinds, _, _ throws(ValueError) in
      let kinds = kinds.compactMap(\.asString)
      return .list(try rows(value).filter { row in row["kind"].asString.map(kinds.contains) ?? false })
    }
    extensions.filters["mentioning"] = { value, phrases, _, _ throws(ValueError) in
      let phrases = phrases.compactMap(\.asString)
      return .list(
        try rows(value).filter { row in
          if let text = row["text"].asString {
            return DocumentTraits.mentions(text + " " + (row["url"].asString ?? ""), phrases)
          }
          guard let path = row["path"].asString, let index = indexes[path] else { return false }
          return DocumentTraits.mentions(documents[index], phrases)
        })
    }
    extensions.filters["at_most"] = { value, counts, _, _ throws(ValueError) in
      .list(Array(try rows(value).prefix(counts.first?.asInt ?? 0)))
    }
    return extensions
  }

  private static func rows(_ value: Value) throws(ValueError) -> [Value] {
    guard let rows = value.asList else { throw ValueError("this filter needs a list of rows", kind: .type) }
    return rows
  }
}
