import Criteria
import Diagnostics
import Markdown
import Words

/// Tells what each file is for, and why.
struct Classifier: Sendable {
  /// What was compiled from the criteria sets.
  let matchers: CriteriaMatchers
  private let phrases: [PhraseMatcher]
  /// The first reason that a rule gives, with the kind that it is for. The rules are one function, as each would be
  /// counted up and down for each file otherwise, by all tasks at once.
  private let decide: Decision

  private typealias Decision = @Sendable (Candidate) -> (kind: DocumentKind, reason: String)?

  /// A classifier that recognizes checklists of these criteria sets, and what these readers say they recognize.
  init(criteria: [CriteriaSet], readers: [Reader] = Reader.all) {
    matchers = CriteriaMatchers(criteria)
    phrases = matchers.finders.map(\.matcher)
    var decide: Decision = { _ in nil }
    for rule in Self.rules(Lexicon.documents, readers).reversed() { decide = Self.trying(rule, before: decide) }
    self.decide = decide
  }

  private static func trying(_ rule: ClassificationRule, before later: @escaping Decision) -> Decision {
    { file in rule.reason(file).map { (rule.kind, $0) } ?? later(file) }
  }

  /// A kind with the reason for it.
  struct Classification: Sendable, Hashable {
    let kind: DocumentKind
    let reason: String
    /// What its title says about an application, if it does.
    let title: ApplicationTitle?
    /// The web page it is a saved copy of, if any.
    let page: ScrapedPage?
  }

  /// What a file of the repository in folder `root` is for. `format` is that of its name.
  /// `document` is its tree, when it is of another markup than Markdown, and `library` the folder of somebody else's
  /// library that it lies in.
  func classify(
    _ source: SourceText, root: String, format: FileFormat, document: Document? = nil, library: String? = nil
  ) -> Classification {
    let page = format == .text || format == .markdown ? ScrapedPage.detect(source) : nil
    let file = Candidate(
      source, root: root, format: format, page: page, document: document, library: library, matchers: phrases)
    let (kind, reason) = decide(file) ?? (.data, "no form that is known")
    return Classification(
      kind: kind, reason: file.described(reason, kind: kind), title: file.application, page: page)
  }
}
