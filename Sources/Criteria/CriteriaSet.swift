public import Diagnostics
public import StructuredData

/// A day on which the wording or the set of criteria of a model changed.
public struct CriteriaRevision: Sendable, Hashable {
  /// First day it was in force.
  public let date: CalendarDate
  /// The label printed on the form, for display only; labels do not identify revisions.
  public let label: String
  /// What changed, in a phrase.
  public let note: String
}

/// A part of the form by which a project's governance is reviewed.
public struct ReviewSection: Sendable, Hashable {
  /// Its heading.
  public let title: String
  /// What is asked below it, in order.
  public let criteria: [CriterionID]
}

/// A versioned list of criteria: one file of `content/criteria`.
public struct CriteriaSet: Sendable, Hashable {
  /// Id of the model (`cncf-levels`).
  public var model: String
  /// Name for pages.
  public var title: String
  /// Name of what it asks at a level (`CNCF graduation criteria`), where that has one.
  var titles: [MaturityLevel: String] = [:]
  /// Who publishes it.
  public var foundation: String
  /// How documents name the foundation in words; of a community that says no more these tell whose criteria apply.
  public var namedBy: [String] = []
  /// Levels in ascending order; empty for a model without levels.
  public var levels: [MaturityLevel]
  /// Revisions, oldest first.
  public var revisions: [CriteriaRevision]
  /// Days after which a dated figure is too old, unless a criterion says otherwise.
  public var maxAge: Int = 365
  /// Criteria in the order of the form.
  public var criteria: [Criterion]
  /// Sentences of the form that are no evidence, as normalized phrases.
  var templateSentences: [String] = []
  /// Parts of the form for reviews of governance; empty where there is none.
  public var review: [ReviewSection] = []
  /// Names of the foundation's projects, by which text copied from another one's document is recognized.
  public var projects: [String] = []
  /// The file it was read from.
  public var location: Location

  /// Whether it belongs to no foundation: it asks what any community is asked.
  public var isGeneral: Bool { foundation == "any" }

  /// Name of what it asks at a level, or of the whole where there is none.
  public func title(at level: MaturityLevel?) -> String {
    guard let level else { return title }
    return titles[level] ?? "\(title), \(level)"
  }

  /// The criterion with this id.
  public subscript(id: CriterionID) -> Criterion? { criteria.first { $0.id == id } }

  /// Criteria asked for at a level on a day, in order, nested ones included.
  public func asked(at level: MaturityLevel, on day: CalendarDate) -> [Criterion] {
    criteria.filter { $0.requirement(at: level, on: day) != .none }
  }

  /// The day a name stands for: a date, or the label of a revision, of which several may carry the same one – then the
  /// last of them is meant. Nil for anything else.
  public func day(named name: String) -> CalendarDate? {
    name.utf8.count == 10 ? CalendarDate(iso: name) : revisions.last { $0.label == name }?.date
  }

  /// Sections in order of their first criterion.
  public var sections: [String] { criteria.map(\.section).uniqued() }

  /// The level after `level`; nil after the last one or for an unknown one.
  public func level(after level: MaturityLevel) -> MaturityLevel? {
    guard let index = levels.firstIndex(of: level), index + 1 < levels.count else { return nil }
    return levels[index + 1]
  }
}
