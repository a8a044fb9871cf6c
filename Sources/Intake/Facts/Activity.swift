public import Criteria
public import Diagnostics
public import StructuredData

/// A conference, summit or meeting named in notes, mails and threads.
public struct Event: Sendable, Hashable {
  /// What happened to it, as the document says.
  public enum State: String, Sendable, Hashable {
    case planned, done, waiting, unknown
  }

  /// Its name.
  public var name: String
  /// First day, if the text gives one.
  public var date: CalendarDate?
  /// Last day, if the text gives one.
  public var endDate: CalendarDate?
  /// What happened to it.
  public var state: State = .unknown
  /// What the document says of it, in plain text lines.
  public var details: [String] = []
  /// Its line.
  public var location: Location
}

/// Something somebody asks for or is to do.
public struct Action: Sendable, Hashable {
  /// Whether it is done, as the document says.
  public enum State: String, Sendable, Hashable {
    case open, done
  }

  /// What is asked.
  public var text: String
  /// Whether it is done.
  public var state: State = .open
  /// The heading it is under.
  public var topic: String?
  /// The criterion it is about.
  public var criterion: CriterionID?
  /// Its line.
  public var location: Location
}

/// Something a group decided.
public struct Decision: Sendable, Hashable {
  /// What was decided.
  public var text: String
  /// The heading it is under.
  public var topic: String?
  /// The criterion it is about.
  public var criterion: CriterionID?
  /// Its line.
  public var location: Location
}

/// Something a roadmap plans.
public struct RoadmapItem: Sendable, Hashable {
  /// What is planned.
  public var text: String
  /// The heading it is under: a release, a year, a term.
  public var milestone: String?
  /// How far it is, as the document says.
  public var marker: StatusItem.Marker?
  /// Its line.
  public var location: Location
}

/// A remark by a reviewer or a committee.
public struct Feedback: Sendable, Hashable {
  /// Account or name; nil when the document does not say.
  public var by: String?
  /// When.
  public var date: CalendarDate?
  /// The remark.
  public var text: String
  /// The criterion it is about.
  public var criterion: CriterionID?
  /// Its line.
  public var location: Location
}

/// A link of a document. It is one reference: documents have thousands, and many rules look at each. Its place is put
/// together when somebody asks for it, which few do.
public struct Link: Sendable, Hashable {
  private struct Content: Sendable, Hashable {
    let text: String
    let destination: String
    let goal: LinkPath.Goal
    let source: SourceText
    let line: Int32
    let column: Int32
    let length: Int32

    func hash(into hasher: inout Hasher) {
      hasher.combine(destination)
      hasher.combine(line)
      hasher.combine(column)
    }
  }

  private let shared: Shared<Content>

  /// - Parameters:
  ///   - goal: what the destination names, where that is known.
  ///   - column: where the link or its destination begins on the line, and its `length` there, in Unicode scalars.
  init(
    text: String, destination: String, goal: LinkPath.Goal? = nil, in source: SourceText, line: Int, column: Int = 1,
    length: Int = 1
  ) {
    let goal = goal ?? LinkPath.goal(of: destination, in: String(source.path.parentFolder))
    shared = Shared(
      Content(
        text: text, destination: destination, goal: goal, source: source, line: Int32(clamping: line),
        column: Int32(clamping: column), length: Int32(clamping: length)))
  }

  /// Text shown.
  public var text: String { shared.value.text }
  /// Destination as written.
  public var destination: String { shared.value.destination }
  /// What the destination names, as far as it tells by itself.
  public var goal: LinkPath.Goal { shared.value.goal }
  /// Its 1-based line.
  public var line: Int { Int(shared.value.line) }
  /// Its place, with the text of its line.
  public var location: Location {
    let content = shared.value
    var location = content.source.location(line: Int(content.line), column: Int(content.column))
    location.length = Int(content.length)
    return location
  }
}

/// A region that no reader understood, and why.
public struct Unread: Sendable, Hashable {
  /// Its line.
  public var line: Int
  /// Why.
  public var reason: String
}
