public import Assess
import Diagnostics

/// A community judged by one criteria set: each criterion in one section, and the numbers over those that count.
public struct ModelReport: Sendable {
  /// What was judged.
  public let model: ModelAssessment
  /// Criteria that count, by verdict, in the order of verdicts; verdicts without any are left out.
  public internal(set) var verdicts: [VerdictSection]
  /// Criteria that do not count: suggested, declarations of the form, parts of others, added later, no longer required.
  /// Sections without any are left out.
  public internal(set) var apart: [ReportSection<CriterionAssessment>]
  /// Criteria that count, by section of the form, in its order.
  public let parts: [ReportSection<CriterionAssessment>]
  /// Open criteria by what they take; every effort has its section.
  public let toDo: [ReportSection<CriterionAssessment>]
  /// Numbers over the criteria that count.
  public let totals: CriteriaTotals

  /// Whether a required criterion is open; without an application, whether the check of one fails.
  public var isFailing: Bool { model.counted.contains(where: \.isFailing) }

  /// Whether no criterion is left to show.
  var isEmpty: Bool { verdicts.isEmpty && apart.isEmpty }

  /// Criteria with one verdict.
  public struct VerdictSection: Sendable {
    /// The verdict.
    public let verdict: Verdict
    /// Its words in this model.
    public let words: VerdictWords
    /// The criteria.
    public let section: ReportSection<CriterionAssessment>
    /// How many there are.
    public var count: Int { section.count }
  }

  init(_ model: ModelAssessment) {
    self.model = model
    let all = Array(model.criteria.enumerated())
    let counted = all.filter { $0.element.isCounted }
    func section(
      _ id: String, _ title: String, _ meaning: String = "", of list: [(offset: Int, element: CriterionAssessment)],
      where isIncluded: (CriterionAssessment) -> Bool
    ) -> ReportSection<CriterionAssessment> {
      ReportSection(id: id, title: title, meaning: meaning, list.filter { isIncluded($0.element) })
    }
    verdicts = Verdict.ordered(hasApplication: model.hasApplication).compactMap { verdict in
      let words = model.words(for: verdict)
      let rows = section(verdict.rawValue, ReportText.capitalized(words.label), words.meaning, of: counted) {
        $0.verdict == verdict
      }
      return rows.isEmpty ? nil : VerdictSection(verdict: verdict, words: words, section: rows)
    }
    let others = all.filter { !$0.element.isCounted }
    apart = Apart.allCases.map { apart in
      section(apart.rawValue, apart.title, apart.meaning, of: others) { Apart($0) == apart }
    }.filter { !$0.isEmpty }
    parts = counted.map(\.element.criterion.section).uniqued().map { name in
      section(name, name, of: counted) { $0.criterion.section == name }
    }.filter { !$0.isEmpty }
    let open = counted.filter { $0.element.isOpen }
    toDo = Effort.allCases.map { effort in
      section(effort.rawValue, effort.title, effort.meaning, of: open) { $0.effort == effort }
    }
    totals = CriteriaTotals(counted.map(\.element), all: all.count)
  }

  /// Why a criterion does not count. The first reason that applies is taken.
  private enum Apart: String, CaseIterable {
    case suggested, form, nested
    case notYetAsked = "not-yet-asked"
    case retired

    init(_ row: CriterionAssessment) {
      self =
        switch (row.verdict, row.requirement) {
        case _ where row.criterion.parent != nil: .nested
        case (.notYetAsked, _): .notYetAsked
        case (.retired, _): .retired
        case (_, .suggested): .suggested
        case (_, .form): .form
        default: .retired
        }
    }

    var title: String {
      switch self {
      case .suggested: "Suggested"
      case .form: "Statements of the form"
      case .nested: "Parts of other criteria"
      case .notYetAsked: ReportText.capitalized(Verdict.notYetAsked.label)
      case .retired: ReportText.capitalized(Verdict.retired.label)
      }
    }

    var meaning: String {
      switch self {
      case .suggested: "Asked for, not required; not counted above."
      case .form: "What the application itself declares."
      case .nested: "Asked as a part of a criterion above, and counted with it."
      case .notYetAsked: Verdict.notYetAsked.words().meaning
      case .retired: Verdict.retired.words().meaning
      }
    }
  }
}

/// Numbers over the criteria that count: required, not part of another one, asked by the document's form and still.
public struct CriteriaTotals: Sendable, Hashable {
  /// All criteria of the set that were ever asked, those that do not count among them.
  public let criteria: Int
  /// Criteria that count.
  public let required: Int
  /// Of these, those that are open.
  public let open: Int
  /// Of these, those that the document asserts.
  public let asserted: Int
  /// Of these, those left to a reviewer who has looked at them as they are now.
  public let reviewed: Int
  /// Of these, those whose review no longer covers what there is to see.
  public let suspect: Int
  private let counts: [Verdict: Int]

  init(_ counted: [CriterionAssessment], all: Int) {
    criteria = all
    required = counted.count
    open = counted.count(where: \.isOpen)
    asserted = counted.count { $0.assertion == .checked || $0.assertion == .stated }
    reviewed = counted.count(where: \.isReviewed)
    suspect = counted.count { $0.review?.isSuspect ?? false }
    counts = Dictionary(counted.map { ($0.verdict, 1) }, uniquingKeysWith: +)
  }

  /// How many have a verdict.
  public func count(_ verdict: Verdict) -> Int { counts[verdict] ?? 0 }
}

extension ReportSection<CriterionAssessment> {
  /// Numbers over its criteria.
  public var totals: CriteriaTotals { CriteriaTotals(rows, all: count) }
}

/// What an open criterion takes.
enum Effort: String, Sendable, CaseIterable {
  /// The box has only to be ticked.
  case edit
  /// What was found has to be written down.
  case paragraph
  /// Nothing was found, or the data says no.
  case work

  /// Title of the criteria that take it.
  var title: String {
    switch self {
    case .edit: "One edit"
    case .paragraph: "A paragraph"
    case .work: "Work or a decision"
    }
  }

  /// What it takes, as a sentence.
  var meaning: String {
    switch self {
    case .edit: "The data already shows it: tick the box and link the evidence."
    case .paragraph: "Possible evidence was found: write it down."
    case .work: "Nothing was found that would answer it."
    }
  }
}

extension CriterionAssessment {
  /// What it takes, when it is open.
  var effort: Effort {
    switch verdict {
    case .claimable: .edit
    case .contradicted: .work
    default: candidates.isEmpty ? .work : .paragraph
    }
  }
}
