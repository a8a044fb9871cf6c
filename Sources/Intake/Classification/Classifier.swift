import Criteria
import Diagnostics
import Markdown
import Words

/// Tells what each file is for, and why.
struct Classifier: Sendable {
  /// What was compiled from the criteria sets.
  let matchers: CriteriaMatchers
  private let phrases: [PhraseMatcher]
  private let rules: [ClassificationRule]

  /// A classifier that recognizes checklists of these criteria sets, and what these readers say they recognize.
  init(criteria: [CriteriaSet], readers: [Reader] = Reader.all) {
    matchers = CriteriaMatchers(criteria)
    phrases = matchers.finders.map(\.matcher)
    rules = Self.rules(Lexicon.documents, readers)
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
  /// `document` is its tree, when it is of another markup than Markdown.
  func classify(
    _ source: SourceText, root: String, format: FileFormat, document: Document? = nil
  ) -> Classification {
    let page = format == .text || format == .markdown ? ScrapedPage.detect(source) : nil
    let file = Candidate(source, root: root, format: format, page: page, document: document, matchers: phrases)
    for rule in rules {
      guard let reason = rule.reason(file) else { continue }
      return Classification(
        kind: rule.kind, reason: file.described(reason, kind: rule.kind), title: file.application, page: page)
    }
    return Classification(kind: .data, reason: "no form that is known", title: nil, page: page)
  }
}
