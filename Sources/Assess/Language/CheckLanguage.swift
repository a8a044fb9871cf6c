import Criteria
import Diagnostics
import Intake
import Templates

/// Runs the expressions of criteria over a community's collections.
struct CheckLanguage: Sendable {
  private let data: CommunityData
  private let collections: Collections
  private let texts: RowTexts
  private let parsed: Parsed

  /// The expressions of criteria sets, or what is wrong with each, parsed once for all communities.
  typealias Parsed = [LocatedText: Result<Expression, TemplateError>]

  /// What the filter `mentioning` looks in.
  @TaskLocal private static var texts: RowTexts?

  /// - Parameter parsed: may lack expressions, which are then parsed when they are asked for.
  init(_ data: CommunityData, _ collections: Collections? = nil, parsed: Parsed = [:]) {
    self.data = data
    self.parsed = parsed
    self.collections = collections ?? Collections(data)
    texts = RowTexts(data.community)
  }

  /// Runs a declared check.
  ///
  /// Without a collection that it needs, it can only hold: what is shown elsewhere counts. An expression that cannot be evaluated says nothing either,
  /// and is a diagnostic at its place in the criteria file.
  func result(of check: CheckDeclaration, _ budget: CheckBudget) -> Staged<CheckResult> {
    let absent = collections.absent(of: check.needs)
    var diagnostics: [Diagnostic] = []
    func value(_ text: LocatedText?) -> Value? {
      guard let text else { return nil }
      let staged = evaluate(text, budget)
      diagnostics += staged.diagnostics
      return staged.value
    }
    let found = value(check.expression)
    let cites = (check.cites == nil ? found : value(check.cites)).map(places) ?? []
    // A check that holds on nothing it could cite has shown nothing.
    let isDisputed = value(check.unless)?.isTruthy ?? false
    let holds = found.map { $0.isTruthy && !cites.isEmpty && !isDisputed }
    guard absent.isEmpty || holds == true else {
      let because = "nothing was read of: \(absent.joined(separator: ", "))"
      return Staged(CheckResult(id: check.id, holds: nil, because: because, cites: [], decides: check.decides))
    }
    let fails = holds == false && (value(check.fails)?.isTruthy ?? false)
    let words = holds == true ? check.because : (check.otherwise ?? check.because)
    var result = CheckResult(
      id: check.id, holds: holds, fails: fails, because: value(words)?.asString ?? "", cites: cites,
      decides: check.decides)
    result.shows = check.shows
    result.isDisputed = isDisputed
    return Staged(result, diagnostics)
  }

  /// What is wrong with the expressions of a criteria set, each at its place.
  private static func diagnostics(of set: CriteriaSet, _ parsed: Parsed) -> [Diagnostic] {
    let expressions = set.expressions.compactMap { text -> Diagnostic? in
      if case .failure(let error) = parsed[text] { error.diagnostic } else { nil }
    }
    let known = Set(RowCollection.all.map(\.name) + DocumentKind.allCases.map(\.rawValue))
    let unknown = set.criteria.flatMap { criterion in
      criterion.checks.flatMap(\.needs).filter { !known.contains($0) }.map { name in
        Diagnostic(
          "criteria/unknown-collection", .error, at: criterion.location,
          "`\(criterion.id)` needs `\(name)`, which is no collection and no kind of document",
          help: Suggestion.meant(name, among: known.sorted()), kind: .configuration)
      }
    }
    return expressions + unknown + importsInChecks(set) + RowAttributes.diagnostics(of: set)
  }

  /// The expressions of some sets, parsed, and what is wrong with them. Tests read the built-in ones: of these only the
  /// sets whose models are asked for are read here.
  static func parsed(_ sets: [CriteriaSet], asked: Set<String>) -> Staged<Parsed> {
    let texts = sets.flatMap { set in
      set.expressions.filter { asked.contains(set.model) || !$0.location.path.hasPrefix("built-in/") }
    }
    let parsed = Dictionary(firstOf: texts.map { ($0, Self.parsed($0)) })
    return Staged(parsed, sets.flatMap { diagnostics(of: $0, parsed) })
  }

  private static func parsed(_ text: LocatedText) -> Result<Expression, TemplateError> {
    Result { () throws(TemplateError) in
      try Expression(parsing: text.text, at: text.location, extensions: extensions)
    }
  }

  /// What others wrote down is evidence for a person, so no check may rest on it.
  private static func importsInChecks(_ set: CriteriaSet) -> [Diagnostic] {
    set.criteria.flatMap { criterion in
      criterion.checks.flatMap { check in
        let named = [check.expression, check.fails].compactMap { $0 }.filter { text in
          text.text.holds("imports") && text.text.split { !($0.isLetter || $0 == "_") }.contains("imports")
        }
        return named.map { text in
          Diagnostic(
            "criteria/check-on-imports", .error, at: text.location,
            "the check `\(check.id)` of `\(criterion.id)` rests on imported files",
            help: "name imports in `candidates`: they are evidence for a reviewer, never the decision",
            kind: .configuration)
        }
      }
    }
  }

