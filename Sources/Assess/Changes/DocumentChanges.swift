public import Criteria
public import Diagnostics
public import Intake
public import StructuredData

/// One thing that differs between two versions of a document.
public struct DocumentChange: Sendable, Hashable {
  /// What differs.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    case item, section
    case statusItem = "status-item"
    case claim, question
  }

  /// How it differs.
  public enum Direction: String, Sendable, Hashable {
    case changed, added, removed
  }

  /// What differs.
  public var kind: Kind
  /// What it is about: the line, the heading, or what is counted, in the words of the later version that has it.
  public var subject: String
  /// The criterion it belongs to, if any.
  public var criterion: CriterionID?
  /// What the earlier version says; nil when it has no such thing.
  public var before: String?
  /// What the later version says; nil when it has no such thing.
  public var after: String?
  /// Its place in the earlier version; nil when it is not there.
  public var oldPlace: Location?
  /// Its place in the later version; nil when it is not there.
  public var newPlace: Location?

  /// How it differs.
  public var direction: Direction { oldPlace == nil ? .added : newPlace == nil ? .removed : .changed }
}

/// What changed between two versions of one document.
public struct DocumentChanges: Sendable, Hashable {
  /// A version.
  public struct Version: Sendable, Hashable {
    /// Path of the document.
    public var path: String
    /// The day it speaks for, if known.
    public var date: CalendarDate?
  }

  /// The earlier version.
  public var old: Version
  /// The later version.
  public var new: Version
  /// How many items, sections and status items are in both.
  public var shared: Int
  /// What differs, by kind; inside a kind in the order of the later version, what it lost behind that.
  public var changes: [DocumentChange]

  /// What changed from one version to a later one; pure, and the same for the same documents.
  public static func between(old: SourceDocument, new: SourceDocument) -> DocumentChanges {
    let items = itemChanges(old, new)
    let sections = sectionChanges(old.facts.sections, new.facts.sections)
    let statusItems = statusChanges(old.facts.statusItems, new.facts.statusItems)
    return DocumentChanges(
      old: Version(path: old.path, date: old.date), new: Version(path: new.path, date: new.date),
      shared: items.shared + sections.shared + statusItems.shared,
      changes: items.changes + sections.changes + statusItems.changes
        + claimChanges(old.facts.claims, new.facts.claims) + questionChanges(old, new))
  }

  /// What changed between the due-diligence documents of a community that follow each other, oldest pair first.
  static func all(of community: Community) -> [DocumentChanges] {
    community.applicationVersions.map { between(old: $0.earlier, new: $0.later) }.filter(\.areVersions)
  }

  /// By what a text of the earlier version is found again; nil for one without words.
  static func key(_ text: String) -> [UInt8]? {
    let words = PhraseMatcher.normalized(text)
    return words.isEmpty ? nil : words
  }

  /// Whether at least half of what the shorter one has is in both, and three things at least: a proposal and a
  /// questionnaire for the same level share some headings and are no versions of one document.
  private var areVersions: Bool {
    let counted = changes.filter { $0.kind == .item || $0.kind == .section || $0.kind == .statusItem }
    let added = counted.count { $0.direction == .added }
    let removed = counted.count { $0.direction == .removed }
    return shared >= 3 && shared >= min(added, removed)
  }
}
