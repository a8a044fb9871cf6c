public import Diagnostics
public import StructuredData

/// The stable name of a criterion, such as `GOV-2ORG`; never reused for another meaning.
public struct CriterionID: StableName, Comparable {
  /// The name as written.
  public let rawValue: String
  /// Takes the name as written.
  public init(rawValue: String) { self.rawValue = rawValue }
}

/// A stage a project can hold or apply for; the criteria set names its own (`sandbox`, `incubating`, `graduated`).
public struct MaturityLevel: StableName {
  /// The one level of a model without levels.
  public static let only: MaturityLevel = "only"
  /// The name as written, lower case.
  public let rawValue: String
  /// Takes the name as written.
  public init(rawValue: String) { self.rawValue = rawValue }
}

/// How strongly a criterion is asked for.
public enum RequirementKind: String, Sendable, Hashable, CaseIterable {
  case required, suggested
  /// A statement of the application form, judged apart.
  case form
  /// Not asked (any more).
  case none
}

/// From a day on, a criterion is asked for in this way.
public struct DatedRequirement: Sendable, Hashable {
  /// First day it holds.
  public let from: CalendarDate
  /// How it is asked for.
  public let kind: RequirementKind
}

/// Who has to do something for a criterion to be met.
public enum Actor: String, Sendable, Hashable, CaseIterable {
  case project, foundation, both
}

/// Where the evidence of a criterion is kept, when that is not everywhere.
public enum Keeping: String, Sendable, Hashable, CaseIterable {
  /// With the foundation: in its issues and in its own repository, never in the project's.
  case foundation
  /// In the repositories of the code, not in one that holds the governance alone.
  case code
  /// In the settings of the host, which no file shows.
  case host
}

/// How much of a criterion a program can decide.
public enum Automation: String, Sendable, Hashable, CaseIterable {
  /// The deciding check decides.
  case auto
  /// Presence and shape are checked, quality is for a person.
  case partial
  /// For a person.
  case human
}

/// Text from a criteria file with the place it starts at, so that errors inside it can be located.
public struct LocatedText: Sendable, Hashable {
  /// The text.
  public let text: String
  /// Place of its first character in the criteria file.
  public let location: Location
  /// Text at a place.
  public init(_ text: String, at location: Location) {
    self.text = text
    self.location = location
  }
}

/// One check of a criterion, declared in a criteria file.
public struct CheckDeclaration: Sendable, Hashable {
  /// Name of the check, unique within its criterion.
  public let id: String
  /// Names of the collections that must have been read for the check to say anything; else the result is unknown.
  public let needs: [String]
  /// Expression in the template language that must be true for the check to hold; a list of rows is true when it has
  /// any.
  public let expression: LocatedText
  /// Expression that must be true, on complete data, for the check to fail; without one the check can only hold or
  /// leave the matter to a person: what was not found here may stand elsewhere.
  public var fails: LocatedText?
  /// Expression that gives the rows, documents or links the result rests on; each has `path` and `line`. Nil takes the
  /// rows of `expression`. A check that has nothing to cite does not hold.
  public let cites: LocatedText?
  /// Expression that says in words what was found.
  public let because: LocatedText?
  /// The same for a check that does not hold; nil takes `because`.
  public var otherwise: LocatedText?
  /// Whether this check decides the criterion; others only collect candidates.
  public let decides: Bool
  /// Expression that must be false for the check to hold: what speaks against it, from whatever source.
  public var unless: LocatedText?
  /// Whether it is enough to say *found* where nothing is asserted.
  public var shows = false
}

/// Where the text that answers a criterion is looked for: sections of any document, by heading and by words.
public struct PassageQuery: Sendable, Hashable {
  /// Kinds of document in which it belongs.
  public let kinds: [String]
  /// What such sections, files and links to them are called.
  public let names: [String]
  /// Phrases in such sections.
  public let words: [String]
  /// Groups of phrases: where each group occurs in the passages found, all that is asked is treated. Without groups the
  /// text alone never tells.
  public let parts: [[String]]
  /// Names of sections and files that are about something else, although other names fit.
  public let unlike: [String]
  /// Whether only a section or file with one of the names treats it, as elsewhere the words are said in passing.
  public var isNamed = false
}

/// A criterion of another model that asks for the same.
public struct CriterionMapping: Sendable, Hashable {
  /// The other model.
  public let model: String
  /// The criterion's id there.
  public let id: String
  /// 0 (loosely related) to 3 (the same).
  public let confidence: Int
}

/// One requirement of a criteria set.
public struct Criterion: Sendable, Hashable {
  /// Its stable name.
  public var id: CriterionID
  /// Heading it stands under in the form.
  public var section: String
  /// The criterion it is nested in; nested boxes color their parent and are not counted.
  public var parent: CriterionID?
  /// What is asked, in our own words.
  public var text: String
  /// Phrases by which a document's line is recognized, any of them.
  public var match: [String] = []
  /// Phrases that rule a line out.
  var exclude: [String] = []
  /// Words by which people speak of it in notes and remarks; too loose to recognize a line of the form.
  public var topics: [String] = []
  /// Position in the form, from 1.
  public var order: Int
  /// How it is asked for, per level, by date ascending.
  public var requirement: [MaturityLevel: [DatedRequirement]] = [:]
  /// Whether "not applicable" is an answer.
  public var mayBeNotApplicable = false
  /// Criteria whose being met satisfies this one.
  public var satisfiedBy: [CriterionID] = []
  /// Who acts.
  public var acts: Actor = .project
  /// Where its evidence is kept; nil when any repository may hold it.
  public var kept: Keeping?
  /// Kinds of evidence in words ("MAINTAINERS table with an organization column").
  public var evidence: [String] = []
  /// Days after which a dated figure is too old; nil takes the set's.
  public var maxAge: Int?
  /// Expression that gives the rows, documents and links which could serve as evidence.
  public var candidates: LocatedText?
  /// Where its text is looked for; nil where text is no evidence.
  public var passages: PassageQuery?
  /// Declared checks.
  public var checks: [CheckDeclaration] = []
  /// Why it is asked.
  public var why = ""
  /// How it is measured.
  public var howMeasured = ""
  /// What to do when it is open.
  public var howToFix = ""
  /// How much a program can decide.
  public var automation: Automation = .human
  /// The same in other models.
  public var maps: [CriterionMapping] = []
  /// Place of its entry in the criteria file.
  public var location: Location

  /// A criterion with the defaults of the schema.
  public init(id: CriterionID, section: String, text: String, order: Int, location: Location) {
    self.id = id
    self.section = section
    self.text = text
    self.order = order
    self.location = location
  }

  /// How it is asked for at a level on a day; `.none` before its first dated requirement.
  public func requirement(at level: MaturityLevel, on day: CalendarDate) -> RequirementKind {
    requirement[level]?.last { $0.from <= day }?.kind ?? .none
  }
}