  /// The rows, documents or links that could serve as evidence, each place once.
  func candidates(_ expression: LocatedText?, _ budget: CheckBudget) -> Staged<[Location]> {
    guard let expression else { return Staged([]) }
    let staged = evaluate(expression, budget)
    return Staged(staged.value.map(places) ?? [], staged.diagnostics)
  }

  private func evaluate(_ text: LocatedText, _ budget: CheckBudget) -> Staged<Value?> {
    // That the steps are used up was said where the last one was taken.
    guard !budget.isUsedUp else { return Staged(nil) }
    let result = Self.$texts.withValue(texts) {
      (parsed[text] ?? Self.parsed(text)).flatMap { expression in
        Result { () throws(TemplateError) in try expression.evaluate(collections.context, steps: &budget.left) }
      }
    }
    switch result {
    case .success(let value): return Staged(value)
    case .failure(let error):
      var diagnostic = error.diagnostic
      if error.kind == .undefined, diagnostic.help == nil {
        diagnostic.solutions = [Solution("`sitegen criteria collections NAME` lists the keys of a collection")]
      }
      if budget.isUsedUp {
        diagnostic.summary = "the checks on a community take more than \(budget.most) steps together"
        diagnostic.solutions = [Solution("this check and those after it say nothing; make it look at fewer rows")]
      }
      return Staged(nil, [diagnostic])
    }
  }

  /// Places of rows, of the rows of a row list, each one once.
  private func places(_ value: Value) -> [Location] {
    let rows = value.asList ?? [value]
    return rows.compactMap { row -> Location? in
      guard let path = row[.path].asString, let line = row[.line].asInt else { return nil }
      if let commit = row[.commit].asString { return Location(path: path, line: line, commit: commit) }
      return data.document(path)?.source.location(line: line) ?? Location(path: path, line: line)
    }.uniqued()
  }

  /// The filters that criteria have beyond those of the templates:
  /// `of_kind('governance', …)` keeps rows of these kinds; `mentioning('vendor neutral', …)` keeps documents, headings
  /// and links whose words hold one of the phrases; `at_most(5)` keeps the first rows; `counted('adopter')` says how many
  /// rows there are (`1 adopter`, `2 adopters`), with the words for several as second argument where they need it.
  static let extensions: TemplateExtensions = {
    // Each filter gets its type first: assigned straight into the dictionary they crash the compiler (Swift 6.3.1).
    let ofKind: TemplateExtensions.Filter = { value, kinds, _, _ throws(ValueError) in
      let kinds = kinds.compactMap(\.asString)
      var kind = AttributePath(key: RowKey.kind.rawValue)
      return .list(try rows(value).filter { row in kind.find(in: row).asString.map(kinds.contains) ?? false })
    }
    let mentioning: TemplateExtensions.Filter = { value, phrases, _, _ throws(ValueError) in
      let phrases = phrases.compactMap(\.asString).map(PhraseMatcher.normalized)
      let rows = try rows(value)
      return .list(rows.filter { texts?.mentions($0, phrases) ?? false })
    }
    let atMost: TemplateExtensions.Filter = { value, counts, _, _ throws(ValueError) in
      .list(Array(try rows(value).prefix(counts.first?.asInt ?? 0)))
    }
    let counted: TemplateExtensions.Filter = { value, words, _, _ throws(ValueError) in
      let number = try rows(value).count
      let one = words.first?.asString ?? "row"
      return .string("\(number) " + (number == 1 ? one : words.dropFirst().first?.asString ?? one + "s"))
    }
    return TemplateExtensions(
      filters: ["of_kind": ofKind, "mentioning": mentioning, "at_most": atMost, "counted": counted])
  }()

  private static func rows(_ value: Value) throws(ValueError) -> [Value] {
    guard let rows = value.asList else { throw ValueError("this filter needs a list of rows", kind: .type) }
    return rows
  }
}

/// The keys of rows that filters and places read.
enum RowKey: String, CaseIterable {
  case commit, kind, line, path, text, url
}

extension Value {
  fileprivate subscript(key: RowKey) -> Value { self[key.rawValue] }
}

extension CriteriaSet {
  var expressions: [LocatedText] { criteria.flatMap(\.expressions) }
}

extension Criterion {
  var expressions: [LocatedText] {
    let checks = self.checks.flatMap { [$0.expression, $0.fails, $0.unless, $0.cites, $0.because, $0.otherwise] }
    return ([candidates] + checks).compactMap { $0 }
  }
}

/// The words of rows: a heading's or link's own, else those of the document the row stands for.
private final class RowTexts: Sendable {
  private let documents: [SourceDocument]
  private let indexes: [String: Int]

  init(_ community: Community) {
    documents = community.documents
    indexes = Dictionary(firstOf: documents.enumerated().map { ($1.path, $0) })
  }

  func mentions(_ row: Value, _ phrases: [[UInt8]]) -> Bool {
    if let text = row[.text].asString {
      return PhraseMatcher.withNormalized(text + " " + (row[.url].asString ?? "")) { words in
        phrases.contains { $0.withUnsafeBufferPointer(words.holds) }
      }
    }
    guard let path = row[.path].asString, let index = indexes[path] else { return false }
    return documents[index].words.holds(phrases)
  }
}
