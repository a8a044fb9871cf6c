public import Criteria
public import Diagnostics
public import StructuredData

/// A line of a due-diligence document that asserts (or does not assert) a criterion.
public struct ChecklistItem: Sendable, Hashable {
  /// What the box says.
  public enum State: String, Sendable, Hashable {
    case checked, unchecked
    /// A criterion line without a box (a bullet, a question, a heading, a table row).
    case nobox
  }

  /// What comes after the item, before any judgement.
  public enum Evidence: String, Sendable, Hashable {
    case answered, empty, placeholder, todo
    case templateOnly = "template_only"
  }

  /// How the criterion was found.
  public enum Resolution: Sendable, Hashable {
    /// By its words.
    case phrase
    /// By the words it shares with one criterion of its section, in other words than the form's.
    case words
    /// A bare issue reference, by its position in the form.
    case position
    /// A bare issue reference, by its title in an issues export.
    case issuesExport
    /// Not found; what it could be.
    case unresolved(candidates: [CriterionID])
  }

  /// The criterion, if known.
  public var criterion: CriterionID?
  var resolution: Resolution
  /// What the box says.
  public var state: State
  /// Depth of nesting, 0 for top-level boxes.
  public var depth: Int
  /// Issue a bare reference names (`#310` is 310).
  public var issueReference: Int?
  /// Plain text of the line.
  public var text: String
  /// What comes after it.
  public var evidence: Evidence
  /// Plain text of the evidence, cleaned of instructions and template sentences; empty when there is none.
  public var evidenceText: String
  /// First and last line of the text that decides the state.
  public var evidenceLines: ClosedRange<Int>?
  /// Links in the item's own text and evidence.
  public var links: [Link]
  /// Whether a note of the section answers for it.
  public var hasSectionNote: Bool
  /// The line of the item.
  public var location: Location

  public init(
    criterion: CriterionID?, resolution: Resolution = .phrase, state: State, depth: Int, issueReference: Int? = nil,
    text: String, evidence: Evidence = .empty, evidenceText: String = "", evidenceLines: ClosedRange<Int>? = nil,
    links: [Link] = [], hasSectionNote: Bool = false, location: Location
  ) {
    self.criterion = criterion
    self.resolution = resolution
    self.state = state
    self.depth = depth
    self.issueReference = issueReference
    self.text = text
    self.evidence = evidence
    self.evidenceText = evidenceText
    self.evidenceLines = evidenceLines
    self.links = links
    self.hasSectionNote = hasSectionNote
    self.location = location
  }
}

/// A heading of a due-diligence document and what is under it.
public struct Section: Sendable, Hashable {
  /// What is under the heading.
  public enum State: String, Sendable, Hashable {
    case answered, empty, wip, todo
    /// Followed directly by a deeper heading.
    case container
  }

  /// Its text.
  public var heading: String
  /// 1 to 6.
  public var level: Int
  /// What is under it.
  public var state: State
  /// Its line.
  public var location: Location
}

/// A bullet with a status word in front.
public struct StatusItem: Sendable, Hashable {
  /// The word.
  public enum Marker: String, Sendable, Hashable {
    case done = "DONE"
    case wip = "WIP"
    case todo = "TODO"
  }

  /// The word.
  public var marker: Marker
  /// Text without the word.
  public var text: String
  /// Its line.
  public var location: Location
}

/// A number, list or date that a document states in prose.
public struct Claim: Sendable, Hashable {
  /// How exact the number is meant.
  public enum Qualifier: String, Sendable, Hashable {
    case exact
    case atLeast = "at-least"
    case about
    case moreThan = "more-than"
    case atMost = "at-most"
    case range
  }

  /// What is counted or listed: `maintainers`, `organizations`, `adopters`, `contributors`, `members`, `stars`, `forks`,
  /// `subscribers` …: the unit's noun, lower case, plural.
  public var kind: String
  /// The number; nil for a bare list.
  public var value: Int?
  /// Upper end of a range.
  public var upperValue: Int?
  /// Names listed, as written; for a part of a breakdown the one it belongs to.
  public var names: [String] = []
  /// Words between the number and its noun, lower case: `active`, `new`, `top level`.
  public var modifiers: [String] = []
  /// Whether the text states the number as the whole ("has 8 maintainers"), not as some of them ("2 maintainers left").
  public var isTotal = false
  /// For organizations: the people counted or named with them (`maintainers`), if any.
  public var scope: String? = nil
  /// How exact the number is meant.
  public var qualifier: Qualifier = .exact
  /// The day the claim says it holds for (a month or year counts as its last day); nil when undated.
  public var asOf: CalendarDate?
  /// The sentence.
  public var text: String
  /// The criterion in whose evidence it stands.
  public var criterion: CriterionID?
  /// The number or list itself: line, column, length.
  public var location: Location
}
